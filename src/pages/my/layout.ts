import { html } from 'hono/html'
import type { ParentLanguage } from '../../store/parents.ts'
import { exitThisPage } from '../kit/exit-this-page.ts'
import { csrfField, hidden } from '../kit/hidden.ts'
import type { Markup, Options } from '../kit/markup.ts'
import { skipLink } from '../kit/skip-link.ts'
import { languages, type MyWords, wordsIn } from './words.ts'

/** What is the same around every page of one request of a parent's. */
export type MyAround = Options<{
  language: ParentLanguage
  /** What every form of the session carries; nothing before somebody is signed in. */
  csrf?: string
  /** Whether this installation may not yet hold anything of a real family. */
  notForReal?: boolean
  /** Whether the people shown are invented. */
  example?: boolean
}>

/** Where the button leads that leaves at once: it ends the session, and goes on to a site that says nothing of anybody. */
export const leaveAddress = '/my/leave'

const others = (language: ParentLanguage): readonly ParentLanguage[] =>
  (Object.keys(languages) as ParentLanguage[]).filter(one => one !== language)

const choice = (one: ParentLanguage, { csrf }: MyAround): Markup => {
  const { own, code, choose } = languages[one]
  const words = html`<span lang="${code}"><span class="govuk-visually-hidden">${choose} </span>${own}</span>`
  if (csrf === undefined) return html`<a class="govuk-link" href="/my?in=${one}" hreflang="${code}">${words}</a>`
  return html`<form method="post" action="/my/language">${csrfField(csrf)}${hidden('in', one)}<button type="submit">${words}</button></form>`
}

const head = (words: MyWords): Markup => html`<div class="holdfast-my-head"><div class="govuk-width-container">
  <span class="holdfast-my-name">Holdfast</span>
  ${exitThisPage({ text: words.leave, redirectUrl: leaveAddress })}
</div></div>`

const foot = ({ notForReal, example }: MyAround, words: MyWords): Markup | '' =>
  notForReal || example
    ? html`<footer><p class="holdfast-quiet">${notForReal && words.notForReal} ${example && words.example}</p></footer>`
    : ''

/** The document around a parent's page. Its title is the same on all of them, and names nobody. */
export const myLayout = (around: MyAround, body: Markup, problems = false): Markup => {
  const words = wordsIn(around.language)
  return html`<!DOCTYPE html>
<html lang="${words.code}" dir="${words.dir}" class="govuk-template">
<head>
  <meta charset="utf-8">
  <title>${problems ? '! ' : ''}${words.title}</title>
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="robots" content="noindex">
  <meta name="theme-color" content="#1d4f73">
  <link rel="icon" href="/favicon.svg" type="image/svg+xml">
  <link rel="stylesheet" href="/holdfast.css">
  <script src="/holdfast.js" defer></script>
</head>
<body class="govuk-template__body holdfast-my">
  ${skipLink({ text: words.skip, href: '#main-content' })}
  <header>${head(words)}</header>
  <div class="govuk-width-container">
    <nav class="holdfast-my-language" aria-label="${words.language}">${others(around.language).map(one => choice(one, around))}</nav>
    <main class="govuk-main-wrapper" id="main-content">
${body}
    </main>
    ${foot(around, words)}
  </div>
</body>
</html>
`
}

/** Words that somebody wrote in English, on a page in whatever language. */
export const asWritten = (words: MyWords, text: string): Markup =>
  words.code.startsWith('en') ? html`${text}` : html`<span lang="en-GB">${text}</span>`
