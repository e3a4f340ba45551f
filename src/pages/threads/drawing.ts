import type { Service } from '../../people/service.ts'
import type { Entry } from '../../record/entry.ts'
import { type Hung, hungIn, type Label, levelHeight, type PlacedThread } from './hang.ts'
import { inLaneOrder } from './lanes.ts'
import { widthOf } from './levels.ts'
import { type Mark, marksOf } from './marks.ts'
import { type Scale, type Stretch, scaleOver } from './scale.ts'
import { type Chosen, chosenIn, isWithin, type Thread } from './thread.ts'

/** A lane from its top: its line of marks, then the levels on which threads hang. */
export interface Lane {
  readonly service: Service
  readonly top: number
  readonly height: number
  /** The middle of the first row of marks. */
  readonly line: number
  /** The link to what did not find room. */
  readonly more: (Label & { readonly count: number }) | undefined
}

/** A mark at its place. */
export type PlacedMark = Mark & { readonly y: number; readonly kept: 'kept' | 'kept-late' | undefined }

/** Everything of a picture at its place: numbers and texts, no markup. */
export interface Drawing {
  readonly scale: Scale
  readonly height: number
  readonly lanes: readonly Lane[]
  readonly marks: readonly PlacedMark[]
  readonly threads: readonly PlacedThread[]
}

/** How wide the days are drawn. */
export const dayWidth = 1048
const head = 44
const [rowHeight, padding] = [16, 13]

/** What a picture is drawn from. */
export interface Shown {
  readonly entries: readonly Entry[]
  readonly threads: readonly Thread[]
  readonly stretch: Stretch
}

interface Filled {
  readonly service: Service
  readonly rows: number
  readonly hung: readonly Hung[]
  readonly levels: number
  readonly more: number
}

const fill = (scale: Scale, service: Service, marks: readonly Mark[], chosen: Chosen | undefined): Filled => {
  const hung = chosen === undefined ? [] : hungIn(scale, chosen)
  const levels = Math.max(-1, ...hung.map(one => one.level)) + 1
  const rows = Math.max(0, ...marks.map(mark => mark.row)) + 1
  return { service, rows, hung, levels, more: chosen?.more ?? 0 }
}

const moreLabel = (scale: Scale, count: number, y: number): Lane['more'] => {
  if (count === 0) return undefined
  const text = `and ${count} more`
  const right = scale.x(scale.to < scale.day ? scale.end : scale.day) - 6
  return { text, count, left: right - widthOf(text), right, y }
}

const stack = (
  scale: Scale,
  filled: readonly Filled[],
): { readonly lanes: readonly Lane[]; readonly height: number } => {
  let top = head
  const lanes = filled.map(({ service, rows, levels, more }) => {
    const below = padding + rows * rowHeight
    const height = below + (levels + (more > 0 ? 1 : 0)) * levelHeight + padding - 4
    const y = top + below + levels * levelHeight + levelHeight / 2 - 2
    const lane: Lane = { service, top, height, line: top + padding + rowHeight / 2, more: moreLabel(scale, more, y) }
    top += height
    return lane
  })
  return { lanes, height: top + 8 }
}

const keptBy = (threads: readonly Thread[]): ReadonlyMap<Entry, 'kept' | 'kept-late'> => {
  const kept = new Map<Entry, 'kept' | 'kept-late'>()
  for (const { end, owing } of threads) {
    const proof = owing.duty.ended?.entry
    if (end !== 'kept' || proof === undefined || kept.get(proof) === 'kept-late') continue
    kept.set(proof, owing.state === 'done-late' ? 'kept-late' : 'kept')
  }
  return kept
}

type Places = ReadonlyMap<Entry, PlacedMark>

const placesOf = (marks: readonly PlacedMark[]): Places =>
  new Map(marks.flatMap(mark => mark.entries.map(entry => [entry, mark] as const)))

const startAt = (scale: Scale, thread: Thread, places: Places, lanes: ReadonlyMap<Service, Lane>, end: number) => {
  const mark = places.get(thread.start)
  if (mark !== undefined) return { x: mark.x, y: mark.y }
  const lane = lanes.get(thread.lane)
  return { x: thread.start.day < scale.from ? 0 : Math.min(scale.x(thread.start.day), end), y: lane?.line ?? head }
}

/** Everything of a picture at its place: lanes that have something to show, marks in rows, threads on levels. */
export const drawingOf = ({ entries, threads, stretch }: Shown): Drawing => {
  const scale = scaleOver(stretch, dayWidth)
  const within = threads.filter(thread => isWithin(thread, scale))
  const chosen = chosenIn(within)
  const drawn = [...chosen.values()].flatMap(one => one.drawn)
  const kept = keptBy(drawn)
  const marks = marksOf(scale, entries, new Set(kept.keys()))
  const filled = lanesWith(marks, chosen).map(service =>
    fill(
      scale,
      service,
      marks.filter(mark => mark.lane === service),
      chosen.get(service),
    ),
  )
  const { lanes, height } = stack(scale, filled)
  const byName = new Map(lanes.map(lane => [lane.service, lane]))
  const placed = marks.map(mark => ({
    ...mark,
    y: (byName.get(mark.lane)?.line ?? head) + mark.row * rowHeight,
    kept: mark.entries.length === 1 ? kept.get(mark.entries[0]) : undefined,
  }))
  const places = placesOf(placed)
  const tied = [...hanging(scale, filled, byName, places), ...keptThreads(scale, drawn, byName, places)]
  return { scale, height, lanes, marks: placed, threads: tied }
}

const lanesWith = (marks: readonly Mark[], chosen: ReadonlyMap<Service, Chosen>): readonly Service[] =>
  [...new Set([...marks.map(mark => mark.lane), ...chosen.keys()])].sort(inLaneOrder)

const hanging = (
  scale: Scale,
  filled: readonly Filled[],
  lanes: ReadonlyMap<Service, Lane>,
  places: Places,
): readonly PlacedThread[] =>
  filled.flatMap(({ service, rows, hung }) => {
    const first = (lanes.get(service)?.top ?? head) + padding + rows * rowHeight + levelHeight / 2
    return hung.map(({ thread, placed, level }) => {
      const y = first + level * levelHeight
      const label = placed.label && { ...placed.label, y }
      return {
        ...placed,
        thread,
        label,
        to: { x: placed.to.x, y },
        from: startAt(scale, thread, places, lanes, placed.to.x),
      }
    })
  })

const keptThreads = (
  scale: Scale,
  drawn: readonly Thread[],
  lanes: ReadonlyMap<Service, Lane>,
  places: Places,
): readonly PlacedThread[] =>
  drawn.flatMap(thread => {
    const proof = thread.owing.duty.ended?.entry
    const mark = proof === undefined || thread.end !== 'kept' ? undefined : places.get(proof)
    if (mark === undefined) return []
    const to = { x: mark.x, y: mark.y }
    return [{ thread, from: startAt(scale, thread, places, lanes, to.x), to, tail: undefined, label: undefined }]
  })
