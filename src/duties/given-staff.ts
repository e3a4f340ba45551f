import { getDay, isoDay } from '../calendar/day.ts'
import type { Kin, Post, Practitioner, PractitionerId } from '../people/practitioner.ts'
import { findRole } from '../people/role.ts'
import { findAgency } from '../people/service.ts'
import { withAgencies } from '../record/agency-record.ts'
import type { Entry } from '../record/entry.ts'
import { picture } from '../record/picture.ts'
import { readEntry } from '../record/read-entry.ts'
import type { Asked } from './asked.ts'
import { derive } from './derive.ts'
import type { Line } from './given.ts'
import { type Why, whoMayOpen } from './may-open.ts'
import { nextDay, type Telling, tellings } from './tell.ts'

const read = (line: Line): Entry => {
  const result = readEntry(line)
  if ('problems' in result) throw new Error(JSON.stringify(result.problems))
  return result.entry
}

const postFrom = (text: string): Post => {
  const [place = '', title = ''] = text.split(' ')
  const [agency, role] = [findAgency(place), findRole(title)]
  if (agency === undefined || role === undefined) throw new Error(`${text} is no post`)
  return { agency, role }
}

/** A practitioner for a test, by name and by posts: `works('Ada Lund', 'social-care/rowan social-worker')`. Her name is her id. */
export const works = (name: string, ...posts: readonly string[]): Practitioner => ({
  ...{ id: name as PractitionerId, name, kin: [] },
  posts: posts.map(postFrom),
})

/** The same practitioner, who has named somebody whose record she never opens. */
export const kinTo = (practitioner: Practitioner, ...kin: readonly Kin[]): Practitioner => ({ ...practitioner, kin })

const inWords = ({ state, to }: Telling): string => `${state}: ${to.practitioner ?? `the desk ${to.agency} ${to.role}`}`

/** A case for a test: who works in a partnership, what the agencies and a family wrote; then who may open it and who is told. */
export const givenStaff = (practitioners: readonly Practitioner[], agencies: readonly Line[] = []) => ({
  with: (...family: readonly Line[]) => {
    const theirs = agencies.map(line => read({ record: 'agencies', ...line }))
    const stands = picture(withAgencies(family.map(read), theirs))
    const duties = derive(stands)
    const on = (text: string) => {
      const asked: Asked = { stands, duties, practitioners, agencies: theirs, day: getDay(text) }
      const open = new Map(whoMayOpen(asked).map(one => [one.practitioner as string, one.why]))
      const told = tellings(asked)
      const next = nextDay(asked, asked.day)
      return {
        asked,
        told,
        /** Why somebody may open the record; nothing when they may not. */
        mayOpen: (name: string): Why | undefined => open.get(name),
        /** Everybody who may. */
        opens: [...open.keys()],
        /** What is told of the duties of a rule, each in words. */
        tells: (rule: string): readonly string[] => told.filter(({ key }) => key.startsWith(`${rule}|`)).map(inWords),
        next: next === undefined ? undefined : isoDay(next),
      }
    }
    return { on, duties }
  },
})

/** Maya, whose social worker is Hannah Boyle of the Rowan team, with a plan. */
export const maya = { kind: 'person', person: 'maya', as: 'child', born: '2018-06-06' }
export const rowan = { by: 'social-care/rowan', role: 'social-worker' }
export const holds = { kind: 'worker-starts', on: '2019-01-07', ...rowan, practitioner: 'Hannah Boyle' }
export const left = { ...holds, kind: 'worker-leaves', on: '2019-03-01' }
export const plan = {
  kind: 'plan-agreed',
  on: '2019-01-14',
  by: 'social-care/rowan',
  plan: 'p1',
  type: 'child-in-need',
}
export const family = [maya, holds, plan]

/** Who works there: Maya's social worker and her managers, the conference unit, the police, the health visitor. */
export const staff = [
  works('Hannah Boyle', 'social-care/rowan social-worker'),
  works('Kit Marsh', 'social-care/rowan social-worker'),
  works('Siobhan Keane', 'social-care/rowan team-manager'),
  works('Judith Bose', 'social-care service-manager'),
  works('Emeka Nwachukwu', 'social-care head-of-service'),
  works('Bronwen Thackeray', 'conference-unit conference-administrator'),
  works('Rosalind Achter', 'conference-unit conference-unit-manager'),
  works('Nadia Rahman', 'police police-officer'),
  works('Ruth Adeyemi', 'health-visiting health-visitor'),
]
