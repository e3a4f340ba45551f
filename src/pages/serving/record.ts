import type { Context } from 'hono'
import { isoMoment } from '../../calendar/moment.ts'
import { type FormValues, formValues, valuesOf } from '../../intake/forms/form-values.ts'
import { isOffered } from '../../intake/forms/offered.ts'
import { type FormContext, readForm } from '../../intake/forms/read-form.ts'
import { lineOf } from '../../intake/sheets/file-form.ts'
import { isCheckableKind } from '../../record/caught.ts'
import type { Entry, Kind } from '../../record/entry.ts'
import { findKind } from '../../record/read-entry.ts'
import { append } from '../../store/append.ts'
import { dropDraft, findDraft, saveDraft } from '../../store/drafts.ts'
import { shortName } from '../address.ts'
import { entryPage } from '../entry.ts'
import { answerWrong } from '../guard.ts'
import { valuesAsked } from '../record/asked-form.ts'
import { besideForm, withStart } from '../record/beside.ts'
import { lookFirst } from '../record/caught.ts'
import { chooseKindPage, type RecordForm, recordFormPage } from '../record-something.ts'
import { consequencesOf } from './consequences.ts'
import { entryAsked, framed, mayWrite, type OpenFamily, openFamily, openToWrite } from './family.ts'
import { isKey, newKey } from './one-time-key.ts'
import type { Env, Served, Web } from './served.ts'

type C = Context<Env>

interface Form {
  readonly kind: Kind
  readonly more: Partial<RecordForm>
  readonly key?: string
  readonly action?: string
}

const showForm = (c: C, open: OpenFamily, { kind, more, key, action }: Form) => {
  const { look } = open
  const { csrf, practitioner, today } = c.get('visit')
  const page = recordFormPage({
    kind,
    stands: look.stands,
    name: look.name,
    writer: practitioner,
    day: today,
    action: action ?? look.addresses.bare('record'),
    csrf,
    key: key ?? newKey(),
    keepsDrafts: action === undefined,
    beside: besideForm(kind, look, more.sent ?? more.filled ?? new Map()),
    ...more,
  })
  const status = (more.problems ?? []).length > 0 ? 400 : 200
  return framed(c, open, { ...page, here: 'record' }, status)
}

// Setting aside is signed on the page of the thing alone: there two signatures are those of two people.
const kindOf = (text: string | null | undefined): Kind | undefined => {
  const kind = text ? findKind(text) : undefined
  return kind !== undefined && isOffered(kind) && kind !== 'set-aside' ? kind : undefined
}

/** What was kept as a draft, when the address names one of the visitor's own. */
const draftAsked = async (c: C, { store }: Served): Promise<FormValues | undefined> => {
  const asked = c.req.query('draft')
  const draft = asked === undefined ? undefined : await findDraft(store, c.get('visit').asking, asked)
  return draft && formValues(draft.fields)
}

const askForm = async (c: C, served: Served) => {
  const open = await openToWrite(c, served, 'record')
  if (open === undefined) return answerWrong(c, 'not-found')
  const draft = await draftAsked(c, served)
  const kind = kindOf(draft?.get('kind')?.[0] ?? c.req.query('kind'))
  const { look } = open
  if (kind === undefined) {
    const { posts } = c.get('visit').practitioner
    const choose = chooseKindPage({ posts, address: one => look.addresses.page('record', { kind: one }) })
    return framed(c, open, { ...choose, here: 'record' })
  }
  if (draft !== undefined) return showForm(c, open, { kind, more: { sent: draft } })
  const query = new URL(c.req.url).searchParams
  const asked = valuesAsked(kind, query, { family: look.family.id, stands: look.stands })
  const filled = withStart(kind, look, asked)
  return showForm(c, open, { kind, more: { filled } })
}

interface Sent {
  readonly kind: Kind
  readonly values: FormValues
  readonly key: string
  readonly wants: 'draft' | 'look' | 'record'
}

const wantsOf = (text: string | undefined): Sent['wants'] => (text === 'draft' || text === 'look' ? text : 'record')

const readSent = async (c: C): Promise<Sent | undefined> => {
  const values = formValues(await c.req.formData())
  const one = (name: string) => values.get(name)?.[0]
  const [kind, key] = [kindOf(one('kind')), one('key') ?? '']
  if (kind === undefined || !isKey(key)) return undefined
  return { kind, values, key, wants: wantsOf(one('do')) }
}

const keepDraft = async (c: C, { store }: Served, { values }: Sent) => {
  const fields = [...values].flatMap(([name, texts]) =>
    ['csrf', 'do'].includes(name) ? [] : texts.map(text => [name, text] as const),
  )
  await saveDraft(store, c.get('visit').asking, { address: c.req.path, fields, late: false })
  return c.redirect('/drafts', 303)
}

