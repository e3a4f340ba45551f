import type { Phrase } from './phrase.ts'

/** Injuries, adults, the home, school, the law and what else reviews speak of, and the entries that say it here. */
export const howToSayRisk: readonly Phrase[] = [
  {
    phrases: ['bruise to the cheek, said to have fallen', 'marks seen'],
    lines: [{ kind: 'injury', what: 'a bruise', where: 'left cheek', explanation: 'fell', explained: 'unclear' }],
    note: 'Set `explained` to yes only where somebody who can judge it found that the story fits. Who saw it is `by`. Write it as an `injury`, not as an `incident` of that type or in the words of a visit: it then asks for all that an injury asks for.',
  },
  {
    phrases: ['paediatrician: consistent with the account', 'possible NAI'],
    lines: [
      { kind: 'injury-opinion', injury: 'inj-1' },
      { kind: 'finding', type: 'x-ray', text: 'A healing rib' },
    ],
  },
  {
    phrases: ['presented at A&E', 'walk-in centre', 'ambulance called'],
    lines: [{ kind: 'urgent-attendance', condition: 'asthma', emergency: 'yes', outcome: 'sent-home' }],
    note: 'An injury is an entry of its own beside it.',
  },
  {
    phrases: ['young person self-harmed', 'took an overdose (the child)', 'cut her wrist'],
    lines: [
      { kind: 'urgent-attendance', condition: 'self-harm', outcome: 'sent-home' },
      { kind: 'safety-plan' },
      { kind: 'contact', by: 'mental-health', way: 'call', with: 'bea' },
    ],
    note: 'Say “self-harm” in `condition`, also for an overdose. What a school or GP saw without hospital is a `concern` with `harm`. The last two only where somebody made a plan, or spoke with the child and not with a parent alone.',
  },
  {
    phrases: ['on the CAMHS waiting list', 'CAMHS did not accept', 'did not attend CAMHS'],
    lines: [
      { kind: 'referral-made', to: 'mental-health', referral: 'ref-7' },
      { kind: 'referral-accepted', referral: 'ref-7' },
      { kind: 'referral-declined', referral: 'ref-7', reason: 'Below the threshold' },
      { kind: 'was-not-brought', by: 'mental-health', clinic: 'CAMHS' },
    ],
    note: 'A list is no first contact: that is the first `attended` or `contact`. From sixteen on a miss is `did-not-attend` with the child as `person`.',
  },
  { phrases: ['asthma review'], lines: [{ kind: 'illness-reviewed', condition: 'asthma' }] },
  {
    phrases: ['immunisations missed', 'two-year review not attended'],
    lines: [
      { kind: 'routine-check', check: 'immunisation', outcome: 'missed' },
      { kind: 'was-not-brought', by: 'health-visiting', clinic: 'two-year review' },
    ],
    note: 'A day that was offered and missed is a `was-not-brought` beside it: somebody then asks after the family.',
  },
  {
    phrases: ['removed from the practice list', 'closed to health visiting'],
    lines: [{ kind: 'registration-ended', with: 'gp' }],
  },
  {
    phrases: ['mother took an overdose', 'low mood', 'on methadone'],
    lines: [
      { kind: 'adult-health', person: 'tess', about: 'overdose' },
      { kind: 'adult-health', person: 'rob', about: 'substance-use', storedAtHome: 'yes' },
    ],
  },
  {
    phrases: ['new partner has moved in'],
    lines: [
      { kind: 'person', person: 'kit', as: 'adult' },
      { kind: 'relationship', person: 'kit', is: 'partner', of: 'tess' },
      { kind: 'lives-at', person: 'kit', address: '7 Weir Lane' },
    ],
    note: 'Give the day from which it was known as `on`; without it the adult was always there.',
  },
  {
    phrases: ['did not attend school', 'attendance fell', 'missing from education'],
    lines: [
      { kind: 'absence', days: 5, authorised: 'no' },
      { kind: 'absence', missing: 'yes' },
    ],
  },
  {
    phrases: ['taken out of school to be home educated', 'off-rolled'],
    lines: [{ kind: 'withdrawal', why: 'home-education' }],
  },
  {
    phrases: ['permanently excluded', 'started at the PRU', 'on roll at a new school'],
    lines: [
      { kind: 'withdrawal', why: 'excluded' },
      { kind: 'registered', with: 'school' },
    ],
    note: 'The school that left the child out writes the first, the one that took the child on the second.',
  },
  {
    phrases: ['told police that she was raped', 'child disclosed abuse'],
    lines: [
      { kind: 'concern', harm: 'yes', text: '…' },
      { kind: 'child-voice', text: '…' },
    ],
    note: 'The words alone are a `child-voice`; that they give cause to suspect harm is a `concern` with `harm`.',
  },
  {
    phrases: ['stopped with a knife', 'arrested with drugs (the child)', 'threats to the young person'],
    lines: [{ kind: 'incident', type: 'other', text: '…' }],
    note: 'Written by the police. An adult’s arrest is a `finding`.',
  },
  {
    phrases: ['mother relapsed', 'sectioned', 'seen by the crisis team'],
    lines: [{ kind: 'adult-health', person: 'tess', about: 'mental-health' }],
    note: 'Written by the service that treats the parent (`mental-health`). Who else was told is a `told`.',
  },
  {
    phrases: ['went missing overnight', 'return interview'],
    lines: [{ kind: 'incident', type: 'missing' }, { kind: 'child-found' }, { kind: 'return-interview', held: 'yes' }],
  },
  { phrases: ['DASH high, 16 ticks'], lines: [{ kind: 'dash', score: 16, level: 'high' }] },
  {
    phrases: ['referred to MARAC', 'heard at MARAC'],
    lines: [
      { kind: 'marac', step: 'referred' },
      { kind: 'marac', step: 'heard' },
    ],
  },
  {
    phrases: ['written agreement: no unsupervised contact', 'bail: not to go to the address'],
    lines: [
      { kind: 'agreed-rule', source: 'written-agreement', person: 'rob', terms: 'not-alone-with-child' },
      { kind: 'agreed-rule', source: 'bail', person: 'rob', terms: 'not-at-address' },
      { kind: 'agreed-rule-broken', person: 'rob' },
    ],
  },
  {
    phrases: ['legal advice: threshold met', 'legal planning meeting', 'PLO letter', 'proceedings issued', 'PPO'],
    lines: [
      { kind: 'legal-advice', step: 'proceedings' },
      { kind: 'legal-step', step: 'legal-planning-meeting' },
      { kind: 'legal-step', step: 'letter-before-proceedings' },
      { kind: 'legal-step', step: 'proceedings' },
      { kind: 'legal-step', step: 'police-protection' },
    ],
  },
  {
    phrases: ['staying with an aunt', 'living with a friend’s family'],
    lines: [
      { kind: 'lives-at', person: 'bea', address: 'her aunt’s' },
      { kind: 'private-fostering', where: 'a neighbour' },
    ],
    note: '`private-fostering` only where she is not a close relative.',
  },
  {
    phrases: ['moved to another authority', 'case accepted there'],
    lines: [
      { kind: 'moves-area', area: 'Eastshire' },
      { kind: 'responsibility-accepted', area: 'Eastshire' },
    ],
  },
  {
    phrases: ['father arrested', 'convicted of assault', 'history of violence known to the police'],
    lines: [{ kind: 'finding', person: 'rob', type: 'conviction', text: '…' }],
    note: 'On the day of the conviction, written by whoever holds it; who was told of it is a `told`.',
  },
  {
    phrases: ['older child removed', 'previous children in care in another area'],
    lines: [
      {
        kind: 'known-elsewhere',
        person: 'tess',
        fact: 'other',
        where: 'Eastshire',
        text: 'An older child was taken into care',
      },
    ],
  },
  {
    phrases: ['symptoms reported only by mother', 'FII queried'],
    lines: [
      { kind: 'perplexing-presentation', step: 'noticed' },
      { kind: 'perplexing-presentation', step: 'suspected' },
    ],
  },
  { phrases: ['fears of forced marriage', 'FGM risk'], lines: [{ kind: 'honour-risk', type: 'forced-marriage' }] },
  {
    phrases: ['mum says there is no bus', 'cannot cope', 'struggling'],
    lines: [
      { kind: 'barrier-reported', barrier: 'no-transport' },
      { kind: 'barrier-reported', barrier: 'struggling' },
    ],
    note: 'It asks for help to be arranged, and counts against nobody.',
  },
  {
    phrases: ['school disagreed with the decision'],
    lines: [{ kind: 'view-given', answer: 'disagree', about: 'the decision' }],
    note: 'Where an agency asked another to think again, write `challenge-raised`.',
  },
  {
    phrases: ['discharge planned for Friday'],
    lines: [{ kind: 'discharge-planned', when: '2024-06-07' }, { kind: 'discharge-checked' }],
  },
  { phrases: ['letter returned, gone away'], lines: [{ kind: 'letter-returned', about: 'eyes-2' }] },
]
