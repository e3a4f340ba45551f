import type { Act, AppointmentSaid, CodeSaid, NumberSaid } from '../feeds/said.ts'
import { all, type FhirNode, first, text, typeOf } from './node.ts'
import { idNumber, nameOf, numberOf } from './patient.ts'
import { meantBy, namedIn, type Together } from './references.ts'
import { findWhen } from './when.ts'

/** What each status says of an appointment; what is only proposed is no appointment yet. */
const acts: Readonly<Record<string, Act | 'nothing'>> = {
  proposed: 'nothing',
  pending: 'nothing',
  waitlist: 'nothing',
  booked: 'booked',
  arrived: 'arrived',
  'checked-in': 'arrived',
  fulfilled: 'attended',
  cancelled: 'cancelled',
  noshow: 'missed',
  'entered-in-error': 'mistaken',
}

/** What a status says; one that FHIR does not know, or none, is a change whose outcome the feed's table has to say. */
export const actOf = (appointment: FhirNode): Act | 'nothing' => {
  const status = text(appointment, 'status') ?? ''
  return Object.hasOwn(acts, status) ? (acts[status] ?? 'changed') : 'changed'
}

const codesAt = (place: string, concepts: readonly FhirNode[]): readonly CodeSaid[] =>
  concepts.flatMap(concept => {
    const words = text(concept, 'text')
    const coded = all(concept, 'coding').flatMap(coding => {
      const code = text(coding, 'code')
      return code === undefined ? [] : [{ place, code, words: text(coding, 'display') ?? words }]
    })
    return coded.length === 0 && words !== undefined ? [{ place, code: words, words }] : coded
  })

const gpConnectReason = /Extension-GPConnect-AppointmentCancellationReason-\d+$/u

/** GP Connect gives the reason of a cancellation as a text, in an extension. */
const extensionCodes = (appointment: FhirNode): readonly CodeSaid[] =>
  all(appointment, 'extension').flatMap(one => {
    const [url = '', code] = [text(one, 'url'), text(one, 'valueString')]
    const place = gpConnectReason.exec(url)?.[0]
    return place === undefined || code === undefined ? [] : [{ place, code, words: code }]
  })

const isClinical = (concept: FhirNode): boolean =>
  all(concept, 'coding').some(coding => (text(coding, 'system') ?? '').includes('snomed'))

/** In STU3 the reason of an appointment, and where it was cancelled (e-RS) the reason of that. */
const reasonCodes = (appointment: FhirNode): readonly CodeSaid[] =>
  text(appointment, 'status') === 'cancelled'
    ? codesAt(
        'reason',
        all(appointment, 'reason').filter(one => !isClinical(one)),
      )
    : []

const unknownStatus = (appointment: FhirNode): readonly CodeSaid[] => {
  const code = text(appointment, 'status')
  return code === undefined || Object.hasOwn(acts, code) ? [] : [{ place: 'status', code, words: undefined }]
}

const codesOf = (appointment: FhirNode): readonly CodeSaid[] => [
  ...unknownStatus(appointment),
  ...codesAt('cancelationReason', all(appointment, 'cancelationReason')),
  ...codesAt('cancelationReason', all(appointment, 'cancellationReason')),
  ...extensionCodes(appointment),
  ...reasonCodes(appointment),
]

const wordsOf = (concepts: readonly FhirNode[]): string | undefined =>
  concepts.flatMap(one => text(one, 'text') ?? text(one, 'coding', 'display') ?? [])[0]

const purposeOf = (appointment: FhirNode): string | undefined => {
  const clinical = all(appointment, 'reason').filter(
    one => text(appointment, 'status') !== 'cancelled' || isClinical(one),
  )
  return text(appointment, 'description') ?? wordsOf([...all(appointment, 'reasonCode'), ...clinical])
}

/** Somebody or something that takes part, with its resource where that was sent too. */
interface Part {
  readonly type: string
  readonly name: string | undefined
}

const nameIn = (resource: FhirNode): string | undefined => text(resource, 'name') ?? nameOf(first(resource, 'name'))

const serviceSystem = /service/iu

/** Of what sort it is, by the resource, by the address, by its word, or (e-RS) by the system of its number alone. */
const sortOf = (actor: FhirNode, resource: FhirNode | undefined): string => {
  if (resource !== undefined) return typeOf(resource)
  const said = namedIn(actor)?.type ?? text(actor, 'type')
  return said ?? (serviceSystem.test(text(actor, 'identifier', 'system') ?? '') ? 'HealthcareService' : '')
}

const partOf = (together: Together, holder: FhirNode, actor: FhirNode): Part => {
  const resource = meantBy(together, holder, actor)
  return {
    type: sortOf(actor, resource),
    name: (resource && nameIn(resource)) ?? text(actor, 'display'),
  }
}

/** Who and what a slot's diary is for: BaRS names service, place and practitioner there alone. */
const diaryActors = (together: Together, appointment: FhirNode): readonly Part[] =>
  all(appointment, 'slot').flatMap(reference => {
    const slot = meantBy(together, appointment, reference)
    const schedule = slot && meantBy(together, slot, first(slot, 'schedule'))
    return schedule === undefined ? [] : all(schedule, 'actor').map(actor => partOf(together, schedule, actor))
  })

const partsOf = (together: Together, appointment: FhirNode): readonly Part[] => [
  ...all(appointment, 'participant', 'actor').map(actor => partOf(together, appointment, actor)),
  ...diaryActors(together, appointment),
]

const serviceWords = (appointment: FhirNode): string | undefined =>
  wordsOf(['serviceType', 'specialty', 'serviceCategory'].flatMap(name => all(appointment, name)))

const numbersOf = (appointment: FhirNode): readonly NumberSaid[] => {
  const id = text(appointment, 'id')
  const given = all(appointment, 'identifier').flatMap(numberOf)
  return id === undefined ? given : [...given, idNumber('Appointment', id)]
}

/** The sender's number of the case that an appointment belongs to: of the referral that it is based on. */
const caseOf = (together: Together, appointment: FhirNode): NumberSaid | undefined => {
  const based = [...all(appointment, 'basedOn'), ...all(appointment, 'incomingReferral')]
  const found = based.flatMap(reference => {
    const identifiers = all(meantBy(together, appointment, reference) ?? {}, 'identifier')
    const named = namedIn(reference)
    const own = [...identifiers, ...all(reference, 'identifier')].flatMap(numberOf)
    return named === undefined ? own : [...own, idNumber(named.type, named.id)]
  })
  return found[0]
}

/** An appointment as its resource says it; what an act is nothing of is none. */
export const appointmentOf = (together: Together, appointment: FhirNode): AppointmentSaid | undefined => {
  const act = actOf(appointment)
  if (act === 'nothing') return undefined
  const parts = partsOf(together, appointment)
  const named = (type: string) => parts.find(part => part.type === type && part.name !== undefined)?.name
  return {
    act,
    numbers: numbersOf(appointment),
    start: findWhen(text(appointment, 'start')),
    end: findWhen(text(appointment, 'end')),
    clinic: named('HealthcareService') ?? serviceWords(appointment),
    site: named('Location'),
    consultant: named('Practitioner'),
    purpose: purposeOf(appointment),
    codes: codesOf(appointment),
    case: caseOf(together, appointment),
  }
}
