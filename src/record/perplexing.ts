import { oneOf, person } from './field.ts'
import { kind } from './kind.ts'

/**
 * Perplexing presentations, and fabricated or induced illness that is suspected. Never shown to a parent: those who lead
 * for the child's health, the named and designated doctors and nurses, social care and the police.
 */
export const perplexingKinds = {
  'perplexing-presentation': kind(
    'What is reported of a child’s illness and what is found do not agree; or what was done about that',
    {
      step: oneOf('noticed', 'suspected', 'chronology', 'health-view', 'plan', 'not-so').describe(
        'Noticed: it does not agree; suspected: fabricated or induced, with likely harm; chronology: of all health care; health-view: one view agreed by all; plan: for health and education; not-so: explained after all',
      ),
      person: person().optional().describe('Which child; if left out, the child it is about'),
    },
    {
      sight: [
        'lead-paediatrician',
        'lead-health-practitioner',
        'named-doctor',
        'named-nurse',
        'designated-doctor',
        'designated-nurse',
        'social-worker',
        'team-manager',
        'service-manager',
        'police',
      ],
    },
  ),
}
