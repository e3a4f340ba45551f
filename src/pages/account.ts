import { html } from 'hono/html'
import { agencyKindsFor } from '../intake/forms/agency-forms.ts'
import type { Post } from '../people/practitioner.ts'
import { type KinHeld, type KinTyped, kinSection } from './kin.ts'
import { button } from './kit/button.ts'
import { csrfField } from './kit/hidden.ts'
import { type Around, layout } from './kit/layout.ts'
import type { Markup, Options } from './kit/markup.ts'
import { notificationBanner } from './kit/notification-banner.ts'
import { type SummaryRow, summaryList } from './kit/summary-list.ts'
import { postInWords } from './post.ts'
import { type Problem, problemSummary, titleWith } from './problem.ts'

/** A practitioner's own account, as its page shows it. */
export type OwnAccount = Options<{
  name: string
  posts: readonly Post[]
  signIn: string
  email?: string
  secondFactor: boolean
  kin: readonly KinHeld[]
}>

const doneWords = {
  password: 'Your password is changed',
  'second-factor-on': 'Your second factor is on',
  'second-factor-off': 'Your second factor is off',
  'kin-added': 'The person is added',
  'kin-removed': 'The person is taken off',
} as const

/** What was just done in the account. */
export type AccountDone = keyof typeof doneWords

/** What was just done, as the address of the page says it, or nothing. */
export const readDone = (text: string | undefined): AccountDone | undefined =>
  text !== undefined && Object.hasOwn(doneWords, text) ? (text as AccountDone) : undefined

/** What the page shows. */
export type AccountAsked = Options<{
  around: Around
  account: OwnAccount
  /** What is to be mended in the form that adds somebody, and what was typed into it. */
  problems?: readonly Problem[]
  typed?: KinTyped
  done?: AccountDone
  csrf: string
}>

const row = (
  key: string,
  value: string | Markup,
  action?: { readonly href: string; readonly text: string },
): SummaryRow => ({
  key: { text: key },
  value: typeof value === 'string' ? { text: value } : { html: value },
  actions: action && { items: [{ ...action, visuallyHiddenText: key.toLowerCase() }] },
})

const mailWords = (email: string | undefined): string =>
  email === undefined
    ? 'None. What is for you waits in your inbox'
    : `${email}. A mail says only that something is waiting, with no name and no fact`

const factorRow = (isOn: boolean): SummaryRow =>
  isOn
    ? row('Second factor', 'On: a code from your authenticator app', {
        href: '/account/second-factor/off',
        text: 'Take off',
      })
    : row('Second factor', 'Off', { href: '/account/second-factor', text: 'Set up' })

const posts = (held: readonly Post[]): Markup =>
  html`${held.map((post, at) => html`${at > 0 && html`<br>`}${postInWords(post)}`)}`

const facts = (account: OwnAccount): Markup =>
  summaryList({
    rows: [
      row('Name', account.name),
      row(account.posts.length === 1 ? 'Post' : 'Posts', account.posts.length === 0 ? 'None' : posts(account.posts)),
      row('E-mail', mailWords(account.email)),
      row('Sign-in name', account.signIn),
      row('Password', 'Set', { href: '/account/password', text: 'Change' }),
      factorRow(account.secondFactor),
    ],
  })

const everywhere = (csrf: string): Markup => html`<h2>Sign out everywhere</h2>
<p>If you have lost a phone or left a computer open, sign out here and on every other computer and phone at once.</p>
<form method="post" action="/account/sign-out-everywhere">${csrfField(csrf)}
${button({ text: 'Sign out everywhere', classes: 'govuk-button--secondary' })}
</form>`

/** A practitioner's own account: who Holdfast takes them for, how they sign in, and whose record is closed to them. */
export function accountPage(asked: AccountAsked): Markup {
  const { account, csrf, done, problems = [], typed } = asked
  const body = html`${problemSummary(problems, 'Nobody was added yet')}
${done && notificationBanner({ type: 'success', titleText: 'Done', text: doneWords[done] })}
<h1>Your account</h1>
${facts(account)}
<p class="holdfast-quiet">If your name, a post or the e-mail address is wrong, tell whoever gave you your account.</p>
<p><a class="govuk-link" href="/rules">Rules: where every clock comes from</a></p>
${agencyKindsFor(account.posts).length > 0 && html`<p><a class="govuk-link" href="/agencies">What agencies owe by their own record</a></p>`}
${kinSection({ held: account.kin, problems, typed, csrf })}
${everywhere(csrf)}`
  return layout({ ...asked.around, title: titleWith(problems, 'Your account'), body, here: '/account' })
}
