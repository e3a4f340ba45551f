import type { Context } from 'hono'
import type { Recipient } from '../../duties/recipient.ts'
import type { CountLine } from '../../giving/parent/count.ts'
import { type Barrier, linesFor, offeredReasons, type Says } from '../../giving/parent/say.ts'
import type { ChildSees } from '../../giving/parent/seen.ts'
import type { Visit } from '../../giving/parent/visits.ts'
import { whoHearsParent } from '../../giving/parent/who-hears.ts'
import { append } from '../../store/append.ts'
import { notify } from '../../store/records.ts'
import { answerWrong } from '../guard.ts'
import type { Markup } from '../kit/markup.ts'
import { type MyFormAsked, type MyFormName, myFormPage } from '../my/forms.ts'
import { gap, into } from '../my/into.ts'
import { mayDispute } from '../my/plan.ts'
import { type Said, whenOf, whereOf } from '../my/sections.ts'
import { mySaidPage } from '../my/sign-in.ts'
import { type MyWords, wordsIn } from '../my/words.ts'
import type { MyEnv, MyVisit, MyWeb } from './my-visit.ts'
import { isKey, newKey } from './one-time-key.ts'
import type { Served } from './served.ts'
import { sentForm } from './visit.ts'

type C = Context<MyEnv>
type Choice = { readonly value: string; readonly text: string }

/** What a form is about: of which child, in which words, and what can be chosen. */
interface About {
  readonly child: ChildSees
  readonly about?: Markup
  readonly keeps?: Readonly<Record<string, string>>
  readonly choices?: readonly Choice[]
  /** What is said with a choice; nothing where there is none of that name. */
  readonly says: (choice: string | undefined) => Says | undefined
  readonly needsWords: boolean
}

type Query = (name: string) => string | undefined

const saidIn = ({ ref }: MyVisit, words: MyWords): Said => ({ words, ref, live: false })

const visitAsked = ({ sees, ref }: MyVisit, query: Query) => {
  for (const child of sees.children)
    for (const visit of child.placed?.visits ?? [])
      if (ref(visit.appointment) === query('visit')) return { child, visit }
  return undefined
}

const isReason = (text: string | undefined): text is (typeof offeredReasons)[number] =>
  (offeredReasons as readonly (string | undefined)[]).includes(text)

const reasons = (words: MyWords): readonly Choice[] =>
  offeredReasons.map(value => ({ value, text: words.reasons[value] }))

const ofVisit = (
  visit: MyVisit,
  words: MyWords,
  query: Query,
  says: (one: Visit, barrier: Barrier) => Says,
): About | undefined => {
  const found = visitAsked(visit, query)
  if (found === undefined) return undefined
  const said = saidIn(visit, words)
  const where = into(`${whenOf(said, found.visit.when)}, ${gap}`, whereOf(said, found.visit))
  return {
    child: found.child,
    about: into(words.about(gap), where),
    keeps: { visit: query('visit') ?? '' },
    choices: reasons(words),
    says: choice => (isReason(choice) ? says(found.visit, choice) : undefined),
    needsWords: false,
  }
}

const lineAsked = ({ sees, ref }: MyVisit, query: Query): { child: ChildSees; line: CountLine } | undefined => {
  for (const child of sees.children)
    for (const line of child.placed?.count.lines ?? [])
      if (ref(line.appointment) === query('visit') && mayDispute(line)) return { child, line }
  return undefined
}

const ofMiss = (visit: MyVisit, words: MyWords, query: Query): About | undefined => {
  const found = lineAsked(visit, query)
  if (found === undefined) return undefined
  const { appointment, day } = found.line
  return {
    child: found.child,
    about: into(words.about(gap), into(`${words.day(day)}, ${gap}`, whereOf(saidIn(visit, words), found.line))),
    keeps: { visit: query('visit') ?? '' },
    says: () => ({ says: 'wrong', appointment }),
    needsWords: false,
  }
}

const ofMedicine = ({ sees, ref }: MyVisit, query: Query): About | undefined => {
  const child = sees.children.find(one => ref(one.id) === query('child'))
  if (child === undefined || child.medicines.length === 0) return undefined
  const names = child.medicines.map(one => one.medicine)
  return {
    child,
    keeps: { child: query('child') ?? '' },
    choices: names.map(medicine => ({ value: ref(medicine), text: medicine })),
    says: choice => {
      const medicine = names.find(name => ref(name) === choice)
      return medicine === undefined ? undefined : { says: 'medicine', medicine }
    },
    needsWords: true,
  }
}

