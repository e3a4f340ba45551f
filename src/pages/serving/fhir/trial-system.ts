import assert from 'node:assert/strict'
import type { Server } from 'node:http'
import { createAdaptorServer } from '@hono/node-server'
import type { Bundle, OperationOutcome, Resource } from '@medplum/fhirtypes'
import type { Post } from '../../../people/practitioner.ts'
import { hashPassword } from '../../../sharing/password.ts'
import { newToken } from '../../../sharing/session.ts'
import { addSystem } from '../../../store/systems.ts'
import { holdfast } from '../app.ts'
import type { Served } from '../served.ts'

/* For tests: the web on a port of its own, and systems that ask it. */

/** A server at a real address. */
export interface Listening {
  readonly address: string
  readonly close: () => Promise<void>
}

const portOf = (server: Server): number => {
  const at = server.address()
  return typeof at === 'object' && at !== null ? at.port : 0
}

/** The same Holdfast on a port of this computer. */
export const listening = async (served: Served): Promise<Listening> => {
  const held: { web?: ReturnType<typeof holdfast> } = {}
  const server = createAdaptorServer({ fetch: request => held.web?.fetch(request) ?? new Response() }) as Server
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = `http://localhost:${portOf(server)}`
  held.web = holdfast({ ...served, address })
  return { address, close: () => new Promise(resolve => server.close(() => resolve())) }
}

/** The name and the secret of a system. */
export interface Credentials {
  readonly client: string
  readonly secret: string
}

/** Makes a system in one post. */
export const makeSystem = async (
  { store, partnership }: Pick<Served, 'store'> & { readonly partnership: number },
  { feed, ...post }: { readonly agency: string; readonly role: string; readonly feed?: string },
): Promise<Credentials> => {
  const secret = newToken()
  const hashed = await hashPassword(secret)
  const client = await addSystem(store, partnership, { name: 'A system', post: post as Post, feed, secret: hashed })
  return { client, secret }
}

/** Asks for a token, with name and secret in the header. */
export const askToken = (
  address: string,
  { client, secret }: Credentials,
  form: Readonly<Record<string, string>> = {},
) =>
  fetch(`${address}/oauth/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`${client}:${secret}`).toString('base64')}` },
    body: new URLSearchParams({ grant_type: 'client_credentials', ...form }),
  })

/** A token of a system. */
export const tokenFor = async (address: string, credentials: Credentials): Promise<string> => {
  const { access_token } = (await (await askToken(address, credentials)).json()) as { readonly access_token: string }
  return access_token
}

/** The resources of a Bundle. */
export const resourcesIn = ({ entry = [] }: Bundle): readonly Resource[] =>
  entry.flatMap(({ resource }) => (resource === undefined ? [] : [resource]))

/** Their ids. */
export const idsIn = (bundle: Bundle): readonly string[] => resourcesIn(bundle).map(({ id }) => String(id))

/** What a refusal says: its status, its code, and the element that it is about. */
export const outcome = async (answer: Response): Promise<string> => {
  const said = (await answer.json()) as OperationOutcome
  assert.match(answer.headers.get('content-type') ?? '', /^application\/fhir\+json/u)
  assert.equal(said.resourceType, 'OperationOutcome')
  const [issue] = said.issue
  return `${answer.status} ${issue?.code} ${issue?.expression?.join() ?? ''}`.trim()
}

const isAbsent = (name: string, value: unknown): boolean =>
  name.startsWith('_') || name === 'xmlns' || (/^(?:start|end)$/u.test(name) && typeof value === 'object')

const plain = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.length === 1 ? plain(value[0]) : value.map(plain)
  if (typeof value !== 'object' || value === null) return String(value)
  const inner = Object.entries(value).filter(([name, one]) => !isAbsent(name, one))
  return Object.fromEntries(inner.sort().map(([name, one]) => [name, plain(one)]))
}

/** A resource without what JSON and XML cannot but write in different ways. */
export const plainly = (resource: unknown): string => JSON.stringify(plain(resource))
