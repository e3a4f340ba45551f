import { html } from 'hono/html'
import { mark } from './mark.ts'
import type { Markup, Options } from './markup.ts'
import { serviceNavigation } from './service-navigation.ts'
import { skipLink } from './skip-link.ts'

export { favicon } from './mark.ts'

/** What a page says of itself to the document around it. */
export type Page = Options<{
  title: string
  body: Markup
  /** A work page fills 1,180 px; any other is a column for reading. */
  wide?: boolean
  /** The address in the head's row of ways under which this page stands. */
  here?: string
  /** What is to be known about the day that the page shows. */
  dayNote?: string
  /** Whether the people shown are invented. */
  example?: boolean
}>

const ways = [{ href: '/', text: 'Families' }] as const

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
  const navigation = ways.map(way => ({ ...way, active: way.href === page.here }))
  const name = serviceNavigation({
    classes: 'govuk-service-navigation--inverse',
    ariaLabel: 'Holdfast',
    serviceName: 'Holdfast',
    serviceUrl: '/',
    navigationLabel: 'Main',
    collapseNavigationOnMobile: false,
    slots: { start: mark() },
    navigation,
  })
  return html`<header class="holdfast-header">${name}${page.dayNote && dayNote(page.dayNote)}</header>`
}

function dayNote(words: string): Markup {
  return html`<div class="holdfast-day-note"><div class="govuk-width-container"><p>${words}</p></div></div>`
}

function foot(): Markup {
  return html`<footer class="holdfast-footer"><div class="govuk-width-container"><p>Everybody shown here is invented.</p></div></footer>`
}
