import { form } from './form-of-kind.ts'

/** The forms of how services reach the family and plan with it. */
export const toFamilyForms = {
  words: 'Reaching the family, and planning with it',
  kinds: {
    'way-agreed': form('How somebody wants to be reached', 'address', 'language', 'safe', 'askedAlone', 'others'),
    'coming-along': form('Somebody comes along', 'appointment', 'person', 'coming'),
    'change-asked': form('Clinic asked for another day or place', 'wanted', 'with', 'person', 'reason'),
    'change-answered': form('Clinic’s answer to a change that was asked for', 'reason'),
    'family-time-decided': form('Who sees a child who lives elsewhere', 'appointments', 'until', 'reason'),
    'message-to-family': form('What became of a message to the family', 'about', 'way'),
  },
} as const
