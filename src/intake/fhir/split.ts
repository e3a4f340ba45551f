import type { Arriving } from '../../store/feeds.ts'
import { type FhirNode, isNode, text, typeOf } from './node.ts'
import { type FhirFault, readFhir } from './read-fhir.ts'
import { type Entered, namedIn, type Together, togetherIn } from './references.ts'
import { isAboutSomebody, patientKey, patientsOf } from './whose.ts'

/*
 * A list of appointments that somebody asked for holds many patients. Each is stored by itself, with what it refers to, so
 * that what is about nobody on an open record goes by itself after its hours, and nothing of it stays beside another's.
 */

const deepest = 64

/** Every address that anything in an element refers to. */
const referredTo = (value: unknown, left = deepest): readonly string[] => {
  if (left === 0) return []
  if (Array.isArray(value)) return value.flatMap(one => referredTo(one, left - 1))
  if (!isNode(value)) return []
  const named = namedIn(value)
  const own = [text(value, 'reference'), named && `${named.type}/${named.id}`].flatMap(one => one ?? [])
  return [...own, ...Object.values(value).flatMap(one => referredTo(one, left - 1))]
}

const isReferral = (resource: FhirNode): boolean => /^(?:ServiceRequest|ReferralRequest)$/u.test(typeOf(resource))

/** What is about somebody, and stands by itself. A referral stands with the appointment that is based on it. */
const standsAlone = (resource: FhirNode): boolean => isAboutSomebody(resource) && !isReferral(resource)

/** All that a resource refers to, and what that refers to. It ends at a patient, and at whatever stands by itself. */
const withMeant = (together: Together, start: FhirNode): ReadonlySet<FhirNode> => {
  const found = new Set<FhirNode>([start])
  for (const resource of found) {
    if (resource !== start && (typeOf(resource) === 'Patient' || standsAlone(resource))) continue
    for (const address of referredTo(resource)) {
      const meant = together.byAddress.get(address)
      if (meant !== undefined && (typeOf(meant) !== 'Patient' || typeOf(resource) !== 'Patient')) found.add(meant)
    }
  }
  return found
}

const entryOf = ({ resource, fullUrl, method }: Entered) => ({
  ...(fullUrl === undefined ? {} : { fullUrl }),
  resource,
  ...(method === undefined ? {} : { request: { method } }),
})

/** Which resources begin a part: what stands alone; a referral and a patient of whom nothing else speaks. */
const beginningsIn = (together: Together): readonly FhirNode[] => {
  const alone = together.entered.map(({ resource }) => resource).filter(standsAlone)
  const meant = new Set(alone.flatMap(one => [...withMeant(together, one)]))
  const others = together.entered.map(({ resource }) => resource).filter(one => isReferral(one) && !meant.has(one))
  const both = new Set([...meant, ...others.flatMap(one => [...withMeant(together, one)])])
  const patients = together.entered
    .map(({ resource }) => resource)
    .filter(one => typeOf(one) === 'Patient' && !both.has(one))
  return [...alone, ...others, ...patients]
}

/** What a list says of itself as a list. */
const listOnly: ReadonlySet<string> = new Set(['entry', 'link', 'total'])

const partOf = (bundle: FhirNode, together: Together, start: FhirNode): FhirNode => {
  const held = withMeant(together, start)
  const entry = together.entered.filter(({ resource }) => held.has(resource) || typeOf(resource) === 'MessageHeader')
  const head = Object.entries(bundle).filter(([name]) => !listOnly.has(name))
  return { ...Object.fromEntries(head), entry: entry.map(entryOf) }
}

/** Whether all of it is about one patient, so that nothing has to be kept apart. */
const isOfOne = (together: Together, beginnings: readonly FhirNode[]): boolean => {
  if (beginnings.length <= 1) return true
  const whose = beginnings.map(one => patientsOf(together, one).map(patientKey))
  return whose.every(keys => keys.length === 1) && new Set(whose.flat()).size === 1
}

const bytesOf = (resource: FhirNode): Uint8Array => new TextEncoder().encode(JSON.stringify(resource))

/** The sender's own number of a message; a list has none, for the same one may be asked for again. */
const controlOf = (resource: FhirNode): string | undefined =>
  text(resource, 'type') === 'message' ? (text(resource, 'identifier', 'value') ?? text(resource, 'id')) : undefined

/** What was sent, in the messages in which it is stored: as it came where it is about one patient, else each thing by itself. */
export const splitFhir = (
  bytes: Uint8Array,
): { readonly messages: readonly Arriving[] } | { readonly fault: FhirFault } => {
  const read = readFhir(bytes)
  if ('fault' in read) return read
  const { resource } = read
  const whole = { bytes, control: controlOf(resource) }
  if (typeOf(resource) !== 'Bundle') return { messages: [whole] }
  const together = togetherIn(resource)
  const beginnings = beginningsIn(together)
  if (isOfOne(together, beginnings)) return { messages: [whole] }
  const messages = beginnings.map((start, at) => ({
    bytes: bytesOf(partOf(resource, together, start)),
    control: whole.control && `${whole.control}|${at}`,
  }))
  return { messages }
}
