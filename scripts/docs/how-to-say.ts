import { howToSayRisk } from './how-to-say-risk.ts'
import { code, table } from './markdown.ts'
import type { Phrase, Said } from './phrase.ts'

const everyDay: readonly Phrase[] = [
  {
    phrases: ['DNA’d clinic', 'failed to attend', 'FTA', 'WNB'],
    lines: [{ kind: 'was-not-brought', appointment: 'eyes-2' }],
    note: 'For a child. The day is the day of the appointment.',
  },
  {
    phrases: ['mother DNA’d antenatal'],
    lines: [{ kind: 'did-not-attend', person: 'tess' }],
    note: 'For an adult, or a young person of sixteen or more who comes alone.',
  },
  { phrases: ['cancelled by mum'], lines: [{ kind: 'appointment-cancelled', cancelledBy: 'family' }] },
  {
    phrases: ['clinic cancelled', 'clinic rebooked'],
    lines: [
      { kind: 'appointment-cancelled', cancelledBy: 'clinic' },
      { kind: 'appointment-moved', to: '2024-06-01', movedBy: 'clinic' },
    ],
  },
  { phrases: ['came late and could not be seen'], lines: [{ kind: 'attended', seen: 'no' }] },
  {
    phrases: ['discharged after three DNAs'],
    lines: [{ kind: 'was-not-brought' }, { kind: 'notes-reviewed', next: 'discharge' }],
    note: 'One entry for each miss, then the review that discharged.',
  },
  {
    phrases: ['would not let us in', 'access refused', 'spoke at the door'],
    lines: [{ kind: 'contact', way: 'visit', letIn: 'no' }],
    note: 'Name a child in `seen` only if somebody saw more than a glimpse.',
  },
  {
    phrases: ['HV visited, no reply', 'card left'],
    lines: [{ kind: 'contact', way: 'visit', reached: 'no' }],
  },
  {
    phrases: ['HV visited, child asleep upstairs'],
    lines: [{ kind: 'contact', way: 'visit', seen: 'bea', awake: 'no' }],
    note: 'Leave `seen` out when nobody saw the child: a visit is not yet a child seen.',
  },
  { phrases: ['child seen alone'], lines: [{ kind: 'contact', seen: 'bea', alone: 'yes' }] },
  {
    phrases: ['T/C to mother', 'rang mum, left voicemail'],
    lines: [
      { kind: 'contact', way: 'call', with: 'tess' },
      { kind: 'contact', way: 'call', with: 'tess', reached: 'no' },
    ],
  },
  { phrases: ['she said that she is scared at home'], lines: [{ kind: 'child-voice', text: '…' }] },
  { phrases: ['concerns noted', 'nursery worried'], lines: [{ kind: 'concern', text: '…' }] },
  {
    phrases: ['strategy meeting', 'strat held, threshold met'],
    lines: [
      {
        kind: 'strategy-discussion',
        present: 'social-care; police; health-visiting',
        section47: 'yes',
        outcome: 'section-47',
      },
    ],
  },
  {
    phrases: ['strategy meeting agreed to go to ICPC'],
    lines: [{ kind: 'strategy-discussion', outcome: 'conference' }],
  },
  {
    phrases: ['s47 initiated', 's47 substantiated'],
    lines: [{ kind: 'section47-started' }, { kind: 'section47-concluded', outcome: 'conference' }],
  },
  { phrases: ['conference agreed at the meeting'], lines: [{ kind: 'decision', decides: 'conference' }] },
  {
    phrases: ['ICPC: CP plan, neglect'],
    lines: [
      { kind: 'conference-held', type: 'initial', outcome: 'plan' },
      { kind: 'plan-started', type: 'child-protection', category: 'neglect' },
    ],
  },
  {
    phrases: ['police attended a domestic incident', 'DV, DASH medium'],
    lines: [
      { kind: 'incident', type: 'domestic', alleged: 'rob' },
      { kind: 'dash', level: 'medium' },
    ],
    note: 'Written by the police.',
  },
  { phrases: ['Clare’s Law disclosure'], lines: [{ kind: 'clares-law', step: 'disclosed' }] },
  { phrases: ['CSE, high risk'], lines: [{ kind: 'exploitation', person: 'tess', state: 'concern', level: 'high' }] },
  { phrases: ['referral to MASH'], lines: [{ kind: 'referral-made', to: 'social-care', referral: 'ref-9' }] },
  {
    phrases: ['NFA'],
    lines: [{ kind: 'referral-decided', referral: 'ref-9', decision: 'No further action' }],
    note: 'And a `referral-answered` only when the referrer was told.',
  },
  {
    phrases: ['referred to early help, never picked up'],
    lines: [{ kind: 'referral-made', to: 'early-help' }],
    note: 'What did not happen has no entry: its absence is what Holdfast finds.',
  },
  {
    phrases: ['C&F started', 'C&F completed'],
    lines: [{ kind: 'assessment-opened', type: 'child-and-family' }, { kind: 'assessment-finished' }],
  },
  {
    phrases: ['father was not part of the assessment'],
    lines: [{ kind: 'person-covered', person: 'rob', status: 'not-asked' }],
  },
  {
    phrases: ['stepped up to CIN', 'CIN plan written'],
    lines: [
      { kind: 'plan-agreed', type: 'child-in-need' },
      { kind: 'plan-started', type: 'child-in-need' },
    ],
  },
  { phrases: ['case closed', 'closed to social care'], lines: [{ kind: 'plan-ended', reason: '…' }] },
  { phrases: ['stepped down'], lines: [{ kind: 'threshold-reviewed', decision: 'step-down' }, { kind: 'plan-ended' }] },
  {
    phrases: ['mother declined support', 'refused early help'],
    lines: [{ kind: 'consent-refused', person: 'tess', to: 'early-help' }],
  },
  { phrases: ['mother agreed to the plan'], lines: [{ kind: 'consent-given', person: 'tess', to: 'child-in-need' }] },
  { phrases: ['allocated to KA'], lines: [{ kind: 'worker-starts', role: 'social-worker', practitioner: 'KA' }] },
  {
    phrases: ['social worker left', 'SW off sick'],
    lines: [
      { kind: 'worker-leaves', role: 'social-worker' },
      { kind: 'worker-away', role: 'social-worker' },
    ],
  },
  { phrases: ['on duty cover'], lines: [{ kind: 'cover', role: 'social-worker' }] },
  { phrases: ['discussed in supervision'], lines: [{ kind: 'supervision' }] },
  {
    phrases: ['CIN meeting, GP sent apologies'],
    lines: [{ kind: 'meeting-held', type: 'child-in-need', present: 'social-care; school' }],
    note: 'Whoever is not among `present` was not there.',
  },
  {
    phrases: ['TAF', 'TAC', 'core group'],
    lines: [
      { kind: 'meeting-held', type: 'team-around-the-family' },
      { kind: 'meeting-held', type: 'core-group' },
    ],
  },
  {
    phrases: ['invited by e-mail', 'e-mail came back'],
    lines: [
      { kind: 'invitation-sent', to: 'gp', way: 'e-mail' },
      { kind: 'invitation-bounced', to: 'gp' },
    ],
  },
  { phrases: ['letter to parents, cc GP'], lines: [{ kind: 'letter-sent', to: 'tess; gp' }] },
  {
    phrases: ['SW informed'],
    lines: [{ kind: 'told', of: 'wnb-1', to: 'social-care' }],
    note: '`of` is the id of what they were told.',
  },
  {
    phrases: ['if one more is missed we go to conference'],
    lines: [{ kind: 'condition', events: 'was-not-brought', times: 1, consequence: 'conference' }],
  },
  {
    phrases: ['HV to weigh by Friday', 'action complete'],
    lines: [
      { kind: 'undertaking-given', undertaking: 'u-9', owner: 'health-visitor', about: 'Weigh', due: '2024-06-14' },
      { kind: 'undertaking-kept', undertaking: 'u-9' },
    ],
  },
  { phrases: ['escalated', 'professional disagreement'], lines: [{ kind: 'challenge-raised', to: 'social-care' }] },
  {
    phrases: ['mum pregnant, EDD 20/4', 'booked'],
    lines: [
      { kind: 'pregnancy', unborn: 'baby-2', mother: 'tess', expected: '2025-04-20' },
      { kind: 'antenatal-booking', unborn: 'baby-2' },
    ],
  },
  { phrases: ['miscarriage', 'TOP'], lines: [{ kind: 'pregnancy-ended', unborn: 'baby-2' }] },
  { phrases: ['moved in with MGM'], lines: [{ kind: 'lives-at', person: 'bea; tess', address: 'her grandmother’s' }] },
  {
    phrases: ['bloods taken', 'result given'],
    lines: [
      { kind: 'result-awaited', result: 'blood-1', test: 'blood' },
      { kind: 'result-told', result: 'blood-1' },
    ],
  },
  { phrases: ['admitted', 'd/c home'], lines: [{ kind: 'admission' }, { kind: 'discharge', address: '7 Weir Lane' }] },
  { phrases: ['s20', 'ICO granted'], lines: [{ kind: 'came-into-care', status: 'section 20' }] },
  { phrases: ['PPO', 'police powers used'], lines: [{ kind: 'legal-step', step: 'police-protection' }] },
  {
    phrases: ['LPM advised', 'threshold met for proceedings', 'PLO letter sent', 'ICO until 30 August'],
    lines: [
      { kind: 'legal-advice', step: 'legal-planning-meeting' },
      { kind: 'legal-advice', step: 'proceedings' },
      { kind: 'legal-step', step: 'letter-before-proceedings' },
      { kind: 'legal-step', step: 'interim-care-order', until: '2024-08-30' },
    ],
  },
  {
    phrases: ['LAC review', 'returned home from care'],
    lines: [{ kind: 'meeting-held', type: 'looked-after-review' }, { kind: 'left-care' }],
  },
  {
    phrases: ['RCPC: plan continues', 'RCPC: stepped down to CIN'],
    lines: [
      { kind: 'conference-held', type: 'review', outcome: 'continue' },
      { kind: 'conference-held', type: 'review', outcome: 'end' },
    ],
  },
  {
    phrases: ['family moved to another borough', 'case accepted by the new authority'],
    lines: [
      { kind: 'moves-area', area: 'Eastshire' },
      { kind: 'responsibility-accepted', agency: 'social-care/eastshire' },
    ],
  },
  {
    phrases: ['paediatrician thought accidental, nurse did not agree'],
    lines: [{ kind: 'view-given', answer: 'disagree', about: 'The mark on her arm', differsFrom: 'hospital/royal' }],
    note: 'A disagreement that was taken up with the other agency is a `challenge-raised`.',
  },
  {
    phrases: ['GP cannot come, sent a report'],
    lines: [{ kind: 'invitation-acknowledged', coming: 'no' }, { kind: 'report-filed' }],
  },
  {
    phrases: ['died; abuse suspected', 'critically injured'],
    lines: [
      { kind: 'death', suspected: 'yes' },
      { kind: 'incident', type: 'injury', seriousHarm: 'yes' },
    ],
  },
]

const said = ({ kind, ...fields }: Said): string => {
  const own = Object.entries(fields).map(([field, value]) => `${field}: ${value}`)
  return own.length === 0 ? code(kind) : `${code(kind)} ${own.join(', ')}`
}

/** What reviews and case notes say, and the entries that say it here. */
export const howToSay: readonly Phrase[] = [...everyDay, ...howToSayRisk]

/** The phrases as a table. */
export const howToSayTable = (): string =>
  table(
    ['what people write', 'what a chronology file says'],
    howToSay.map(({ phrases, lines, note }) => [
      phrases.map(phrase => `“${phrase}”`).join(', '),
      `${lines.map(said).join('<br>')}${note === undefined ? '' : `<br>${note}`}`,
    ]),
  )
