import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { app } from './app.ts'
import { inventedPartnership, type Line, oneYear } from './invented.ts'

const calm = [
  { kind: 'person', person: 'kit', name: 'Kit Brook', born: '2020-01-10', as: 'child', subject: 'yes' },
  { kind: 'contact', on: '2021-03-01', by: 'health-visiting', seen: 'kit', where: 'home' },
]
const page = async (path: string, ...families: readonly (readonly Line[])[]) =>
  (await app(inventedPartnership(...families)).request(path)).text()

describe('the list of families', () => {
  it('puts what is longest late first, and says in words what and how late', async () => {
    const html = await page('/', calm, oneYear)
    assert.ok(html.indexOf('Wyn Quill') < html.indexOf('Kit Brook'))
    assert.match(html, /months late[\s\S]*Longest late: /u)
    assert.match(html, /Kit Brook, 1 year 1 month/u)
    assert.match(html, /Child in need plan/u)
  })

  it('says what falls due next', async () => {
    const talk = {
      kind: 'strategy-discussion',
      on: '2021-03-02',
      by: 'social-care',
      child: 'kit',
      section47: 'yes',
      outcome: 'conference',
    }
    assert.match(await page('/', [...calm, talk]), /Due 2 March: /u)
  })

  it('says what would be here when there is none', async () => {
    assert.match(await page('/'), /There is no family here yet\. One stands here as soon as you add a file/u)
  })

  it('leads to where a file of one’s own is added', async () => {
    assert.match(await page('/'), /href="\/your-file"/u)
  })

  it('comes in pages when there are very many', async () => {
    const many = Array.from({ length: 130 }, () => calm)
    const first = await page('/', ...many)
    assert.equal(first.match(/class="holdfast-duty"/gu)?.length, 100)
    assert.equal((await page('/?page=2', ...many)).match(/class="holdfast-duty"/gu)?.length, 30)
  })
})
