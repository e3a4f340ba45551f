import type { Hono } from 'hono'
import { londonDay } from '../../calendar/moment.ts'
import type { Hl7Port } from '../../intake/hl7/port.ts'
import type { Store } from '../../store/store.ts'
import type { ExampleParent, ExamplePerson } from '../example-people.ts'
import type { Partnership } from '../partnership.ts'
import type { Visit } from './visit.ts'

/** What all pages stand on. */
export interface Served {
  readonly store: Store
  /** Where Holdfast is reached, as https://holdfast.example or http://localhost:3000. */
  readonly address: string
  /** The invented people as whom anybody may sign in: only where npm start loaded the examples, and never otherwise. */
  readonly examples?: readonly ExamplePerson[]
  /** The invented parents whose own page one press opens, with the same care. */
  readonly exampleParents?: readonly ExampleParent[]
  /** The whole example case in its own dates, for "What happened here". */
  readonly replay?: Partnership
  /** The token with which GOV.UK Notify says what became of a message; without one nobody may say so. */
  readonly notifyToken?: string | undefined
  /** The ports at which this server takes HL7, each of one feed. */
  readonly ports?: readonly Pick<Hl7Port, 'feed' | 'connected'>[]
  /** Called after something was written for which notices may be waiting to go out. */
  readonly wake?: () => void
}

/** What every request of somebody signed in carries. */
export interface Env {
  readonly Variables: { visit: Visit }
}

/** The pages, as routes are added to them. */
export type Web = Hono<Env>

/** Today in London, by the store's clock. */
export const todayOf = ({ store }: Served) => londonDay(store.now())
