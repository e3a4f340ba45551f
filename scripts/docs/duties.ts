import { findDay } from '../../src/calendar/day.ts'
import { limitInWords } from '../../src/calendar/limit.ts'
import { dayInWords } from '../../src/calendar/words.ts'
import { appointmentRules } from '../../src/duties/appointment.ts'
import { assessmentRules } from '../../src/duties/assessment.ts'
import { challengeRules } from '../../src/duties/challenge.ts'
import { closingRules } from '../../src/duties/closing.ts'
import { conditionRules } from '../../src/duties/condition.ts'
import { conferenceRules } from '../../src/duties/conference.ts'
import { dischargeRules } from '../../src/duties/discharge.ts'
import { domesticAbuseRules } from '../../src/duties/domestic-abuse.ts'
import { exploitationRules } from '../../src/duties/exploitation.ts'
import { medicalNeglectRules } from '../../src/duties/medical-neglect.ts'
import { medicineRules } from '../../src/duties/medicine.ts'
import { meetingRules } from '../../src/duties/meeting.ts'
import { planRules } from '../../src/duties/plan.ts'
import { probationRules } from '../../src/duties/probation.ts'
import { questionRules } from '../../src/duties/question.ts'
import { referralRules } from '../../src/duties/referral.ts'
import { resultRules } from '../../src/duties/result.ts'
import type { Edition, Rule } from '../../src/duties/rule.ts'
import { rules } from '../../src/duties/rules.ts'
import { strategyRules } from '../../src/duties/strategy.ts'
import { unbornRules } from '../../src/duties/unborn.ts'
import { undertakingRules } from '../../src/duties/undertaking.ts'
import { workerRules } from '../../src/duties/worker.ts'
import { roleInWords } from '../../src/people/role.ts'
import { titled } from './markdown.ts'

const practices: Readonly<Record<string, readonly Rule[]>> = {
  'The road to a conference': conferenceRules,
  'Conditions: “if this happens, then that is done”': conditionRules,
  'Strategy discussions': strategyRules,
  Appointments: appointmentRules,
  Results: resultRules,
  Medicines: medicineRules,
  'Medical neglect': medicalNeglectRules,
  'Questions of parents': questionRules,
  'Discharge from hospital': dischargeRules,
  'Referrals and enquiries': referralRules,
  Undertakings: undertakingRules,
  Meetings: meetingRules,
  Plans: planRules,
  Assessments: assessmentRules,
  Closing: closingRules,
  'Workers: leaving, absence, cover, supervision': workerRules,
  'Unborn children': unbornRules,
  Probation: probationRules,
  'Domestic abuse': domesticAbuseRules,
  Exploitation: exploitationRules,
  Challenge: challengeRules,
}

const inWords = (iso: string): string => {
  const day = findDay(iso)
  return day === undefined ? iso : dayInWords(day)
}
const edition = ({ from, document }: Edition): string =>
  from === undefined ? document : `${document} (from ${inWords(from)})`

const shapes: Readonly<Record<Rule['shape'], string>> = {
  deadline: 'a day by which it is done',
  silence: 'too long since the last entry of its kind',
  count: 'the nth of something, added across agencies',
  'if-then': 'an agreed condition was met',
  gate: 'something that must stand before the next step',
  change: 'what a decision rests on has ended',
  join: 'two records that belong together',
  contradiction: 'one record denies another',
}

const heard = ({ hears }: Rule): readonly string[] =>
  hears.length === 0 ? [] : [`- **Heard at once by:** ${hears.map(roleInWords).join(', ')}.`]

const ruleSection = (rule: Rule): string =>
  [
    `### ${rule.name}`,
    '',
    `${rule.says}.`,
    '',
    `- **By when:** ${rule.clock ?? limitInWords(rule.limit)}. *${titled(rule.label)}.*`,
    `- **Whose:** ${roleInWords(rule.owner)}${rule.ladder.length === 0 ? '' : `; when it is late, ${rule.ladder.map(roleInWords).join(', then ')}`}`,
    ...heard(rule),
    `- **Rests on:** ${rule.source.map(edition).join('; ')}. Checked on ${inWords(rule.checked)}.`,
    `- **Kind of clock:** ${shapes[rule.shape]}. Catalogue: ${rule.catalogue}.`,
  ].join('\n')

const practiceSection = ([title, own]: readonly [string, readonly Rule[]]): string =>
  own.length === 0 ? '' : `## ${title}\n\n${own.map(ruleSection).join('\n\n')}\n\n`

const count = (label: Rule['label']): number => rules.filter(rule => rule.label === label).length

const before = (): string => `# Duties

Every rule of Holdfast: what makes a duty, whose it is, by when, and what that rests on. There are ${rules.length}: ${count('statutory')} are statutory, ${count('local procedure')} follow a local procedure, ${count('local setting')} are local settings, defaults of Holdfast that a partnership may change (\`limit-set\` in [entries.md](entries.md)). A default is never shown as law.

The clock of a rule starts as day 0; working days are England's. Hours are elapsed hours. Where a source has several editions, the one in force on the day a clock starts is that of its duty; days before the first edition are judged by the first. A rule that is not statutory is for the agencies that have adopted it; the examples and a replay take all rules as adopted.

This page is made from the code by \`npm run docs\`.

`

/** docs/duties.md: every rule by practice. Throws when a rule stands in no practice. */
export const dutiesPage = (): string => {
  const listed = new Set(Object.values(practices).flat())
  const missing = rules.filter(rule => !listed.has(rule))
  if (missing.length > 0)
    throw new Error(`in no practice of scripts/docs/duties.ts: ${missing.map(rule => rule.name).join(', ')}`)
  return `${before()}${Object.entries(practices).map(practiceSection).join('').trimEnd()}\n`
}
