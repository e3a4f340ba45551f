import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Moment } from '../../../calendar/day.ts'
import { hashOfToken, newToken } from '../../../sharing/session.ts'
import { attemptOf, type SignInKeeper, tryPassword } from '../../../sharing/sign-in.ts'
import { admitAttempt, takeAttemptBack } from '../../../store/sessions.ts'
import { findSystemSecret, keepSystemSecret, keepSystemToken } from '../../../store/systems.ts'
import type { Served } from '../served.ts'
import { addressOf } from '../sign-in.ts'

/** How long a token of a system holds, in seconds; a local setting. */
export const tokenSeconds = 15 * 60

/** What a token is for: it cannot be narrowed, and what it opens the posts of the system say. */
const scope = 'system/*.rs'

/** Secrets are tried as passwords are: hashed as slowly, and whoever is wrong too often waits. */
const keeperOf = ({ store }: Served): SignInKeeper => ({
  admit: (attempt, wait) => admitAttempt(store, attempt, wait),
  takeBack: attempt => takeAttemptBack(store, attempt),
  findAccount: async client => {
    const found = await findSystemSecret(store, client)
    return found && { account: client, hash: found.secret }
  },
  keepHash: (client, hash) => keepSystemSecret(store, client, hash),
  keepStep: async () => false,
})

type ErrorCode = 'invalid_request' | 'invalid_client' | 'unsupported_grant_type' | 'invalid_scope' | 'slow_down'

const refuse = (c: Context, status: 400 | 401 | 413 | 429, error: ErrorCode, words: string): Response => {
  if (status === 401) c.header('WWW-Authenticate', 'Basic realm="holdfast"')
  return c.json({ error, error_description: words }, status)
}

interface Shown {
  readonly client: string
  readonly secret: string
}

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return ''
  }
}

/** As RFC 6749, 2.3.1 has it: both parts are encoded as in a form before they are joined. */
const inHeader = (header: string | undefined): Shown | undefined => {
  const packed = /^Basic +([\w+/=-]+) *$/iu.exec(header ?? '')?.[1]
  if (packed === undefined) return undefined
  const text = Buffer.from(packed, 'base64').toString('utf8')
  const at = text.indexOf(':')
  return at < 0 ? undefined : { client: decoded(text.slice(0, at)), secret: decoded(text.slice(at + 1)) }
}

const inForm = (form: URLSearchParams): Shown | undefined => {
  const [client, secret] = [form.get('client_id'), form.get('client_secret')]
  return client === null || secret === null ? undefined : { client, secret }
}

const formOf = async (c: Context): Promise<URLSearchParams | undefined> => {
  const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase()
  return type === 'application/x-www-form-urlencoded' ? new URLSearchParams(await c.req.text()) : undefined
}

const isGiven = (asked: string | null): boolean =>
  asked === null ||
  asked
    .split(' ')
    .every(one => one === '' || /^system\/(?:\*|[A-Za-z]+)\.(?:r|s|rs|read|\*|cruds|write|cu)$/u.test(one))

const give = async (c: Context, { store }: Served, client: string): Promise<Response> => {
  const token = newToken()
  await keepSystemToken(store, client, hashOfToken(token), (store.now() + tokenSeconds * 1000) as Moment)
  c.header('Pragma', 'no-cache')
  return c.json({ access_token: token, token_type: 'Bearer', expires_in: tokenSeconds, scope })
}

const signIn = async (c: Context, served: Served, { client, secret }: Shown): Promise<Response> => {
  const attempt = attemptOf(client, addressOf(c), served.store.now())
  const outcome = await tryPassword(keeperOf(served), attempt, client, secret)
  if (outcome === 'wrong') return refuse(c, 401, 'invalid_client', 'No system has this name and this secret')
  if ('account' in outcome) return give(c, served, outcome.account)
  c.header('Retry-After', String(outcome.wait))
  return refuse(c, 429, 'slow_down', `Too many wrong secrets: wait ${outcome.wait} seconds`)
}

const token = async (c: Context, served: Served): Promise<Response> => {
  const form = await formOf(c)
  if (form === undefined) return refuse(c, 400, 'invalid_request', 'Send a form: application/x-www-form-urlencoded')
  const [header, body] = [inHeader(c.req.header('authorization')), inForm(form)]
  if (header !== undefined && body !== undefined)
    return refuse(c, 400, 'invalid_request', 'Show the secret once: in the header or in the form')
  if (form.get('grant_type') !== 'client_credentials')
    return refuse(c, 400, 'unsupported_grant_type', 'A system asks with grant_type=client_credentials')
  if (!isGiven(form.get('scope'))) return refuse(c, 400, 'invalid_scope', `What is given here is ${scope}`)
  const shown = header ?? body
  return shown === undefined ? refuse(c, 401, 'invalid_client', 'Show a name and a secret') : signIn(c, served, shown)
}

const largestAsked = 16 * 1024

/** Where a system signs in: OAuth 2.0 client credentials (RFC 6749, 4.4), with the secret in the header or in the form. */
export const oauthPages = (served: Served): Hono => {
  const web = new Hono()
  const tooLarge = (c: Context) => refuse(c, 413, 'invalid_request', 'This is too much')
  web.post('/oauth/token', bodyLimit({ maxSize: largestAsked, onError: tooLarge }), c => token(c, served))
  web.all('/oauth/token', c => {
    c.header('Allow', 'POST')
    return c.json({ error: 'invalid_request', error_description: 'Ask with POST' }, 405)
  })
  return web
}
