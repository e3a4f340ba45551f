import { ageInWords } from '../calendar/age.ts'
import type { Day } from '../calendar/day.ts'
import { dayInWords } from '../calendar/words.ts'
import { sightingsOf } from '../duties/seen.ts'
import { roleInWords } from '../people/role.ts'
import { agencyInWords } from '../people/service.ts'
import { workingOn } from '../record/network-standing.ts'
import { type Picture, planOn } from '../record/standing.ts'
import type { Naming } from '../record/wording.ts'

const plan = (stands: Picture, child: Picture['children'][number], day: Day): string => {
  const held = planOn(stands, child, day)
  return held === undefined ? 'no plan' : `${held.type.replaceAll('-', ' ')} plan`
}

const network = (stands: Picture, child: Picture['children'][number], day: Day): string => {
  const people = workingOn(stands.network, child, day).map(
    one =>
      `${roleInWords(one.role)}${one.practitioner === undefined ? '' : ` ${one.practitioner}`} (${agencyInWords(one.agency)})`,
  )
  return people.length === 0 ? 'nobody is recorded as working with the child' : people.join(', ')
}

const lastSeen = (stands: Picture, child: Picture['children'][number]): string => {
  const last = sightingsOf(stands).get(child)?.at(-1)
  return last === undefined ? 'not recorded as seen' : `last seen ${dayInWords(last.day)} by ${agencyInWords(last.by)}`
}

const age = (stands: Picture, child: Picture['children'][number], day: Day): string => {
  const person = stands.people.get(child)
  if (person?.death !== undefined && person.death.day <= day) return 'has died'
  return person?.born === undefined ? 'not yet born, or age not recorded' : ageInWords(person.born, day)
}

/** What stood for each child on a day, in a line each: age, plan, who works with the child, who saw the child last. */
export const whatStood = (stands: Picture, day: Day, name: Naming): readonly string[] =>
  stands.children.map(
    child =>
      `${name(child)}: ${age(stands, child, day)}; ${plan(stands, child, day)}; ${network(stands, child, day)}; ${lastSeen(stands, child)}.`,
  )
