import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { app } from './app.ts'
import { inventedPartnership, oneYear } from './invented.ts'

const web = app(inventedPartnership(oneYear))
const text = async (path: string) => (await web.request(path)).text()

describe('every answer', () => {
  const paths = ['/', '/families/01', '/families/01/threads', '/holdfast.css', '/nowhere', '/your-file']

  it('lets nothing foreign in, is kept nowhere and says where it was to nobody', async () => {
    for (const path of paths) {
      const { headers } = await web.request(path)
      assert.match(headers.get('content-security-policy') ?? '', /^default-src 'none'; .*frame-ancestors 'none'$/u)
      assert.equal(headers.get('cache-control'), 'no-store')
      assert.equal(headers.get('x-content-type-options'), 'nosniff')
      assert.equal(headers.get('referrer-policy'), 'no-referrer')
    }
  })

  it('holds no script and no style of its own, which the policy would stop', async () => {
    for (const path of paths.filter(one => !one.endsWith('.css')))
      assert.doesNotMatch(await text(path), /<style|\sstyle=|\son[a-z]+=|javascript:|<script>/iu)
  })

  it('is refused under any name but that of this computer', async () => {
    for (const host of ['localhost:3000', '127.0.0.1', '[::1]:8080', 'LOCALHOST'])
      assert.equal((await web.request('/', { headers: { host } })).status, 200, host)
    for (const host of ['holdfast.example', 'localhost.example', '127.0.0.1.example:3000', 'localhost:3000@x', '']) {
      const answer = await web.request('/', { headers: { host } })
      assert.equal(answer.status, 421, host)
      assert.doesNotMatch(await answer.text(), /Quill/u)
    }
  })
})

describe('what is not there', () => {
  it('is said in plain words, without naming anybody', async () => {
    for (const path of [
      '/nowhere',
      '/families/77',
      '/families/Wyn',
      '/families/01/nowhere',
      '/families/01/duties/0123456789ab',
    ]) {
      const answer = await web.request(path)
      const page = await answer.text()
      assert.equal(answer.status, 404, path)
      assert.match(page, /This page is not here/u)
      assert.doesNotMatch(page, /Quill|Wyn/u)
    }
  })

  it('is a fault when a page cannot be made, and neither page nor terminal says anything of the family', async t => {
    const said = t.mock.method(console, 'error', () => {})
    const odd = { kind: 'unheard-of', id: 'x', root: 'x', by: 'police', from: 1, day: 1, written: 1, arrived: 1 }
    const broken = { id: '01', entries: [{ ...odd, text: 'Secret Name' }] as never }
    const faulty = app({ families: [broken], settings: { limits: new Map() }, example: false })
    const answer = await faulty.request('/families/01/chronology')
    assert.equal(answer.status, 500)
    assert.doesNotMatch(await answer.text(), /Secret/u)
    const lines = said.mock.calls.map(call => String(call.arguments[0])).join('\n')
    assert.match(lines, /A page could not be made: TypeError at [\s\S]* at /u)
    assert.doesNotMatch(lines, /Secret/u)
  })
})

describe('the addresses of pages', () => {
  it('hold a number for the family and short names for all else, never a word that somebody wrote', async () => {
    for (const path of [
      '/',
      '/families/01',
      '/families/01/threads',
      '/families/01/ledger',
      '/families/01/chronology',
    ]) {
      const addresses = [...(await text(path)).matchAll(/(?:href|action)="([^"]*)"/gu)].map(([, href]) => href ?? '')
      assert.ok(addresses.length > 3)
      for (const href of addresses) assert.doesNotMatch(href, /wyn|liv|cub|quill|miss-1|eyes|talk-1|plan-1/iu)
    }
  })

  it('lead to pages that are there', async () => {
    const seen = new Set<string>()
    const follow = async (path: string) => {
      const answer = await web.request(path)
      assert.equal(answer.status, 200, path)
      if (!answer.headers.get('content-type')?.includes('html')) return
      for (const [, href = ''] of (await answer.text()).matchAll(/href="(\/[^"#]*)/gu)) {
        const next = href.replaceAll('&amp;', '&')
        if (seen.has(next) || seen.size > 150) continue
        seen.add(next)
        await follow(next)
      }
    }
    await follow('/')
    assert.ok(seen.size > 40, `${seen.size} pages`)
  })
})

describe('a day that is asked for', () => {
  it('is said to be none beside its field, and the page is shown all the same', async () => {
    const answer = await web.request('/families/01?day=31+February+2019')
    const page = await answer.text()
    assert.equal(answer.status, 400)
    assert.match(page, /<title>Error: /u)
    assert.match(page, /id="day-error"[\s\S]*31 February 2019 is not a day: write it as 14 May 2019/u)
    assert.match(page, /href="#day"/u)
    assert.match(page, /value="31 February 2019"/u)
  })

  it('may be typed as people write it, and gets one address', async () => {
    for (const typed of ['14 May 2019', '14/5/2019', '14+may+2019', '14+MAY+2019']) {
      const answer = await web.request(`/families/01/ledger?day=${typed.replaceAll(' ', '+')}&facts=yes`)
      assert.equal(answer.status, 302, typed)
      assert.equal(answer.headers.get('location'), '/families/01/ledger?day=2019-05-14&facts=yes')
    }
  })

  it('comes without a script from the slider when that was moved, else from the field', async () => {
    const asked = (query: string) => web.request(`/families/01?was=2019-06-12&${query}`)
    const from = async (query: string) => (await asked(query)).headers.get('location')
    assert.equal(await from('day=12+June+2019&slid=48'), '/families/01?day=2018-10-15')
    assert.equal(await from('day=14+May+2019&slid=48'), '/families/01?day=2019-05-14')
    assert.equal(await from('day=12+June+2019&slid=288'), '/families/01?day=2019-06-12')
    assert.equal((await asked('day=&slid=288')).status, 400)
  })
})

describe('names that try to be markup', () => {
  const nasty = `<img src=x onerror="alert(1)">'&"`
  const lines = [
    { kind: 'person', person: nasty, name: nasty, born: '2018-06-06', as: 'child', subject: 'yes', nhs: nasty },
    { kind: 'worker-starts', on: '2018-08-28', by: 'social-care', role: 'social-worker', practitioner: nasty },
    { kind: 'contact', on: '2018-09-18', by: 'health-visiting', seen: nasty, author: nasty, text: nasty },
    {
      kind: 'was-not-brought',
      on: '2018-10-22',
      by: `hospital/${nasty}`,
      appointment: nasty,
      clinic: nasty,
      reason: nasty,
    },
    { kind: 'undertaking-given', on: '2018-10-23', by: 'police', undertaking: nasty, about: nasty, where: 'meeting' },
    { kind: 'referral-made', on: '2018-10-23', by: 'police', referral: nasty, to: 'social-care' },
    { kind: 'told', on: '2018-10-24', by: 'police', of: nasty, to: nasty },
  ]
  const hostile = app(inventedPartnership(lines))

  it('stay text on every page', async () => {
    for (const path of ['', '/threads', '/ledger', '/ledger?facts=yes', '/chronology']) {
      const page = await (await hostile.request(`/families/01${path}`)).text()
      assert.match(page, /&lt;img/u)
      assert.doesNotMatch(page, /<img/u)
      assert.doesNotMatch(page, /\sonerror="/u)
    }
    assert.doesNotMatch(await (await hostile.request('/')).text(), /<img/u)
  })
})
