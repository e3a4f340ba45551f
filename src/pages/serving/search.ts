import type { Context } from 'hono'
import type { Entry } from '../../record/entry.ts'
import { isMover } from '../../record/sight.ts'
import { myRecords, type Opened } from '../../store/read.ts'
import { search } from '../../store/search.ts'
import { childrenNamed, type FoundIn, isNamed, mostFound, readWords, searchAddress, searchPage } from '../search.ts'
import { lookOf } from './family.ts'
import type { Env, Served, Web } from './served.ts'
import { sentForm } from './visit.ts'

type C = Context<Env>

/** Whether anything of a record can have been found, before it is folded. */
const mayHold = ({ entries }: Opened, words: string): boolean =>
  entries.some(entry => entry.kind === 'person' && isNamed(entry.name, words))

/** What the visitor's own look holds of the entries that were found; the rest is as if it were not there. */
const seenIn = (c: C, opened: Opened, roots: ReadonlySet<string>, words: string): FoundIn => {
  const look = lookOf(opened, c.get('visit'))
  const entries: readonly Entry[] = look.stands.entries.filter(
    entry => entry.record === undefined && roots.has(entry.root) && !isMover(entry),
  )
  return { look, children: childrenNamed(look, words), entries }
}

const findIn = async (c: C, { store }: Served, words: string): Promise<readonly FoundIn[]> => {
  if (words === '') return []
  const visit = c.get('visit')
  const records = await myRecords(store, visit)
  const found = await search(store, visit.asking, words, mostFound)
  const roots = Map.groupBy(found, one => one.record)
  return records
    .filter(opened => roots.has(opened.record) || mayHold(opened, words))
    .map(opened => seenIn(c, opened, new Set((roots.get(opened.record) ?? []).map(one => one.root)), words))
    .filter(({ children, entries }) => children.length + entries.length > 0)
}

const show = async (c: C, served: Served, words: string) => {
  const { around, csrf } = c.get('visit')
  return c.html(searchPage({ around, csrf, words, families: await findIn(c, served, words) }))
}

/** Search. Its form is sent, and not asked for, so that no address holds a name. */
export const addSearchPages = (web: Web, served: Served): void => {
  web.get(searchAddress, c => show(c, served, readWords(c.req.query('words'))))
  web.post(searchAddress, async c => show(c, served, readWords((await sentForm(c))('words'))))
}
