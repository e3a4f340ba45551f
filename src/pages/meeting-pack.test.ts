import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { app } from './app.ts'
import { inventedPartnership, type Line, oneYear } from './invented.ts'

const page = async (query: string, ...more: readonly Line[]) =>
  (await app(inventedPartnership([...oneYear, ...more])).request(`/families/01/meeting${query}`)).text()

/** A section of the page, without its tags. */
const under = (html: string, id: string): string =>
  (new RegExp(`<section aria-labelledby="${id}">([\\s\\S]*?)</section>`, 'u').exec(html)?.[1] ?? '')
    .replaceAll(/<[^>]+>/gu, ' ')
    .replaceAll(/\s+/gu, ' ')

describe('what a meeting has in front of it', () => {
  it('names every child and who works with each, and every adult whom no assessment covers', async () => {
    const html = await page('?day=2019-05-14')
    assert.match(under(html, 'children'), /Wyn Quill/u)
    assert.match(under(html, 'adults'), /not assessed: no assessment on the record covers them/u)
    const covered = {
      kind: 'person-covered',
      on: '2019-05-10',
      by: 'social-care',
      person: 'stranger',
      status: 'declined',
      reason: 'She does not want it',
    }
    const more = await page(
      '?day=2019-05-14',
      { kind: 'person', person: 'stranger', name: 'Ada Vane', as: 'adult' },
      covered,
    )
    assert.match(under(more, 'adults'), /Ada Vane : not assessed: declined \(10 May 2019\): She does not want it/u)
  })

  it('says what was agreed and what became of it', async () => {
    const condition = {
      kind: 'condition',
      on: '2019-04-01',
      by: 'social-care',
      condition: 'c9',
      events: 'concern',
      consequence: 'conference',
      text: 'One more worry and we hold a conference',
    }
    const concern = { kind: 'concern', on: '2019-05-02', by: 'school/hill' }
    assert.match(under(await page('?day=2019-04-20', condition), 'conditions'), /One more worry.*/u)
    assert.match(under(await page('?day=2019-04-20', condition), 'conditions'), /not met so far/u)
    assert.match(
      under(await page('?day=2019-05-03', condition, concern), 'conditions'),
      /met on 2 May 2019; nothing followed yet/u,
    )
  })

  it('asks who speaks for the child while the record holds no word of one', async () => {
    const voice = { kind: 'child-voice', on: '2019-05-02', by: 'school/hill', text: 'I like it when Nan is there.' }
    assert.match(under(await page('?day=2019-04-30', voice), 'words'), /no word of a child/u)
    assert.match(under(await page('?day=2019-05-14', voice), 'words'), /I like it when Nan is there\./u)
  })

  it('lists what lies ahead, and nothing that was cancelled', async () => {
    const booked = {
      kind: 'appointment-booked',
      on: '2019-05-01',
      by: 'hospital/royal',
      appointment: 'hearing-9',
      when: '2019-08-02',
    }
    const cancelled = {
      kind: 'appointment-cancelled',
      on: '2019-05-12',
      by: 'hospital/royal',
      appointment: 'hearing-9',
      cancelledBy: 'clinic',
    }
    assert.match(under(await page('?day=2019-05-10', booked), 'ahead'), /2 August 2019/u)
    assert.doesNotMatch(under(await page('?day=2019-05-14', booked, cancelled), 'ahead'), /2 August 2019/u)
  })
})
