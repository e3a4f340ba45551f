import { agency, day, list, oneOf, person, thing, words, yesNo } from './field.ts'
import { kind } from './kind.ts'

const assessment = { assessment: thing().optional().describe('Its id; if left out, the last one open') }
const prompt = oneOf('answered', 'not-known').optional()

/** An adult's own childhood record: few need it to judge a child's safety (design, section 4, sight). */
const ownChildhood = {
  sight: ['social-care', 'emergency-duty', 'conference-unit', 'safeguarding-lead', 'health-visiting', 'midwifery'],
} as const

/** How a family and those around it work together: trust, help refused and offered anew, what is shared and with whom. */
export const engagementKinds = {
  'family-view': kind('A parent, carer or relative says how they see it, in their own words', {
    person: person().optional().describe('Who says it'),
    about: thing().optional().describe('The plan, meeting or assessment that it is about'),
  }),
  strength: kind('What goes well in this family: help that was accepted, something that a parent does well', {
    person: person().optional().describe('Whose strength'),
  }),
  'not-forthcoming': kind('Somebody avoids, declines or is vague when asked', {
    person: person().optional().describe('Who'),
    about: words().optional().describe('What was asked'),
    effect: words().optional().describe('What this leaves unknown, and what it means for the child'),
  }),
  distrust: kind('Somebody of the family does not trust a service, or the relationship with it is poor', {
    person: person().optional().describe('Who'),
    agency: agency().optional().describe('Which service; if left out, the one that wrote it'),
  }),
  'trust-plan': kind('It was agreed how trust is to be won', {
    ways: list(oneOf('choice-of-worker', 'openness', 'advocate', 'same-worker', 'other'))
      .optional()
      .describe('By which ways'),
  }),
  'engagement-reviewed': kind(
    'It was thought over why a family and its services do not meet, and what it does to each child',
    {
      about: oneOf('not-coming', 'says-and-does', 'both')
        .optional()
        .describe('That they do not come, or that what is said and what is done differ'),
      shared: yesNo().optional().describe('Whether it was shared with the parents'),
    },
  ),
  'help-offered': kind('Help was offered, or offered again in another form', {
    person: person().optional().describe('To whom; if left out, to the family'),
    navigator: yesNo().optional().describe('Yes for somebody who goes through appointments and services with a parent'),
    form: words().optional().describe('Who, where and how'),
    answer: oneOf('accepted', 'declined', 'not-yet').optional().describe('What the family says'),
    why: words().optional().describe('Why they do not want it, in their own words'),
  }),
  'service-ends': kind('A service ends its work with a family, or pauses it', {
    agency: agency().optional().describe('Which; if left out, the agency that wrote it'),
    last: day().optional().describe('The last day; if left out, the day of the entry'),
    until: day().optional().describe('For a pause: until when'),
    reason: words().optional(),
    instead: words().optional().describe('Who does it instead, or why nobody'),
  }),
  'continuity-reviewed': kind('The manager reviewed how often the worker changed, and what is done about it', {}),
  'lead-skills': kind('It was judged whether the lead has the skills that the child needs', {
    match: yesNo().describe('No when something is missing'),
    plan: words().optional().describe('What is done about what is missing'),
  }),
  'assessment-prompts': kind('The questions that every assessment asks were answered, or noted as not known', {
    ...assessment,
    childhood: prompt.describe('The parents’ own childhood, and what it does now'),
    age: prompt.describe('Whether a parent is under 25'),
    ownHistory: prompt.describe('The parents’ own history as children known to social care, or exploited'),
    domesticAbuse: prompt.describe('Domestic abuse, now or before'),
    events: prompt.describe('Events that weigh on the family: deaths, moves, debts'),
    adaptation: prompt.describe('How the parents live with a diagnosis'),
    means: prompt.describe('Money, transport and the parents’ own health'),
    ask: words().optional().describe('Who is to be asked for what is not known'),
  }),
  'assessment-contribution': kind('An agency contributed to an assessment, or has nothing to contribute', {
    ...assessment,
    agency: agency().optional().describe('Which; if left out, the agency that wrote it'),
    nothing: yesNo().optional().describe('Yes when there is nothing to contribute'),
  }),
  'childhood-records': kind(
    'The records of an adult’s own childhood were asked for',
    {
      person: person().describe('Which adult'),
      source: oneOf('social-care', 'police', 'exploitation', 'health', 'school', 'all')
        .optional()
        .describe('Which records; all unless said'),
      answer: oneOf('obtained', 'none', 'refused', 'asked')
        .optional()
        .describe('What came of it; obtained unless said'),
      reason: words().optional().describe('Why they were refused'),
    },
    ownChildhood,
  ),
  'sharing-decided': kind('Somebody decided to share information, or not to', {
    answer: oneOf('shared', 'not-shared').describe('What was decided'),
    what: words().optional().describe('Which information'),
    with: list(agency()).optional().describe('With whom'),
    about: list(thing()).optional().describe('The ids of the entries that it is about'),
    purpose: words().optional().describe('What it is to help them do'),
    basis: oneOf('public-task', 'legal-obligation', 'children-act-16la', 'vital-interests', 'consent', 'other')
      .optional()
      .describe('On which basis; “children-act-16la” once it has started'),
    reason: words().optional().describe('Why; when it is not shared, what harm sharing would do to the child'),
    is: oneOf('fact', 'opinion', 'both').optional().describe('Whether it is fact or opinion'),
    familyTold: yesNo().optional().describe('Whether the family was told'),
    whyNotTold: words().optional().describe('Why the family was not told'),
  }),
  'not-told': kind('It was decided not to tell somebody of the family, because it is not safe', {
    person: person().optional().describe('Who is not told; if left out, the family'),
    of: thing().optional().describe('Of what: the meeting, plan or conference'),
    reason: words().describe('Why it is not safe'),
  }),
}
