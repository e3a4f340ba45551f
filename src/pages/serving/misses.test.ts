import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Line } from '../../store/line.ts'
import { shortName } from '../address.ts'
import { type AtWork, type TrialHoldfast, trialHoldfast } from './trial.ts'
import { atWorkAs, plainly } from './trial-facts.ts'
import { beginFamily, dayFrom } from './trial-thing.ts'

let trial: TrialHoldfast
let leila: AtWork
before(async () => {
  trial = await trialHoldfast()
  leila = await atWorkAs(trial, 'Leila Haddadi')
})
after(() => trial.end())

const by = 'hospital/royal'
const plain = (html: string) => html.replaceAll(/<[^>]+>/gu, ' ').replaceAll(/\s+/gu, ' ')

/** A child with both parents, who was not brought; the father lives elsewhere and holds responsibility. */
const family = (...more: readonly Line[]): Promise<string> => {
  const on = (days: number) => ({ on: dayFrom(trial, days) })
  return beginFamily(
    trial,
    { kind: 'person', person: 'tess', name: 'Tess Brook', as: 'adult' },
    { kind: 'person', person: 'dan', name: 'Daniel Marl', as: 'adult' },
    { kind: 'relationship', person: 'tess', is: 'mother', of: 'kit' },
    { kind: 'relationship', person: 'dan', is: 'father', of: 'kit', responsibility: 'yes' },
    { kind: 'lives-at', ...on(-300), by: 'gp/elm-road', person: ['kit', 'tess'], address: '5 Weaver Row' },
    { kind: 'lives-at', ...on(-300), by: 'gp/elm-road', person: ['dan'], address: '9 Tanner Yard' },
    { kind: 'address-checked', ...on(-200), by: 'gp/elm-road', address: '9 Tanner Yard', adults: 'yes' },
    {
      kind: 'was-not-brought',
      ...on(-10),
      by,
      appointment: 'ears-1',
      clinic: 'the ear clinic',
      reason: 'Tess was ill',
    },
    { kind: 'notes-reviewed', ...on(-8), by, appointment: 'ears-1', harm: 'Kit may lose hearing.', next: 'rebook' },
    {
      kind: 'appointment-booked',
      ...on(-7),
      by,
      appointment: 'ears-2',
      clinic: 'the ear clinic',
      when: `${dayFrom(trial, 14)} 09:40`,
    },
    ...more,
  )
}

const missPage = (record: string): string => `/families/${record}/misses/${shortName(record, 'ears-1')}`
const letterTo = (record: string, to: string): string => `${missPage(record)}/letters/${shortName(record, to)}`
const incident = (): Line => ({
  kind: 'incident',
  on: dayFrom(trial, -50),
  by: 'police',
  type: 'domestic',
  alleged: 'dan',
  incident: 'i-1',
})
const decide = (answer: string): Line => ({
  ...{ kind: 'copy-decided', on: dayFrom(trial, -1), by, appointment: 'ears-1', person: 'dan', answer },
  decidedBy: 'named-nurse',
})

describe('what happens after a missed appointment', () => {
  it('stands on one page: what it was for, the harm, each step with whose it is, and each copy', async () => {
    const record = await family()
    const html = await leila.text(missPage(record))
    assert.match(plain(html), /Kit may lose hearing\./u)
    assert.match(plain(html), /Tess was ill” What a family says counts as true until a check contradicts it/u)
    assert.match(plain(html), /One letter, with its copies .* Medical secretary/u)
    assert.match(plain(html), /The GP practice Not sent yet/u)
    assert.match(html, new RegExp(`href="/families/${record}/record\\?kind=letter-sent&amp;child=`, 'u'))
    const form = await leila.text(
      /href="([^"]*kind=notes-reviewed[^"]*)"/u.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? '',
    )
    assert.match(form, /Notes reviewed after a missed appointment/u)
  })

  it('is led to from the entry, from what is owed and from what was offered', async () => {
    const record = await family()
    const offered = await leila.text(`/families/${record}/offered`)
    assert.ok(offered.includes(missPage(record)))
    const ledger = await leila.text(`/families/${record}/ledger`)
    const [, duty = ''] =
      new RegExp(`href="(/families/${record}/duties/\\w{12})">Write to the GP`, 'u').exec(ledger) ?? []
    assert.ok((await leila.text(duty)).includes(missPage(record)))
  })

  it('is nothing where there is no such miss', async () => {
    const record = await family()
    assert.equal((await leila.get(`/families/${record}/misses/0123456789ab`)).status, 404)
    assert.equal((await leila.get(`${missPage(record)}/letters/nobody`)).status, 404)
  })
})

