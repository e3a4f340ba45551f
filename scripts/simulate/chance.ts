/** Made-up chance: the same seed and name give the same throws, on every machine. */
export interface Chance {
  /** A number from 0 up to, but not including, 1. */
  readonly next: () => number
  /** A whole number from one to another, both included. */
  readonly between: (from: number, to: number) => number
  readonly happens: (share: number) => boolean
  readonly of: <T>(list: readonly [T, ...T[]]) => T
}

/** FNV-1a over the letters of a text. */
const hashOf = (text: string): number => {
  let hash = 2_166_136_261
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 16_777_619)
  return hash >>> 0
}

/** Mulberry32: small, even enough, and the same everywhere. */
const mulberry = (seed: number): (() => number) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Chance of its own for each name, so that one family more or less changes none of the others. */
export const chanceOf = (seed: number, name: string): Chance => {
  const next = mulberry(hashOf(`${seed}/${name}`))
  const between = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  return {
    next,
    between,
    happens: share => next() < share,
    of: list => list[between(0, list.length - 1)] ?? list[0],
  }
}
