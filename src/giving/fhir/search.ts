import { nameKey } from '../../people/name-key.ts'
import { findNhsNumber } from '../../people/nhs-number.ts'
import type { Issue } from './outcome.ts'
import { nhsSystem } from './patient.ts'
import type { Found, GivenType } from './resource.ts'
import { anyOf, type DateAsked, findDateAsked, idAsked, isAt, tokenOf } from './search-values.ts'

/** Whether a resource is what one parameter asks for. */
type Test = (found: Found) => boolean

/** Reads the value of a parameter; what is wrong with it where it cannot be read. */
type Reads = (values: readonly string[]) => Test | string

const byDate: Reads = values => {
  const asked = values.map(findDateAsked)
  if (asked.some(one => one === undefined))
    return 'is no date: write YYYY, YYYY-MM, YYYY-MM-DD or a date with time and zone'
  return found => (asked as readonly DateAsked[]).some(one => isAt(found.when, one))
}

const byId: Reads = values => found => values.map(idAsked).includes(found.id)
const byPatient: Reads = values => {
  const ids = values.map(idAsked)
  return found => found.patients.some(id => ids.includes(id))
}

const byStatus: Reads = values => {
  const wanted = values.map(value => tokenOf(value).value)
  return ({ status }) => status !== undefined && wanted.includes(status)
}

// The word of the e-Referral Service for the NHS number's system is another than that of everybody else.
const sameSystem = (asked: string | undefined, held: string): boolean =>
  asked === undefined ||
  asked === held ||
  (held === nhsSystem && /^https?:\/\/fhir\.nhs\.(?:net|uk)\/id\/nhs-number$/iu.test(asked))

const byIdentifier: Reads = values => {
  const wanted = values.map(tokenOf)
  return ({ identifiers = [] }) =>
    identifiers.some(held =>
      wanted.some(
        ({ system, value }) => sameSystem(system, held.system) && (findNhsNumber(value) ?? value) === held.value,
      ),
    )
}

/** As FHIR has it: any part of the name that begins so, whatever its case and accents. */
const byName: Reads = values => {
  const wanted = values.map(nameKey).filter(key => key !== '')
  return ({ name }) => {
    const key = nameKey(name ?? '')
    return wanted.some(one => key.startsWith(one) || key.includes(` ${one}`))
  }
}

const byOwner: Reads = values => {
  const wanted = values.map(value => tokenOf(value).value)
  return ({ owners = [] }) => owners.some(owner => wanted.includes(owner))
}

interface Parameter {
  readonly type: 'token' | 'reference' | 'date' | 'string'
  readonly reads: Reads
}

const common = {
  _id: { type: 'token', reads: byId },
} as const satisfies Readonly<Record<string, Parameter>>

const patient = { ...common, patient: { type: 'reference', reads: byPatient } } as const
const status = { ...patient, status: { type: 'token', reads: byStatus } } as const

/** By which parameters each resource is found. */
export const parameters: Readonly<Record<GivenType, Readonly<Record<string, Parameter>>>> = {
  Patient: {
    ...common,
    identifier: { type: 'token', reads: byIdentifier },
    name: { type: 'string', reads: byName },
    birthdate: { type: 'date', reads: byDate },
  },
  Appointment: { ...status, date: { type: 'date', reads: byDate } },
  CareTeam: status,
  CarePlan: status,
  Task: { ...status, owner: { type: 'reference', reads: byOwner }, due: { type: 'date', reads: byDate } },
  Communication: { ...status, sent: { type: 'date', reads: byDate } },
  Flag: patient,
  MedicationStatement: status,
}

/** Of which parameters one set must be there: nobody is listed by asking for everybody. */
export const needed: Partial<Readonly<Record<GivenType, readonly (readonly string[])[]>>> = {
  Patient: [['_id'], ['identifier'], ['name', 'birthdate']],
  Appointment: [['_id'], ['patient'], ['date']],
  CareTeam: [['_id'], ['patient']],
  CarePlan: [['_id'], ['patient']],
  Flag: [['_id'], ['patient']],
  MedicationStatement: [['_id'], ['patient']],
}

/** A parameter of a search as it was sent. */
export type Pair = readonly [name: string, value: string]

/** A search that was understood: its tests, all of which a resource has to pass. */
export interface Search {
  readonly type: GivenType
  readonly pairs: readonly Pair[]
  readonly isWanted: Test
}

/** What says how the answer is to look, and not what is looked for. */
export const shaping: ReadonlySet<string> = new Set(['_count', '_format', '_page', '_summary', '_total', '_pretty'])

/** `patient` may be said of its kind, an owner by its number: that is how we know them anyhow. */
const plainName = (name: string): string =>
  name.replace(/^(?:patient:Patient|owner:identifier)$/u, whole => whole.split(':')[0] ?? '')

const testOf = (type: GivenType, [sent, value]: Pair): Test | Issue => {
  const name = plainName(sent)
  const known = parameters[type]
  const parameter = Object.hasOwn(known, name) ? known[name] : undefined
  if (parameter === undefined)
    return {
      code: 'not-supported',
      element: sent,
      words: `${type} is not searched by this; it is by ${Object.keys(known).join(', ')}`,
    }
  const values = anyOf(value)
  if (values.length === 0) return { code: 'value', element: sent, words: 'The parameter has no value' }
  const test = parameter.reads(values)
  return typeof test === 'string' ? { code: 'value', element: sent, words: `The value of ${name} ${test}` } : test
}

const lacks = (type: GivenType, pairs: readonly Pair[]): Issue | undefined => {
  const names = new Set(pairs.map(([name]) => plainName(name)))
  const sets = needed[type]
  if (sets === undefined || sets.some(set => set.every(name => names.has(name)))) return undefined
  const words = sets.map(set => set.join(' and ')).join(', or ')
  return { code: 'required', words: `Say whom you look for: ${words}` }
}

/** A search as it was sent, or what is wrong with it. No parameter is ever passed over: a search would then find too much. */
export const readSearch = (type: GivenType, sent: readonly Pair[]): Search | Issue => {
  const pairs = sent.filter(([name]) => !shaping.has(name))
  const tests = pairs.map(pair => testOf(type, pair))
  const wrong = tests.find(test => typeof test !== 'function') ?? lacks(type, pairs)
  if (wrong !== undefined && typeof wrong !== 'function') return wrong
  return { type, pairs, isWanted: found => tests.every(test => typeof test === 'function' && test(found)) }
}
