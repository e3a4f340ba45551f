import { onceForEach } from '../../duties/once.ts'
import { appointmentsIn } from './appointment.ts'
import { carePlansIn, flagsIn } from './care-plan.ts'
import { careTeamsIn } from './care-team.ts'
import { medicationsIn } from './medication.ts'
import { patientsIn } from './patient.ts'
import type { Found, GivenType, Look } from './resource.ts'
import { tasksIn } from './task.ts'

/** What is given out of a look alone; notices are of the reader's own inbox besides. */
export type OfLook = Exclude<GivenType, 'Communication'>

// A look is one reader's, and another as soon as anything changes: so is what is given out of it.
const makers: Readonly<Record<OfLook, (look: Look) => readonly Found[]>> = {
  Patient: onceForEach(patientsIn),
  Appointment: onceForEach(appointmentsIn),
  CareTeam: onceForEach(careTeamsIn),
  CarePlan: onceForEach(carePlansIn),
  Task: onceForEach(tasksIn),
  Flag: onceForEach(flagsIn),
  MedicationStatement: onceForEach(medicationsIn),
}

/** Every resource of one type of a look. */
export const foundIn = (type: OfLook, look: Look): readonly Found[] => makers[type](look)
