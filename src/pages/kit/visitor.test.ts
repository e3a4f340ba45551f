import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { html } from 'hono/html'
import { layout, type Page, type Visitor } from './layout.ts'

const ruth: Visitor = {
  name: 'Ruth Adeyemi',
  what: 'health visitor',
  ways: [
    { href: '/', text: 'Today' },
    { href: '/families', text: 'Families' },
  ],
  csrf: 'made-of-the-token',
}
const page = async (further: Partial<Page> = {}): Promise<string> =>
  String(await layout({ title: 'Today', body: html`<h1>Today</h1>`, visitor: ruth, ...further }))

describe('the head for somebody who is signed in', () => {
  it('names them, leads to their account, and has a button to sign out that works without a script', async () => {
    const document = await page()
    assert.match(document, /<a [^>]*href="\/account">Ruth Adeyemi<\/a>, health visitor/u)
    const [form = ''] = document.match(/<form method="post" action="\/sign-out">[\s\S]*?<\/form>/u) ?? []
    assert.match(form, /<input type="hidden" name="csrf" value="made-of-the-token">/u)
    assert.match(form, /<button [^>]*>Sign out<\/button>/u)
  })

  it('has their ways in their order, with the one that they are in', async () => {
    const document = await page({ here: '/families' })
    const links = [...document.matchAll(/govuk-service-navigation__link" href="([^"]+)"( aria-current="true")?/gu)]
    assert.deepEqual(
      links.map(([, href, here]) => [href, here !== undefined]),
      [
        ['/', false],
        ['/families', true],
      ],
    )
  })

  it('has the inbox last with how many wait there, and no number when none does', async () => {
    const three = await page({ visitor: { ...ruth, waiting: 3 } })
    assert.match(
      three,
      /Families[\s\S]*href="\/inbox"[\s\S]*Inbox[\s\S]*>3<span class="govuk-visually-hidden"> waiting</u,
    )
    const none = await page({ visitor: { ...ruth, waiting: 0 } })
    assert.match(none, /href="\/inbox"/u)
    assert.doesNotMatch(none, /waiting|holdfast-count/u)
    assert.doesNotMatch(await page(), /inbox/u)
  })

  it('has the number beside the inbox where their ways lead there already', async () => {
    const ways = [{ href: '/inbox', text: 'Inbox' }, ...ruth.ways]
    const document = await page({ visitor: { ...ruth, ways, waiting: 2 } })
    assert.equal(document.match(/href="\/inbox"/gu)?.length, 1)
    assert.match(document, /href="\/inbox"[\s\S]*>2<span[\s\S]*Families/u)
  })

  it('escapes what a name holds', async () => {
    const document = await page({ visitor: { ...ruth, name: '<script>', what: '"&' } })
    assert.match(document, /&lt;script&gt;<\/a>, &quot;&amp;/u)
  })
})

describe('the head for somebody who is not', () => {
  it('has the ways of the page and nothing to sign out of', async () => {
    const document = await page({ visitor: undefined, ways: [] })
    assert.doesNotMatch(document, /sign-out|<nav/u)
    assert.match(await page({ visitor: undefined }), /href="\/"[^>]*>\s*Families/u)
  })
})

describe('what is not for real families', () => {
  it('is said in the head of every page, with what is missing', async () => {
    const document = await page({ notForReal: true })
    assert.match(
      document,
      /<header[\s\S]*Not for real families: [\s\S]*data protection impact assessment[\s\S]*<\/header>/u,
    )
    assert.doesNotMatch(await page(), /Not for real/u)
  })
})