describe('the letter to each parent', () => {
  it('holds nothing of the other: no name, no address, no reason, on the page and in the document', async () => {
    const record = await family({ ...decide('send'), person: 'tess' }, decide('send'))
    const toTess = await plainly(await leila.get(letterTo(record, 'tess')))
    assert.match(toTess, /Dear Tess Brook,/u)
    assert.match(toTess, /5 Weaver Row[\s\S]*new appointment[^.]* at 09:40, at the ear clinic/u)
    assert.doesNotMatch(toTess, /Daniel|Marl|Tanner|was ill/u)
    const toDan = await plainly(await leila.get(letterTo(record, 'dan')))
    assert.match(toDan, /Dear Daniel Marl,/u)
    assert.doesNotMatch(toDan, /Tess|Weaver|was ill/u)
    const document = await leila.get(`${letterTo(record, 'dan')}/docx`)
    assert.match(document.headers.get('content-type') ?? '', /wordprocessingml/u)
    assert.equal(document.headers.get('content-disposition'), 'attachment; filename="letter.docx"')
    assert.deepEqual([...new Uint8Array(await document.arrayBuffer()).slice(0, 2)], [0x50, 0x4b])
  })

  it('goes to a parent who is said to have done harm only by a decision, and then without time and place', async () => {
    const held = await family(incident())
    assert.match(
      plain(await leila.text(missPage(held))),
      /Daniel Marl, who has parental responsibility Held until somebody decides Because this person is said to have done harm/u,
    )
    assert.equal((await leila.get(letterTo(held, 'dan'))).status, 409)
    assert.equal((await leila.get(`${letterTo(held, 'dan')}/docx`)).status, 409)
    const sent = await family(incident(), decide('send'))
    const words = await plainly(await leila.get(letterTo(sent, 'dan')))
    assert.match(words, /Kit may lose hearing/u)
    assert.doesNotMatch(words, /09:40|ear clinic|Royal/u)
    const withheld = await family(incident(), { ...decide('withhold'), because: 'safety', until: dayFrom(trial, 60) })
    assert.match(plain(await leila.text(missPage(withheld))), /Withheld for safety by the named nurse, until/u)
    assert.equal((await leila.get(letterTo(withheld, 'dan'))).status, 409)
  })

  it('is withheld by one form, which keeps the decision from that parent too', async () => {
    const record = await family(incident())
    const page = await leila.text(missPage(record))
    const decide = new RegExp(`kind=copy-decided[^"]*person=${shortName(record, 'dan')}[^"]*answer=withhold[^"]*`, 'u')
    const [href = ''] = decide.exec(page) ?? []
    const form = await leila.text(`/families/${record}/record?${href.replaceAll('&amp;', '&')}`)
    assert.match(form, /name="hiddenFrom"[^>]*value="dan"[^>]*checked/u)
    const key = /name="key" value="([^"]*)"/u.exec(form)?.[1] ?? ''
    const answer = await leila.post(`/families/${record}/record`, {
      ...{ kind: 'copy-decided', key, do: 'record', on: dayFrom(trial, 0), 'may-know': 'usual', person: 'dan' },
      ...{ appointment: 'ears-1', answer: 'withhold', because: 'safety', decidedBy: 'named-nurse', hiddenFrom: 'dan' },
    })
    assert.equal(answer.status, 303)
    assert.match(plain(await leila.text(missPage(record))), /Daniel Marl[^.]*Withheld for safety by the named nurse/u)
  })

  it('is held by what the one who looks may not see, without a word of what it is', async () => {
    const dash = {
      kind: 'dash',
      on: dayFrom(trial, -50),
      by: 'police',
      person: 'tess',
      level: 'high',
      sight: ['police'],
    }
    const record = await family(dash)
    const page = plain(await leila.text(missPage(record)))
    assert.match(
      page,
      /Daniel Marl, who has parental responsibility First somebody decides whether it goes\. Ask Leila Haddadi, social worker\./u,
    )
    const cells = (text: string) => /Copies of the letter.*none is sent by itself/su.exec(text)?.[0]
    assert.equal(cells(page), cells(plain(await leila.text(missPage(await family())))))
    assert.equal((await leila.get(letterTo(record, 'dan'))).status, 409)
    const decided = await plainly(await leila.get(letterTo(await family(dash, decide('send')), 'dan')))
    assert.doesNotMatch(decided, /09:40|ear clinic|Royal|DASH/u)
  })

  it('waits for a person once somebody died', async () => {
    const record = await family({ kind: 'death', on: dayFrom(trial, -2), by, person: 'kit' })
    assert.match(
      plain(await leila.text(missPage(record))),
      /Tess Brook, who has parental responsibility Held for a person: nothing is sent by itself\. Ask Leila Haddadi, social worker\./u,
    )
    assert.equal((await leila.get(letterTo(record, 'tess'))).status, 409)
  })

  it('says nothing of an appointment that is kept from that parent, even where somebody decided that it goes', async () => {
    const hidden = { on: dayFrom(trial, -10), by, appointment: 'teeth-1', hiddenFrom: ['dan'] }
    const record = await family(
      { kind: 'was-not-brought', ...hidden, clinic: 'the dental clinic' },
      { ...decide('send'), appointment: 'teeth-1' },
    )
    const page = `/families/${record}/misses/${shortName(record, 'teeth-1')}`
    assert.match(plain(await leila.text(page)), /The dental clinic/u)
    assert.equal((await leila.get(`${page}/letters/${shortName(record, 'dan')}`)).status, 409)
  })
})

