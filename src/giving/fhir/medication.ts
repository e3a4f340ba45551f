import { agencyInWords } from '../../people/service.ts'
import type { Entry } from '../../record/entry.ts'
import type { PersonId } from '../../record/field.ts'
import { type Course, foldMedicines, medicinesOf, plainName } from '../../record/medicine-standing.ts'
import {
  childrenGiven,
  dateOf,
  type Found,
  filled,
  idOf,
  type Look,
  ownSystem,
  patientId,
  toPatient,
} from './resource.ts'

const differs =
  'What was said of this medicine differs, or is not agreed: ask who prescribes it before anything is changed.'

const doseIn = (entry: Entry): string | undefined =>
  entry.kind === 'instruction' || entry.kind === 'instruction-settled' ? entry.dose : undefined

/** What one agency last said of one medicine: two that differ are two, and nothing is made one of them here. */
export const medicationResource = (look: Look, child: PersonId, course: Course, said: Course['said'][number]) =>
  filled({
    resourceType: 'MedicationStatement' as const,
    id: idOf(look.family.id, 'MedicationStatement', `${child}|${plainName(course.medicine)}|${said.by}`),
    status: 'active' as const,
    medicationCodeableConcept: { text: course.medicine },
    subject: toPatient(look, child),
    dateAsserted: dateOf(said.entry.day),
    informationSource: {
      identifier: { system: ownSystem('agency'), value: said.by },
      display: agencyInWords(said.by),
    },
    note: course.open !== undefined || course.unsure ? [{ text: differs }] : undefined,
    dosage: [{ text: doseIn(said.entry) ?? said.dose }],
  })

const statementsOf = (look: Look, child: PersonId): readonly Found[] => {
  const { courses } = foldMedicines(medicinesOf(look.stands).get(child) ?? [])
  return courses.flatMap(course =>
    course.said.map(said => {
      const resource = medicationResource(look, child, course, said)
      const patients = [patientId(look, child)]
      return { id: resource.id, resource, record: look.family.id, patients, status: 'active' }
    }),
  )
}

/** What agencies last said of the medicines of each child. */
export const medicationsIn = (look: Look): readonly Found[] =>
  childrenGiven(look).flatMap(child => statementsOf(look, child))
