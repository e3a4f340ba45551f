import type { Service } from '../../people/service.ts'
import type { Chosen } from './choice.ts'
import { type Hung, hungIn, type Label } from './hang.ts'
import { inLaneOrder } from './lanes.ts'
import { widthOf } from './levels.ts'
import type { Mark } from './marks.ts'
import type { Scale } from './scale.ts'

/** A lane from its top: rows of marks, then levels on which threads hang, then the way to what found no room. */
export interface Lane {
  readonly service: Service
  readonly top: number
  /** The middle of the first row of marks. */
  readonly line: number
  /** The middle of the first level on which threads hang. */
  readonly firstLevel: number
  readonly hung: readonly Hung[]
  readonly more: (Label & { readonly y: number; readonly count: number }) | undefined
}

/** How high a row of marks is, and a level on which threads hang. */
export const [rowHeight, levelHeight] = [16, 19]
/** The room above the first lane, for the names of days. */
export const head = 44
const padding = 12

const moreOf = (scale: Scale, count: number, y: number): Lane['more'] => {
  if (count === 0) return undefined
  const text = `and ${count} more`
  const right = scale.x(scale.to < scale.day ? scale.end : scale.day) - 6
  return { text, count, left: right - widthOf(text), right, y }
}

const lanesWith = (marks: ReadonlyMap<Service, readonly Mark[]>, chosen: ReadonlyMap<Service, Chosen>) =>
  [...new Set([...marks.keys(), ...chosen.keys()])].sort(inLaneOrder)

const byLane = (marks: readonly Mark[]): ReadonlyMap<Service, readonly Mark[]> => Map.groupBy(marks, mark => mark.lane)

/** Lanes one below the other, each as high as its marks and threads need. */
export const stacked = (
  scale: Scale,
  marks: readonly Mark[],
  chosen: ReadonlyMap<Service, Chosen>,
): { readonly lanes: readonly Lane[]; readonly height: number } => {
  const own = byLane(marks)
  let top = head
  const lanes = lanesWith(own, chosen).map(service => {
    const hung = hungIn(scale, { drawn: chosen.get(service)?.drawn ?? [] })
    const rows = Math.max(0, ...(own.get(service) ?? []).map(mark => mark.row)) + 1
    const levels = Math.max(-1, ...hung.map(({ level }) => level)) + 1
    const firstLevel = top + padding + rows * rowHeight + levelHeight / 2
    const more = moreOf(scale, chosen.get(service)?.more ?? 0, firstLevel + levels * levelHeight)
    const lane: Lane = { service, top, line: top + padding + rowHeight / 2, firstLevel, hung, more }
    top = firstLevel + (levels + (more === undefined ? 0 : 1)) * levelHeight
    return lane
  })
  return { lanes, height: top + 10 }
}
