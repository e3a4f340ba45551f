import { isoDay } from '../../calendar/day.ts'
import type { PractitionerId } from '../../people/practitioner.ts'
import type { Agency } from '../../people/service.ts'
import type { PersonId } from '../../record/field.ts'
import { append } from '../../store/append.ts'
import { closeAllToFamily } from '../../store/to-family.ts'
import type { ParentWriter } from '../../store/writing.ts'
import { type Served, todayOf } from './served.ts'

/** Whose page is closed, and by whom. */
export interface Closing {
  readonly partnership: number
  readonly record: string
  readonly person: PersonId
  /** The practitioner who closes it, or the parent. */
  readonly by: PractitionerId | 'parent'
  readonly writer: PractitionerId | ParentWriter
  readonly agency?: Agency
  readonly author?: string
  readonly reason?: string
}

const lineOf = ({ person, by, agency, author, reason }: Closing, on: string) => ({
  kind: 'parent-page-closed',
  on,
  by: agency ?? 'family',
  person,
  closedBy: by === 'parent' ? 'parent' : 'practitioner',
  ...(author === undefined ? {} : { author }),
  ...(reason === undefined || reason === '' ? {} : { reason }),
})

/** Closes a parent's page in one act: every device, code and word, every calendar, every message that waits; then it is written down. */
export const closePage = async (served: Served, closing: Closing): Promise<boolean> => {
  const { partnership, record, person, by, writer } = closing
  const closed = await closeAllToFamily(served.store, partnership, { record, person, by })
  if (closed === 0) return false
  const lines = [lineOf(closing, isoDay(todayOf(served)))]
  await append(served.store, { partnership, record, lines, writer })
  served.wake?.()
  return true
}
