import type { Day } from '../../../src/calendar/day.ts'
import { daysOn, workingDaysOn } from '../days.ts'
import { leavesOut, note, type Story, thing, write } from '../story.ts'

/** A medicine that the hospital gives and the GP prescribes on: the same dose, on one list that the parents have too. */
export const medicines = (story: Story, on: Day): void => {
  const { around, mother } = story
  const medicine = { medicine: 'Levetiracetam' }
  write(story, 'instruction', on, around.consultant, {
    ...medicine,
    instruction: thing(story, 'medicine'),
    dose: '250 mg twice a day',
  })
  const taken = daysOn(on, 20)
  const due = workingDaysOn(taken, 2)
  const differ =
    leavesOut(story, 'doses-differ') &&
    note(story, 'doses-differ', {
      rules: ['medicines-agreed', 'instruction-settled'],
      to: ['lead-paediatrician', 'named-doctor', 'consultant'],
      due,
      mended: workingDaysOn(due, 12),
    })
  write(story, 'instruction', taken, around.gp, {
    ...medicine,
    instruction: thing(story, 'medicine'),
    dose: differ ? '500 mg twice a day' : '250 mg twice a day',
  })
  const agreed = differ ? workingDaysOn(due, 12) : taken
  if (differ)
    write(story, 'instruction-settled', agreed, around.consultant, { ...medicine, dose: '250 mg twice a day' })
  write(story, 'medicines-agreed', agreed, around.consultant, {
    version: '1',
    to: [mother, around.gp.agency, around.healthVisitor.agency],
  })
}

/** A few days in hospital: admitted, and sent home to an address that was looked at, with a letter to the GP. */
export const stayInHospital = (story: Story, on: Day): void => {
  const { around, mother } = story
  const home = workingDaysOn(on, story.chance.between(1, 4))
  write(story, 'admission', on, around.consultant, { text: 'Fever and a rash; kept in to be watched.' })
  write(story, 'address-checked', home, around.socialWorker, { adults: 'yes' })
  write(story, 'discharge', home, around.consultant, { complex: 'no', text: 'Well again.' })
  write(story, 'letter-sent', workingDaysOn(home, 1), around.secretary, { to: [around.gp.agency, mother] })
  write(story, 'contact', workingDaysOn(home, 2), around.socialWorker, {
    way: 'visit',
    where: 'home',
    with: [mother],
    seen: [story.child],
    awake: 'yes',
    purpose: 'visit',
  })
}
