import assert from 'node:assert/strict'
import { after, before, describe, it, mock } from 'node:test'
import { addDays, isoDay } from '../../calendar/day.ts'
import { valuesOf } from '../../intake/forms/form-values.ts'
import { isOffered } from '../../intake/forms/offered.ts'
import { exampleLines } from '../../intake/sheets/example-lines.ts'
import { type Kind, kinds } from '../../record/entry.ts'
import { append } from '../../store/append.ts'
import type { Line } from '../../store/line.ts'
import { tick } from '../../store/tick.ts'
import { todayOf } from './served.ts'
import { type AtWork, type TrialHoldfast, trialTwins } from './trial.ts'
import { plainly, recordOf } from './trial-facts.ts'
import { addressOf, idsOf, type Route, routesOf } from './trial-routes.ts'

/*
 * Two Holdfasts that are alike to the last row. Into the one alone is written what probation alone may see: an entry of
 * every kind there is, corrections, entries that were set apart. Whoever may not see it finds both the same, whatever they
 * ask for.
 */

let restricted: TrialHoldfast
let plain: TrialHoldfast
const said: string[] = []
const terminal = mock.method(console, 'error', (...words: readonly unknown[]) => said.push(words.join(' ')))

const write = async (trial: TrialHoldfast, record: string, ...lines: readonly Line[]) => {
  const { store, partnership } = trial
  const outcome = await append(store, { partnership, record, lines, writer: 'import' })
  if (!('number' in outcome)) throw new Error(JSON.stringify(outcome))
}

const probation = { by: 'probation', author: 'Hidden Author', sight: ['probation'] }

/** One entry of every kind: what moves entries is for the information-governance lead alone, and comes by itself. */
const everyKind = (on: string): readonly Line[] =>
  (Object.keys(kinds) as Kind[])
    .filter(kind => kind !== 'set-apart' && kind !== 'set-apart-undone')
    .map(kind => {
      const { record: _, ...line } = exampleLines[kind] as Line
      return { ...line, kind, on, id: `hidden-${kind}-${on}`, text: 'Nobody else knows.', ...probation }
    })

/** What was known to all and was then narrowed, or turned out to be another family's. */
const takenBack = (on: string): readonly Line[] => [
  { kind: 'concern', id: 'first', on, by: 'probation', harm: 'yes', text: 'Known for a moment.' },
  {
    kind: 'concern',
    id: 'second',
    on,
    by: 'probation',
    corrects: 'first',
    harm: 'yes',
    text: 'Then not.',
    sight: ['probation'],
  },
  { kind: 'was-not-brought', id: 'apart', on, by: 'hospital/royal', text: 'Another child of that name.' },
  { kind: 'set-apart', on, by: 'partnership', entry: 'apart', reason: 'Another family' },
]

const readers = [
  'ruth.adeyemi',
  'yvonne.tate',
  'grace.obi',
  'dr.okafor',
  'bronwen.thackeray',
  'nadia.rahman',
  'wendell.ings',
]

const signIn = async (name: string): Promise<readonly [AtWork, AtWork]> => [
  await restricted.signInAs(name),
  await plain.signInAs(name),
]

before(async () => {
  const [one, other] = await trialTwins()
  restricted = one
  plain = other
  const today = todayOf(one.served)
  const record = recordOf(one, '01')
  await write(one, record, ...everyKind(isoDay(addDays(today, -170))))
  await write(one, record, ...everyKind(isoDay(today)))
  await write(one, record, ...takenBack(isoDay(today)))
  await write(one, recordOf(one, '02'), ...everyKind(isoDay(today)))
  await write(one, 'agencies', {
    kind: 'post',
    on: '2026-01-02',
    post: 'hidden-1',
    role: 'other',
    practitioner: 'Hidden Person',
    ...probation,
  })
  for (const trial of [one, other]) await tick(trial.store)
})
after(async () => {
  terminal.mock.restore()
  await restricted.end()
  await plain.end()
})

// Made anew for each who asks: a page that shows a secret of its own, and a document, which holds the moment of its making;
// what such a document says is asked for as a page.
const isRandom = ({ path }: Route): boolean => path === '/account/second-factor' || path.endsWith('/docx')

