import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Line } from '../../store/line.ts'
import { type TrialHoldfast, trialHoldfast } from './trial.ts'
import { recordOf } from './trial-facts.ts'
import { beginFamily, dayFrom } from './trial-thing.ts'

let trial: TrialHoldfast
let record = ''
before(async () => {
  trial = await trialHoldfast()
  const booked = { kind: 'appointment-booked', on: dayFrom(trial, -40), by: 'hospital/northfield' }
  const starts = { kind: 'worker-starts', on: dayFrom(trial, -80) }
  const lines: readonly Line[] = [
    { ...starts, by: 'gp/elm-road', role: 'practice-safeguarding-lead', practitioner: 'Dr Yusra Haddon' },
    { ...starts, by: 'hospital/northfield', role: 'clinic-manager', practitioner: 'Ivo Sandford' },
    { ...starts, by: 'hospital/northfield', role: 'named-nurse', practitioner: 'Oonagh Delaney' },
    { ...booked, appointment: 'bones-1', clinic: 'the bone clinic', when: dayFrom(trial, -12) },
    { ...booked, appointment: 'bones-2', clinic: 'the bone clinic', when: dayFrom(trial, 12) },
    { ...booked, by: 'hospital/royal', appointment: 'teeth-1', clinic: 'the dental clinic', when: dayFrom(trial, -12) },
    {
      kind: 'was-not-brought',
      on: dayFrom(trial, -20),
      by: 'hospital/northfield',
      appointment: 'skin-1',
      clinic: 'the skin clinic',
    },
    {
      ...{ kind: 'was-not-brought', on: dayFrom(trial, -30), by: 'hospital/northfield', appointment: 'skin-0' },
      ...{ clinic: 'the skin clinic', barrier: 'no-transport' },
    },
  ]
  record = await beginFamily(trial, ...lines)
})
after(() => trial.end())

const plain = (html: string) => html.replaceAll(/<[^>]+>/gu, ' ').replaceAll(/\s+/gu, ' ')
const linkIn = (html: string, kind: string, words: string): string => {
  const [, href] = new RegExp(`href="(/families/${record}/record\\?kind=${kind}[^"]*)">${words}`, 'u').exec(html) ?? []
  assert.ok(href, `${kind}: ${words}`)
  return href.replaceAll('&amp;', '&')
}

describe('the lists of children who were not brought', () => {
  it('gives the practice its own children, with the follow-up one form away', async () => {
    const yusra = await trial.signInAs('yusra.haddon')
    const html = await yusra.text('/misses')
    assert.match(plain(html), /Children of Elm Road GP practice who were not brought/iu)
    assert.match(plain(html), /Kit Brook [^.]*the skin clinic, Northfield hospital .* late Follow up the child/u)
    assert.match(html, /aria-current="(?:page|true)"[^>]*>\s*(?:<strong[^>]*>)?Not brought/u)
    const form = await yusra.text(linkIn(html, 'contact', 'Follow up'))
    assert.match(form, /value="after-a-miss" (?:checked|selected)|value="after-a-miss"[^>]*(?:checked|selected)/u)
  })

  it('is done with the follow-up, and says so', async () => {
    const yusra = await trial.signInAs('yusra.haddon')
    const href = linkIn(await yusra.text('/misses'), 'contact', 'Follow up')
    const html = await yusra.text(href)
    const value = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`, 'u').exec(html)?.[1] ?? ''
    const answer = await yusra.post(`/families/${record}/record`, {
      ...{ kind: 'contact', key: value('key'), do: 'record', on: dayFrom(trial, 0), 'may-know': 'usual', way: 'call' },
      ...{
        child: 'kit',
        about: 'skin-1',
        purpose: 'after-a-miss',
        'as-post': 'gp/elm-road practice-safeguarding-lead',
      },
    })
    assert.equal(answer.status, 303)
    assert.match(plain(await yusra.text('/misses')), /Kit Brook [^.]*the skin clinic, Northfield hospital kept/u)
  })

  it('says of a miss that is excused that it counts against nobody', async () => {
    const oonagh = await trial.signInAs('oonagh.delaney')
    const words = plain(await oonagh.text('/misses'))
    assert.match(words, /Children who were not brought to Northfield hospital/u)
    assert.doesNotMatch(words, /the dental clinic/u)
    assert.match(
      words,
      /the skin clinic, Northfield hospital (?:counts against nobody|\d+ \w+ late Contact the family)/u,
    )
  })

  it('shows nobody a family that is not theirs to open', async () => {
    const babak = await trial.signInAs('babak.zandi')
    assert.doesNotMatch(await babak.text('/misses'), new RegExp(record, 'u'))
    const graham = await trial.signInAs('graham.setterfield')
    assert.doesNotMatch(await graham.text('/misses'), new RegExp(`${record}|${recordOf(trial, '01')}`, 'u'))
  })
})

describe('past appointments without an outcome', () => {
  it('are the work list of their own clinic, with their age and the forms for what became of them', async () => {
    const ivo = await trial.signInAs('ivo.sandford')
    const html = await ivo.text('/misses')
    const words = plain(html)
    assert.match(
      words,
      /1 appointment of which the outcome is not known: ask the clinic\. The oldest is from .*, 12 days ago/u,
    )
    assert.match(words, /Kit Brook [^.]*the bone clinic, Northfield hospital 12 days ago They came/u)
    assert.doesNotMatch(words, /the dental clinic/u)
    linkIn(html, 'attended', 'They came')
    linkIn(html, 'was-not-brought', 'The child was not brought')
    const off = await ivo.text(linkIn(html, 'appointment-cancelled', 'We cancelled it'))
    assert.match(off, /value="clinic"[^>]*(?:checked|selected)/u)
  })

  it('leaves the list when what became of it is written', async () => {
    const ivo = await trial.signInAs('ivo.sandford')
    const form = await ivo.text(linkIn(await ivo.text('/misses'), 'attended', 'They came'))
    const key = /name="key" value="([^"]*)"/u.exec(form)?.[1] ?? ''
    const answer = await ivo.post(`/families/${record}/record`, {
      ...{ kind: 'attended', key, do: 'record', on: dayFrom(trial, -12), 'may-know': 'usual', child: 'kit' },
      ...{ appointment: 'bones-1', 'as-post': 'hospital/northfield clinic-manager' },
    })
    assert.equal(answer.status, 303)
    assert.match(plain(await ivo.text('/misses')), /Of every past appointment it is written what became of it/u)
  })
})
