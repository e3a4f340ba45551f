/** The fields by which entries name the things that go on over time. */
export const thingFields = [
  'appointment',
  'series',
  'referral',
  'enquiry',
  'discussion',
  'conference',
  'assessment',
  'plan',
  'meeting',
  'decision',
  'condition',
  'undertaking',
  'question',
  'challenge',
  'result',
  'incident',
] as const
