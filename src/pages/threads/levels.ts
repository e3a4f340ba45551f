/** From where to where a thing reaches across the picture. */
export interface Extent {
  readonly left: number
  readonly right: number
}

/**
 * The level for each extent, from 0, so that no two of one level come nearer than the gap. Given in any order, each takes
 * the first level with room: never more levels than things lie over each other at one place.
 */
export const levelsOf = (extents: readonly Extent[], gap: number): readonly number[] => {
  const order = extents.map((_, index) => index).sort((one, other) => leftOf(extents, one) - leftOf(extents, other))
  const ends: number[] = []
  const levels: number[] = new Array(extents.length).fill(0)
  for (const index of order) {
    const { left, right } = extents[index] ?? { left: 0, right: 0 }
    const free = ends.findIndex(end => end + gap <= left)
    const level = free < 0 ? ends.length : free
    ends[level] = right
    levels[index] = level
  }
  return levels
}

const leftOf = (extents: readonly Extent[], index: number): number => extents[index]?.left ?? 0

const narrow = new Set([..."iljtfrI.,:;'|!()[] "])
const wide = new Set([...'mwMWOQGD@%—…'])

/** How wide a text is at most, in units of a picture whose letters are 12.5 high; fonts differ, so it is said too wide. */
export const widthOf = (text: string): number => {
  let width = 0
  for (const sign of text) width += narrow.has(sign) ? 4.6 : wide.has(sign) ? 11.5 : 7.4
  return Math.ceil(width)
}

/** A text cut at a word to a number of signs, with three dots when something is left out. */
export const shortened = (text: string, longest: number): string => {
  if (text.length <= longest) return text
  const cut = text.slice(0, longest - 1)
  const word = text[longest - 1] === ' ' ? cut.length : cut.lastIndexOf(' ')
  return `${(word > longest / 2 ? cut.slice(0, word) : cut).replace(/[,:;]$/u, '')}…`
}
