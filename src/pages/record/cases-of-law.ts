import type { Line } from '../invented.ts'

/** What only the writer can say in the forms of these rules. */
export const saidOfLaw: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  'contact-detail-verified': { email: ['tess.marsh@example.org'] },
  'conference-decision-sent': { to: ['school'] },
  'views-after-meeting': { answer: ['agree'] },
  'disagreement-weighed': { reason: ['Both were heard'] },
  'agenda-gone-through': {
    agenda: [
      ...['appointments', 'effect-on-child', 'each-child', 'fathers', 'conditions'],
      ...['open-actions', 'parents-view', 'what-would-escalate'],
    ],
  },
  'action-says-what-changes': { outcome: ['She gains weight'] },
  'decision-has-its-reason': { reason: ['Seen at home, well'] },
  'closing-checks-made': {},
  'responsibility-accepted': {},
  'review-panel-and-family': { panel: ['A. Chair'] },
}

const by = (kind: string, on: string, agency: string, rest: Line = {}): Line => ({ kind, on, by: agency, ...rest })

const protection = by('plan-started', '2024-02-05', 'social-care', { plan: 'cp', type: 'child-protection' })
const inNeed = by('plan-started', '2024-02-05', 'social-care', { plan: 'p', type: 'child-in-need' })
const met = (on: string, rest: Line = {}): Line =>
  by('meeting-held', on, 'social-care', { type: 'child-in-need', present: 'social-care; school', ...rest })
const late = (on: string, written: string): Line => by('incident', on, 'police', { type: 'domestic', written })

/** Invented families that show each duty of the law, of care, of endings and of deaths. */
export const casesOfLaw: readonly (readonly Line[])[] = [
  [
    by('contact-details', '2024-05-02', 'gp', { person: 'tess', email: 'tess@example.org' }),
    by('bounced', '2024-05-07', 'social-care', { of: 'letter-1', to: 'tess', way: 'e-mail' }),
  ],
  [
    by('conference-held', '2024-02-05', 'conference-unit', { conference: 'c', outcome: 'plan' }),
    protection,
    by('meeting-held', '2024-02-12', 'social-care', { type: 'core-group' }),
  ],
  [protection],
  [by('conference-held', '2024-02-05', 'conference-unit', { conference: 'c', quorate: 'no' })],
  [
    by('pregnancy', '2024-01-08', 'midwifery', { unborn: 'cub', mother: 'tess' }),
    by('conference-held', '2024-02-05', 'conference-unit', { conference: 'c', outcome: 'plan', child: 'cub' }),
    { ...protection, child: 'cub' },
    by('birth', '2024-03-04', 'midwifery', { unborn: 'cub', mother: 'tess' }),
  ],
  [
    met('2024-05-07', { meeting: 'm' }),
    by('view-given', '2024-05-07', 'social-care', { meeting: 'm', answer: 'agree' }),
  ],
  [met('2024-05-07', { meeting: 'm' }), by('view-given', '2024-05-07', 'school', { meeting: 'm', answer: 'disagree' })],
  [by('worried-about-case', '2024-05-07', 'school')],
  [
    by('challenge-raised', '2024-05-07', 'school', { challenge: 'c', to: 'social-care' }),
    by('challenge-answered', '2024-05-08', 'social-care', { challenge: 'c', settled: 'no', level: 1 }),
    by('challenge-answered', '2024-05-10', 'social-care', { challenge: 'c', settled: 'no', level: 2 }),
  ],
  [
    by('challenge-raised', '2024-05-07', 'school', { challenge: 'c', to: 'social-care' }),
    by('challenge-answered', '2024-05-08', 'social-care', { challenge: 'c', settled: 'yes', level: 1 }),
  ],
  [
    by('meeting-called', '2024-05-01', 'social-care', { meeting: 'm', when: '2024-05-14' }),
    by('invitation-acknowledged', '2024-05-07', 'gp', { meeting: 'm', coming: 'no' }),
  ],
  [
    { ...inNeed, members: 'hospital/royal; hospital/north' },
    ...['2024-03-05', '2024-04-02', '2024-05-07'].map(on => met(on, { plan: 'p' })),
  ],
  [met('2024-05-07', { agenda: 'appointments' })],
  [
    by('undertaking-given', '2024-05-07', 'social-care', { undertaking: 'u1', meeting: 'm', about: 'Weigh Bea' }),
    by('undertaking-given', '2024-05-07', 'social-care', { undertaking: 'u2', meeting: 'm', outcome: 'She grows' }),
  ],
  [inNeed, met('2024-02-12', { change: 'same' }), met('2024-05-07', { change: 'same' })],
  [
    inNeed,
    by('worker-starts', '2024-02-01', 'school/oak', { role: 'teacher' }),
    by('plan-ended', '2024-05-07', 'social-care', { plan: 'p', reason: 'All done' }),
  ],
  [
    by('section47-concluded', '2024-05-07', 'social-care', { outcome: 'no-continuing-risk' }),
    by('incident', '2024-05-02', 'gp', { type: 'injury', written: '2024-05-14' }),
  ],
  [by('came-into-care', '2024-05-07', 'social-care')],
  [by('legal-advice', '2024-05-07', 'social-care', { step: 'legal-planning-meeting' })],
  [by('legal-step', '2024-05-07', 'police', { step: 'police-protection' })],
  [by('legal-step', '2024-05-07', 'social-care', { step: 'letter-before-proceedings' })],
  [by('legal-step', '2024-05-07', 'social-care', { step: 'interim-care-order', until: '2024-06-28' })],
  [protection, by('moves-area', '2024-05-07', 'social-care', { agency: 'social-care/eastshire' })],
  [
    { kind: 'person', person: 'jay', as: 'child', born: '2008-06-10' },
    { ...inNeed, child: 'jay' },
    by('contact', '2024-05-07', 'social-care', { child: 'jay' }),
  ],
  [late('2024-05-07', '2024-05-10'), late('2024-05-14', '2024-05-17'), late('2024-05-21', '2024-05-24')],
  [by('decision', '2024-05-07', 'social-care', { decides: 'no-further-action' })],
  [by('death', '2024-05-07', 'hospital/royal', { suspected: 'yes' }), by('review-opened', '2024-06-10', 'partnership')],
  [
    by('recommendation', '2024-01-08', 'partnership', { recommendation: 'r', agency: 'hospital/royal' }),
    by('recommendation-kept', '2024-02-05', 'hospital/royal', { recommendation: 'r', evidence: 'An audit' }),
  ],
  [by('recommendation', '2024-01-08', 'partnership', { recommendation: 'r', agency: 'hospital/royal' })],
  [
    by('post', '2024-01-08', 'health-visiting', { post: 'hv', role: 'health-visitor', practitioner: 'J' }),
    by('training', '2024-01-08', 'gp', { practitioner: 'K' }),
  ],
  [by('quarterly-return', '2024-01-08', 'health-visiting')],
]
