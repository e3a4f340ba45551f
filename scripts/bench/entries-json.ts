import { shortName } from '../../src/pages/address.ts'
import { holdfast } from '../../src/pages/serving/app.ts'
import { askedByReaders, lineOfTimes } from './asked-by-readers.ts'
import { cookiesOfTeam } from './made-up-partnership.ts'
import { servedAt } from './served-at.ts'
import { sharedRecord, smaller } from './shared-pages.ts'

/** A thousand entries of one child as JSON, signed in and logged: one after the other, and by sixteen at once. */
export const entriesJson = async (): Promise<void> => {
  const { store } = await sharedRecord()
  const server = await servedAt(address => holdfast({ store, address }))
  const cookies = await cookiesOfTeam(store)
  const addresses = [`${server.address}/families/${smaller}/entries.json?child=${shortName(smaller, 'child')}`]
  const one = await askedByReaders({ addresses, cookies: cookies.slice(0, 1), requests: 400, readers: 1 })
  lineOfTimes('1,000 entries of one child as JSON, one after the other', one, 'goal 10 ms')
  const all = await askedByReaders({ addresses, cookies, requests: 1280 })
  lineOfTimes('the same, 16 at once', all)
  server.close()
}
