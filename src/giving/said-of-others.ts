import type { PersonId } from '../record/field.ts'
import { plainAddress } from '../record/person-standing.ts'
import type { Picture } from '../record/standing.ts'

const plain = (text: string): string => plainAddress(text.normalize('NFKC').replaceAll('’', "'"))

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/gu, '\\$&')

const holdsWord = (text: string, word: string): boolean =>
  new RegExp(`(?<![\\p{L}\\p{N}])${escaped(word)}(?![\\p{L}\\p{N}])`, 'u').test(text)

/** The names by which somebody is known: the whole, and each part that is nobody's whom the letter may name. */
const namesOf = (name: string, allowed: ReadonlySet<string>): readonly string[] => [
  plain(name),
  ...nameParts(name).filter(part => part.length > 2 && !allowed.has(part)),
]

const nameParts = (name: string | undefined): readonly string[] =>
  name === undefined ? [] : plain(name).split(/[\s-]+/u)

/** Words with a capital that may be short for a name: Rob for Robert, unless they are a name that may stand. */
const isShortFor = (text: string, name: string, allowed: ReadonlySet<string>): boolean => {
  const [first = ''] = nameParts(name)
  const capitals = text.match(/(?<!\p{L})\p{Lu}\p{L}{2,}/gu) ?? []
  return capitals.some(word => !allowed.has(plain(word)) && first.startsWith(plain(word)))
}

const parental =
  /\b(?:mother|father|mum|mummy|mam|dad|daddy|parent's partner|ex-partner|step-?(?:mother|father|mum|dad))\b/u

/**
 * What words that somebody wrote say of people of the family for whom a letter is not: their names, where they live, or the
 * other parent by that word. Such words do not go into the letter; somebody writes them anew.
 */
export const saysOfOthers = (
  stands: Pick<Picture, 'people'>,
  text: string,
  { child, reader }: { readonly child: PersonId; readonly reader: PersonId },
): boolean => {
  const words = plain(text)
  const own = new Set([child, reader].flatMap(person => nameParts(stands.people.get(person)?.name)))
  const homes = new Set(stands.people.get(reader)?.homes.map(({ address }) => address))
  if (parental.test(words)) return true
  return [...stands.people.values()].some(
    person =>
      person.id !== child &&
      person.id !== reader &&
      ((person.name !== undefined &&
        (namesOf(person.name, own).some(name => holdsWord(words, name)) || isShortFor(text, person.name, own))) ||
        person.homes.some(({ address }) => !homes.has(address) && words.includes(address))),
  )
}
