import type { Duty } from '../../duties/rule.ts'
import { type Agency, agencyInWords, serviceOfAgency } from '../../people/service.ts'
import type { Entry, EntryOf, Kind } from '../../record/entry.ts'
import type { PersonId } from '../../record/field.ts'
import { isAtWork, workingOn } from '../../record/network-standing.ts'
import { all, isAbout, type Picture } from '../../record/standing.ts'

/** The entry of a kind on which a duty rests, or nothing. */
export const restsOn = <K extends Kind>({ because }: Duty, kind: K): EntryOf<K> | undefined =>
  because.find((entry): entry is Extract<Entry, { kind: K }> => entry.kind === kind) as EntryOf<K> | undefined

/** The first of the entries on which a duty rests: the one that set it off. */
export const firstOf = ({ because }: Duty): Entry => because[0]

/** The agencies of a service that work with the child of a duty on the day on which its clock starts. */
export const agenciesOf = ({ network }: Picture, { child, since }: Duty, service: string): readonly Agency[] => [
  ...new Set(
    network
      .filter(one => serviceOfAgency(one.agency) === service && isAtWork(one, child, since))
      .map(one => one.agency),
  ),
]

/** The agency of a service that works with the child of a duty, else the service. */
export const oneOf = (stands: Picture, duty: Duty, service: string): string =>
  agenciesOf(stands, duty, service)[0] ?? service

const organisers = new Set(['social-care', 'conference-unit', 'family'])

/** The agencies that do not organise conferences, and so are asked to them and told of them. */
export const partners = (agencies: readonly Agency[]): readonly Agency[] => [
  ...new Set(agencies.filter(agency => !organisers.has(serviceOfAgency(agency)))),
]

/** The partners that work with the child of a duty or that watch it. */
export const everyPartner = ({ network }: Picture, { child, since, watchers }: Duty): readonly Agency[] =>
  partners([...workingOn(network, child, since).map(one => one.agency), ...watchers])

/** The agencies that work with the family and that a duty names in its words. */
export const namedIn = ({ network }: Picture, { of = '' }: Duty): readonly Agency[] => [
  ...new Set(network.map(one => one.agency).filter(agency => of.includes(agencyInWords(agency)))),
]

/** The mother and father of a child, as far as the record knows them. */
export const parentsOf = ({ people }: Picture, child: PersonId): readonly PersonId[] => {
  const person = people.get(child)
  return [person?.mother, person?.father].filter(parent => parent !== undefined)
}

const others: ReadonlySet<string> = new Set(['early-help', 'section-47'])

/** The assessment of the child of a duty that is under way, of the type asked for, else of any that looks at the whole family. */
export const assessmentUnderWay = ({ assessments }: Picture, { child }: Duty, type?: string): string | undefined =>
  assessments.findLast(
    ({ opened, finished, children }) =>
      finished === undefined &&
      children.includes(child) &&
      (type === undefined ? !others.has(opened?.type ?? '') : opened?.type === type),
  )?.id

/** Everybody whom a plan names, with the one whom it leaves out; nothing where it names nobody. */
export const householdWith = (duty: Duty): readonly string[] | undefined => {
  const list = restsOn(duty, 'plan-started')?.household ?? restsOn(duty, 'plan-updated')?.household
  return list === undefined ? undefined : [...list, duty.step]
}

/** The plan of a child that stands. */
export const planOf = ({ plans }: Picture, child: PersonId): string | undefined =>
  plans.findLast(plan => plan.children.includes(child) && plan.ended === undefined)?.id

/** The lead who has not accepted yet: the lead practitioner first. */
export const leadWanted = (stands: Picture, child: PersonId): string =>
  all(stands, 'lead-accepted').some(entry => entry.lead === 'lead-practitioner' && isAbout(stands, entry, child))
    ? 'lead-health-practitioner'
    : 'lead-practitioner'

/** Who was exploited, and by whom if that is known, of a duty that rests on it. */
export const exploitedIn = (duty: Duty): { readonly person?: string; readonly adult?: string } => {
  const past = restsOn(duty, 'exploitation') ?? restsOn(duty, 'known-elsewhere')
  return past === undefined ? {} : { person: past.person, ...(past.adult === undefined ? {} : { adult: past.adult }) }
}
