import { addDays, type Day, isoDay } from '../../../src/calendar/day.ts'
import { daysOn, workingDaysOn } from '../days.ts'
import { leavesOut, note, type Story, thing, write } from '../story.ts'

/** Appointments of one clinic over a stretch. */
export interface Series {
  readonly from: Day
  readonly every: number
  readonly visits: number
  readonly critical: boolean
}

interface Place {
  readonly series: string
  readonly clinic: string
}

const names = ['Eyes', 'Kidneys', 'Diabetes', 'Epilepsy', 'Hearing', 'Growth', 'Asthma', 'Heart'] as const

const followUp = (story: Story, appointment: string, on: Day): void => {
  const { around, mother, father, atSchool } = story
  const hospital = around.consultant
  const health = atSchool ? around.schoolNurse : around.healthVisitor
  const called = workingDaysOn(on, 1)
  const uncalled =
    leavesOut(story, 'family-not-called-after-miss') &&
    note(story, 'family-not-called-after-miss', {
      rules: ['family-contacted-after-miss'],
      to: ['clinic', 'clinic-manager', 'named-nurse'],
      due: called,
      mended: workingDaysOn(called, 9),
    })
  write(story, 'contact', uncalled ? workingDaysOn(called, 9) : called, around.clinic, {
    way: 'call',
    with: [mother],
    about: appointment,
    purpose: 'after-a-miss',
    text: 'The bus did not come. The child is well. Booked again.',
  })
  const reviewed = workingDaysOn(on, 1)
  const unread =
    leavesOut(story, 'notes-not-reviewed') &&
    note(story, 'notes-not-reviewed', {
      rules: ['notes-reviewed-after-miss'],
      to: ['consultant', 'clinical-lead', 'named-doctor'],
      due: workingDaysOn(on, 5),
      mended: workingDaysOn(on, 16),
    })
  const read = unread ? workingDaysOn(on, 16) : reviewed
  write(story, 'notes-reviewed', read, hospital, {
    appointment,
    harm: 'Another month without a check does little harm.',
    next: 'rebook',
  })
  const unsent =
    leavesOut(story, 'letter-not-sent') &&
    note(story, 'letter-not-sent', {
      rules: ['letter-after-miss'],
      to: ['medical-secretary', 'clinic-manager', 'named-nurse'],
      due: workingDaysOn(read, 2),
      mended: workingDaysOn(read, 13),
    })
  const sent = unsent ? workingDaysOn(read, 13) : workingDaysOn(read, 1)
  write(story, 'letter-sent', sent, around.secretary, {
    about: appointment,
    to: [mother, father, around.gp.agency, health.agency],
  })
  const due = workingDaysOn(on, 5)
  const gpSilent =
    leavesOut(story, 'gp-did-not-follow-up') &&
    note(story, 'gp-did-not-follow-up', {
      rules: ['gp-follow-up-after-miss'],
      to: ['practice-safeguarding-lead', 'named-gp', 'gp'],
      due: workingDaysOn(due, 2),
      mended: workingDaysOn(due, 12),
    })
  write(story, 'contact', gpSilent ? workingDaysOn(due, 12) : workingDaysOn(on, 4), around.gpLead, {
    way: 'call',
    with: [mother],
    about: appointment,
    purpose: 'after-a-miss',
  })
  write(story, 'told', on, around.clinic, {
    of: [appointment],
    to: [health.agency, around.socialWorker.agency],
    way: 'e-mail',
  })
}

const outcome = (story: Story, place: Place, appointment: string, on: Day): void => {
  const { chance, around } = story
  const about = { appointment, series: place.series }
  const throwOf = chance.next()
  // With another appointment on that day it would be a clash, which is nobody's miss.
  const isFree = !story.lines.some(line => line.kind === 'attended' && line.on === isoDay(on))
  const mustMiss = isFree && story.drops.length === 0 && isOfMisses(story) && on > addDays(story.size.from, 20)
  if (mustMiss || throwOf < 0.07) {
    write(story, 'was-not-brought', on, around.clinic, { ...about, reason: 'The bus did not come' })
    followUp(story, appointment, on)
  } else if (throwOf < 0.1)
    write(story, 'appointment-cancelled', workingDaysOn(on, -3), around.clinic, { ...about, cancelledBy: 'clinic' })
  else write(story, 'attended', on, around.clinic, { ...about, seen: 'yes' })
}

const ofMisses: ReadonlySet<string> = new Set([
  'family-not-called-after-miss',
  'notes-not-reviewed',
  'letter-not-sent',
  'gp-did-not-follow-up',
])
const isOfMisses = ({ leftOut }: Story): boolean => leftOut !== undefined && ofMisses.has(leftOut)

const result = (story: Story, appointment: string, on: Day): void => {
  const { around, mother, chance } = story
  const result = thing(story, 'result')
  write(story, 'result-awaited', on, around.consultant, { result, test: 'blood', text: `Taken at ${appointment}.` })
  const due = workingDaysOn(on, 20)
  const mended = workingDaysOn(due, 15)
  const untold =
    leavesOut(story, 'result-not-told') &&
    note(story, 'result-not-told', {
      rules: ['result-told', 'result-chased'],
      to: ['consultant', 'clinical-lead', 'medical-secretary'],
      due,
      mended,
    })
  write(story, 'result-told', untold ? mended : workingDaysOn(on, chance.between(4, 12)), around.consultant, {
    result,
    understood: 'yes',
    text: `Told ${mother} what it means.`,
  })
}

/** A series of appointments: how much it matters said at once, each booked ahead and its outcome written, misses followed up. */
export const clinics = (story: Story, { from, every, visits, critical }: Series): void => {
  const { chance, around } = story
  const clinic = chance.of(names)
  const series = thing(story, clinic.toLowerCase())
  write(story, 'series-started', from, around.consultant, {
    series,
    clinic,
    critical: critical ? 'yes' : 'no',
    harm: 'A change may go unseen for months.',
  })
  for (
    let n = 1, on = daysOn(from, every);
    n <= visits && on <= story.size.until;
    n += 1, on = daysOn(on, chance.between(every - 3, every + 3))
  ) {
    const appointment = `${series}-${n}`
    write(story, 'appointment-booked', workingDaysOn(on, -Math.min(20, every)), around.clinic, {
      appointment,
      series,
      clinic,
      when: isoDay(on),
    })
    outcome(story, { series, clinic }, appointment, on)
    if (n % 5 === 2) result(story, appointment, on)
  }
}
