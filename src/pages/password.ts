import { html } from 'hono/html'
import { shortestPassword, whyNotPassword } from '../sharing/password-choice.ts'
import { button } from './kit/button.ts'
import { csrfField } from './kit/hidden.ts'
import { input } from './kit/input.ts'
import { type Around, layout } from './kit/layout.ts'
import type { Markup, Options } from './kit/markup.ts'
import { type Form, type Problem, problemAt, problemSummary, titleWith } from './problem.ts'

/** The old and the new password as they were typed, or what is to be mended. */
export type NewPasswordRead =
  | { readonly current: string; readonly chosen: string }
  | { readonly problems: readonly Problem[] }

const problemWithNew = (chosen: string, current: string, signIn: string): string | undefined => {
  if (chosen === '') return 'Enter a new password'
  if (chosen === current) return 'Your new password is the one that you have: choose another'
  const why = whyNotPassword(chosen, signIn)
  return why && `Your new password ${why}`
}

/** Reads the form of the page. Whether the current password is right is for whoever holds its hash to say. */
export function readNewPassword(form: Form, signIn: string): NewPasswordRead {
  const [current = '', chosen = '', again = ''] = ['password', 'new-password', 'new-password-again'].map(form)
  const why = problemWithNew(chosen, current, signIn)
  const wrong: readonly (Problem | false)[] = [
    current === '' && { field: 'password', what: 'Enter the password that you have now' },
    why !== undefined && { field: 'new-password', what: why },
    why === undefined && again !== chosen && { field: 'new-password-again', what: 'Enter the same new password again' },
  ]
  const problems = wrong.filter(one => one !== false)
  return problems.length > 0 ? { problems } : { current, chosen }
}

const passwordField = (name: string, text: string, found: readonly Problem[], hint?: string): Markup =>
  input({
    label: { text },
    hint: hint === undefined ? undefined : { text: hint },
    name,
    type: 'password',
    autocomplete: name === 'password' ? 'current-password' : 'new-password',
    spellcheck: false,
    classes: 'govuk-input--width-20',
    errorMessage: problemAt(found, name),
  })

const advice = `At least ${shortestPassword} characters. Three or four words that only you would put together are hard to guess and easy to type`

/** What the page shows. */
export type PasswordAsked = Options<{
  around?: Around
  signIn: string
  problems?: readonly Problem[]
  csrf: string
}>

// The name stands in the form, unseen, so that a password manager knows whose password it keeps.
const form = ({ csrf, signIn }: PasswordAsked, found: readonly Problem[]): Markup =>
  html`<form method="post" action="/account/password" novalidate>
${csrfField(csrf)}<input type="text" name="sign-in" value="${signIn}" autocomplete="username" hidden>
${passwordField('password', 'Your password now', found)}
${passwordField('new-password', 'New password', found, advice)}
${passwordField('new-password-again', 'New password again', found)}
${button({ text: 'Change password' })}
</form>`

/** The page on which somebody changes their own password. */
export function passwordPage(asked: PasswordAsked): Markup {
  const found = asked.problems ?? []
  const title = 'Change your password'
  const body = html`${problemSummary(found, 'Your password is not changed yet')}
<h1>${title}</h1>
<p>You are signed out everywhere else when it is changed.</p>
${form(asked, found)}
<p><a class="govuk-link" href="/account">Leave it as it is</a></p>`
  return layout({ ...asked.around, title: titleWith(found, title), body })
}
