/** A text in lower case with hyphens, so that a slip of case, space or underscore is forgiven. */
export const plainName = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/gu, '-')

const longest = 60

const pairsOf = (text: string): ReadonlySet<string> =>
  new Set(Array.from({ length: Math.max(text.length - 1, 0) }, (_, at) => text.slice(at, at + 2)))

/** How much two texts share, 0 to 1, by their pairs of letters (Dice). */
const shared = (one: ReadonlySet<string>, other: ReadonlySet<string>): number => {
  let both = 0
  for (const pair of one) if (other.has(pair)) both += 1
  return one.size + other.size === 0 ? 0 : (2 * both) / (one.size + other.size)
}

/** A finder of the names nearest to a mistyped one: best first, three at most, none when nothing is near. */
export const nearestAmong = (names: readonly string[]): ((text: string) => readonly string[]) => {
  const known = names.map(name => ({ name, pairs: pairsOf(name) }))
  return text => {
    const word = plainName(text.slice(0, longest))
    if (word === '') return []
    const pairs = pairsOf(word)
    return known
      .map(({ name, pairs: own }) => ({
        name,
        near: shared(own, pairs) + (word.length > 2 && name.includes(word) ? 1 : 0),
      }))
      .filter(({ near }) => near >= (word.length < 5 ? 0.4 : 0.55))
      .sort((one, other) => other.near - one.near)
      .slice(0, 3)
      .map(({ name }) => name)
  }
}

/** The nearest names as a question to add to what is wrong: `; did you mean x or y?`, or the other words when none is near. */
export const didYouMean = (near: readonly string[], otherwise = ''): string =>
  near.length > 0 ? `; did you mean ${near.join(' or ')}?` : otherwise

/** What was written, shortened and without control characters, for saying back what is wrong with it. */
export const quoted = (value: unknown): string => {
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object' && value !== null) return 'an object'
  const text = String(value)
  const short = (text.length > longest ? `${text.slice(0, longest)}…` : text).toWellFormed().replace(/\p{Cc}/gu, ' ')
  return typeof value === 'string' ? `"${short}"` : short
}
