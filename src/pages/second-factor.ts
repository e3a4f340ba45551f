import { html } from 'hono/html'
import { button } from './kit/button.ts'
import { csrfField, hidden } from './kit/hidden.ts'
import { input } from './kit/input.ts'
import { type Around, layout } from './kit/layout.ts'
import type { Markup, Options } from './kit/markup.ts'
import { type Form, type Problem, problemAt, problemSummary, titleWith } from './problem.ts'
import { waitProblem } from './sign-in.ts'

/** What can be wrong with a code; a wait is in seconds. */
export type CodeProblem = 'no-code' | 'wrong-code' | { readonly wait: number }

const problems = {
  'no-code': { field: 'code', what: 'Enter the code of six digits that your authenticator app shows' },
  'wrong-code': {
    field: 'code',
    what: 'This code is not right, or it was used already. Wait until the app shows a new one, and enter that',
  },
} as const satisfies Record<string, Problem>

/** What is wrong with a code, beside its field. */
export const codeProblem = (problem: CodeProblem): Problem =>
  typeof problem === 'string' ? problems[problem] : waitProblem('code', problem.wait)

/** The password that is asked for once more is not right. */
export const wrongPassword: Problem = { field: 'password', what: 'This is not your password. Enter it again' }

/** What was typed in a form with a code and, where it is asked for, the password; or what is missing. */
export type CodeRead = { readonly code: string; readonly password: string } | { readonly problems: readonly Problem[] }

/** Reads a form with a code, and with the password where it is asked for once more. */
export function readCode(form: Form, asksPassword = false): CodeRead {
  const [code, password] = [(form('code') ?? '').trim(), form('password') ?? '']
  const missing: readonly (Problem | false)[] = [
    asksPassword && password === '' && { field: 'password', what: 'Enter your password' },
    code === '' && problems['no-code'],
  ]
  const found = missing.filter(one => one !== false)
  return found.length > 0 ? { problems: found } : { code, password }
}

const codeField = (found: readonly Problem[], hint: string): Markup =>
  input({
    label: { text: 'Code from your app' },
    hint: { text: hint },
    name: 'code',
    inputmode: 'numeric',
    autocomplete: 'one-time-code',
    spellcheck: false,
    classes: 'govuk-input--width-5',
    errorMessage: problemAt(found, 'code'),
  })

const passwordField = (found: readonly Problem[]): Markup =>
  input({
    label: { text: 'Your password' },
    hint: { text: 'Asked once more, so that nobody does this at a computer that you left open' },
    name: 'password',
    type: 'password',
    autocomplete: 'current-password',
    spellcheck: false,
    classes: 'govuk-input--width-20',
    errorMessage: problemAt(found, 'password'),
  })

/** The page that asks for the second factor, after a name and a password that fit. */
export function secondFactorPage(
  asked: Options<{ around?: Around; problem?: CodeProblem; next?: string; csrf?: string }>,
): Markup {
  const found = asked.problem === undefined ? [] : [codeProblem(asked.problem)]
  const body = html`${problemSummary(found, 'You are not signed in yet')}
<h1>Enter your code</h1>
<p>Open the authenticator app in which you have Holdfast. It shows a code of six digits that changes every 30 seconds.</p>
<form method="post" action="/sign-in/code" novalidate>
${csrfField(asked.csrf)}${hidden('next', asked.next)}
${codeField(found, 'Six digits, such as 123 456')}
${button({ text: 'Go on' })}
</form>
<p class="holdfast-quiet">If you no longer have the phone with the app, ask whoever gave you your account: they can take the second factor off, and you set it up anew.</p>`
  return layout({ ...asked.around, ways: [], title: titleWith(found, 'Enter your code'), body })
}

/** What the page for setting up a second factor shows. */
export type EnrolAsked = Options<{
  around?: Around
  /** The secret in groups of four. */
  groups: readonly string[]
  /** The address that an app on the same device opens. */
  address: string
  asksPassword?: boolean
  problems?: readonly Problem[]
  csrf: string
}>

const steps = ({ groups, address }: EnrolAsked): Markup => html`<ol class="govuk-list govuk-list--number">
  <li>Install an authenticator app on your phone, if you have none: any that makes codes of six digits will do.</li>
  <li>In the app, add an account and choose to enter a key. Name it Holdfast, and type this key:
    <p class="holdfast-key">${groups.map(group => html`<span>${group}</span> `)}</p>
    If you are reading this on that phone, <a class="govuk-link" href="${address}">open the app with the key</a> instead.</li>
  <li>Enter the code that the app then shows.</li>
</ol>`

/** The page on which somebody sets up an authenticator app: the key, and the first code as proof that it arrived. */
export function enrolSecondFactorPage(asked: EnrolAsked): Markup {
  const found = asked.problems ?? []
  const title = 'Set up your second factor'
  const body = html`${problemSummary(found, 'Your second factor is not set up yet')}
<h1>${title}</h1>
<p>With a second factor, nobody gets in who only has your password. Besides the password you enter a code from your phone.</p>
${steps(asked)}
<form method="post" action="/account/second-factor" novalidate>
${csrfField(asked.csrf)}
${asked.asksPassword && passwordField(found)}
${codeField(found, 'Six digits, such as 123 456. It shows that the app has the right key')}
${button({ text: 'Set up' })}
</form>`
  return layout({ ...asked.around, title: titleWith(found, title), body })
}

/** The page on which somebody takes their second factor off, with the password and a last code. */
export function endSecondFactorPage(
  asked: Options<{ around?: Around; problems?: readonly Problem[]; csrf: string }>,
): Markup {
  const found = asked.problems ?? []
  const title = 'Take your second factor off'
  const body = html`${problemSummary(found, 'Your second factor is still on')}
<h1>${title}</h1>
<p>Do this when you change to another phone, and set it up there straight afterwards. Until then your password alone opens your account.</p>
<form method="post" action="/account/second-factor/off" novalidate>
${csrfField(asked.csrf)}
${passwordField(found)}
${codeField(found, 'Six digits, from the app that you have now')}
${button({ text: 'Take it off', classes: 'govuk-button--warning' })}
</form>
<p><a class="govuk-link" href="/account">Leave it on</a></p>`
  return layout({ ...asked.around, title: titleWith(found, title), body })
}
