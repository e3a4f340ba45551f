import type { Context } from 'hono'
import { isoDay } from '../../calendar/day.ts'
import type { Entry } from '../../record/entry.ts'
import type { EntryId } from '../../record/field.ts'
import { readEntry } from '../../record/read-entry.ts'
import { type SetApart, setApartNow } from '../../store/apart.ts'
import { append } from '../../store/append.ts'
import { openForGovernance } from '../../store/openings.ts'
import { type RecordNow, recordNow } from '../../store/record-now.ts'
import { findKeptEntry } from '../../store/records.ts'
import { type Knowable, whoKnows } from '../../store/who-knows.ts'
import { shortName } from '../address.ts'
import { addressOfApart, apartAddress, apartPage, type OneApartAsked, oneApartPage, readApartDone } from '../apart.ts'
import { namingIn } from '../family-on-day.ts'
import { answerWrong } from '../guard.ts'
import { readSought, soughtTyped } from '../sought-child.ts'
import { moveEntryTo } from './move-entry.ts'
import type { Env, Served, Web } from './served.ts'
import { signedBy } from './signed-by.ts'
import { sentForm } from './visit.ts'

type C = Context<Env>

const list = async (c: C, { store }: Served) => {
  const { asking, around } = c.get('visit')
  const apart = await setApartNow(store, asking)
  return c.html(apartPage({ around, apart, done: readApartDone(c.req.query('done')) }))
}

/** An entry that is set apart, with the record that holds what it says. */
interface Found {
  readonly one: SetApart
  readonly now: RecordNow
  readonly origin: string
}

const originOf = ({ kept }: RecordNow, { record, entry }: SetApart): string =>
  kept.others.find(other => other.id === entry || other.root === entry)?.record ?? record

/** The entry that the address names; the record is opened for it, and that is written down. */
const find = async (c: C, { store }: Served): Promise<Found | undefined> => {
  const { asking } = c.get('visit')
  const apart = await setApartNow(store, asking)
  const one = apart.find(
    ({ record, entry }) => record === c.req.param('record') && shortName(record, entry) === c.req.param('entry'),
  )
  if (one === undefined || !(await openForGovernance(store, asking, one.record, 'an entry set apart'))) return undefined
  const now = await recordNow(store, asking.partnership, one.record)
  return now && { one, now, origin: originOf(now, one) }
}

const versionsOf = ({ own }: RecordNow['kept'], entry: string): readonly Entry[] =>
  own.filter(one => one.id === entry || one.root === entry)

/** Every version of it, until it was set apart. */
const knowable = async ({ store }: Served, partnership: number, { one, now, origin }: Found): Promise<Knowable> => {
  const { kept } = origin === one.record ? now : ((await recordNow(store, partnership, origin)) ?? now)
  const numbers = versionsOf(kept, one.entry).flatMap(entry => kept.numbers.get(entry.id) ?? [])
  const word = now.kept.own.findLast(entry => entry.kind === 'set-apart' && entry.entry === one.entry)
  return { record: origin, numbers, until: word && origin === one.record ? now.kept.numbers.get(word.id) : undefined }
}

const nothingTyped = { ...soughtTyped(() => undefined), record: '', reason: '' }

const show = async (c: C, served: Served, found: Found, more: Partial<OneApartAsked> = {}) => {
  const { asking, around, csrf } = c.get('visit')
  const { one, now, origin } = found
  const kept = await findKeptEntry(served.store, asking.partnership, origin, one.entry)
  const read = kept && readEntry(kept.line)
  const knows = await whoKnows(served.store, asking.partnership, await knowable(served, asking.partnership, found))
  const page = oneApartPage({
    ...{ around, csrf, one, name: namingIn(now.stands), knows, typed: nothingTyped },
    entry: read !== undefined && 'entry' in read ? read.entry : undefined,
    done: readApartDone(c.req.query('done')),
    ...more,
  })
  return c.html(page, more.problems === undefined ? 200 : 400)
}

const move = async (c: C, served: Served, found: Found) => {
  const form = await sentForm(c)
  const typed = { ...nothingTyped, ...soughtTyped(form), record: (form('record') ?? '').trim().slice(0, 20) }
  const read = readSought(typed)
  if ('problems' in read) return show(c, served, found, { typed, problems: read.problems })
  const { one, origin } = found
  const to = { sought: read.sought, record: typed.record === '' ? undefined : typed.record }
  const wrong = { record: one.record, origin, entry: one.entry as EntryId }
  const done = (await moveEntryTo(served.store, c.get('visit').asking, wrong, to)) ? 'written' : 'left'
  served.wake?.()
  return c.redirect(`${addressOfApart(one)}?done=${done}`, 303)
}

const undo = async (c: C, served: Served, found: Found) => {
  const visit = c.get('visit')
  const reason = ((await sentForm(c))('reason') ?? '').trim().slice(0, 2000)
  const problems = [{ field: 'reason', what: 'Write why it belongs to this record after all' }]
  if (reason === '') return show(c, served, found, { problems })
  const { record, entry } = found.one
  const line = { kind: 'set-apart-undone', on: isoDay(visit.today), ...signedBy(visit), entry, reason }
  const { partnership, practitioner } = visit.asking
  const outcome = await append(served.store, { partnership, record, lines: [line], writer: practitioner })
  if (!('number' in outcome)) throw new Error('an entry that was set apart could not be put back')
  served.wake?.()
  return c.redirect(`${apartAddress}?done=undone`, 303)
}

const take = async (c: C, served: Served) => {
  const found = await find(c, served)
  if (found === undefined) return answerWrong(c, 'not-found')
  return (await sentForm(c))('do') === 'undo' ? undo(c, served, found) : move(c, served, found)
}

/** Entries that were set apart, for the information-governance lead alone. */
export const addApartPages = (web: Web, served: Served): void => {
  web.get(apartAddress, c => list(c, served))
  web.get(`${apartAddress}/:record/:entry`, async c => {
    const found = await find(c, served)
    return found === undefined ? answerWrong(c, 'not-found') : show(c, served, found)
  })
  web.post(`${apartAddress}/:record/:entry`, c => take(c, served))
}
