import type { Day } from '../../calendar/day.ts'
import type { Naming } from '../../record/wording.ts'
import type { Addresses } from '../address.ts'

/** On which day, with which names and addresses a picture is written; a page's look at a family is one. */
export interface Writing {
  readonly day: Day
  readonly name: Naming
  readonly addresses: Addresses
  readonly stands: { readonly children: readonly unknown[] }
}
