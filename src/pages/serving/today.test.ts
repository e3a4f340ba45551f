import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { addDays, type Day, isoDay } from '../../calendar/day.ts'
import { londonDay } from '../../calendar/moment.ts'
import { dayWithWeekday } from '../../calendar/words.ts'
import { append, refresh } from '../../store/append.ts'
import type { Line } from '../../store/line.ts'
import { type TrialHoldfast, trialHoldfast } from './trial.ts'
import { askTrial, atWorkAs, idOf, plainly, recordOf } from './trial-facts.ts'

let trial: TrialHoldfast
let today: Day

before(async () => {
  trial = await trialHoldfast()
  today = londonDay(trial.store.now())
})
after(() => trial.end())

const on = (days: number): string => isoDay(addDays(today, days))
const write = (record: string, ...lines: readonly Line[]) =>
  append(trial.store, { partnership: trial.partnership, record, lines, writer: 'import' })
const lead = (html: string): string => /holdfast-lead">([^<]*)</u.exec(html)?.[1] ?? ''
const rows = (html: string): number => html.match(/<li class="holdfast-duty">/gu)?.length ?? 0
const recordsIn = (html: string): ReadonlySet<string> =>
  new Set([...html.matchAll(/\/families\/([a-z0-9]{10})/gu)].map(([, record = '']) => record))

const mayOpen = async (name: string): Promise<ReadonlySet<string>> => {
  const open = await askTrial(
    trial,
    'select distinct record from may_open where partnership = $1 and practitioner = $2',
    await idOf(trial, name),
  )
  return new Set(open.map(({ record }) => String(record)))
}

const numbers = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten']
const counted = (words: string): number => (numbers.includes(words) ? numbers.indexOf(words) : Number(words))

describe('Today', () => {
  it('says as many things as it lists, mine and those that I wait for', async () => {
    const marcus = await atWorkAs(trial, 'Marcus Bellweather')
    const [, yours = '', others = ''] =
      /^[^.]*\. (\w+) things? (?:is|are) yours, [^.]*\. (\w+) others? waits? on/u.exec(
        lead(await marcus.text('/today')),
      ) ?? []
    assert.equal(rows(await marcus.text('/today?all=yours')), counted(yours))
    assert.equal(rows(await marcus.text('/today?all=waiting')), counted(others))
  })

  it('begins with the day', async () => {
    const ruth = await atWorkAs(trial, 'Ruth Adeyemi')
    assert.ok(lead(await ruth.text('/today')).startsWith(`${dayWithWeekday(today)}. `))
  })

  it('holds nothing of any record that is not the visitor’s own', async () => {
    for (const name of ['Marcus Bellweather', 'Ruth Adeyemi', 'Judith Arkwright-Bose']) {
      const who = await atWorkAs(trial, name)
      const own = await mayOpen(name)
      for (const path of ['/today', '/today?all=yours', '/today?all=waiting'])
        for (const record of recordsIn(await who.text(path))) assert.ok(own.has(record), `${name} ${path}`)
    }
  })

  it('is empty for somebody with no family, and says what would be here', async () => {
    const none = await atWorkAs(trial, 'Wendell Ings')
    const html = await none.text('/today')
    assert.match(html, /You work with no family here\./u)
    assert.deepEqual([...recordsIn(html)], [])
  })

  it('opens nothing: a list is in no log', async () => {
    const opened = () => askTrial(trial, 'select count(*)::int as n from opening where partnership = $1')
    const before = await opened()
    await (await atWorkAs(trial, 'Marcus Bellweather')).text('/today')
    assert.deepEqual(await opened(), before)
  })

  it('leads to the form of the thing, and to where one says why not', async () => {
    const marcus = await atWorkAs(trial, 'Marcus Bellweather')
    const html = await marcus.text('/today')
    const [, form = ''] = /href="([^"]*\/record\?kind=[^"]*)">Do it</u.exec(html) ?? []
    const [, aside = ''] = /href="([^"]*)#set-aside"/u.exec(html) ?? []
    assert.equal((await marcus.get(form.replaceAll('&amp;', '&'))).status, 200)
    assert.match(await marcus.text(aside), /id="set-aside"/u)
  })

  it('changes by nothing for whoever may not see what was written', async () => {
    const lists = async (name: string) => {
      const who = await atWorkAs(trial, name)
      const pages = ['/today', '/today?all=yours', '/today?all=waiting', '/families'].map(path => who.get(path))
      return Promise.all(pages.map(async page => plainly(await page)))
    }
    const [tate, ruth] = [await lists('Yvonne Tate'), await lists('Ruth Adeyemi')]
    await write(recordOf(trial, '01'), {
      ...{ kind: 'referral-made', on: on(-1), by: 'health-visiting', to: 'community-nursing', referral: 'closed-1' },
      ...{ text: 'Only for the nurses.', sight: ['community-nursing'] },
    })
    assert.deepEqual(await lists('Yvonne Tate'), tate)
    assert.notDeepEqual(await lists('Ruth Adeyemi'), ruth)
  })
})

describe('what is theirs for whom one stands in', () => {
  const away = () => ({
    ...{ record: 'agencies', on: on(-1), until: on(5), by: 'social-care/alder-team', role: 'social-worker' },
  })
  const owens = async (name: string) => {
    const html = await (await atWorkAs(trial, name)).text('/today?all=yours')
    return html.includes(`/families/${recordOf(trial, '11')}/duties/`)
  }

  it('is on one’s own list while they are away, and not on theirs', async () => {
    assert.deepEqual([await owens('Owen Pritchard-Lowe'), await owens('Priya Raghunathan')], [true, false])
    await write(
      'agencies',
      { kind: 'worker-away', ...away(), practitioner: 'Owen Pritchard-Lowe' },
      { kind: 'cover', ...away(), until: undefined, practitioner: 'Priya Raghunathan' },
    )
    await refresh(trial.store, trial.partnership, recordOf(trial, '11'))
    assert.deepEqual([await owens('Owen Pritchard-Lowe'), await owens('Priya Raghunathan')], [false, true])
  })
})

describe('the number in the head', () => {
  it('is that of the notices in the inbox, and goes down when one is acknowledged', async () => {
    const marcus = await atWorkAs(trial, 'Marcus Bellweather')
    const waiting = (html: string) => Number(/holdfast-count">(\d+)</u.exec(html)?.[1] ?? 0)
    const inbox = await marcus.text('/inbox')
    const notices = [...inbox.matchAll(/action="\/inbox\/(\d+)"/gu)].map(([, notice]) => notice)
    assert.ok(notices.length > 1)
    for (const html of [inbox, await marcus.text('/today')]) assert.equal(waiting(html), notices.length)
    await marcus.post(`/inbox/${notices[0]}`, {})
    assert.equal(waiting(await marcus.text('/today')), notices.length - 1)
    assert.doesNotMatch(await marcus.text('/families'), /holdfast-count/u)
  })
})
