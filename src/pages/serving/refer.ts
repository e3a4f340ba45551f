import type { Context } from 'hono'
import { isoDay } from '../../calendar/day.ts'
import { append } from '../../store/append.ts'
import { layBeforeDesk } from '../../store/desk.ts'
import { findPerson, findRecords } from '../../store/finding.ts'
import { whyNotNumber } from '../../store/only-invented.ts'
import { beginRecord, notify } from '../../store/records.ts'
import {
  firstLines,
  possiblyKnownPage,
  type ReferralRead,
  type ReferralTyped,
  readReferral,
  referPage,
  referralTyped,
  referredPage,
} from '../refer.ts'
import { isKey, newKey } from './one-time-key.ts'
import type { Env, Served, Web } from './served.ts'
import { sentForm } from './visit.ts'

type C = Context<Env>

const asked = (c: C, typed: ReferralTyped, key = newKey()) => {
  const { around, csrf, practitioner } = c.get('visit')
  return { around, csrf, key, posts: practitioner.posts, typed }
}

/** A referral of a child who is surely known goes to the child's record, by the id under which they are known there. */
const toRecord = async (c: C, { store }: Served, { sought, lines }: ReferralRead, record: string, key: string) => {
  const { partnership, practitioner } = c.get('visit').asking
  const child = await findPerson(store, partnership, record, sought)
  if (child === undefined) return false
  const named = lines.map(line => ({ ...line, child }))
  const outcome = await append(store, { partnership, record, lines: named, writer: practitioner, form: key })
  return 'number' in outcome
}

const layDown = async (c: C, { store }: Served, { sought, address, lines }: ReferralRead, form: string) => {
  const { asking } = c.get('visit')
  const { born, ...child } = sought
  const whom = {
    ...child,
    ...(born === undefined ? {} : { born: isoDay(born) }),
    ...(address === '' ? {} : { address }),
  }
  const { again } = await layBeforeDesk(store, asking, { child: whom, lines, form })
  if (again) return
  await notify(store, asking.partnership, {
    record: 'agencies',
    template: 'desk',
    to: { role: 'duty-social-worker' },
  })
}

const toDesk = async (c: C, served: Served, referral: ReferralRead, key: string) => {
  const { partnership } = c.get('visit').asking
  const { sure, possible } = await findRecords(served.store, partnership, referral.sought)
  const [record, ...others] = sure
  const placed =
    record !== undefined && others.length + possible.length === 0 && (await toRecord(c, served, referral, record, key))
  if (!placed) await layDown(c, served, referral, key)
  served.wake?.()
  return c.html(referredPage(c.get('visit').around, true))
}

const toNewRecord = async (c: C, served: Served, referral: ReferralRead, key: string) => {
  const { partnership, practitioner } = c.get('visit').asking
  const lines = firstLines(referral, 'child')
  const outcome = await beginRecord(served.store, { partnership, lines, writer: practitioner, form: key })
  if ('problems' in outcome) return outcome.problems
  served.wake?.()
  return undefined
}

const take = async (c: C, served: Served) => {
  const form = await sentForm(c)
  const given = form('key') ?? ''
  const key = isKey(given) ? given : newKey()
  const typed = referralTyped(form)
  const { practitioner, today, asking } = c.get('visit')
  const writing = { typed, posts: practitioner.posts, name: practitioner.name, on: isoDay(today), key }
  const read = readReferral(writing)
  if ('problems' in read) return c.html(referPage({ ...asked(c, typed, key), problems: read.problems }), 400)
  const real = await whyNotNumber(served.store, asking.partnership, read.referral.sought.nhs ?? '')
  if (real !== undefined)
    return c.html(referPage({ ...asked(c, typed, key), problems: [{ field: 'nhs', what: `It ${real}` }] }), 400)
  if (form('desk') === 'yes') return toDesk(c, served, read.referral, key)
  const { sure, possible } = await findRecords(served.store, asking.partnership, read.referral.sought)
  if (sure.length + possible.length > 0) return c.html(possiblyKnownPage(asked(c, typed, key)))
  const problems = await toNewRecord(c, served, read.referral, key)
  if (problems !== undefined) return c.html(referPage({ ...asked(c, typed, key), problems }), 400)
  return c.html(referredPage(c.get('visit').around, false))
}

/** Referring a child whose record one does not read. */
export const addReferPages = (web: Web, served: Served): void => {
  web.get('/refer', c =>
    c.html(
      referPage(
        asked(
          c,
          referralTyped(() => undefined),
        ),
      ),
    ),
  )
  web.post('/refer', c => take(c, served))
}
