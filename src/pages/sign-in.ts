import { html } from 'hono/html'
import { waitInWords } from '../sharing/attempts.ts'
import { type ExampleParent, type ExamplePerson, exampleParents, examplePeople } from './example-people.ts'
import { button } from './kit/button.ts'
import { csrfField, hidden } from './kit/hidden.ts'
import { input } from './kit/input.ts'
import { insetText } from './kit/inset-text.ts'
import { type Around, layout } from './kit/layout.ts'
import type { Markup, Options } from './kit/markup.ts'
import { type Form, type Problem, problemAt, problemSummary, titleWith } from './problem.ts'

/** Why somebody is not signed in yet; a wait is in seconds. */
export type SignInProblem = 'no-name' | 'no-password' | 'not-known' | { readonly wait: number }

/** Why somebody who was signed in is asked again. */
export type SignInNote = keyof typeof notes

/** What the page shows. */
export type SignInAsked = Options<{
  around?: Around
  problem?: SignInProblem
  note?: SignInNote
  signIn?: string
  next?: string
  csrf?: string
  /** The invented people as whom anybody may sign in, where only the example is loaded. */
  examples?: readonly ExamplePerson[]
  /** The invented parents whose own page anybody may open there. */
  parents?: readonly ExampleParent[]
}>

const problems = {
  'no-name': { field: 'sign-in', what: 'Enter your sign-in name' },
  'no-password': { field: 'password', what: 'Enter your password' },
  // The same for a name that nobody has: whoever tries names learns nothing.
  'not-known': { field: 'sign-in', what: 'The sign-in name or the password is not right. Check both and try again' },
} as const satisfies Record<string, Problem>

/** The wait after too many failures, in words for whoever has to wait. */
export const waitProblem = (field: string, wait: number): Problem => ({
  field,
  what: `There were several attempts that went wrong. Wait ${waitInWords(wait)}, then try again`,
})

const problemOf = (problem: SignInProblem): Problem =>
  typeof problem === 'string' ? problems[problem] : waitProblem('sign-in', problem.wait)

const notes = {
  ended: 'You were signed out: nothing had been done for an hour, or twelve hours had gone by. Sign in to go on.',
  kept: 'You had been signed out when you sent your page. What you wrote is kept for seven days. Sign in as yourself to see it and send it again.',
} as const

const sameHost = /^\/(?![/\\])[^\s\\]*$/u

/** Where to go after signing in: a page of this Holdfast, else the first one. No address of another site is followed. */
export const readNext = (text: string | undefined): string =>
  text !== undefined && sameHost.test(text) && !/^\/sign-(?:in|out)\b/u.test(text) ? text : '/'

/** What was typed on the page, or what is missing. */
export type SignInRead =
  | { readonly signIn: string; readonly password: string; readonly next: string }
  | { readonly problem: SignInProblem; readonly signIn: string; readonly next: string }

/** Reads the form of the page. */
export function readSignIn(form: Form): SignInRead {
  const signIn = (form('sign-in') ?? '').trim().slice(0, 200)
  const password = form('password') ?? ''
  const next = readNext(form('next'))
  if (signIn === '') return { problem: 'no-name', signIn, next }
  return password === '' ? { problem: 'no-password', signIn, next } : { signIn, password, next }
}

const plain = { autocapitalize: 'none', spellcheck: false, classes: 'govuk-input--width-20' } as const

const form = (
  asked: SignInAsked,
  found: readonly Problem[],
): Markup => html`<form method="post" action="/sign-in" novalidate>
${csrfField(asked.csrf)}${hidden('next', asked.next)}
${input({
  ...plain,
  label: { text: 'Sign-in name' },
  name: 'sign-in',
  value: asked.signIn,
  autocomplete: 'username',
  errorMessage: problemAt(found, 'sign-in'),
})}
${input({
  ...plain,
  label: { text: 'Password' },
  name: 'password',
  type: 'password',
  autocomplete: 'current-password',
  errorMessage: problemAt(found, 'password'),
})}
${button({ text: 'Sign in' })}
</form>
<p class="holdfast-quiet">If you cannot get in, ask whoever gave you your account: they can set a new password.</p>`

const ownAccount = (asked: SignInAsked, found: readonly Problem[]): Markup =>
  asked.examples === undefined
    ? form(asked, found)
    : html`${examplePeople({ people: asked.examples, next: asked.next, csrf: asked.csrf })}
${exampleParents(asked.parents ?? [])}
<h2>Sign in with an account of your own</h2>
${form(asked, found)}`

/** The page on which somebody signs in; it says no more of an account than that a name and a password do not fit. */
export function signInPage(asked: SignInAsked): Markup {
  const found = asked.problem === undefined ? [] : [problemOf(asked.problem)]
  const body = html`${problemSummary(found, 'You are not signed in yet')}
<h1>Sign in</h1>
${asked.note && insetText({ text: notes[asked.note] })}
${ownAccount(asked, found)}`
  return layout({ ...asked.around, ways: [], title: titleWith(found, 'Sign in'), body })
}

/** The page after signing out. */
export function signedOutPage({ around, everywhere }: Options<{ around?: Around; everywhere?: boolean }> = {}): Markup {
  const where = everywhere ? ' here and on every other computer and phone' : ''
  const body = html`<h1>You are signed out</h1>
<p>Nobody can go on in your name${where}. If others use this computer, close the browser as well.</p>
<p><a class="govuk-link" href="/sign-in">Sign in again</a></p>`
  return layout({ ...around, visitor: undefined, ways: [], title: 'You are signed out', body })
}
