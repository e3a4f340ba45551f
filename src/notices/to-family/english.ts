import { isoMoment } from '../../calendar/moment.ts'
import { dayWithWeekday } from '../../calendar/words.ts'
import type { FamilyWords } from './words.ts'

/** The words for a family in English. */
export const english: FamilyWords = {
  day: day => dayWithWeekday(day).replace(/ \d{4}$/u, ''),
  time: at => isoMoment(at).slice(11),
  calendar: { name: 'Appointments', title: 'Appointment' },
  message: {
    subject: 'You have a message',
    whole: ({ when, ring }) =>
      `You have an appointment on ${when}. If that day is hard, ring ${ring}: asking for another day is no problem.`,
    bare: ring => `You have a message about an appointment. Ring ${ring} or look on your page.`,
    only: ring => `You have a message. Ring ${ring}.`,
  },
  sheet: {
    title: 'What is next',
    when: 'When',
    whereTo: 'Where to',
    whoComes: 'Comes with you',
    arranged: 'Transport is booked',
    notArranged: 'Transport is not booked yet: ring us',
    interpreter: 'Interpreter booked',
    own: 'Your own appointment',
    clash: 'Clashes with another',
    clashes: 'Where two clash, that is our mistake and not yours. Ring us: we ask the clinics.',
    later: count => `${count} more later. Ask us for a new sheet.`,
    nothing: 'Nothing is booked just now.',
    bare: 'There are appointments to talk about. Ring us: we do not write them down here.',
    ring: 'Who to ring',
    toChange: 'If a day is hard, ring the clinic or us. Asking for another day is no problem.',
    poorly: 'If your child is poorly',
    emergency: 'In an emergency: 999',
    unsure: 'Not sure, day or night: 111',
    made: day => `Made on ${day}. Days can change: ask us for a new sheet.`,
  },
}
