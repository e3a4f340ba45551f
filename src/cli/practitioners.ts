import type { Post } from '../people/practitioner.ts'
import { findRole, roles } from '../people/role.ts'
import { findAgency } from '../people/service.ts'
import { didYouMean, nearestAmong, quoted } from '../record/near.ts'
import { hashPassword } from '../sharing/password.ts'
import { whyNotPassword } from '../sharing/password-choice.ts'
import { whyNotSignInName } from '../sharing/sign-in.ts'
import { addPractitioner as add, changePosts, endPractitioner as end } from '../store/accounts.ts'
import { type Answer, said } from './answer.ts'
import { getPartnership, withStore } from './database.ts'
import { getPractitioner } from './people.ts'
import { getSecret } from './secret.ts'
import { Refusal } from './start/refusal.ts'
import { databaseOptions, needed, readGiven } from './words-given.ts'

/** How the commands about practitioners are used. */
export const practitionersHelp = `holdfast add-practitioner --name NAME --sign-in NAME --agency AGENCY --role ROLE [--email ADDRESS] [--partnership N] [--data DIR]

  Gives somebody an account and a post. The password is asked for, or taken from HOLDFAST_PASSWORD.
  --name     as the records name them, to the letter: a network opens to whom it names
  --sign-in  what they sign in with: 3 letters or digits at least, with full stops or hyphens between
  --agency   a service, or service/name such as hospital/royal
  --role     health-visitor, team-manager, information-governance-lead …
  --email    where they are told that something waits in their inbox

holdfast add-post SIGN-IN --agency AGENCY --role ROLE [--partnership N] [--data DIR]

  Gives somebody who works here one more post.

holdfast end-practitioner SIGN-IN [--partnership N] [--data DIR]

  Ends somebody's work here: nothing opens to them from now on. What they wrote stays.
`

const postOptions = { ...databaseOptions, agency: { type: 'string' }, role: { type: 'string' } } as const
const newOptions = {
  ...postOptions,
  name: { type: 'string' },
  'sign-in': { type: 'string' },
  email: { type: 'string' },
} as const

const need = (value: string | undefined, what: string): string => needed(value, what, practitionersHelp)

/** What says a post: an agency and a role. */
interface PostGiven {
  readonly agency?: string
  readonly role?: string
}

const nearestRole = nearestAmong(Object.keys(roles))

/** The post that a command is given. Throws Refusal when it is none. */
export const getPost = (values: PostGiven, help = practitionersHelp): Post => {
  const [agencyText, roleText] = [needed(values.agency, '--agency', help), needed(values.role, '--role', help)]
  const [agency, role] = [findAgency(agencyText), findRole(roleText)]
  if (agency === undefined)
    throw new Refusal(`${quoted(agencyText)} is not an agency: write a service, or service/name such as hospital/royal`)
  if (role === undefined)
    throw new Refusal(
      `${quoted(roleText)} is not a role${didYouMean(nearestRole(roleText), ': src/people/role.ts lists them')}`,
    )
  return { agency, role }
}

const getSignIn = (text: string): string => {
  const why = whyNotSignInName(text)
  if (why === undefined) return text
  throw new Refusal(`${quoted(text)} is no sign-in name: it ${why}.`)
}

const getEmail = (text: string | undefined): { readonly email?: string } => {
  if (text === undefined) return {}
  if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/u.test(text)) return { email: text }
  throw new Refusal(`${quoted(text)} is no e-mail address.`)
}

/** A new password, hashed. */
export const newPassword = async (signIn: string): Promise<string> =>
  hashPassword(
    await getSecret({ what: 'password', from: 'HOLDFAST_PASSWORD', why: text => whyNotPassword(text, signIn) }),
  )

/** `holdfast add-practitioner`: says what holds now. */
export const addPractitioner = async (args: readonly string[]): Promise<Answer> => {
  const { values } = readGiven(args, { options: newOptions, words: [], help: practitionersHelp })
  const name = need(values.name, '--name')
  const signIn = getSignIn(need(values['sign-in'], '--sign-in'))
  const posts = [getPost(values)]
  const email = getEmail(values.email)
  return withStore(values, async ({ store }) => {
    const partnership = await getPartnership(store, values.partnership)
    const password = await newPassword(signIn)
    await add(store, partnership, { name, signIn, posts, password, ...email })
    return said(`"${signIn.toLowerCase()}" can sign in now.`)
  })
}

/** `holdfast add-post`: says what holds now. */
export const addPost = async (args: readonly string[]): Promise<Answer> => {
  const { values, words } = readGiven(args, { options: postOptions, words: ['SIGN-IN'], help: practitionersHelp })
  const signIn = need(words[0], 'SIGN-IN')
  const post = getPost(values)
  return withStore(values, async ({ store }) => {
    const partnership = await getPartnership(store, values.partnership)
    const practitioner = await getPractitioner(store, partnership, signIn)
    await changePosts(store, { partnership, practitioner }, { add: [post] })
    return said(`"${signIn}" is now ${post.role} in ${post.agency} too.`)
  })
}

/** `holdfast end-practitioner`: says what holds now. */
export const endPractitioner = async (args: readonly string[]): Promise<Answer> => {
  const { values, words } = readGiven(args, { options: databaseOptions, words: ['SIGN-IN'], help: practitionersHelp })
  const signIn = need(words[0], 'SIGN-IN')
  return withStore(values, async ({ store }) => {
    const partnership = await getPartnership(store, values.partnership)
    const practitioner = await getPractitioner(store, partnership, signIn)
    await end(store, { partnership, practitioner })
    return said(`Nothing opens to "${signIn}" in partnership ${partnership} any more.`)
  })
}
