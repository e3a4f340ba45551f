import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { array, boolean, assert as check, constantFrom, integer, property, record } from 'fast-check'
import { addDays, type Day, getDay } from '../../calendar/day.ts'
import { derive } from '../../duties/derive.ts'
import { noSettings } from '../../duties/settings.ts'
import { familyOnDay } from '../family-on-day.ts'
import { inventedFamily, type Line, oneYear } from '../invented.ts'
import { owingOn } from '../owed.ts'
import { type Drawing, drawingOf, type PlacedThread } from './drawing.ts'
import type { Scale } from './scale.ts'
import { usualStretch } from './stretch.ts'
import { type End, findThread, type Thread } from './thread.ts'

const lookOn = (day: string | undefined, ...more: readonly Line[]) =>
  familyOnDay(inventedFamily([...oneYear, ...more]), noSettings, day === undefined ? undefined : getDay(day))

const threadsOf = ({ duties, day }: ReturnType<typeof lookOn>): readonly Thread[] =>
  duties.flatMap(duty => findThread(owingOn(duty, day), day) ?? [])

const drawn = (day?: string, ...more: readonly Line[]): Drawing => {
  const look = lookOn(day, ...more)
  return drawingOf({ entries: look.stands.entries, threads: threadsOf(look), stretch: usualStretch(look) })
}
const threadOf = (drawing: Drawing, rule: string): PlacedThread | undefined =>
  drawing.threads.find(({ thread }) => thread.owing.duty.rule.name === rule)

describe('a thread', () => {
  it('runs from the entry that made the promise to the lane of whoever owes it, at the day it is due', () => {
    const drawing = drawn('2019-06-12')
    const held = threadOf(drawing, 'conference-held')
    const talk = drawing.marks.find(mark => mark.entries[0].kind === 'strategy-discussion')
    assert.deepEqual([held?.from.x, held?.from.y], [talk?.x, talk?.y])
    assert.equal(held?.to.x, drawing.scale.x(getDay('2019-06-04')))
    assert.equal(held?.thread.lane, 'social-care')
  })

  it('hangs to the day of the picture when it was not kept', () => {
    const drawing = drawn('2019-06-12')
    const held = threadOf(drawing, 'conference-held')
    assert.equal(held?.thread.end, 'hangs')
    assert.equal(held?.tail?.right, drawing.scale.x(getDay('2019-06-12')))
  })

  it('falls due ahead of the day of the picture when there is time left', () => {
    const drawing = drawn('2019-05-20')
    const held = threadOf(drawing, 'conference-held')
    assert.equal(held?.thread.end, 'due')
    assert.ok((held?.to.x ?? 0) > drawing.scale.x(getDay('2019-05-20')))
    assert.equal(held?.tail, undefined)
  })

  it('ends at its proof when it was kept', () => {
    const drawing = drawn('2019-06-12', {
      kind: 'conference-held',
      on: '2019-06-03',
      by: 'conference-unit',
      child: 'wyn',
    })
    const held = threadOf(drawing, 'conference-held')
    const proof = drawing.marks.find(mark => mark.entries[0].kind === 'conference-held')
    assert.equal(held?.thread.end, 'kept')
    assert.equal(proof?.kept, true)
    assert.deepEqual([held?.to.x, held?.to.y], [proof?.x, proof?.y])
  })

  it('hangs until its proof when it was kept late', () => {
    const drawing = drawn('2019-06-12')
    const met = threadOf(drawing, 'condition-acted-on')
    assert.equal(met?.thread.end, 'kept-late')
    assert.equal(met?.to.x, drawing.scale.x(getDay('2018-10-23')))
    assert.equal(met?.proof?.x, drawing.scale.x(getDay('2019-05-13')))
  })

  it('is a promise only where somebody agreed it', () => {
    const threads = threadsOf(lookOn('2019-06-12'))
    const promised = (rule: string) => threads.find(({ owing }) => owing.duty.rule.name === rule)?.promised
    assert.equal(promised('conference-held'), true)
    assert.equal(promised('condition-acted-on'), true)
    assert.equal(promised('interim-safety-plan'), false)
    const undecided = { ...oneYear.find(({ kind }) => kind === 'strategy-discussion'), outcome: 'section-47' }
    const look = familyOnDay(
      inventedFamily([...oneYear.filter(({ kind }) => kind !== 'strategy-discussion'), undecided]),
      noSettings,
    )
    const started = threadsOf(look).find(thread => thread.owing.duty.rule.name === 'conference-held')
    assert.equal(started?.promised, false)
  })

  it('is one for siblings for whom it is the same', () => {
    const sibling = { kind: 'person', person: 'tom', name: 'Tom', born: '2016-01-01', as: 'child' }
    const talk = {
      kind: 'strategy-discussion',
      on: '2019-05-13',
      by: 'social-care',
      discussion: 'talk-1',
      child: 'tom',
      outcome: 'conference',
      section47: 'yes',
    }
    const held = drawn('2019-06-12', sibling, talk).threads.filter(
      ({ thread }) => thread.owing.duty.rule.name === 'conference-held',
    )
    assert.deepEqual(
      held.map(({ thread }) => [...thread.children].sort()),
      [['tom', 'wyn']],
    )
  })
})