const ofWords = ({ sees }: MyVisit, words: MyWords): About | undefined => {
  const [child] = sees.children
  if (child === undefined) return undefined
  return {
    child,
    choices: [
      { value: 'view', text: words.writeKinds.view },
      { value: 'question', text: words.writeKinds.question },
    ],
    says: choice => (choice === 'view' || choice === 'question' ? { says: choice } : undefined),
    needsWords: true,
  }
}

const aboutOf = (visit: MyVisit, form: MyFormName, query: Query): About | undefined => {
  const words = wordsIn(visit.around.language)
  switch (form) {
    case 'cannot-come':
      return ofVisit(visit, words, query, ({ appointment }, barrier) => ({ says: form, appointment, barrier }))
    case 'another-day':
      return ofVisit(visit, words, query, ({ appointment }, barrier) => ({ says: form, appointment, barrier }))
    case 'help':
      return ofVisit(visit, words, query, ({ appointment }, barrier) => ({ says: form, appointment, barrier }))
    case 'wrong':
      return ofMiss(visit, words, query)
    case 'medicine':
      return ofMedicine(visit, query)
    case 'write':
      return ofWords(visit, words)
  }
}

const pageOf = (visit: MyVisit, form: MyFormName, one: About, more: Partial<MyFormAsked> = {}): Markup => {
  const { about, keeps, choices } = one
  return myFormPage({ around: visit.around, form, key: newKey(), about, keeps, choices, ...more })
}

const ask = (c: C, form: MyFormName) => {
  const visit = c.get('my')
  const about = aboutOf(visit, form, name => c.req.query(name))
  return about === undefined ? answerWrong(c, 'not-found') : c.html(pageOf(visit, form, about))
}

const longest = 2000

interface Wrote {
  readonly child: ChildSees
  readonly says: Says
  readonly text: string | undefined
  readonly key: string
}

const tell = async ({ store }: Served, { session }: MyVisit, hearers: readonly Recipient[]): Promise<void> => {
  const { partnership, record } = session
  for (const { practitioner, agency, role } of hearers)
    await notify(store, partnership, {
      record,
      template: 'parent-wrote',
      to: practitioner === undefined ? { agency, role } : { practitioner },
    })
}

/** Writes what a parent said, and tells whoever is nearest to the child at once. */
const write = async (served: Served, visit: MyVisit, { child, says, text, key }: Wrote): Promise<boolean> => {
  const { session, sees, today, whole } = visit
  const { partnership, record, person, access } = session
  const hearers = whoHearsParent(whole, child.id)
  const lines = linesFor(says, { person, name: sees.name, child: child.id, today, text, to: hearers[0]?.role })
  const writing = { partnership, record, lines, writer: `parent-${access}`, form: key } as const
  const outcome = await append(served.store, writing)
  if ('problems' in outcome || 'missing' in outcome) return false
  if (!outcome.again) await tell(served, visit, hearers)
  served.wake?.()
  return true
}

const problemIn = (about: About, says: Says | undefined, text: string): MyFormAsked['problem'] => {
  if (says === undefined) return 'reason'
  if (text.length > longest) return 'long'
  return about.needsWords && text === '' ? 'empty' : undefined
}

const take = async (c: C, served: Served, form: MyFormName) => {
  const visit = c.get('my')
  const sent = await sentForm(c)
  const about = aboutOf(visit, form, sent)
  if (about === undefined) return answerWrong(c, 'not-found')
  const [chosen, text, key] = [sent('choice'), (sent('text') ?? '').trim(), sent('key') ?? '']
  const says = about.says(chosen)
  const problem = problemIn(about, says, text)
  if (problem !== undefined || says === undefined)
    return c.html(pageOf(visit, form, about, { chosen, text, problem }), 400)
  const wrote = { child: about.child, says, text: text === '' ? undefined : text, key: isKey(key) ? key : newKey() }
  const done = await write(served, visit, wrote)
  return done ? c.redirect('/my/sent', 303) : c.html(pageOf(visit, form, about, { chosen, text, problem: 'long' }), 400)
}

const thanks = (c: C) => {
  const { around } = c.get('my')
  const words = wordsIn(around.language)
  return c.html(mySaidPage(around, words.sent, words.sentText, words.back))
}

const forms = [
  'cannot-come',
  'another-day',
  'help',
  'wrong',
  'medicine',
  'write',
] as const satisfies readonly MyFormName[]

/** What a parent can send from their page. Nothing else of theirs is written to a record. */
export const addMyForms = (web: MyWeb, served: Served): void => {
  for (const form of forms) {
    web.get(`/my/${form}`, c => ask(c, form))
    web.post(`/my/${form}`, c => take(c, served, form))
  }
  web.get('/my/sent', thanks)
}
