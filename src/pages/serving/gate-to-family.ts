import type { Context } from 'hono'
import { recordNow } from '../../store/record-now.ts'
import { type GateFor, gateIn } from '../after-a-miss/gate.ts'
import type { OpenFamily } from './family.ts'
import type { Env, Served } from './served.ts'

/** The gate to the family of a record that was opened, from all of the record as it stands at this moment. */
export const gateToFamily = async (
  c: Context<Env>,
  { store }: Served,
  { opened, look }: OpenFamily,
): Promise<GateFor> => {
  const now = await recordNow(store, c.get('visit').asking.partnership, opened.record)
  return now === undefined ? () => ({ level: 'nothing', says: [], knownOn: undefined }) : gateIn(now.stands, look)
}
