import { familyAnswer, familyPages } from '../app.ts'
import { answerWrong } from '../guard.ts'
import type { Served, Web } from './served.ts'

/** "What happened here": the whole example case in its own dates, to be read day by day. Everybody in it is invented. */
export const addWhatHappenedPages = (web: Web, { replay }: Served): void => {
  if (replay === undefined) return
  const [family] = replay.families
  web.get('/what-happened', c => c.redirect(`/what-happened/families/${family?.id}/threads`, 303))
  for (const [path, pageFor] of Object.entries(familyPages))
    web.get(`/what-happened${path}`, c => {
      if (family === undefined || family.id !== c.req.param('id')) return answerWrong(c, 'not-found')
      return familyAnswer(c, { family, settings: replay.settings, around: c.get('visit').around }, pageFor(c))
    })
}
