import { type Closing, closeCalendars } from './calendars.ts'
import { withdrawMessages } from './messages-to-family.ts'
import { closeParentAccess } from './parents.ts'
import type { Store } from './store.ts'

/**
 * Closes in one act all that goes to a person of a family by itself, or to all of them: every calendar, every message that
 * waits, and the page of their own with its devices.
 */
export const closeAllToFamily = async (store: Store, partnership: number, closing: Closing): Promise<number> => {
  const { record, person } = closing
  const calendars = await closeCalendars(store, partnership, closing)
  const messages = await withdrawMessages(store, partnership, { record, ...(person === undefined ? {} : { person }) })
  return calendars + messages + (await closeParentAccess(store, partnership, closing))
}
