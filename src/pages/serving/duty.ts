import type { Context } from 'hono'
import { dayInWords } from '../../calendar/words.ts'
import { takesTwo } from '../../duties/derive.ts'
import type { Duty } from '../../duties/rule.ts'
import type { EntryOf } from '../../record/entry.ts'
import { append } from '../../store/append.ts'
import { dropDraft, findDraft } from '../../store/drafts.ts'
import type { Line } from '../../store/line.ts'
import { shortName } from '../address.ts'
import { familyAnswer } from '../app.ts'
import { dutyPage, findOwing } from '../duty.ts'
import type { Place, SentForm } from '../duty-actions.ts'
import { readDone, readSetAside, type ToMend, typedIn } from '../duty-forms.ts'
import { saved } from '../entry.ts'
import { answerWrong } from '../guard.ts'
import type { Form } from '../problem.ts'
import { consequencesOf } from './consequences.ts'
import { liveDuty, type More, mayAct } from './duty-live.ts'
import { chosenOf, postFor, sameFor, signature, wordOn } from './duty-word.ts'
import { framed, mayWrite, type OpenFamily, openFamily } from './family.ts'
import { isKey } from './one-time-key.ts'
import type { Env, Served, Web } from './served.ts'
import { sentForm } from './visit.ts'

type C = Context<Env>

/** A record that was opened, and the thing to do in it that the address names. */
interface Asked {
  readonly open: OpenFamily
  readonly named: string
  readonly duty: Duty
}

const askedFor = async (c: C, served: Served): Promise<Asked | undefined> => {
  const open = await openFamily(c, served, 'duties')
  const named = c.req.param('duty') ?? ''
  const owing = open && findOwing(open.look, named)
  return open === undefined || owing === undefined ? undefined : { open, named, duty: owing.duty }
}

type Word = EntryOf<'done-elsewhere' | 'set-aside'>

const isWord = (entry: { readonly kind: string }): entry is Word =>
  entry.kind === 'done-elsewhere' || entry.kind === 'set-aside'

const saidOf = (word: Word, duty: Duty): string => {
  if (word.kind === 'done-elsewhere')
    return `It was done on ${dayInWords(word.done ?? word.day)}, and is recorded in ${word.where}.`
  if (!takesTwo(duty.rule)) return 'It is set aside.'
  return (word.signedBy?.length ?? 0) > 1
    ? 'Both have signed: it is set aside.'
    : 'You have signed. It stays owed until somebody else signs too.'
}

/** What was just said of a thing, and what that changed; nothing when the address names no such word. */
const savedWord = async (c: C, served: Served, { open, duty }: Asked): Promise<More['saved']> => {
  const asked = c.req.query('saved')
  const { look, opened } = open
  const word = asked && look.stands.entries.find(one => isWord(one) && shortName(opened.record, one.root) === asked)
  if (!word || !isWord(word) || word.rule !== duty.rule.name) return undefined
  const about = await consequencesOf(served, c.get('visit'), look, word.id)
  return saved(look, about, saidOf(word, duty))
}

const show = async (c: C, served: Served): Promise<Response> => {
  const asked = await askedFor(c, served)
  const { around } = c.get('visit')
  const { family, settings } = asked?.open.look ?? {}
  if (asked === undefined || family === undefined || settings === undefined) return answerWrong(c, 'not-found')
  const live = await liveDuty(served, c.get('visit'), asked.open, asked.duty, {
    saved: await savedWord(c, served, asked),
  })
  return familyAnswer(c, { family, settings, around, live: mayWrite(asked.open) }, dutyPage(asked.named, live))
}

/** The page again with what was typed in one of its forms, and what is to be mended there. */
const again = async (c: C, served: Served, { open, named, duty }: Asked, sent?: SentForm): Promise<Response> => {
  const visit = c.get('visit')
  const live = await liveDuty(served, visit, open, duty, sent === undefined ? {} : { sent })
  const content = dutyPage(
    named,
    live,
  )({ look: open.look, query: () => undefined, wrong: undefined, around: visit.around })
  if (content === undefined) return answerWrong(c, 'not-found')
  return framed(c, open, content, (sent?.problems.length ?? 0) > 0 ? 400 : 200)
}

/** What is wrong with what was typed, by the store: a character that cannot be kept, a word too long. */
const problemsIn = (problems: readonly { readonly field: string; readonly what: string }[]) =>
  problems.map(({ field, what }) => ({ field: field === 'done' ? 'when' : field, what: `This ${what}` }))

const oneTime = ({ form }: Sent): { readonly form?: string } => {
  const key = form('key') ?? ''
  return isKey(key) ? { form: key } : {}
}

