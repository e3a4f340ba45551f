import type pg from 'pg'
import { type Day, isoDay } from '../../calendar/day.ts'
import {
  changedDuties,
  type DerivedTable,
  deriveFresh,
  differenceOf,
  readStored,
  type Surroundings,
} from '../derived.ts'
import { ruling } from '../ruling.ts'
import type { Place } from './chain.ts'
import type { Finding } from './finding.ts'

/** When a record was last looked at, and by which rules. */
export interface Looked {
  readonly nextDay: string | null
  readonly rules: string | null
  /** Whether it knows all that the records have said since that it reads from. */
  readonly followed: boolean
}

/** Whether the tick of a running Holdfast has yet to look at a record: until then what stands beside it may be old. */
const isWaiting = ({ nextDay, rules, followed }: Looked, day: Day): boolean =>
  !followed || rules !== ruling || (nextDay !== null && nextDay <= isoDay(day))

const beside = {
  may_open: 'who may open it',
  person: 'the people by whom it is found',
  apart: 'what was set apart',
  taken_over: 'what it takes over from other records',
  barred: 'what the earlier versions of its entries bar',
} satisfies Record<Exclude<DerivedTable, 'duty'>, string>

const tables = Object.entries(beside) as readonly (readonly [keyof typeof beside, string])[]

const mends = 'holdfast rebuild makes it anew'
const waits = 'the next look of a running Holdfast, or holdfast rebuild, makes it anew'

/** Everything that stands beside a record and is not as it follows from the entries, and how many duties there are. */
export const checkDerived = async (
  client: pg.ClientBase,
  place: Place,
  surroundings: Surroundings & { readonly followed: boolean },
  looked: Looked,
  day: Day,
): Promise<{ readonly findings: readonly Finding[]; readonly duties: number }> => {
  const fresh = await deriveFresh(client, place, surroundings, day)
  if (fresh === undefined) return { findings: [], duties: 0 }
  const held = await readStored(client, place.partnership, place.record)
  const duties = changedDuties(fresh.derived, held).size
  const others = tables.flatMap(([table, what]) => {
    const { missing, extra } = differenceOf(fresh.derived[table], held[table])
    return missing.length + extra.length === 0 ? [] : [`${what} is not what follows from its entries`]
  })
  const whats = [...(duties === 0 ? [] : [`a rebuild would change ${duties} of its duties`]), ...others]
  const waiting = !surroundings.followed || isWaiting(looked, day)
  const code = waiting ? 'waiting' : 'derived-differs'
  const findings = whats.map(what => ({ ...place, code, what: `${what}: ${waiting ? waits : mends}` }) as const)
  return { findings, duties: fresh.derived.duty.length }
}