/** Of a medicine it matters what was said first on one day: what is recorded on its own day has the moment it was written. */
const clocked: ReadonlySet<Kind> = new Set<Kind>([
  'instruction',
  'medicine-stopped',
  'instruction-conflict',
  'instruction-settled',
  'medicines-agreed',
])

const readSentForm = (c: C, { store }: Served, { kind, key, values }: Sent, frame: FormContext['frame'] = {}) => {
  const { practitioner, today } = c.get('visit')
  const context = { key, today, writer: practitioner }
  const read = readForm(kind, values, { ...context, frame })
  const ofToday = 'entry' in read && read.entry.day === today && read.entry.at === undefined
  if (!ofToday || !clocked.has(kind) || frame.corrects !== undefined) return read
  return readForm(kind, values, { ...context, frame: { ...frame, written: isoMoment(store.now()) } })
}

/**
 * Writes the line of a form to the record and goes to its entry, which says what it brought about. Whoever asks to look
 * first sees what it would catch, and nothing is written.
 */
const write = async (c: C, served: Served, open: OpenFamily, sent: Sent, frame: FormContext['frame'] = {}) => {
  const { asking } = c.get('visit')
  const { opened, look } = open
  const read = readSentForm(c, served, sent, frame)
  const back = (more: Partial<RecordForm>) =>
    showForm(c, open, {
      kind: sent.kind,
      more: { sent: sent.values, ...more },
      key: sent.key,
      ...(frame.corrects === undefined ? {} : { action: c.req.path }),
    })
  if ('problems' in read) return back({ problems: read.problems })
  if (sent.wants === 'look' && isCheckableKind(read.entry)) return back({ found: lookFirst(look, read.entry) })
  const writing = { partnership: asking.partnership, record: opened.record, writer: asking.practitioner }
  const outcome = await append(served.store, { ...writing, lines: [read.line], form: sent.key })
  if ('problems' in outcome) return back({ problems: outcome.problems })
  if ('missing' in outcome) return answerWrong(c, 'not-found')
  served.wake?.()
  const draft = c.req.query('draft')
  if (draft !== undefined) await dropDraft(served.store, asking, draft)
  return c.redirect(`${look.addresses.bare(`entries/${shortName(opened.record, read.entry.root)}`)}?saved=yes`, 303)
}

const takeForm = async (c: C, served: Served) => {
  const open = await openToWrite(c, served, 'record')
  const sent = await readSent(c)
  if (open === undefined || sent === undefined) return answerWrong(c, 'not-found')
  return sent.wants === 'draft' ? keepDraft(c, served, sent) : write(c, served, open, sent)
}

const showEntry = async (c: C, served: Served) => {
  const open = await openFamily(c, served, 'entry')
  const entry = open && entryAsked(c, open)
  if (open === undefined || entry === undefined) return answerWrong(c, 'not-found')
  const just = c.req.query('saved') === 'yes'
  const about = just ? await consequencesOf(served, c.get('visit'), open.look, entry.id) : undefined
  return framed(c, open, entryPage({ look: open.look, entry, about, live: mayWrite(open) }))
}

/** An entry that may be corrected here: of this record itself, of a kind that has a form. */
const mayCorrect = (entry: Entry): boolean => entry.record === undefined && kindOf(entry.kind) !== undefined

const askCorrection = async (c: C, served: Served) => {
  const open = await openToWrite(c, served, 'correct')
  const entry = open && entryAsked(c, open)
  if (open === undefined || entry === undefined || !mayCorrect(entry)) return answerWrong(c, 'not-found')
  return showForm(c, open, { kind: entry.kind, more: { sent: valuesOf(lineOf(entry)) }, action: c.req.path })
}

const takeCorrection = async (c: C, served: Served) => {
  const open = await openToWrite(c, served, 'correct')
  const entry = open && entryAsked(c, open)
  const sent = await readSent(c)
  if (open === undefined || entry === undefined || !mayCorrect(entry) || sent?.kind !== entry.kind)
    return answerWrong(c, 'not-found')
  return write(c, served, open, sent, { corrects: entry.id })
}

/** The pages on which something is recorded, and the page of each entry. */
export const addRecordPages = (web: Web, served: Served): void => {
  web.get('/families/:id/record', c => askForm(c, served))
  web.post('/families/:id/record', c => takeForm(c, served))
  web.get('/families/:id/entries/:entry', c => showEntry(c, served))
  web.get('/families/:id/entries/:entry/correct', c => askCorrection(c, served))
  web.post('/families/:id/entries/:entry/correct', c => takeCorrection(c, served))
}
