import { settlePlan } from './closing.ts'
import { settleCondition } from './condition-met.ts'
import { excuseMisses } from './excuse.ts'
import type { Picture } from './standing.ts'

/** What only shows when all is folded: which misses count, which conditions are met, which endings are in effect. */
export const settle = (stands: Picture): void => {
  excuseMisses(stands)
  for (const condition of stands.conditions) settleCondition(stands, condition)
  for (const plan of stands.plans) settlePlan(stands, plan)
}
