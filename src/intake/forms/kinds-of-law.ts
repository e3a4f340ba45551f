import { form } from './form-of-kind.ts'

/** What people record of the law and care, of what they think, and after a death. */
export const lawForms = {
  law: {
    words: 'The law, care away from home, other areas',
    kinds: {
      'legal-advice': form('Legal step advised or decided on', 'due', 'reason'),
      'legal-step': form('Legal step taken, or decided against', 'state', 'until', 'reason'),
      'family-group-meeting': form('Family group meeting offered, held or declined', 'state', 'person', 'reason'),
      'health-assessment': form('Health of a looked-after child assessed', 'type'),
      'left-care': form('Child no longer looked after', 'where'),
      'moves-area': form('Family moves to another area', 'area', 'agency', 'person', 'assessedOnly'),
      'responsibility-accepted': form('Other area accepts the case', 'area', 'agency'),
    },
  },
  views: {
    words: 'What practitioners think',
    kinds: {
      'worried-about-case': form('I am worried about this case', 'role'),
      'view-given': form('Agree or disagree with what was decided', 'meeting', 'about', 'differsFrom', 'agency'),
      'views-weighed': form('How two views were weighed', 'meeting', 'about', 'reason'),
      'challenge-closed': form('Challenge closed: what changed for the child', 'challenge', 'thanked'),
      'plan-explained': form('Parent given the plan in plain words', 'plan', 'person', 'understood'),
    },
  },
  learning: {
    words: 'After a death or serious harm',
    kinds: {
      'death-notified': form('Death or serious harm notified', 'reference'),
      'family-contact-named': form('Contact for the family named', 'practitioner', 'agency'),
      'rapid-review': form('Rapid review sent to the Panel', 'outcome'),
      'review-opened': form('Practice review opened', 'panel', 'familyInvited'),
    },
  },
} as const
