import { agencyInWords } from '../../people/service.ts'
import type { PersonId } from '../../record/field.ts'
import { type MedicineStanding, medicinesOn, type Said } from '../../record/medicines.ts'
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

// No dose that is not agreed leaves the page on which the words of each stand side by side (decision 0022).
const isChecked = 'This is being checked: ask who prescribes it before it is given or changed.'

/** What one agency says of one medicine, in its words: two that say the same are two, and no dose is put together. */
export const medicationResource = (look: Look, child: PersonId, { medicine, isOpen }: MedicineStanding, said: Said) =>
  filled({
    resourceType: 'MedicationStatement' as const,
    id: idOf(look.family.id, 'MedicationStatement', `${child}|${said.entry.root}`),
    status: said.entry.kind === 'medicine-stopped' ? ('stopped' as const) : ('active' as const),
    medicationCodeableConcept: { text: medicine },
    subject: toPatient(look, child),
    dateAsserted: dateOf(said.entry.day),
    informationSource: {
      identifier: { system: ownSystem('agency'), value: said.entry.by },
      display: agencyInWords(said.entry.by),
    },
    note: isOpen ? [{ text: isChecked }] : undefined,
    dosage: isOpen || said.entry.kind === 'medicine-stopped' || said.words === '' ? undefined : [{ text: said.words }],
  })

const statementsOf = (look: Look, child: PersonId): readonly Found[] =>
  medicinesOn(look.stands, child, look.day).medicines.flatMap(medicine =>
    medicine.standing.map(said => {
      const resource = medicationResource(look, child, medicine, said)
      const patients = [patientId(look, child)]
      return { id: resource.id, resource, record: look.family.id, patients, status: resource.status }
    }),
  )

/** What agencies last said of the medicines of each child. */
export const medicationsIn = (look: Look): readonly Found[] =>
  childrenGiven(look).flatMap(child => statementsOf(look, child))
