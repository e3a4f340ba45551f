import { html } from 'hono/html'
import { mark } from './mark.ts'
import { type Markup, type Options, spaced } from './markup.ts'
import { serviceNavigation } from './service-navigation.ts'
import { skipLink } from './skip-link.ts'
import { type Visitor, visitorInHead, type Way, waysOf } from './visitor.ts'

export { favicon } from './mark.ts'
export type { Visitor, Way } from './visitor.ts'

/** What is the same around every page of one request. */
export type Around = Options<{
  /** Whoever is signed in. */
  visitor?: Visitor
  /** Whether this installation may not yet hold anything of a real family. */
  notForReal?: boolean
  /** Whether the people shown are invented. */
  example?: boolean
}>

/** What a page says of itself to the document around it. */
export type Page = Around & PageItself

type PageItself = Options<{
  title: string
  body: Markup
  /** A work page fills 1,180 px; any other is a column for reading. */
  wide?: boolean
  /** The address in the head's row of ways under which this page stands. */
  here?: string
  /** The ways in the head of a page without a visitor. */
  ways?: readonly Way[]
  /** What is to be known about the day that the page shows. */
  dayNote?: string
}>

const usualWays: readonly Way[] = [{ href: '/', text: 'Families' }]

// Short, for it stands on every page. The law comes first: UK GDPR, articles 35 and 26; then DCB0160.
const notForReal =
  'Not for real families: only invented people here until the partnership has named its data protection impact assessment, its joint-controller agreement and its clinical safety case.'

/** The whole document around a page; it works without a script, and holds no style or script of its own. */
export function layout(page: Page): Markup {
  return html`<!DOCTYPE html>
<html lang="en-GB" class="govuk-template">
<head>
  <meta charset="utf-8">
  <title>${page.title} – Holdfast</title>
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="theme-color" content="#1d4f73">
  <link rel="icon" href="/favicon.svg" type="image/svg+xml">
  <link rel="stylesheet" href="/holdfast.css">
  <script src="/holdfast.js" defer></script>
</head>
<body class="govuk-template__body">
  ${skipLink({ text: 'Skip to main content', href: '#main-content' })}
  ${head(page)}
  <div class="govuk-width-container">
    <main class="${page.wide ? 'govuk-main-wrapper holdfast-main' : 'govuk-main-wrapper holdfast-main holdfast-main--reading'}" id="main-content">
${page.body}
    </main>
  </div>
  ${page.example && foot()}
</body>
</html>
`
}

function head(page: Page): Markup {
  const ways = page.visitor === undefined ? (page.ways ?? usualWays) : waysOf(page.visitor)
  const navigation = ways.map(way => ({ ...way, active: way.href === page.here }))
  const name = serviceNavigation({
    classes: 'govuk-service-navigation--inverse',
    ariaLabel: 'Holdfast',
    serviceName: 'Holdfast',
    serviceUrl: '/',
    navigationLabel: 'Main',
    collapseNavigationOnMobile: false,
    slots: { start: mark(), end: page.visitor && visitorInHead(page.visitor) },
    navigation,
  })
  const strip = page.notForReal && note(notForReal, 'holdfast-not-for-real')
  return html`<header class="holdfast-header">${name}${strip}${page.dayNote && note(page.dayNote)}</header>`
}

function note(words: string, classes?: string): Markup {
  return html`<div class="${spaced('holdfast-day-note', classes)}"><div class="govuk-width-container"><p>${words}</p></div></div>`
}

function foot(): Markup {
  return html`<footer class="holdfast-footer"><div class="govuk-width-container"><p>Everybody shown here is invented.</p></div></footer>`
}
