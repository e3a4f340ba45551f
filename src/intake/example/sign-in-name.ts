const titles: ReadonlySet<string> = new Set(['dc', 'dr', 'ds', 'inspector', 'miss', 'mr', 'mrs', 'ms', 'sister'])

/** The letters a to z of a word: Inês is ines, Boateng-Ashe is boatengashe. */
const plainLetters = (word: string): string =>
  word
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z]/gu, '')

/** The words of a name, without what follows a comma, and without its title where two names are left. */
const wordsOf = (name: string): readonly string[] => {
  const [own = ''] = name.split(',')
  const words = own
    .split(/\s+/u)
    .map(plainLetters)
    .filter(word => word !== '')
  return words.length > 2 && titles.has(words[0] ?? '') ? words.slice(1) : words
}

const next = (name: string, taken: ReadonlySet<string>): string => {
  if (!taken.has(name)) return name
  const letter = [...'bcdefghijklmnopqrstuvwxyz'].find(each => !taken.has(name + each))
  return letter === undefined ? next(`${name}z`, taken) : name + letter
}

/** The name by which somebody of the examples signs in, first and last word of it: ruth.adeyemi, mr.shah. No two share one. */
export const signInName = (name: string, taken: ReadonlySet<string>): string => {
  const words = wordsOf(name)
  const [first = 'practitioner'] = words
  const last = words.at(-1)
  return next(words.length < 2 || last === undefined ? first : `${first}.${last}`, taken)
}
