import type { Service } from '../../people/service.ts'
import type { Entry } from '../../record/entry.ts'
import { chosenIn } from './choice.ts'
import type { Hung, Label, Tail } from './hang.ts'
import { laneOf } from './lanes.ts'
import { type Mark, marksOf } from './marks.ts'
import { type Scale, type Stretch, scaleOver } from './scale.ts'
import { head, type Lane, levelHeight, rowHeight, stacked } from './stack.ts'
import { type Thread, threadsIn } from './thread.ts'

/** A place in the picture. */
export interface Point {
  readonly x: number
  readonly y: number
}

/** A mark at its place, and whether it proves that something was kept. */
export type PlacedMark = Mark & { readonly y: number; readonly kept: boolean }

/** A thread at its place: from the mark where it starts to where it ends, hangs to, and is proved after all. */
export interface PlacedThread {
  readonly thread: Thread
  readonly from: Point
  readonly to: Point
  readonly tail: Tail | undefined
  readonly label: Label | undefined
  readonly proof: Point | undefined
  /** Whether it was due before the days that are shown, so that only its tail is in the picture. */
  readonly isFromBefore: boolean
}

/** Everything of a picture at its place: numbers and texts, no markup. */
export interface Drawing {
  readonly scale: Scale
  readonly height: number
  readonly lanes: readonly Lane[]
  readonly marks: readonly PlacedMark[]
  readonly threads: readonly PlacedThread[]
  /** How many that were kept in time found no room. */
  readonly moreKept: number
}

/** What a picture is drawn from. */
export interface Shown {
  readonly entries: readonly Entry[]
  readonly threads: readonly Thread[]
  readonly stretch: Stretch
}

/** How wide the days are drawn. */
export const dayWidth = 1048

interface Places {
  readonly scale: Scale
  readonly lanes: ReadonlyMap<Service, Lane>
  readonly marks: ReadonlyMap<Entry, PlacedMark>
}

const pointOf = ({ marks }: Places, entry: Entry | undefined): Point | undefined =>
  entry === undefined ? undefined : marks.get(entry)

/** Where a thread starts: at its entry's mark; an entry before the picture's days lies at the left edge. */
const startOf = (places: Places, { start, lane }: Thread, end: Point): Point => {
  const mark = pointOf(places, start)
  if (mark !== undefined) return mark
  const line = places.lanes.get(laneOf(start)) ?? places.lanes.get(lane)
  const x = start.day < places.scale.from ? 0 : Math.min(places.scale.x(start.day), end.x)
  return { x, y: line?.line ?? head }
}

const hanging = (places: Places, lane: Lane, hung: Hung): PlacedThread => {
  const { thread, x, level, tail, label, isFromBefore } = hung
  const to = { x, y: lane.firstLevel + level * levelHeight }
  const proof = pointOf(places, thread.proof)
  return { thread, from: startOf(places, thread, to), to, tail, label, proof, isFromBefore }
}

const keptInTime = (places: Places, thread: Thread): readonly PlacedThread[] => {
  const to = thread.end === 'kept' ? pointOf(places, thread.proof) : undefined
  if (to === undefined) return []
  const from = startOf(places, thread, to)
  return [{ thread, from, to, tail: undefined, label: undefined, proof: undefined, isFromBefore: false }]
}

const placedMark = (mark: Mark, lanes: Places['lanes'], proofs: ReadonlySet<Entry>): PlacedMark => ({
  ...mark,
  y: (lanes.get(mark.lane)?.line ?? head) + mark.row * rowHeight,
  kept: mark.entries.length === 1 && proofs.has(mark.entries[0]),
})

/** Everything of a picture at its place: lanes that have something to show, marks in rows, threads on levels. */
export const drawingOf = ({ entries, threads, stretch }: Shown): Drawing => {
  const scale = scaleOver(stretch, dayWidth)
  const chosen = chosenIn(threadsIn(threads, scale))
  const drawn = [...chosen.values()].flatMap(one => one.drawn)
  const proofs = new Set(drawn.flatMap(thread => thread.proof ?? []))
  const marks = marksOf(scale, entries, proofs)
  const { lanes, height } = stacked(scale, marks, chosen)
  const byName = new Map(lanes.map(lane => [lane.service, lane]))
  const placed = marks.map(mark => placedMark(mark, byName, proofs))
  const places = { scale, lanes: byName, marks: new Map(placed.flatMap(mark => mark.entries.map(one => [one, mark]))) }
  const hung = lanes.flatMap(lane => lane.hung.map(one => hanging(places, lane, one)))
  const kept = drawn.flatMap(thread => keptInTime(places, thread))
  const moreKept = [...chosen.values()].reduce((sum, one) => sum + one.moreKept, 0)
  return { scale, height, lanes, marks: placed, threads: [...kept, ...hung], moreKept }
}
