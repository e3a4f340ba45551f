import type { Day } from '../../../src/calendar/day.ts'
import { daysOn } from '../days.ts'
import { type Story, write } from '../story.ts'
import { happenings } from './happenings.ts'

const visited = (story: Story, on: Day): void => {
  const { child, mother, around } = story
  const seen = { with: [mother], seen: [child], awake: 'yes' }
  if (story.atSchool)
    write(story, 'contact', on, around.schoolNurse, { ...seen, way: 'other', where: 'school', purpose: 'visit' })
  else write(story, 'contact', on, around.healthVisitor, { ...seen, way: 'visit', where: 'home', purpose: 'visit' })
}

/** What every family has: somebody of health sees the child now and then, the GP vaccinates, a parent rings. */
export const everyday = (story: Story, from: Day): void => {
  const { chance, around, size, mother } = story
  happenings(story, { from, until: size.until })
  for (let on = daysOn(from, chance.between(10, 90)); on <= size.until; on = daysOn(on, chance.between(90, 170))) {
    visited(story, on)
    if (chance.happens(0.3))
      write(story, 'contact', daysOn(on, chance.between(5, 40)), around.gp, { way: 'call', with: [mother] })
    if (chance.happens(0.25))
      write(story, 'attended', daysOn(on, chance.between(3, 60)), around.gp, { clinic: 'Vaccinations' })
  }
}
