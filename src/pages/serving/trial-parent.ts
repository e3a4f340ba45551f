import { findParentToken } from '../../sharing/parent-sign-in.ts'
import { csrfOf } from '../../sharing/session.ts'
import type { TrialHoldfast } from './trial.ts'

/* For tests: a parent at their own page, as a phone without a script would ask for it. */

const same = { 'sec-fetch-site': 'same-origin', host: 'localhost' }

/** A parent at their page. */
export interface AtPage {
  readonly cookie: string
  readonly csrf: string
  readonly get: (path: string) => Promise<Response>
  readonly text: (path?: string) => Promise<string>
  readonly post: (path: string, fields?: Readonly<Record<string, string>>) => Promise<Response>
}

/** A form sent by whoever has this cookie, or none. */
export const sendMy = (
  { web }: TrialHoldfast,
  path: string,
  fields: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> =>
  Promise.resolve(
    web.request(path, { method: 'POST', headers: { ...same, ...headers }, body: new URLSearchParams(fields) }),
  )

/** A parent by the cookie of their session. */
export const atPage = (trial: TrialHoldfast, cookie: string): AtPage => {
  const csrf = csrfOf(findParentToken(cookie, false) ?? '')
  const get = async (path: string) => trial.web.request(path, { headers: { ...same, cookie } })
  return {
    cookie,
    csrf,
    get,
    text: async (path = '/my') => (await get(path)).text(),
    post: (path, fields = {}) => sendMy(trial, path, { csrf, ...fields }, { cookie }),
  }
}

const cookieOf = (answer: Response): string => answer.headers.get('set-cookie')?.split(';')[0] ?? ''

/** An invented parent who opens their page by one press. */
export const parentByPress = async (trial: TrialHoldfast, userAgent = ''): Promise<AtPage> => {
  const [parent] = trial.served.exampleParents ?? []
  const answer = await sendMy(trial, '/my/example', { person: parent?.id ?? '' }, { 'user-agent': userAgent })
  if (answer.status !== 303) throw new Error('no parent of the example has a page')
  return atPage(trial, cookieOf(answer))
}

/** What stands on a card that a member of staff was just shown. */
export const cardIn = (page: string): { readonly number: string; readonly code: string } => ({
  number: /Number: <strong>(\d{8})<\/strong>/u.exec(page)?.[1] ?? '',
  code: /Code for the first time: <strong>([\w-]+)<\/strong>/u.exec(page)?.[1] ?? '',
})

/** A parent who signs in with a card for the first time. */
export const parentByCode = async (trial: TrialHoldfast, code: string, word: string): Promise<AtPage> =>
  atPage(trial, cookieOf(await sendMy(trial, '/my/word', { code, word })))

/** A parent who signs in with the number and the word. */
export const parentByWord = (trial: TrialHoldfast, number: string, word: string): Promise<Response> =>
  sendMy(trial, '/my/sign-in', { number, word })

/** The names of the things on a page that can be pressed, by the address of the form. */
export const refsIn = (page: string, form: string): readonly string[] =>
  [...page.matchAll(new RegExp(`/my/${form}\\?(?:visit|child)=(\\w{12})`, 'gu'))].map(found => found[1] ?? '')
