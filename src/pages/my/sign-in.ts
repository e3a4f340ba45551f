import { html } from 'hono/html'
import { shortestWord } from '../../sharing/parent-sign-in.ts'
import { button } from '../kit/button.ts'
import { csrfField, hidden } from '../kit/hidden.ts'
import { input } from '../kit/input.ts'
import { insetText } from '../kit/inset-text.ts'
import type { Markup, Options } from '../kit/markup.ts'
import { problemAt, problemSummary } from '../problem.ts'
import { type MyAround, myLayout } from './layout.ts'
import { wordsIn } from './words.ts'

/** Why a parent is not in yet; a wait is in seconds. */
export type MySignInProblem = 'code' | 'number' | { readonly wait: number }

/** What the page shows. */
export type MySignInAsked = Options<{
  around: MyAround
  problem?: MySignInProblem
  /** Under which of the two the problem stands. */
  at?: 'code' | 'number'
  ended?: boolean
}>

const plain = { autocapitalize: 'none', spellcheck: false, classes: 'govuk-input--width-10' } as const

/** Where a parent opens their page: with the code from the card, or later with its number and their word. */
export const mySignInPage = ({ around, problem, at = 'number', ended }: MySignInAsked): Markup => {
  const words = wordsIn(around.language)
  const what =
    problem === undefined
      ? ''
      : typeof problem === 'string'
        ? words.problems[problem]
        : words.problems.wait(problem.wait)
  const found = problem === undefined ? [] : [{ field: at, what }]
  const body = html`${problemSummary(found, words.problems.mend)}
<h1>${words.signIn}</h1>
<p>${words.signInText}</p>
${ended && insetText({ text: words.ended })}
<h2>${words.again}</h2>
<form method="post" action="/my/sign-in" novalidate>${hidden('in', around.language)}
${input({ ...plain, label: { text: words.numberLabel }, id: 'number', name: 'number', inputmode: 'numeric', autocomplete: 'off', errorMessage: problemAt(found, 'number') })}
${input({ ...plain, label: { text: words.wordLabel }, id: 'word', name: 'word', type: 'password', autocomplete: 'off' })}
${button({ text: words.open })}
</form>
<h2>${words.first}</h2>
<p>${words.firstText}</p>
<form method="post" action="/my/code" novalidate>${hidden('in', around.language)}
${input({ ...plain, label: { text: words.codeLabel }, id: 'code', name: 'code', autocomplete: 'off', errorMessage: problemAt(found, 'code') })}
${button({ text: words.goOn, classes: 'govuk-button--secondary' })}
</form>`
  return myLayout(around, body, found.length > 0)
}

/** What the page of a new word shows. The code goes with it, for it is used up only when the word is kept. */
export type MyWordAsked = Options<{
  around: MyAround
  code: string
  number: string
  problem?: 'short' | 'long' | 'easy'
}>

/** Where a parent chooses the word with which they open their page from now on. */
export const myWordPage = ({ around, code, number, problem }: MyWordAsked): Markup => {
  const words = wordsIn(around.language)
  const found = problem === undefined ? [] : [{ field: 'word', what: words.problems[problem] }]
  const body = html`${problemSummary(found, words.problems.mend)}
<h1>${words.chooseWord}</h1>
<p>${words.chooseText(number)}</p>
<form method="post" action="/my/word" novalidate>${csrfField(around.csrf)}${hidden('in', around.language)}${hidden('code', code)}
${input({ ...plain, label: { text: words.wordLabel }, id: 'word', name: 'word', type: 'password', autocomplete: 'off', attributes: { minlength: shortestWord }, errorMessage: problemAt(found, 'word') })}
${button({ text: words.open })}
</form>`
  return myLayout(around, body, found.length > 0)
}

/** A page of a few words: closed, signed out, sent; with a way back to the page where there is one. */
export const mySaidPage = (around: MyAround, title: string, text: string, back?: string): Markup =>
  myLayout(
    around,
    html`<h1>${title}</h1><p>${text}</p>${back && html`<p><a class="govuk-link" href="/my">${back}</a></p>`}`,
  )
