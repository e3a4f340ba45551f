import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { addDays, type Day, isoDay } from '../../calendar/day.ts'
import { londonDay } from '../../calendar/moment.ts'
import { dayInWords } from '../../calendar/words.ts'
import { saveDraft } from '../../store/drafts.ts'
import type { Line } from '../../store/line.ts'
import { beginRecord } from '../../store/records.ts'
import { type AtWork, type TrialHoldfast, trialHoldfast } from './trial.ts'
import { askTrial, atWorkAs, idOf, recordOf } from './trial-facts.ts'

let trial: TrialHoldfast
let today: Day

before(async () => {
  trial = await trialHoldfast()
  today = londonDay(trial.store.now())
})
after(() => trial.end())

const on = (days: number): string => isoDay(addDays(today, days))
const text = (html: string): string => html.replaceAll(/<[^>]*>/gu, ' ').replaceAll(/\s+/gu, ' ')
const rowan = { by: 'social-care/rowan-team' }

/** A child, or two, with a plan and a conference that was decided: one thing with one signature, one that takes two. */
const begin = async (...more: readonly Line[]): Promise<string> => {
  const lines: readonly Line[] = [
    { kind: 'person', person: 'kit', name: 'Kit Brook', born: '2019-01-10', as: 'child', subject: 'yes' },
    { kind: 'worker-starts', on: on(-90), ...rowan, role: 'social-worker', practitioner: 'Leila Haddadi' },
    {
      kind: 'plan-agreed',
      on: on(-60),
      ...rowan,
      plan: 'p1',
      type: 'child-in-need',
      child: ['kit', 'may'].slice(0, more.length + 1),
    },
    {
      ...{
        kind: 'strategy-discussion',
        on: on(-40),
        ...rowan,
        discussion: 'talk',
        section47: 'yes',
        outcome: 'conference',
      },
    },
    ...more,
  ]
  const begun = await beginRecord(trial.store, { partnership: trial.partnership, writer: 'import', lines })
  assert.ok('record' in begun)
  return begun.record
}

const meeting = 'Hold the first meeting of the child in need plan'
const conference = 'Hold the initial child protection conference'

/** The address of a thing to do, from the family's ledger. */
const thing = async (who: AtWork, record: string, says: string): Promise<string> => {
  const html = await who.text(`/families/${record}/ledger`)
  const [, address = ''] = new RegExp(`href="(/families/${record}/duties/\\w{12})">${says}<`, 'u').exec(html) ?? []
  return address
}

/** What was written on a thing, as the record keeps it. */
interface Word {
  readonly by: string
  readonly author: string
  readonly rule: string
  readonly thing: string
  readonly child: readonly string[]
  readonly done?: string
  readonly where?: string
  readonly sight?: readonly string[]
  readonly signedBy?: readonly string[]
  readonly reason?: string
  readonly text?: string
}

const linesOf = async (record: string, kind: 'done-elsewhere' | 'set-aside'): Promise<readonly Word[]> => {
  const rows = await askTrial(
    trial,
    'select content::jsonb as line from content where partnership = $1 and record = $2 and kind = $3 order by number',
    ...[record, kind],
  )
  return rows.map(({ line }) => line as Word)
}

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

describe('setting aside', () => {
  it('takes a reason, signed in the visitor’s role, that all who may see the thing can read', async () => {
    const leila = await atWorkAs(trial, 'Leila Haddadi')
    const record = await begin()
    const address = await thing(leila, record, meeting)
    assert.match(await (await leila.post(`${address}/set-aside`, { reason: ' ' })).text(), /id="reason-error"/u)
    const answer = await leila.post(`${address}/set-aside`, { reason: 'They moved to Leeds.' })
    assert.match(
      text(await leila.text(answer.headers.get('location') ?? '')),
      new RegExp(`It is set aside\\..*No longer owed: ${meeting}`, 'u'),
    )
    const [line] = await linesOf(record, 'set-aside')
    assert.deepEqual([line?.signedBy, line?.reason, line?.by], [['social-worker'], 'They moved to Leeds.', rowan.by])
    const siobhan = await atWorkAs(trial, 'Siobhan Keane')
    assert.match(text(await siobhan.text(address)), /Reason “They moved to Leeds\.”, signed by the social worker/u)
  })

  it('of what is statutory takes two people, and until the second has signed it stays owed', async () => {
    const leila = await atWorkAs(trial, 'Leila Haddadi')
    const siobhan = await atWorkAs(trial, 'Siobhan Keane')
    const record = await begin()
    const address = await thing(leila, record, conference)
    assert.match(
      text(await leila.text(address)),
      /This takes two signatures, since it is statutory: yours, and that of somebody else, such as the head of service\. Until both have signed it stays owed\./u,
    )
    const first = await leila.post(`${address}/set-aside`, { reason: 'The grandmother takes him.' })
    const after = text(await leila.text(first.headers.get('location') ?? ''))
    assert.match(after, /Saved You have signed\. It stays owed until somebody else signs too\./u)
    assert.match(after, /You have signed\. Somebody else must sign too/u)
    await leila.post(`${address}/set-aside`, { reason: 'Again.' })
    assert.equal((await linesOf(record, 'set-aside')).length, 1, 'nobody signs for two')
    const shown = text(await siobhan.text(address))
    assert.match(shown, /Leila Haddadi, social worker, signed on [^:]*: The grandmother takes him\./u)
    const fields = { 'as-post': 'social-care/rowan-team team-manager' }
    const second = await siobhan.post(`${address}/set-aside`, fields)
    assert.match(
      text(await siobhan.text(second.headers.get('location') ?? '')),
      new RegExp(`Both have signed: it is set aside\\. (?:To do now: .*)?No longer owed: .*${conference}`, 'u'),
    )
    const lines = await linesOf(record, 'set-aside')
    assert.deepEqual(
      lines.map(({ signedBy }) => signedBy),
      [['social-worker'], ['social-worker', 'team-manager']],
    )
    assert.match(lines[1]?.text ?? '', /^Second signature\. The first is that of Leila Haddadi, social worker on /u)
  })

  it('is never signed by those in default alone', async () => {
    const record = await begin()
    const judith = await atWorkAs(trial, 'Judith Arkwright-Bose')
    const address = await thing(judith, record, conference)
    assert.match(text(await judith.text(address)), /that of somebody else who does not owe it/u)
    await judith.post(`${address}/set-aside`, { reason: 'x', 'as-post': 'social-care service-manager' })
    await judith.post(`${address}/set-aside`, { reason: 'x', 'as-post': 'social-care safeguarding-lead' })
    assert.equal((await linesOf(record, 'set-aside')).length, 1)
    assert.match(text(await judith.text(address)), /late|due/u)
  })

  it('is not taken by the form of any other page, where one could sign for two', async () => {
    const leila = await atWorkAs(trial, 'Leila Haddadi')
    const record = await begin()
    const fields = {
      kind: 'set-aside',
      key: 'abcdefghijkl',
      rule: 'conference-held',
      thing: 'talk',
      reason: 'x',
      on: on(0),
    }
    const answer = await leila.post(`/families/${record}/record`, {
      ...fields,
      signedBy: ['social-worker', 'team-manager'],
    })
    assert.equal(answer.status, 404)
    assert.deepEqual(await linesOf(record, 'set-aside'), [])
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
