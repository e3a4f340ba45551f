import { rules } from '../../duties/rules.ts'
import { newOne } from '../../intake/forms/form-values.ts'
import { type Role, roleInWords, roles } from '../../people/role.ts'
import { type Agency, agencyInWords, type Service, services } from '../../people/service.ts'
import { kinds } from '../../record/entry.ts'
import type { PersonId } from '../../record/field.ts'
import type { FieldShape } from '../../record/field-shape.ts'
import { isUnbornOn } from '../../record/person-standing.ts'
import type { Picture } from '../../record/standing.ts'
import { capital } from '../capital.ts'
import { begins, offeredThings } from './asked-things.ts'
import type { Asking, RecordForm } from './asking.ts'
import { audienceInWords, findAudienceInWords } from './audience-words.ts'
import { choiceInWords } from './choice-words.ts'
import { findThing, thingInWords } from './things.ts'

/** One answer of a list. */
export interface Option {
  readonly value: string
  readonly text: string
}

const byText = (one: Option, other: Option): number => one.text.localeCompare(other.text, 'en-GB')

const role = (value: Role): Option => ({ value, text: capital(roleInWords(value)) })
const agency = (value: Agency): Option => ({ value, text: capital(agencyInWords(value)) })

/** Every agency that shows on a record: who works with the family, and who wrote anything. */
const agenciesOn = ({ network, entries }: Picture): readonly Agency[] => [
  ...new Set([...network.map(one => one.agency), ...entries.map(entry => entry.by)]),
]
const onRecord = (stands: Picture): readonly Option[] =>
  agenciesOn(stands)
    .filter(one => one !== 'other')
    .map(agency)
    .sort(byText)

const everyService = (Object.keys(services) as Service[]).map(service => agency(service as string as Agency))

const allAgencies = ({ form }: Asking): readonly Option[] => {
  const known = onRecord(form.stands)
  const values = new Set(known.map(({ value }) => value))
  return [...known, ...everyService.filter(({ value }) => !values.has(value)).sort(byText)]
}

const allRoles = (Object.keys(roles) as Role[]).map(role).sort(byText)

const signers: readonly Role[] = ['team-manager', 'service-manager', 'head-of-service', 'conference-chair']
const usualRoles = ({ form }: Asking): readonly Option[] =>
  [...new Set([...signers, ...form.stands.network.map(one => one.role)])].map(role).sort(byText)

/** Only the children of a record can be seen, speak as a child, or be what an entry is about. */
const ofChildren: ReadonlySet<string> = new Set(['child', 'seen', 'child-voice.person'])
const ofUnborn: ReadonlySet<string> = new Set([
  'birth.unborn',
  'antenatal-booking.unborn',
  'pregnancy-ended.unborn',
  'pregnancy.unborn',
])

/** Nobody sees, meets or hears a child who is not born. */
const needsABody: ReadonlySet<string> = new Set(['seen', 'with', 'family', 'child-voice.person'])

const isBorn = ({ stands, day }: RecordForm, id: PersonId): boolean => {
  const person = stands.people.get(id)
  return person === undefined || !isUnbornOn(person, day)
}

const peopleFor = ({ form, field }: Asking): readonly PersonId[] => {
  const { people, children, pregnancies } = form.stands
  const name = `${form.kind}.${field}`
  if (field === 'baby') return []
  if (ofUnborn.has(name)) return [...new Set(pregnancies.map(one => one.unborn))]
  const every = ofChildren.has(field) || ofChildren.has(name) ? children : [...new Set([...children, ...people.keys()])]
  return needsABody.has(field) || needsABody.has(name) ? every.filter(id => isBorn(form, id)) : every
}

const newPeople: Readonly<Record<string, string>> = {
  'person.person': 'Somebody who is not on this record yet',
  'pregnancy.unborn': 'A child who is not on this record yet',
  'birth.baby': 'Yes, another child',
}

const peopleOf = (asking: Asking): readonly Option[] => {
  const { form, field } = asking
  const added = newPeople[`${form.kind}.${field}`]
  const people = peopleFor(asking).map(id => ({ value: id as string, text: capital(form.name(id)) }))
  return [...(added === undefined ? [] : [{ value: newOne, text: added }]), ...people]
}

const onThisRecord = ({ form, field }: Asking): readonly Option[] =>
  offeredThings(form.stands, form.kind, field).map(one => ({ value: one.id, text: thingInWords(one, form.name) }))

