import type { Day } from '../calendar/day.ts'
import type { PersonId } from '../record/field.ts'
import { homeOf } from '../record/household.ts'
import { homeOn, isUnbornOn } from '../record/person-standing.ts'
import type { Picture, PregnancyStanding } from '../record/standing.ts'

/** Whether a pregnant woman is of a child's household: its mother, the child itself, or somebody who lives with it. */
export const isOfHousehold = (picture: Picture, mother: PersonId, child: PersonId, day: Day): boolean => {
  if (mother === child || picture.people.get(child)?.mother === mother) return true
  const home = homeOf(picture, child, day)
  const woman = picture.people.get(mother)
  return home !== undefined && woman !== undefined && homeOn(woman, day) === home
}

/** Whether a pregnancy is known on a day and has neither ended nor come to a birth. */
export const isExpectedOn = ({ known, ended, birth }: PregnancyStanding, day: Day): boolean =>
  known.day <= day && (ended === undefined || ended.day > day) && (birth === undefined || birth.day > day)

/** Whether a child of the record is born by a day, alive, and still this family's. */
export const isHereOn = (picture: Picture, child: PersonId, day: Day): boolean => {
  const person = picture.people.get(child)
  if (person === undefined) return true
  const gone = person.death ?? person.gone
  return !isUnbornOn(person, day) && (gone === undefined || gone.day > day)
}

/** The name to print for a person: as the record gives it, else the id. */
export const nameOf = (picture: Picture, person: PersonId): string => picture.people.get(person)?.name ?? person

/** The children of one home, as far as is known: the same address, else the same mother. */
export const childrenOfHome = (picture: Picture, child: PersonId, day: Day): readonly PersonId[] => {
  const home = homeOf(picture, child, day)
  const mother = picture.people.get(child)?.mother
  return picture.children.filter(other => {
    if (other === child) return true
    const theirs = homeOf(picture, other, day)
    if (home !== undefined && theirs !== undefined) return home === theirs
    return mother !== undefined && picture.people.get(other)?.mother === mother
  })
}
