import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { app } from './app.ts'
import { inventedPartnership, type Line, people } from './invented.ts'

const by = 'hospital/royal'
const eyes = { by, clinic: 'the eye clinic' }
const lines: readonly Line[] = [
  ...people,
  {
    kind: 'appointment-booked',
    on: '2019-01-02',
    ...eyes,
    appointment: 'a',
    when: '2019-02-06',
    purpose: 'To check the patch',
  },
  { kind: 'was-not-brought', on: '2019-02-06', ...eyes, appointment: 'a', reason: 'Forgot' },
  { kind: 'notes-reviewed', on: '2019-02-11', by, appointment: 'a', harm: 'She may lose sight.' },
  { kind: 'was-not-brought', on: '2019-03-06', ...eyes, appointment: 'b', barrier: 'no-transport' },
  { kind: 'appointment-booked', on: '2019-03-01', ...eyes, appointment: 'c', when: '2019-04-03' },
  { kind: 'appointment-cancelled', on: '2019-04-01', ...eyes, appointment: 'c', cancelledBy: 'clinic' },
  { kind: 'barrier-reported', on: '2019-03-07', by: 'health-visiting', barrier: 'no-transport' },
  { kind: 'help-arranged', on: '2019-03-11', by: 'health-visiting', barrier: 'no-transport' },
  { kind: 'result-told', on: '2019-04-20', by, understood: 'no' },
]
const page = async (...more: readonly Line[]) =>
  (await app(inventedPartnership([...lines, ...more])).request('/families/01/five-factors')).text()
const plain = (html: string) => html.replaceAll(/<[^>]+>/gu, ' ').replaceAll(/\s+/gu, ' ')

describe('the five factors of medical neglect', () => {
  it('stand each with what the record holds: harm, misses counted and excused with why, help, and what was understood', async () => {
    const words = plain(await page())
    assert.match(
      words,
      /at risk of harm.*What may happen, in the words of the clinic: 1 11 February 2019 : “She may lose sight\.”/u,
    )
    assert.match(words, /What the appointments are for: 1 .*“To check the patch”/u)
    assert.match(words, /not excused: 1 6 February 2019 : The eye clinic, Royal hospital \(“Forgot”\)/u)
    assert.match(
      words,
      /Missed, and counts against nobody: 1 6 March 2019 : The eye clinic, Royal hospital: no way to get there/u,
    )
    assert.match(words, /Called off by a service: 1/u)
    assert.match(words, /Help that was arranged: 1/u)
    assert.match(words, /Told a result: 1 .* \(not understood\)/u)
    assert.match(words, /3 appointments at 1 place in two years/u)
  })

  it('lead to their entries, and say what is lacking', async () => {
    const html = await page()
    assert.match(html, /chronology\?entry=\w{12}#e-\w{12}">6 February 2019/u)
    assert.match(plain(html), /Nothing on the record of: emergency and urgent care/u)
  })

  it('give the judgement of a person with what it rests on, and never one of their own', async () => {
    assert.match(plain(await page()), /They have not been reviewed yet/u)
    assert.doesNotMatch(plain(await page()), /Judged|score of|points|per cent/u)
    const review = {
      ...{
        kind: 'medical-neglect-review',
        on: '2019-04-25',
        by,
        harmed: 'yes',
        available: 'unknown',
        signedBy: 'lead-paediatrician',
      },
      ...{ harmedEvidence: 'Sight was worse in April.' },
    }
    const words = plain(await page(review))
    assert.match(words, /Judged yes on 25 April 2019: “Sight was worse in April\.”/u)
    assert.match(words, /signed by the lead paediatrician/u)
    assert.match(words, /One factor is unknown: each asks for somebody to find out/u)
  })
})
