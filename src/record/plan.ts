import { agency, list, oneOf, person, role, thing, words } from './field.ts'
import { kind } from './kind.ts'

const plan = { plan: thing().optional().describe('Its id; if left out, the last one open') }
const type = oneOf('child-in-need', 'child-protection', 'early-help', 'looked-after').describe('Which plan')
const consent = {
  person: person().optional().describe('Who; if left out, whoever speaks for the family'),
  to: oneOf('child-in-need', 'assessment', 'early-help', 'service', 'sharing').describe('To what'),
}

/** Plans and consent: agreed, started, who is on them, brought up to date, ended. */
export const planKinds = {
  'plan-agreed': kind('It was agreed that a plan is needed', { plan: thing().optional().describe('Its id'), type }),
  'plan-started': kind('A plan was written', {
    plan: thing().optional().describe('Its id'),
    type,
    category: oneOf('neglect', 'physical', 'sexual', 'emotional', 'multiple', 'other')
      .optional()
      .describe('The category of a child protection plan'),
    members: list(agency()).optional().describe('The agencies on it'),
    household: list(person()).optional().describe('Every person of the household that it considers'),
  }),
  'plan-member': kind('An agency joins the plan, or declines with its reason', {
    ...plan,
    agency: agency().describe('Which agency'),
    answer: oneOf('accepted', 'declined').optional().describe('What it answered; accepted unless said'),
    reason: words().optional(),
  }),
  'plan-updated': kind('A plan was brought up to date', {
    ...plan,
    household: list(person()).optional().describe('Every person of the household that it now considers'),
    change: oneOf('better', 'same', 'worse').optional().describe('What has changed for the child since the last time'),
    reason: words().optional(),
  }),
  'plan-ended': kind('A plan was ended, or somebody proposed to end it', {
    ...plan,
    signedBy: list(role()).optional().describe('Who signed; an exception takes a team manager and a service manager'),
    exceptions: words().optional().describe('What is missing, and why it is safe'),
    reason: words().optional(),
  }),
  'consent-given': kind('Somebody agrees to help', consent),
  'consent-refused': kind('Somebody refuses help', { ...consent, reason: words().optional() }),
  'consent-withdrawn': kind('Somebody takes back their consent', { ...consent, reason: words().optional() }),
  'refusal-decided': kind('The team manager decided what a refusal means for the child', {
    decision: oneOf('close', 'early-help', 'strategy-discussion', 'continue', 'other').describe('What follows'),
    reason: words().describe('Why'),
  }),
  'came-into-care': kind('The child came into care', {
    status: words().optional().describe('Under which order or agreement'),
  }),
  'placed-elsewhere': kind('The child was placed with somebody else', {
    where: words().optional().describe('With whom'),
  }),
  adopted: kind('The child was adopted', {}),
}
