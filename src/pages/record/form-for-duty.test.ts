import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import type { Day } from '../../calendar/day.ts'
import { derive } from '../../duties/derive.ts'
import type { Duty } from '../../duties/rule.ts'
import { rules } from '../../duties/rules.ts'
import type { Settings } from '../../duties/settings.ts'
import { type FormValues, firstIn, formValues } from '../../intake/forms/form-values.ts'
import { isOffered } from '../../intake/forms/offered.ts'
import { askedFields, isFieldNeeded, readForm, type Writer } from '../../intake/forms/read-form.ts'
import { exampleLines } from '../../intake/sheets/example-lines.ts'
import type { Post } from '../../people/practitioner.ts'
import { roles } from '../../people/role.ts'
import { lawsToBegin } from '../../record/adoption.ts'
import { always } from '../../record/always.ts'
import type { Entry, Kind } from '../../record/entry.ts'
import { picture } from '../../record/picture.ts'
import type { Picture } from '../../record/standing.ts'
import { namingIn } from '../family-on-day.ts'
import { inventedFamily, type Line } from '../invented.ts'
import { recordForm } from '../record-something.ts'
import { casesOfLaw, saidOfLaw } from './cases-of-law.ts'
import { type FilledForm, formsForDuty } from './form-for-duty.ts'
import { inventedCare } from './invented-care.ts'
import { inventedEngagement } from './invented-engagement.ts'
import { inventedRisk } from './invented-risk.ts'
import { proofs } from './proofs.ts'
import { sentByBrowser } from './sent-by-browser.ts'

/** What only the one who writes can say, where the form leaves it open on purpose. */
const said: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  'condition-in-checkable-form': { events: ['was-not-brought'], consequence: ['conference'] },
  'agreed-rule-in-checkable-form': { person: ['tess'], terms: ['not-overnight'] },
  'strategy-discussion-complete': { present: ['social-care', 'police', 'health-visiting'] },
  'strategy-outcome-for-each-child': { outcome: ['no-further-action'] },
  'unborn-considered': { outcome: ['no-further-action'] },
  'adults-covered-by-assessment': { status: ['assessed'] },
  'closing-complete': { signedBy: ['team-manager', 'service-manager'] },
  'clares-law-disclosure-decided': { step: ['nothing-to-disclose'] },
  'graded-care-profile-considered': { done: ['yes'] },
  ...saidOfLaw,
  'return-interview-offered': { held: ['yes'] },
  'contact-details-settled': { telephone: ['01632 960003'] },
  'assessment-prompts-answered': Object.fromEntries(
    ['childhood', 'age', 'ownHistory', 'domesticAbuse', 'events', 'adaptation', 'means'].map(one => [
      one,
      ['answered'],
    ]),
  ),
  'lead-skills-matched': { plan: ['A course in May'] },
  'sharing-reasons-written': { purpose: ['To plan care'], basis: ['public-task'], familyTold: ['yes'] },
}

/** Where one entry does not end the duty, and why. */
const notByOneEntry: Readonly<Record<string, string>> = {
  'leads-accepted': 'a child with complex health needs has two leads, and each accepts in an entry of their own',
  'letter-after-miss': 'a copy to a parent is first a decision: each is sent or withheld from the page of the miss',
  'pre-birth-assessment-finished': 'where none was opened yet, one is opened first, and finished later',
}

const people: readonly Line[] = [
  { kind: 'person', person: 'bea', name: 'Bea Marsh', born: '2021-03-08', subject: 'yes' },
  { kind: 'person', person: 'tom', name: 'Tom Marsh', born: '2018-01-10', as: 'child' },
  { kind: 'person', person: 'tess', name: 'Tess Marsh', as: 'adult' },
  { kind: 'relationship', person: 'tess', is: 'mother', of: 'bea' },
  { kind: 'relationship', person: 'tess', is: 'mother', of: 'tom' },
  { kind: 'lives-at', on: '2024-01-01', by: 'housing', person: 'bea; tom; tess', address: '7 Weir Lane' },
]
const plan: Line = { kind: 'plan-started', on: '2024-02-05', by: 'social-care', plan: 'p', type: 'child-in-need' }
const worker: Line = {
  kind: 'worker-starts',
  on: '2024-02-01',
  by: 'social-care',
  role: 'social-worker',
  practitioner: 'K',
}
const discussion: Line = {
  ...{ kind: 'strategy-discussion', on: '2024-05-07', by: 'social-care', discussion: 'd', child: 'bea' },
  ...{ outcome: 'conference', present: 'social-care; police; health-visiting' },
}
const booked = (appointment: string, when: string): Line => ({
  ...{ kind: 'appointment-booked', on: '2024-02-01', by: 'hospital/royal', series: 's', appointment, when },
})
const movedBy = (appointment: string, on: string, to: string): Line => ({
  ...{ kind: 'appointment-moved', by: 'hospital/royal', series: 's', movedBy: 'family', appointment, on, to },
})
const challenge: Line = { kind: 'challenge-raised', on: '2024-06-03', by: 'school', challenge: 'c', to: 'social-care' }

