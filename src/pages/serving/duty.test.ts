import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { addDays, type Day } from '../../calendar/day.ts'
import { londonDay } from '../../calendar/moment.ts'
import { dayInWords } from '../../calendar/words.ts'
import { breakGlass } from '../../store/break-glass.ts'
import { saveDraft } from '../../store/drafts.ts'
import type { Line } from '../../store/line.ts'
import { type TrialHoldfast, trialHoldfast } from './trial.ts'
import { atWorkAs, idOf, recordOf } from './trial-facts.ts'
import { beginFamily, dayFrom, meeting, plainText as text, thingOf as thing, wordsIn } from './trial-thing.ts'

let trial: TrialHoldfast
let today: Day

before(async () => {
  trial = await trialHoldfast()
  today = londonDay(trial.store.now())
})
after(() => trial.end())

const on = (days: number): string => dayFrom(trial, days)
const begin = (...more: readonly Line[]) => beginFamily(trial, ...more)
const linesOf = (record: string, kind: 'done-elsewhere' | 'set-aside') => wordsIn(trial, record, kind)

describe('a thing to do', () => {
  it('says why, whose it is, who was told and whether they have it', async () => {
    const leila = await atWorkAs(trial, 'Leila Haddadi')
    const page = text(await leila.text(await thing(leila, await begin(), meeting)))
    assert.match(page, /Because a child in need plan was agreed on /u)
    assert.match(page, /With whom it lies Leila Haddadi/u)
    assert.match(page, /Told Leila Haddadi, that it is late, \d+ \w+: not yet acknowledged/u)
    assert.match(
      page,
      /Siobhan Keane|The desk of children&#39;s social care, Rowan Team \(team manager\), that it is late, one rung up/u,
    )
  })

  it('says who has acknowledged it', async () => {
    const record = await begin()
    const leila = await atWorkAs(trial, 'Leila Haddadi')
    const section =
      (await leila.text('/inbox')).split('<section>').find(one => one.includes(`/families/${record}`)) ?? ''
    for (const [, notice] of section.matchAll(/action="\/inbox\/(\d+)"/gu)) await leila.post(`/inbox/${notice}`, {})
    assert.match(
      text(await leila.text(await thing(leila, record, meeting))),
      /Leila Haddadi, that it is late, \d+ \w+: acknowledged on/u,
    )
  })

  it('is done now in the form of its kind, which is filled in', async () => {
    const leila = await atWorkAs(trial, 'Leila Haddadi')
    const html = await leila.text(await thing(leila, await begin(), meeting))
    const [, form = ''] = /href="([^"]*\/record\?kind=meeting-held[^"]*)"/u.exec(html) ?? []
    assert.match(await leila.text(form.replaceAll('&amp;', '&')), /value="child-in-need"[^>]*(?:checked|selected)/u)
  })

  it('has no form on a day that is past, where it is only read', async () => {
    const leila = await atWorkAs(trial, 'Leila Haddadi')
    const address = await thing(leila, await begin(), meeting)
    assert.match(await leila.text(address), /Done already/u)
    assert.doesNotMatch(await leila.text(`${address}?day=${on(-1)}`), /Done already|Set it aside/u)
  })

  it('is not found by whoever may not open the family, with any of its forms', async () => {
    const leila = await atWorkAs(trial, 'Leila Haddadi')
    const record = await begin()
    const address = await thing(leila, record, meeting)
    for (const name of ['Wendell Ings', 'Ruth Adeyemi', 'Crispin Yeo']) {
      const other = await atWorkAs(trial, name)
      for (const path of ['', '/done', '/set-aside'])
        assert.equal((await other.get(address + path)).status, 404, `${name} ${path}`)
      assert.equal((await other.post(`${address}/done`, { when: 'today', where: 'x' })).status, 404, name)
      assert.equal((await other.post(`${address}/set-aside`, { reason: 'x' })).status, 404, name)
    }
    assert.deepEqual(await linesOf(record, 'done-elsewhere'), [])
  })
})

