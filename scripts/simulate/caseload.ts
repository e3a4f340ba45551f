import { addDays, type Day } from '../../src/calendar/day.ts'
import { type Role, roleInWords } from '../../src/people/role.ts'
import { picture } from '../../src/record/picture.ts'
import { countBy, spreadOf } from './counts.ts'
import type { ReadBorough } from './read-borough.ts'

const shown: readonly Role[] = ['social-worker', 'health-visitor', 'school-nurse', 'early-help-worker', 'gp']

/** With how many families each works on a day, by role, in words. */
const onDay = ({ families }: ReadBorough, day: Day): readonly string[] => {
  const parts = families.flatMap(({ entries }) =>
    picture(entries.filter(entry => entry.day <= day)).network.filter(
      ({ ends }) => ends === undefined || ends.day > day,
    ),
  )
  return shown.map(role => {
    const own = parts.filter(part => part.role === role)
    const { median, most } = spreadOf([...countBy(own, ({ practitioner }) => practitioner ?? '').values()])
    return `${roleInWords(role)} ${median} (most ${most})`
  })
}

/** The caseloads of a borough half-way through its years. */
export const caseloadsOf = (read: ReadBorough): readonly string[] => {
  const { from, until } = read.made.size
  return [`Families a practitioner half-way: ${onDay(read, addDays(from, Math.floor((until - from) / 2))).join(', ')}`]
}
