/** One sound line for each kind of entry about domestic abuse, missing children, findings, school and where a child lives. */
export const exampleLinesOfRisk = {
  disclosure: { on: '2024-07-11', by: 'probation', person: 'rob', of: 'bea' },
  'clares-law': { on: '2024-07-09', by: 'police', person: 'tess', step: 'advised' },
  exploitation: { on: '2024-02-12', by: 'police', person: 'tess', adult: 'rob', state: 'concern', level: 'medium' },
  dash: { on: '2024-07-07', by: 'police', incident: 'inc-1', person: 'tess', score: 9, level: 'standard' },
  marac: { on: '2024-07-09', by: 'police', person: 'tess', adult: 'rob', step: 'referred' },
  'restriction-reviewed': { on: '2024-10-07', by: 'partnership', person: 'rob', answer: 'kept' },
  'honour-risk': { on: '2024-09-02', by: 'school/hill', person: 'tess', type: 'forced-marriage' },
  'child-found': { on: '2024-09-09 21:30', by: 'police', where: 'At her aunt’s' },
  'return-interview': { on: '2024-09-11', by: 'voluntary', held: 'yes' },
  finding: {
    on: '2024-08-06',
    by: 'hospital/royal',
    finding: 'xray-1',
    type: 'x-ray',
    mustKnow: ['social-care', 'police'],
    text: 'An old break of the left arm.',
  },
  'probation-begins': {
    on: '2024-07-10',
    by: 'probation',
    person: 'rob',
    stage: 'supervision',
    order: 'Community order',
  },

  absence: { on: '2024-09-16', by: 'nursery/oak-house', days: 4 },
  withdrawal: { on: '2024-09-27', by: 'nursery/oak-house', why: 'unknown' },
  'private-fostering': { on: '2024-10-21', by: 'nursery/oak-house', where: 'With a neighbour' },
  'contact-details': { on: '2024-03-05', by: 'gp', person: 'tess', telephone: '01632 960 001' },
  'referral-withdrawn': { on: '2024-07-15', by: 'health-visiting', referral: 'ref-3', reason: 'Tess asked for time' },
  'housing-need': { on: '2024-07-15', by: 'social-care', need: 'A home that Rob does not know' },
} as const
