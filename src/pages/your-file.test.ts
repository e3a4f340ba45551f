import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { app } from './app.ts'
import { inventedPartnership, oneYear } from './invented.ts'
import { largestFile } from './your-file.ts'

const own = [
  { kind: 'person', person: 'kit', name: 'Kit Brook', born: '2020-01-10', subject: 'yes' },
  { kind: 'contact', on: '2021-03-01', by: 'health-visiting', seen: 'kit' },
]
const jsonLines = (lines: readonly object[]) => lines.map(line => JSON.stringify(line)).join('\n')

const send = (
  text: string | undefined,
  headers: Record<string, string> = { 'sec-fetch-site': 'same-origin' },
  web = fresh(),
) => {
  const body = new FormData()
  if (text !== undefined) body.set('file', new File([text], 'own.jsonl'))
  return web.request('/your-file', { method: 'POST', body, headers })
}
const fresh = () => app(inventedPartnership(oneYear))

describe('a file of one’s own', () => {
  it('is asked for with a plain form', async () => {
    const html = await (await fresh().request('/your-file')).text()
    assert.match(html, /<form method="post" action="\/your-file" enctype="multipart\/form-data"/u)
    assert.match(html, /<input [^>]*type="file"/u)
    assert.match(html, /sent nowhere and written nowhere/u)
  })

  it('is added and shown when it is good', async () => {
    const web = fresh()
    const answer = await send(jsonLines(own), undefined, web)
    assert.equal(answer.status, 303)
    assert.equal(answer.headers.get('location'), '/families/02')
    assert.match(await (await web.request('/families/02')).text(), /Kit Brook/u)
    assert.match(await (await web.request('/')).text(), /Kit Brook/u)
  })

  it('may hold several records, a family each', async () => {
    const web = fresh()
    const two = [...own.map(line => ({ ...line, record: 'a' })), ...own.map(line => ({ ...line, record: 'b' }))]
    const answer = await send(jsonLines(two), undefined, web)
    assert.equal(answer.headers.get('location'), '/')
    for (const id of ['02', '03']) assert.equal((await web.request(`/families/${id}`)).status, 200)
  })

  it('is not taken, not even in part, when a line is wrong; every fault is said with its line and field', async () => {
    const web = fresh()
    const answer = await send(
      jsonLines([...own, { kind: 'contact', on: '31 February 2021', by: 'nobody' }]),
      undefined,
      web,
    )
    const html = await answer.text()
    assert.equal(answer.status, 400)
    assert.match(html, /<title>Error: /u)
    assert.match(html, /Nothing of it was taken\. 2 things to mend\./u)
    assert.match(html, /href="#file">Line 3, by &quot;nobody&quot; is not a service we know/u)
    assert.match(html, /href="#file">Line 3, on &quot;31 February 2021&quot; is not a date/u)
    assert.equal((await web.request('/families/02')).status, 404)
  })

  it('says what to do when none was chosen, or one that holds nothing', async () => {
    for (const text of [undefined, '', '\n\n']) {
      const answer = await send(text)
      assert.equal(answer.status, 400)
      assert.match(await answer.text(), /This file cannot be shown yet/u)
    }
  })

  it('shows a hundred faults and says that there are more', async () => {
    const html = await (await send(jsonLines(Array.from({ length: 300 }, () => ({ kind: 'contact' }))))).text()
    assert.equal(html.match(/href="#file"/gu)?.length, 100)
    assert.match(html, /600 things to mend\. The first 100 stand here/u)
  })

  it('is refused when another site sends it', async () => {
    for (const headers of [
      {},
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { origin: 'http://elsewhere.example' },
      { origin: 'null' },
    ])
      assert.equal((await send(jsonLines(own), { ...headers })).status, 403, JSON.stringify(headers))
    assert.equal((await send(jsonLines(own), { origin: 'http://localhost' })).status, 303)
  })

  it('is refused when it is larger than ten megabytes', async () => {
    const answer = await send('x'.repeat(largestFile + 100_000))
    assert.equal(answer.status, 413)
    assert.match(await answer.text(), /a file 10 MB/u)
  })

  it('is taken as something to mend when it is not a form at all', async () => {
    const headers = { 'sec-fetch-site': 'same-origin', 'content-type': 'text/plain' }
    const answer = await fresh().request('/your-file', { method: 'POST', body: 'hello', headers })
    assert.equal(answer.status, 400)
  })
})
