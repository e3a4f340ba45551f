import type { Entry } from '../record/entry.ts'
import type { PersonId } from '../record/field.ts'
import { all, isAbout, type Picture, patientsOf } from '../record/standing.ts'
import { earliest } from './reading.ts'

/** The entry that first says that a child has complex health needs: a discharge home with them, or a diagnosis. */
export const complexNeeds = (picture: Picture, child: PersonId): Entry | undefined =>
  earliest(
    all(picture, 'discharge').find(entry => entry.complex === true && patientsOf(picture, entry).includes(child)),
    all(picture, 'diagnosis').find(entry => entry.complex === true && isAbout(picture, entry, child)),
  )
