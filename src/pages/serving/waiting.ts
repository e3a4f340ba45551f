import { readWaiting } from '../../store/notices.ts'
import type { Opened } from '../../store/read.ts'
import type { Around } from '../kit/layout.ts'
import type { Served } from './served.ts'
import type { Visit } from './visit.ts'

/** What stands around a page, with how many notices wait: of those about duties, what is told of the visitor's own records. */
export const withWaiting = async ({ store }: Served, visit: Visit, opened: readonly Opened[]): Promise<Around> => {
  const { visitor } = visit.around
  if (visitor === undefined) return visit.around
  const own = new Set(opened.map(({ record }) => record))
  const notices = await readWaiting(store, visit.asking)
  const waiting = notices.filter(({ template, record }) => template !== 'duties' || own.has(record ?? '')).length
  return { ...visit.around, visitor: { ...visitor, waiting } }
}
