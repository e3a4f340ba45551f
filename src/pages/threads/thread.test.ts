import assert from 'node:assert/strict'
import { it } from 'node:test'
import { addDays, getDay } from '../../calendar/day.ts'
import { noSettings } from '../../duties/settings.ts'
import { familyOnDay } from '../family-on-day.ts'
import { inventedFamily, type Line, oneYear } from '../invented.ts'
import { owingOn } from '../owed.ts'
import { dayWidth } from './drawing.ts'
import { scaleOver } from './scale.ts'
import { findThread, isWithin, type Thread, threadsOver } from './thread.ts'

// Done long before it was written down: its proof stands where its ending does not.
const doneElsewhere: readonly Line[] = ['family-contacted-after-miss', 'notes-reviewed-after-miss'].map(rule => ({
  ...{
    kind: 'done-elsewhere',
    on: '2019-06-10',
    by: 'hospital/royal',
    where: 'the ward book',
    rule,
    done: '2018-10-23',
  },
}))

it('are all that have a part in a stretch of days, whichever it is, and few of the others', () => {
  const look = familyOnDay(inventedFamily([...oneYear, ...doneElsewhere]), noSettings)
  const { duties, day } = look
  const every = duties.flatMap(duty => findThread(owingOn(duty, day), day) ?? [])
  let fewer = 0
  for (let from = getDay('2018-08-01'); from < day; from = addDays(from, 9))
    for (const length of [6, 40, 200]) {
      const stretch = { from, to: addDays(from, length), day }
      const within = (threads: readonly Thread[]) => threads.filter(one => isWithin(one, scaleOver(stretch, dayWidth)))
      const over = threadsOver(look, stretch)
      assert.deepEqual(within(over), within(every))
      if (over.length < every.length) fewer += 1
    }
  assert.ok(fewer > 20)
})