const things = (asking: Asking): readonly Option[] => [
  ...(begins(asking.form.kind, asking.field) ? [{ value: newOne, text: 'A new one' }] : []),
  ...onThisRecord(asking),
]

/** Whom something may have gone to: the agencies and the people of a record. */
const recipients = (asking: Asking): readonly Option[] => [...onRecord(asking.form.stands), ...peopleOf(asking)]

const audience = (value: string): Option => ({ value, text: capital(audienceInWords(value)) })

/** Who may know something: those who usually know a kind that not everybody sees, and all who work with the family. */
const audiences = ({ form }: Asking): readonly Option[] => {
  const usual: readonly string[] = kinds[form.kind].options.sight ?? []
  const agencies = onRecord(form.stands).map(({ value }) => value)
  const working = form.stands.network.map(one => one.role)
  return [...new Set([...usual, ...agencies.filter(one => one !== 'family'), ...working])].map(audience)
}

const rulesByName = rules.map(({ name, says }): Option => ({ value: name, text: says }))

/** The few words that are names of something: of a rule, or of the entry to which somebody replies. */
const namedInWords = (asking: Asking): readonly Option[] => {
  if (asking.field === 'rule') return rulesByName
  return asking.field === 'of' ? onThisRecord(asking) : []
}

const inList = (asking: Asking, each: FieldShape): readonly Option[] => {
  if (each.sort === 'words') return recipients(asking)
  if (each.sort === 'agency') return onRecord(asking.form.stands)
  return each.sort === 'role' ? usualRoles(asking) : bySort[each.sort]({ ...asking, shape: each })
}

const none = (): readonly Option[] => []

const bySort: Readonly<Record<FieldShape['sort'], (asking: Asking) => readonly Option[]>> = {
  words: namedInWords,
  day: none,
  span: none,
  entry: none,
  count: none,
  agency: allAgencies,
  role: () => allRoles,
  audience: audiences,
  person: peopleOf,
  thing: things,
  'yes-no': () => [
    { value: 'yes', text: 'Yes' },
    { value: 'no', text: 'No' },
  ],
  choice: ({ form, shape }) => (shape.allowed ?? []).map(value => ({ value, text: choiceInWords(form.kind, value) })),
  list: asking => (asking.shape.each === undefined ? [] : inList(asking, asking.shape.each)),
}

/** Whether a field is a list to choose from. */
export const isChosen = (asking: Asking): boolean => asking.shape.sort !== 'words' || namedInWords(asking).length > 0

const asPerson = ({ form }: Asking, value: string): string =>
  form.stands.people.has(value as PersonId) ? capital(form.name(value as PersonId)) : value

const asThing = ({ form }: Asking, value: string): string => {
  const found = findThing(form.stands, value)
  return found === undefined ? value : thingInWords(found, form.name)
}

/** What stands in a field and is in no list, in words where there are any: nothing that was filled in is ever lost. */
const inWords = (asking: Asking, value: string): string => {
  if (value === newOne) return 'A new one'
  const { sort, each } = asking.shape
  const own = each?.sort ?? sort
  if (own === 'person') return asPerson(asking, value)
  if (own === 'thing') return asThing(asking, value)
  if (own === 'agency' || own === 'role' || own === 'audience') return capital(audienceInWords(value))
  const known = own === 'words' ? findAudienceInWords(value) : undefined
  return known === undefined ? asPerson(asking, value) : capital(known)
}

const toldApart = (options: readonly Option[]): readonly Option[] => {
  const counts = Map.groupBy(options, ({ text }) => text)
  return options.map(one =>
    (counts.get(one.text)?.length ?? 0) > 1 ? { ...one, text: `${one.text} (${one.value})` } : one,
  )
}

/** Ticked answers come first, in the order in which they were given, so that they are given back as they were. */
const tickedFirst = (options: readonly Option[], values: readonly string[]): readonly Option[] => {
  const place = ({ value }: Option) => (values.includes(value) ? values.indexOf(value) : values.length)
  return options.toSorted((one, other) => place(one) - place(other))
}

/** The answers that a field offers, with whatever stands in it already. */
export const optionsFor = (asking: Asking): readonly Option[] => {
  const { values, shape } = asking
  const own = bySort[shape.sort](asking)
  const added = [...new Set(values)]
    .filter(value => !own.some(one => one.value === value))
    .map(value => ({ value, text: inWords(asking, value) }))
  const every = toldApart([...own, ...added])
  return shape.sort === 'list' ? tickedFirst(every, values) : every
}
