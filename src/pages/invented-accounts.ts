import { getDay } from '../calendar/day.ts'
import type { Post } from '../people/practitioner.ts'
import type { Role } from '../people/role.ts'
import type { Agency } from '../people/service.ts'
import { newSecret, otpauthAddress, secretInGroups } from '../sharing/second-factor.ts'
import { type AccountAsked, accountPage, type OwnAccount } from './account.ts'
import type { ExamplePerson } from './example-people.ts'
import type { Around, Visitor } from './kit/layout.ts'
import type { Markup } from './kit/markup.ts'
import { passwordPage } from './password.ts'
import { endSecondFactorPage, enrolSecondFactorPage, secondFactorPage } from './second-factor.ts'
import { signedOutPage, signInPage } from './sign-in.ts'

const post = (agency: string, role: Role): Post => ({ agency: agency as Agency, role })

/** Somebody who is signed in, for the tests of pages. */
export const ruth: Visitor = {
  name: 'Ruth Adeyemi',
  what: 'health visitor',
  ways: [
    { href: '/', text: 'Today' },
    { href: '/families', text: 'Families' },
    { href: '/record', text: 'Record something' },
  ],
  waiting: 3,
  csrf: 'made-of-the-token',
}

const around: Around = { visitor: ruth, notForReal: true, example: true }
const { csrf } = ruth

/** Her account. */
export const ruthsAccount: OwnAccount = {
  name: 'Ruth Adeyemi',
  posts: [post('health-visiting', 'health-visitor'), post('health-visiting/westmoor', 'lead-health-practitioner')],
  signIn: 'ruth.adeyemi',
  email: 'ruth.adeyemi@westmoor.example',
  secondFactor: true,
  kin: [
    { key: 'a', kin: { nhs: '9990000018' } },
    { key: 'b', kin: { name: 'Nia Adeyemi', born: getDay('1990-05-03') } },
  ],
}

/** Invented people to sign in as: three to begin with, and others of two services. */
export const examples: readonly ExamplePerson[] = [
  ['Ruth Adeyemi', post('health-visiting', 'health-visitor'), 'Her own families, and what she owes them this week.'],
  ['Dev Shah', post('social-care', 'team-manager'), 'Every family of his team, and which of them nobody holds.'],
  ['Ada Lowe', post('partnership', 'information-governance-lead'), 'Who opened which record, and why.'],
  ['Hal Fenn', post('social-care', 'social-worker')],
  ['Mr Lind', post('hospital/royal', 'consultant')],
  ['Ivy Marsh', post('social-care', 'service-manager')],
].map(([name, held, featured], index) => ({
  id: `person-${index}`,
  name: name as string,
  posts: [held as Post],
  featured: featured as string | undefined,
}))

const secret = newSecret()
const enrol = { around, csrf, groups: secretInGroups(secret), address: otpauthAddress(secret, 'ruth.adeyemi') }
const account = (further: Partial<AccountAsked> = {}): Markup =>
  accountPage({ around, csrf, account: ruthsAccount, ...further })

/** Every page about signing in, by an address at which a test may show it. */
export const accountPages: Readonly<Record<string, () => Markup>> = {
  '/sign-in': () => signInPage({ around: { notForReal: true, example: true }, examples, csrf }),
  '/sign-in/plain': () => signInPage({ note: 'kept', next: '/families' }),
  '/sign-in/wrong': () => signInPage({ problem: 'not-known', signIn: 'ruth' }),
  '/sign-in/wait': () => signInPage({ problem: { wait: 240 }, signIn: 'ruth' }),
  '/sign-in/code': () => secondFactorPage({ csrf }),
  '/sign-in/code/wrong': () => secondFactorPage({ csrf, problem: 'wrong-code' }),
  '/signed-out': () => signedOutPage({ everywhere: true }),
  '/account': () => account({ done: 'kin-added' }),
  '/account/wrong': () =>
    account({
      account: { ...ruthsAccount, email: undefined, secondFactor: false, kin: [] },
      problems: [
        { field: 'nhs', what: 'This NHS number has 3 digits, an NHS number has 10' },
        { field: 'born-day', what: 'Enter a real day of birth, such as 27 3 1990' },
      ],
      typed: { nhs: '999', name: 'Nia', 'born-day': '31', 'born-month': '2', 'born-year': '1990' },
    }),
  '/account/second-factor': () => enrolSecondFactorPage({ ...enrol, asksPassword: true }),
  '/account/second-factor/off': () =>
    endSecondFactorPage({ around, csrf, problems: [{ field: 'password', what: 'This is not your password' }] }),
  '/account/password': () => passwordPage({ around, csrf, signIn: 'ruth.adeyemi' }),
  '/account/password/wrong': () =>
    passwordPage({
      around,
      csrf,
      signIn: 'ruth.adeyemi',
      problems: [{ field: 'new-password', what: 'Your new password has 5 characters: use 12 or more' }],
    }),
}
