import type { Context } from 'hono'
import { isoMoment } from '../../calendar/moment.ts'
import { append } from '../../store/append.ts'
import { findRecords } from '../../store/finding.ts'
import { openForGovernance } from '../../store/openings.ts'
import { recordNow } from '../../store/record-now.ts'
import { beginRecord } from '../../store/records.ts'
import { whichRead, whoKnows, whoMayOpenNow } from '../../store/who-knows.ts'
import { answerWrong } from '../guard.ts'
import {
  type Act,
  type FindAsked,
  findRecordsPage,
  oneRecordPage,
  readActDone,
  recordsAddress,
} from '../joining-records.ts'
import { stepPage } from '../joining-step.ts'
import type { Form, Problem } from '../problem.ts'
import { readSought, soughtTyped } from '../sought-child.ts'
import { type Open, type Step, steps } from './joining-steps.ts'
import { isKey, newKey } from './one-time-key.ts'
import type { Env, Served, Web } from './served.ts'
import { signedBy } from './signed-by.ts'
import { sentForm } from './visit.ts'

type C = Context<Env>

const idShape = /^[a-z0-9]{1,20}$/u

/** Opens a record for joining or parting, and writes that down; nothing for one that is closed even to its keeper. */
const openFor =
  (c: C, { store }: Served) =>
  async (record: string): Promise<Open | undefined> => {
    const { asking } = c.get('visit')
    if (!idShape.test(record) || !(await openForGovernance(store, asking, record, 'joining and parting')))
      return undefined
    const now = await recordNow(store, asking.partnership, record)
    return now && { ...now, record }
  }

const nothingTyped = { ...soughtTyped(() => undefined), record: '' }

const ask = (c: C, more: Partial<FindAsked> = {}) => {
  const { around, csrf } = c.get('visit')
  return findRecordsPage({ around, csrf, typed: nothingTyped, ...more })
}

const find = async (c: C, { store }: Served) => {
  const form = await sentForm(c)
  const typed = { ...soughtTyped(form), record: (form('record') ?? '').trim().toLowerCase().slice(0, 20) }
  if (idShape.test(typed.record)) return c.redirect(`${recordsAddress}/${typed.record}`, 303)
  const read = readSought(typed)
  if ('problems' in read) return c.html(ask(c, { typed, problems: read.problems }), 400)
  const found = await findRecords(store, c.get('visit').asking.partnership, read.sought)
  return c.html(ask(c, { typed, found }))
}

const showOpen = async (c: C, { store }: Served, open: Open, problems: readonly Problem[] = []) => {
  const { asking, around } = c.get('visit')
  const { record, stands, kept } = open
  const shown = { record, stands, own: kept.own, readBy: await whichRead(store, asking.partnership, record) }
  const done = readActDone(c.req.query('done'))
  return c.html(oneRecordPage({ around, shown, done, problems }), problems.length > 0 ? 400 : 200)
}

const show = async (c: C, served: Served) => {
  const open = await openFor(c, served)(c.req.param('record') ?? '')
  return open === undefined ? answerWrong(c, 'not-found') : showOpen(c, served, open)
}

const showStep = async (c: C, { store }: Served, { record }: Open, step: Step, form: Form) => {
  const { asking, around, csrf } = c.get('visit')
  const sent = form('key')
  const { concerned, readersOf, lines: _, begins: __, problems, ...rest } = step
  const knows = await whoKnows(store, asking.partnership, concerned)
  const readers = readersOf && (await whoMayOpenNow(store, asking.partnership, readersOf))
  const shown = sent === undefined ? [] : problems
  const page = stepPage({
    ...{ around, csrf, key: sent ?? newKey(), record, knows, readers, ...rest },
    problems: shown,
    reason: form('reason'),
  })
  return c.html(page, shown.length > 0 ? 400 : 200)
}

/** What is wrong with what was asked for on the page of a record, when no step can be made of it. */
const wrongly: Readonly<Partial<Record<Act, Problem>>> = {
  join: {
    field: 'with',
    what: 'Enter the id of another record: ten letters and figures. Find it by the child if you do not know it',
  },
  same: { field: 'as', what: 'Choose two different people of this record' },
}

const prepare = async (c: C, served: Served, act: Act, form: Form) => {
  const open = openFor(c, served)
  const here = await open(c.req.param('record') ?? '')
  return here && { here, step: await steps[act]({ here, form, open }) }
}

const askStep = (act: Act) => async (c: C, served: Served) => {
  const form: Form = name => c.req.query(name)
  const made = await prepare(c, served, act, form)
  if (made === undefined) return answerWrong(c, 'not-found')
  if (made.step !== undefined) return showStep(c, served, made.here, made.step, form)
  const wrong = wrongly[act]
  return wrong === undefined ? answerWrong(c, 'not-found') : showOpen(c, served, made.here, [wrong])
}

/** Writes the lines of a step, and gives the record that holds them. */
const write = async (c: C, { store, wake }: Served, record: string, step: Step, form: string): Promise<string> => {
  const visit = c.get('visit')
  const { partnership, practitioner } = visit.asking
  const lines = step.lines({ on: isoMoment(store.now()), ...signedBy(visit) })
  const writing = { partnership, lines, writer: practitioner, form }
  const outcome = step.begins ? await beginRecord(store, writing) : await append(store, { ...writing, record })
  if (!('number' in outcome)) throw new Error('records could not be joined or parted')
  wake?.()
  return outcome.record
}

const takeStep = (act: Act) => async (c: C, served: Served) => {
  const form = await sentForm(c)
  const key = form('key') ?? ''
  const made = await prepare(c, served, act, form)
  if (made?.step === undefined || !isKey(key)) return answerWrong(c, 'not-found')
  if (made.step.problems.length > 0) return showStep(c, served, made.here, made.step, form)
  const record = await write(c, served, made.here.record, made.step, key)
  return c.redirect(`${recordsAddress}/${record}?done=${act}`, 303)
}

/** Joining and parting records, for the information-governance lead alone. */
export const addJoiningPages = (web: Web, served: Served): void => {
  web.get(recordsAddress, c => c.html(ask(c)))
  web.post(recordsAddress, c => find(c, served))
  web.get(`${recordsAddress}/:record`, c => show(c, served))
  for (const act of Object.keys(steps) as readonly Act[]) {
    web.get(`${recordsAddress}/:record/${act}`, c => askStep(act)(c, served))
    web.post(`${recordsAddress}/:record/${act}`, c => takeStep(act)(c, served))
  }
}