// What is handed to somebody of the family is asked of the whole record, and is then the sheet without times that many get:
// it says to ask, and not why (decision 0025; src/pages/serving/ahead.test.ts).
const isHandedOut = ({ path }: Route): boolean =>
  path === '/families/:id/ahead/sheet/:person' || path === '/families/:id/parents-page/paper'

/** Asks both for the same; they must answer the same, to the letter. */
const alike = async (
  [one, other]: readonly [AtWork, AtWork],
  what: string,
  ask: (who: AtWork) => Promise<Response>,
) => {
  const [answer, without] = [await ask(one), await ask(other)]
  const place = (from: Response) => `${from.status} ${from.headers.get('location') ?? ''}`
  assert.equal(place(answer), place(without), what)
  // The number of a notice only says how many there have been in the whole partnership.
  const page = async (from: Response) => (await plainly(from)).replaceAll(/\/inbox\/\d+/gu, '/inbox/…')
  assert.equal(await page(answer), await page(without), what)
}

describe('a restricted fact', () => {
  for (const name of readers)
    it(`shows on no page of somebody who may not see it: ${name}`, async () => {
      const both = await signIn(name)
      for (const family of ['01', '02']) {
        const ids = await idsOf(plain, recordOf(plain, family))
        for (const route of routesOf(plain).filter(one => one.method === 'GET' && !isRandom(one) && !isHandedOut(one)))
          await alike(both, `${family} ${route.path}`, who => who.get(addressOf(route, ids)))
      }
      for (const day of ['2026-06-15', isoDay(addDays(todayOf(plain.served), -1)), '1999-01-01'])
        for (const place of ['', '/threads', '/ledger', '/chronology', '/people', '/offered', '/meeting'])
          await alike(both, `${day} ${place}`, who => who.get(`/families/${recordOf(plain, '01')}${place}?day=${day}`))
    })

  it('is found by no search, and counts in none', async () => {
    for (const name of readers) {
      const both = await signIn(name)
      for (const words of [
        'Nobody else knows',
        'probation',
        'Hidden Author',
        'Bea Marsh',
        'Osei',
        'concern',
        'clares law',
        'Maya',
      ])
        await alike(both, words, who => who.post('/search', { words }))
      await alike(both, 'families', who => who.post('/families', { name: 'Bea' }))
    }
  })

  it('is offered in no form', async () => {
    const both = await signIn('ruth.adeyemi')
    const address = `/families/${recordOf(plain, '01')}/record`
    for (const kind of (Object.keys(kinds) as Kind[]).filter(isOffered))
      await alike(both, kind, who => who.get(`${address}?kind=${kind}`))
  })

  it('answers for nothing that somebody else writes, raises nothing for them and tells nobody in their place', async () => {
    const both = await signIn('ruth.adeyemi')
    const record = recordOf(plain, '01')
    const line = { on: isoDay(todayOf(plain.served)), harm: 'yes', text: 'A bruise on the cheek.' }
    const fields = Object.fromEntries([...valuesOf(line)].map(([field, texts]) => [field, [...texts]]))
    const form = { ...fields, kind: 'concern', key: 'abcdefghijkl', do: 'record' }
    const saved: string[] = []
    await alike(both, 'saving', async who => {
      const answer = await who.post(`/families/${record}/record`, form)
      saved.push(`${answer.status} ${answer.headers.get('location')}`)
      return answer
    })
    assert.match(saved[0] ?? '', /^303 \/families\/\w+\/entries\/\w+\?saved=yes$/u)
    const [, location = ''] = (saved[0] ?? '').split(' ')
    await alike(both, 'saved', who => who.get(location))
    for (const name of readers)
      for (const place of ['/today', '/inbox', `/families/${record}`, `/families/${record}/ledger`])
        await alike(await signIn(name), `${name} ${place}`, who => who.get(place))
  })

  it('stands on the terminal with no word', () => {
    assert.deepEqual(said, [])
  })

  it('is seen by whoever may: the two are not alike', async () => {
    const [one, other] = await signIn('terrence.agyeman')
    const place = `/families/${recordOf(plain, '01')}/chronology`
    assert.match(await one.text(place), /Nobody else knows/u)
    assert.doesNotMatch(await other.text(place), /Nobody else knows/u)
  })
})
