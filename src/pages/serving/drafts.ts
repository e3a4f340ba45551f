import { dropDraft, readDrafts } from '../../store/drafts.ts'
import { draftsPage } from '../drafts.ts'
import type { Served, Web } from './served.ts'
import { sentForm } from './visit.ts'

/** One's own drafts. */
export const addDraftPages = (web: Web, { store }: Served): void => {
  web.get('/drafts', async c => {
    const { asking, around, csrf } = c.get('visit')
    return c.html(draftsPage({ around, csrf, drafts: await readDrafts(store, asking) }))
  })
  web.post('/drafts', async c => {
    await dropDraft(store, c.get('visit').asking, (await sentForm(c))('draft') ?? '')
    return c.redirect('/drafts', 303)
  })
}