describe('a day that is past', () => {
  it('has no mark and no thread of what was written later', () => {
    const drawing = drawn('2018-12-01')
    assert.ok(drawing.marks.every(mark => mark.entries.every(entry => entry.arrived <= getDay('2018-12-01'))))
    assert.equal(threadOf(drawing, 'conference-held'), undefined)
    assert.equal(threadOf(drawing, 'condition-acted-on')?.thread.end, 'hangs')
  })
})

const duties = derive(lookOn(undefined).stands, noSettings)
const day = getDay('2019-08-12')
const ends: readonly End[] = ['kept', 'kept-late', 'hangs', 'due', 'stopped']
const lanes = ['hospital', 'gp', 'police', 'social-care'] as const

/** A thread made up at random around a real duty. */
const random = record({
  duty: integer({ min: 0, max: duties.length - 1 }),
  end: constantFrom(...ends),
  lane: constantFrom(...lanes),
  on: integer({ min: -500, max: 40 }),
  hung: integer({ min: 0, max: 400 }),
  promised: boolean(),
}).map(({ duty, end, lane, on, hung, promised }): Thread => {
  const made = duties[duty] ?? duties[0]
  assert.ok(made)
  const due = addDays(day, end === 'due' ? Math.abs(on) : Math.min(on, -1))
  const until = end === 'hangs' ? day : (Math.min(day, addDays(due, hung)) as Day)
  const owing = { ...owingOn(made, day), duty: { ...made, thing: `${duty}-${on}-${hung}-${lane}`, since: due } }
  return {
    owing,
    children: [made.child],
    promised,
    start: made.because[0],
    end,
    lane,
    on: due,
    until,
    proof: undefined,
  }
})

interface Box {
  readonly left: number
  readonly right: number
  readonly y: number
}
const labelsOf = (drawing: Drawing): readonly Box[] => [
  ...drawing.threads.flatMap(({ label, to }) => (label === undefined ? [] : [{ ...label, y: to.y }])),
  ...drawing.lanes.flatMap(({ more }) => more ?? []),
]
const overlap = (one: Box, other: Box) =>
  Math.abs(one.y - other.y) < 14 && one.left < other.right && other.left < one.right
const pictures = (scaleDays: number) => (threads: readonly Thread[]) =>
  drawingOf({ entries: [], threads, stretch: { from: addDays(day, -scaleDays), to: day, day } })

describe('the labels of a picture', () => {
  for (const [name, length] of [
    ['a week', 6],
    ['a month', 30],
    ['a year', 364],
    ['five years', 1825],
  ] as const) {
    it(`never overlap over ${name}, nor leave the picture`, () => {
      check(
        property(array(random, { maxLength: 80 }), threads => {
          const drawing = pictures(length)(threads)
          const labels = labelsOf(drawing)
          for (const [index, one] of labels.entries()) {
            assert.ok(one.left >= 0 && one.right <= drawing.scale.width, JSON.stringify(one))
            assert.ok(one.y > 40 && one.y < drawing.height)
            for (const other of labels.slice(index + 1)) assert.ok(!overlap(one, other), JSON.stringify([one, other]))
          }
        }),
        { numRuns: 80 },
      )
    })
  }

  it('leave some of every tail to be seen, and never lie on a ring', () => {
    check(
      property(array(random, { maxLength: 40 }), threads => {
        for (const { tail, label, to, thread } of pictures(364)(threads).threads) {
          if (label !== undefined) assert.ok(label.right < to.x || label.left > to.x, thread.end)
          if (thread.end === 'hangs') assert.ok(tail !== undefined && tail.right - tail.left >= 0)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('are six in a lane at most; the rest are counted', () => {
    const many = Array.from({ length: 30 }, (_, index): Thread => {
      const made = duties[0]
      assert.ok(made)
      const owing = { ...owingOn(made, day), duty: { ...made, thing: `${index}` } }
      return {
        owing,
        children: [made.child],
        promised: index > 20,
        start: made.because[0],
        end: 'hangs',
        lane: 'gp',
        on: addDays(day, -40 - index),
        until: day,
        proof: undefined,
      }
    })
    const [lane] = pictures(364)(many).lanes
    assert.equal(lane?.hung.length, 6)
    assert.equal(lane?.more?.count, 24)
    assert.equal(lane?.more?.text, 'and 24 more')
    assert.ok(
      lane?.hung.every(({ thread }) => thread.promised),
      'what somebody agreed is drawn first',
    )
  })
})

it('keeps every mark within its own lane', () => {
  const { lanes: own, marks, height } = drawn()
  const bounds = new Map(own.map((lane, index) => [lane.service, [lane.top, own[index + 1]?.top ?? height] as const]))
  for (const mark of marks) {
    const [top, bottom] = bounds.get(mark.lane) ?? [0, 0]
    assert.ok(mark.y > top && mark.y < bottom)
  }
})

it('has a scale on which every drawn thread has its place', () => {
  const scale: Scale = drawn().scale
  assert.ok(drawn().threads.every(({ to }) => to.x >= 0 && to.x <= scale.width))
})
