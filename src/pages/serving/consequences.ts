import { stateOn } from '../../duties/derive.ts'
import type { Duty } from '../../duties/rule.ts'
import type { EntryId } from '../../record/field.ts'
import { readTold } from '../../store/notices.ts'
import { type FamilyOnDay, familyOnDay } from '../family-on-day.ts'
import type { Served } from './served.ts'
import type { Visit } from './visit.ts'

/** What an entry brought about, as its reader may see it: what it raised, what it ended, and how many were told. */
export interface Consequences {
  readonly raised: readonly Duty[]
  readonly ended: readonly Duty[]
  readonly told: number
}

const isOpen = (duty: Duty, { day }: FamilyOnDay): boolean => {
  const state = stateOn(duty, day)
  return !duty.projected && (state === 'open' || state === 'late')
}

/** The same look without one entry: as the record would stand had nobody written it. */
const without = (look: FamilyOnDay, entry: EntryId): FamilyOnDay => {
  const entries = look.family.entries.filter(one => one.id !== entry)
  return familyOnDay({ ...look.family, entries }, look.settings, look.day)
}

/** What an entry brought about: the record with it, beside the record without it. */
export const consequencesOf = async (
  { store }: Served,
  visit: Visit,
  look: FamilyOnDay,
  entry: EntryId,
): Promise<Consequences> => {
  const before = without(look, entry)
  const open = new Set(before.duties.filter(duty => isOpen(duty, before)).map(duty => duty.key))
  const now = look.duties.filter(duty => isOpen(duty, look))
  const raised = now.filter(duty => !open.has(duty.key))
  const still = new Set(now.map(duty => duty.key))
  const ended = before.duties.filter(duty => open.has(duty.key) && !still.has(duty.key))
  const told = await readTold(
    store,
    visit,
    look.family.id,
    raised.map(duty => duty.key),
  )
  const readers = new Set(told.map(one => one.practitioner ?? `${one.agency}|${one.role}`))
  return { raised, ended, told: readers.size }
}