describe('done already', () => {
  it('takes a day and where it is recorded, and goes back to the thing, which says what that changed', async () => {
    const leila = await atWorkAs(trial, 'Leila Haddadi')
    const record = await begin()
    const address = await thing(leila, record, meeting)
    const answer = await leila.post(`${address}/done`, { when: 'yesterday', where: 'Mosaic, 44' })
    assert.equal(answer.status, 303)
    const page = text(await leila.text(answer.headers.get('location') ?? ''))
    assert.match(
      page,
      new RegExp(
        `Saved It was done on ${dayInWords(addDays(today, -1))}, and is recorded in Mosaic, 44\\. (?:To do now: .*)?No longer owed: ${meeting}`,
        'u',
      ),
    )
    assert.match(page, /kept \d+ (?:days|weeks) late/u)
    assert.doesNotMatch(page, /Done already/u)
    const [line] = await linesOf(record, 'done-elsewhere')
    assert.deepEqual(
      [line?.by, line?.author, line?.rule, line?.thing, line?.done, line?.where, line?.child],
      [
        'social-care/rowan-team',
        'Leila Haddadi, social worker',
        'child-in-need-first-meeting',
        'p1',
        on(-1),
        'Mosaic, 44',
        ['kit'],
      ],
    )
    assert.equal(line?.sight, undefined, 'what rests on nothing restricted is for all')
  })

  it('keeps what was typed and says beside each field what to mend', async () => {
    const leila = await atWorkAs(trial, 'Leila Haddadi')
    const record = await begin()
    const address = await thing(leila, record, meeting)
    for (const [fields, problem] of [
      [{ when: '31 June', where: 'Zoë’s file' }, /id="when-error"[\s\S]*31 June is not a day/u],
      [{ when: 'tomorrow', where: 'Zoë’s file' }, /has not come yet/u],
      [{ when: on(-80), where: 'Zoë’s file' }, /It is owed since/u],
      [{ when: 'today', where: '' }, /id="where-error"/u],
      [{ when: 'today', where: 'a\u0000b' }, /id="where-error"[\s\S]*cannot be kept/u],
    ] as const) {
      const answer = await leila.post(`${address}/done`, fields)
      const html = await answer.text()
      assert.equal(answer.status, 400)
      assert.match(html, /<title>Error: /u)
      assert.match(html, problem)
      if (fields.where !== '') assert.ok(html.includes(`value="${fields.when}"`))
      if (fields.where.startsWith('Z')) assert.match(html, /value="Zoë’s file"/u)
    }
    assert.deepEqual(await linesOf(record, 'done-elsewhere'), [])
  })

  it('is taken once, however often it is sent', async () => {
    const leila = await atWorkAs(trial, 'Leila Haddadi')
    const record = await begin()
    const address = await thing(leila, record, meeting)
    const [, key = ''] = /\/done"[^>]*>[\s\S]*?name="key" value="([^"]+)"/u.exec(await leila.text(address)) ?? []
    const fields = { when: 'today', where: 'Mosaic', key }
    const answers = await Promise.all(Array.from({ length: 3 }, () => leila.post(`${address}/done`, fields)))
    assert.deepEqual(
      answers.map(({ status }) => status).filter(status => status >= 400),
      [],
    )
    assert.equal((await linesOf(record, 'done-elsewhere')).length, 1)
  })

  it('is said for one of several children, unless somebody ticks the others too', async () => {
    const may = { kind: 'person', person: 'may', name: 'May Brook', born: '2021-01-10', as: 'child' }
    const leila = await atWorkAs(trial, 'Leila Haddadi')
    const record = await begin(may)
    const address = await thing(leila, record, meeting)
    const html = await leila.text(address)
    const boxes = [...html.matchAll(/id="done-for[^"]*" name="for" type="checkbox" value="(\w+)"( checked)?/gu)]
    assert.deepEqual(
      boxes.map(([, , checked]) => checked !== undefined),
      [true, false],
    )
    assert.equal((await leila.post(`${address}/done`, { when: 'today', where: 'Mosaic' })).status, 400)
    const all = boxes.map(([, value = '']) => value)
    await leila.post(`${address}/done`, { when: 'today', where: 'Mosaic', for: all })
    const [line] = await linesOf(record, 'done-elsewhere')
    assert.deepEqual([...(line?.child ?? [])].sort(), ['kit', 'may'])
  })

  it('is only for those who may see what it rests on', async () => {
    const closed = {
      kind: 'plan-agreed',
      on: on(-50),
      by: 'police',
      plan: 'p2',
      type: 'early-help',
      sight: ['social-care'],
    }
    const record = await begin({ ...closed, type: 'child-in-need', child: ['kit'] })
    const leila = await atWorkAs(trial, 'Leila Haddadi')
    const html = await leila.text(`/families/${record}/ledger`)
    const links = [...html.matchAll(new RegExp(`href="(/families/${record}/duties/\\w{12})">${meeting}<`, 'gu'))].map(
      ([, one = '']) => one,
    )
    for (const one of links) await leila.post(`${one}/done`, { when: 'today', where: 'Mosaic' })
    const lines = await linesOf(record, 'done-elsewhere')
    assert.deepEqual(lines.find(({ thing }) => thing === 'p2')?.sight, ['social-care', 'police'])
  })

  it('is kept as a draft when the session had ended, and goes on from there', async () => {
    const leila = await atWorkAs(trial, 'Leila Haddadi')
    const record = await begin()
    const address = await thing(leila, record, meeting)
    const asking = { partnership: trial.partnership, practitioner: await idOf(trial, 'Leila Haddadi') }
    const fields = [
      ['when', 'yesterday'],
      ['where', 'Mosaic, 7'],
    ] as const
    const draft = await saveDraft(trial.store, asking, { address: `${address}/done`, fields, late: true })
    assert.match(await leila.text('/drafts'), new RegExp(`href="${address}/done\\?draft=${draft}"`, 'u'))
    const html = await leila.text(`${address}/done?draft=${draft}`)
    assert.match(html, /value="yesterday"[\s\S]*value="Mosaic, 7"/u)
    const [, action = ''] = /action="([^"]*\/done[^"]*)"/u.exec(html) ?? []
    assert.equal((await leila.post(action, { when: 'yesterday', where: 'Mosaic, 7' })).status, 303)
    assert.doesNotMatch(await leila.text('/drafts'), /Mosaic, 7/u)
    const other = await atWorkAs(trial, 'Siobhan Keane')
    assert.equal((await other.get(`${address}/done?draft=${draft}`)).status, 303)
  })
})

describe('a thing that was ended meanwhile', () => {
  it('takes no second word, and shows how it stands', async () => {
    const leila = await atWorkAs(trial, 'Leila Haddadi')
    const record = await begin()
    const address = await thing(leila, record, meeting)
    await leila.post(`${address}/set-aside`, { reason: 'They moved.' })
    const answer = await leila.post(`${address}/done`, { when: 'today', where: 'Mosaic' })
    assert.equal(answer.status, 200)
    assert.match(text(await answer.text()), /Reason “They moved\.”/u)
    assert.deepEqual(await linesOf(record, 'done-elsewhere'), [])
  })
})

describe('a thing in a record that is only read with a reason, or as a replay', () => {
  it('has no form for whoever gave a reason to read it, and takes none', async () => {
    const record = await begin()
    const leila = await atWorkAs(trial, 'Leila Haddadi')
    const address = await thing(leila, record, meeting)
    const asking = { partnership: trial.partnership, practitioner: await idOf(trial, 'Wendell Ings') }
    await breakGlass(trial.store, asking, { record, reason: 'The child is here', tell: [] })
    const wendell = await atWorkAs(trial, 'Wendell Ings')
    const page = await wendell.text(address)
    assert.match(page, /Rests on/u)
    assert.doesNotMatch(page, /Done already|Set it aside/u)
    for (const place of ['done', 'set-aside'])
      assert.equal((await wendell.post(`${address}/${place}`, { when: 'today', where: 'x', reason: 'x' })).status, 200)
    assert.deepEqual([...(await linesOf(record, 'done-elsewhere')), ...(await linesOf(record, 'set-aside'))], [])
  })

  it('has no form in the replay', async () => {
    const leila = await atWorkAs(trial, 'Leila Haddadi')
    const html = await leila.text('/what-happened/families/01/ledger')
    const [, address = ''] = /href="(\/what-happened\/families\/01\/duties\/\w{12})"/u.exec(html) ?? []
    const page = await leila.text(address)
    assert.match(page, /Rests on/u)
    assert.doesNotMatch(page, /Done already|With whom it lies/u)
  })

  it('says what is not found of what no record raises', async () => {
    const ruth = await atWorkAs(trial, 'Ruth Adeyemi')
    assert.equal((await ruth.get(`/families/${recordOf(trial, '01')}/duties/000000000000`)).status, 404)
  })
})