describe('the forms after a miss', () => {
  const series = (): readonly Line[] => [
    {
      kind: 'series-started',
      on: dayFrom(trial, -90),
      by,
      series: 'ears',
      clinic: 'the ear clinic',
      harm: 'Hearing may be lost.',
    },
    { kind: 'was-not-brought', on: dayFrom(trial, -5), by, appointment: 'ears-9', series: 'ears' },
  ]

  it('begin the words of the harm with those of the clinic', async () => {
    const record = await family(...series())
    const form = await leila.text(
      `/families/${record}/record?kind=notes-reviewed&appointment=${shortName(record, 'ears-9')}`,
    )
    assert.match(form, /<textarea[^>]*name="harm"[^>]*>Hearing may be lost\./u)
    assert.match(plain(form), /These words go into the letter to the family/u)
  })

  it('have the evidence beside each of the five factors, and keep the judgement with what it rests on', async () => {
    const record = await family(...series())
    const form = await leila.text(`/families/${record}/record?kind=medical-neglect-review`)
    assert.match(
      plain(form),
      /scores nothing[\s\S]*in the words of the clinic: \d [^?]*“Kit may lose hearing\.”[\s\S]*Is the child harmed/u,
    )
    const key = /name="key" value="([^"]*)"/u.exec(form)?.[1] ?? ''
    const fields = { kind: 'medical-neglect-review', key, do: 'record', on: dayFrom(trial, 0), 'may-know': 'usual' }
    const answer = await leila.post(`/families/${record}/record`, {
      ...fields,
      ...{ harmed: 'unknown', harmedEvidence: 'Nobody has tested the hearing since.' },
    })
    assert.equal(answer.status, 303)
    const page = plain(await leila.text(`/families/${record}/five-factors`))
    assert.match(page, /Judged unknown on [^:]*: “Nobody has tested the hearing since\.”/u)
    assert.match(page, /One factor is unknown/u)
  })
})
