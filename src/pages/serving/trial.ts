import { join } from 'node:path'
import type { Moment } from '../../calendar/day.ts'
import { exampleFiles } from '../../intake/example/example-files.ts'
import { exampleParents } from '../../intake/example/example-parents.ts'
import { exampleReplay, loadExample } from '../../intake/example/load-example.ts'
import { csrfOf, findToken } from '../../sharing/session.ts'
import { openStore, type Store } from '../../store/store.ts'
import { type TrialStore, trialKey, trialStore } from '../../store/trial.ts'
import { holdfast } from './app.ts'
import type { Served } from './served.ts'

const examples = join(import.meta.dirname, '..', '..', '..', 'examples')
const address = 'http://localhost'

/** Somebody at work in a test: asks for pages and sends forms as a browser without a script would. */
export interface AtWork {
  readonly get: (path: string) => Promise<Response>
  readonly text: (path: string) => Promise<string>
  readonly post: (path: string, fields: Readonly<Record<string, string | readonly string[]>>) => Promise<Response>
  readonly cookie: string
}

/** The living example in a database of its own, with everybody ready to sign in. */
export interface TrialHoldfast {
  readonly served: Served
  readonly store: Store
  readonly web: ReturnType<typeof holdfast>
  readonly partnership: number
  readonly signInAs: (signIn: string) => Promise<AtWork>
  /** Records by the name of their example family: 01 is the case of the review. */
  readonly records: ReadonlyMap<string, string>
  readonly end: () => Promise<void>
}

const same = { 'sec-fetch-site': 'same-origin', host: 'localhost' }

const bodyOf = (fields: Readonly<Record<string, string | readonly string[]>>): URLSearchParams => {
  const body = new URLSearchParams()
  for (const [name, value] of Object.entries(fields))
    for (const one of typeof value === 'string' ? [value] : value) body.append(name, one)
  return body
}

const atWork = (web: ReturnType<typeof holdfast>, cookie: string): AtWork => {
  const token = findToken(cookie, false) ?? ''
  const get = async (path: string) => web.request(path, { headers: { ...same, cookie } })
  return {
    cookie,
    get,
    text: async path => (await get(path)).text(),
    post: async (path, fields) =>
      web.request(path, {
        method: 'POST',
        headers: { ...same, cookie },
        body: bodyOf({ csrf: csrfOf(token), ...fields }),
      }),
  }
}

const signedIn =
  (web: ReturnType<typeof holdfast>) =>
  async (signIn: string): Promise<AtWork> => {
    const answer = await web.request('/sign-in/example', {
      method: 'POST',
      headers: same,
      body: new URLSearchParams({ person: signIn }),
    })
    const cookie = answer.headers.get('set-cookie')?.split(';')[0]
    if (cookie === undefined) throw new Error(`nobody is called ${signIn}`)
    return atWork(web, cookie)
  }

const open = (trial: TrialStore, now?: () => Moment): Store =>
  openStore(trial.connections, { sealingKey: trialKey, ...(now === undefined ? {} : { now }) })

const load = async (store: Store) => {
  const loaded = await loadExample(store, examples)
  const replay = exampleReplay(await exampleFiles(examples))
  const parents = await exampleParents(store, loaded.partnership)
  return { loaded, replay, parents }
}

const over = (
  trial: TrialStore,
  store: Store,
  { loaded, replay, parents }: Awaited<ReturnType<typeof load>>,
): TrialHoldfast => {
  const served: Served = { store, address, examples: loaded.people, exampleParents: parents, replay }
  const web = holdfast(served)
  return {
    ...{ served, store, web, partnership: loaded.partnership, records: loaded.records },
    signInAs: signedIn(web),
    end: async () => {
      await store.close()
      await trial.drop()
    },
  }
}

/** A Holdfast for tests: the living example as it stands at a moment, or now. */
export const trialHoldfast = async (now?: () => Moment): Promise<TrialHoldfast> => {
  const trial = await trialStore()
  const store = open(trial, now)
  return over(trial, store, await load(store))
}

/** Two of them that are alike to the last row, so that what is written to the one alone can be looked for. */
export const trialTwins = async (now?: () => Moment): Promise<readonly [TrialHoldfast, TrialHoldfast]> => {
  const trial = await trialStore()
  const store = open(trial, now)
  const loaded = await load(store)
  await store.close()
  const twin = await trial.copy()
  return [over(trial, open(trial, now), loaded), over(twin, open(twin, now), loaded)]
}