/** What the example families do not show. */
const invented: readonly (readonly Line[])[] = [
  [{ kind: 'conference-asked-for', on: '2024-05-07', by: 'hospital/royal' }],
  [discussion, { kind: 'conference-not-needed', on: '2024-05-09', by: 'social-care', conference: 'd' }],
  [{ kind: 'condition', on: '2024-05-07', by: 'social-care', condition: 'x', text: 'If it happens again, we meet.' }],
  [{ kind: 'agreed-rule', on: '2024-05-07', by: 'social-care', agreedRule: 'x', text: 'Nobody stays overnight.' }],
  [
    { kind: 'person', person: 'rob', as: 'adult' },
    {
      ...{ kind: 'agreed-rule', on: '2024-05-07', by: 'police', agreedRule: 'b', source: 'bail', person: 'rob' },
      ...{ terms: 'not-at-address; attends', attends: 'alcohol testing', until: '2024-08-07' },
    },
    { kind: 'concern', on: '2024-06-03', by: 'school', alsoThere: 'rob' },
    { kind: 'did-not-attend', on: '2024-06-04', by: 'probation', person: 'rob', clinic: 'alcohol testing' },
  ],
  [
    { kind: 'person', person: 'rob', as: 'adult' },
    { kind: 'decision', on: '2024-05-07', by: 'social-care', decision: 'n', decides: 'no-further-action' },
    {
      kind: 'ground',
      on: '2024-05-07',
      by: 'social-care',
      ground: 'g',
      decision: 'n',
      about: 'not-there',
      person: 'rob',
    },
    { kind: 'concern', on: '2024-06-03', by: 'school', alsoThere: 'rob' },
  ],
  [{ ...discussion, present: 'social-care' }],
  [{ kind: 'worker-starts', on: '2024-02-01', by: 'midwifery', role: 'midwife' }, discussion],
  [{ kind: 'decision', on: '2024-05-07', by: 'social-care', decision: 'n', decides: 'other' }],
  [{ kind: 'series-started', on: '2024-05-07', by: 'hospital/royal', series: 's' }],
  [
    booked('a-1', '2024-03-05'),
    booked('a-2', '2024-04-02'),
    movedBy('a-1', '2024-03-04', '2024-03-19'),
    movedBy('a-2', '2024-04-01', '2024-04-16'),
  ],
  [
    { kind: 'worker-starts', on: '2024-02-01', by: 'school/oak', role: 'teacher' },
    {
      ...{ kind: 'meeting-called', on: '2024-05-07', by: 'social-care', meeting: 'm' },
      when: '2024-05-21',
      invited: 'gp',
    },
  ],
  [
    plan,
    { kind: 'undertaking-given', on: '2024-02-05', by: 'health-visiting', undertaking: 'u', about: 'Weigh Bea' },
    { kind: 'undertaking-carried-over', on: '2024-03-04', by: 'social-care', undertaking: 'u' },
    { kind: 'undertaking-carried-over', on: '2024-04-04', by: 'social-care', undertaking: 'u' },
  ],
  [{ ...plan, household: 'bea' }],
  [
    { kind: 'assessment-opened', on: '2024-01-08', by: 'social-care', assessment: 'c', type: 'child-and-family' },
    plan,
    { kind: 'plan-ended', on: '2024-05-07', by: 'social-care', plan: 'p', reason: 'All done' },
  ],
  [worker, plan, { ...worker, kind: 'worker-leaves', on: '2024-05-07' }],
  [worker, plan, { ...worker, kind: 'worker-away', on: '2024-05-07', until: '2024-06-28' }],
  [worker, plan, { ...worker, kind: 'worker-away', on: '2024-03-01', until: '2024-03-05' }],
  [plan],
  [{ kind: 'pregnancy', on: '2024-04-08', by: 'midwifery', unborn: 'cub', mother: 'tess' }, discussion],
  [challenge],
  [{ ...challenge, immediate: 'yes' }],
  ...casesOfLaw,
]

const exampleOf = (file: string): readonly Line[] =>
  readFileSync(new URL(`../../../examples/${file}.jsonl`, import.meta.url), 'utf8')
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line))

const examples = Array.from({ length: 12 }, (_, index) => exampleOf(String(index + 1).padStart(2, '0')))
const families = [
  ...examples,
  ...[...invented, ...inventedCare, ...inventedEngagement, ...inventedRisk].map(lines => [...people, ...lines]),
].map(lines => inventedFamily(lines).entries)