/** Writes a word on a thing to its record, and goes back to the thing, which says what it changed. */
const write = async (c: C, served: Served, asked: Asked, sent: Sent, line: Line): Promise<Response> => {
  const { asking } = c.get('visit')
  const { partnership, practitioner: writer } = asking
  const { record } = asked.open.opened
  const outcome = await append(served.store, { partnership, record, lines: [line], writer, ...oneTime(sent) })
  if ('missing' in outcome) return answerWrong(c, 'not-found')
  if ('problems' in outcome) return again(c, served, asked, mend(sent, problemsIn(outcome.problems)))
  served.wake?.()
  const draft = c.req.query('draft')
  if (draft !== undefined) await dropDraft(served.store, asking, draft)
  const [entry] = outcome.entries
  const address = asked.open.look.addresses.duty(asked.duty.key)
  return c.redirect(entry === undefined ? address : `${address}?saved=${shortName(record, entry.root)}`, 303)
}

/** One of the two forms as it was sent, and the children that were ticked. */
interface Sent {
  readonly place: Place
  readonly form: Form
  readonly chosen: ReadonlySet<string>
}

const readSent = async (c: C, place: Place): Promise<Sent> => {
  const chosen = (await c.req.formData()).getAll('for').filter(one => typeof one === 'string')
  return { place, form: await sentForm(c), chosen: new Set(chosen) }
}

const fields = ['when', 'where', 'reason', 'as-post'] as const

const mend = ({ place, form, chosen }: Sent, problems: ToMend['problems']): SentForm => {
  const typed = typedIn(form, fields)
  return { form: place, typed: chosen.size === 0 ? typed : { ...typed, for: [...chosen].join(' ') }, problems }
}

const noChild = (place: Place) => [{ field: `${place}-for`, what: 'Tick for which of the children' }]

const isAny = <T>(list: readonly T[]): list is readonly [T, ...T[]] => list.length > 0

const takeDone = async (c: C, served: Served, asked: Asked): Promise<Response> => {
  const sent = await readSent(c, 'done')
  const visit = c.get('visit')
  const { open, duty } = asked
  const read = readDone(sent.form, duty, visit.today)
  if ('problems' in read) return again(c, served, asked, mend(sent, read.problems))
  const duties = chosenOf(sameFor(open.look, duty), sent.chosen, open.opened.record)
  if (!isAny(duties)) return again(c, served, asked, mend(sent, noChild('done')))
  const post = postFor(duty, visit.practitioner.posts)
  if (post === undefined) return answerWrong(c, 'not-found')
  return write(c, served, asked, sent, { kind: 'done-elsewhere', ...wordOn(visit, post, duties), ...read })
}

const takeSetAside = async (c: C, served: Served, asked: Asked): Promise<Response> => {
  const sent = await readSent(c, 'set-aside')
  const visit = c.get('visit')
  const { open, duty } = asked
  const { acting } = await liveDuty(served, visit, open, duty)
  if (acting === undefined || acting.signing.mayNot !== undefined) return again(c, served, asked)
  const { first } = acting.signing
  const read = readSetAside(sent.form, visit.practitioner.posts, first?.reason)
  if ('problems' in read) return again(c, served, asked, mend(sent, read.problems))
  const duties = chosenOf(sameFor(open.look, duty, first), sent.chosen, open.opened.record)
  if (!isAny(duties)) return again(c, served, asked, mend(sent, noChild('set-aside')))
  const { reason, post } = read
  const line = { kind: 'set-aside', ...wordOn(visit, post, duties), ...signature(first, post), reason }
  return write(c, served, asked, sent, line)
}

/** Takes a form of a thing that is owed; what somebody else has ended meanwhile is shown as it stands now. */
const take =
  (served: Served, run: typeof takeDone) =>
  async (c: C): Promise<Response> => {
    const asked = await askedFor(c, served)
    if (asked === undefined) return answerWrong(c, 'not-found')
    return mayAct(asked.open, asked.duty) ? run(c, served, asked) : again(c, served, asked)
  }

/** A form's own address, asked for without sending it: with what a draft of the visitor's holds, or the thing itself. */
const askForm =
  (served: Served, place: Place) =>
  async (c: C): Promise<Response> => {
    const asked = await askedFor(c, served)
    if (asked === undefined) return answerWrong(c, 'not-found')
    const draft = await findDraft(served.store, c.get('visit').asking, c.req.query('draft') ?? '')
    if (draft === undefined) return c.redirect(asked.open.look.addresses.duty(asked.duty.key), 303)
    const held = new Map(draft.fields)
    const typed = typedIn(name => held.get(name), fields)
    return again(c, served, asked, { form: place, typed, problems: [], draft: draft.draft })
  }

/** A thing to do, and the two words on it that anybody who may see it can say: it is done, or why not. */
export const addDutyPages = (web: Web, served: Served): void => {
  const address = '/families/:id/duties/:duty'
  web.get(address, c => show(c, served))
  web.get(`${address}/done`, askForm(served, 'done'))
  web.post(`${address}/done`, take(served, takeDone))
  web.get(`${address}/set-aside`, askForm(served, 'set-aside'))
  web.post(`${address}/set-aside`, take(served, takeSetAside))
}