const dueDay = ({ due, opens, since }: Duty): Day => Math.max(due.day, opens, since) as Day

/** The record as it was before a duty was done; of one that never was, as it was when it fell due. */
const before = (entries: readonly Entry[], duty: Duty): readonly Entry[] => {
  const { ended, because } = duty
  if (ended === undefined) return entries.filter(entry => entry.day <= dueDay(duty))
  return entries.filter(
    entry => entry.day < ended.day || (entry.day === ended.day && entry !== ended.entry && because.includes(entry)),
  )
}

/** As where every law has begun that starts by regulations. */
const lawful: Settings = { limits: new Map(), begun: new Map(lawsToBegin.map(law => [law, always])) }

const find = (entries: readonly Entry[], { key }: Duty): Duty | undefined =>
  derive(picture(entries), lawful).find(duty => duty.key === key)

const writerFor = (stands: Picture, { agency, owner }: Duty): Writer => {
  const holder = stands.network.find(one => one.role === owner && one.ends === undefined)?.agency
  const post = { agency: agency ?? holder ?? roles[owner].service, role: owner }
  return { name: 'Somebody', posts: [post as unknown as Post] }
}

const soundly = (kind: Kind, field: string): readonly string[] => {
  const value = (exampleLines[kind] as Readonly<Record<string, unknown>>)[field]
  return [value].flat().map(String)
}

/** What the writer adds to a form that came filled in: what cannot be left out, and what only the writer can say. */
const finished = (kind: Kind, sent: FormValues, rule: string): FormValues => {
  const lacking = askedFields(kind).filter(field => isFieldNeeded(kind, field) && firstIn(sent, field) === undefined)
  return new Map([
    ...sent,
    ...lacking.map(field => [field, soundly(kind, field)] as const),
    ...Object.entries(said[rule] ?? {}),
  ])
}

const key = 'k7m2p9'

/** The entry that is written when somebody opens the form of a duty on its due day, and finishes and saves it. */
const written = async (duty: Duty, stands: Picture, { kind, values }: FilledForm): Promise<Entry> => {
  const [day, writer] = [dueDay(duty), writerFor(stands, duty)]
  const form = { kind, stands, name: namingIn(stands), writer, day, filled: values, action: '/', csrf: 'c', key }
  const sent = formValues(sentByBrowser(String(await recordForm(form))))
  const result = readForm(kind, finished(kind, sent, duty.rule.name), { key, today: day, writer })
  if ('entry' in result) return result.entry
  throw new Error(`${duty.key}: ${result.problems.map(({ field, what }) => `${field} ${what}`).join('; ')}`)
}

/** Every duty of every family as it stood open, with the record on which it did. */
const openDuties = families.flatMap(entries =>
  derive(picture(entries), lawful).flatMap(duty => {
    const then = before(entries, duty)
    const open = find(then, duty)
    return open === undefined || open.ended !== undefined || open.frozen !== undefined ? [] : [{ duty: open, then }]
  }),
)

describe('the form for a duty', () => {
  it('is there for every rule, and for nothing else', () => {
    assert.deepEqual(Object.keys(proofs).sort(), rules.map(({ name }) => name).sort())
  })

  it('is a form that people fill in, of fields that its kind has', () => {
    for (const { duty, then } of openDuties)
      for (const { kind, values } of formsForDuty(duty, picture(then))) {
        assert.ok(isOffered(kind), `${duty.rule.name}: ${kind}`)
        for (const field of values.keys())
          assert.ok(field === 'may-know' || askedFields(kind).includes(field), `${duty.rule.name}: ${field}`)
      }
  })

  it('is tried for every rule', () => {
    const tried = new Set(openDuties.map(({ duty }) => duty.rule.name))
    assert.deepEqual(
      rules
        .filter(({ waitsFor }) => waitsFor === undefined)
        .map(({ name }) => name)
        .filter(name => !tried.has(name)),
      [],
    )
  })

  for (const { name } of rules)
    it(`ends it when it is finished on the due day: ${name}`, async () => {
      const left: string[] = []
      for (const { duty, then } of openDuties.filter(one => one.duty.rule.name === name)) {
        const stands = picture(then)
        const [form] = formsForDuty(duty, stands)
        assert.ok(form !== undefined)
        const after = find([...then, await written(duty, stands, form)], duty)
        // What is owed on the day of a meeting, and is written on that day, is never raised.
        if (after !== undefined && after.ended === undefined) left.push(duty.key)
      }
      assert.equal(left.length > 0, notByOneEntry[name] !== undefined, `${notByOneEntry[name]}: ${left.join(', ')}`)
    })
})
