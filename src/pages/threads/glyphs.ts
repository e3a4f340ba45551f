import type { Shape } from './marks.ts'

/** The outline of each form around 0,0; what is not filled is drawn as a line. */
const outlines = {
  cross: '<path class="line" d="M-5-5L5 5M5-5L-5 5"/>',
  eye: '<circle class="open" r="5.6"/><circle r="2.2"/>',
  diamond: '<path class="firm" d="M0-6.6L6.6 0 0 6.6-6.6 0Z"/>',
  square: '<path class="firm" d="M-5.2-5.2h10.4v10.4h-10.4Z"/>',
  'open-square': '<path class="open" d="M-4.7-4.7h9.4v9.4h-9.4Z"/>',
  arrow: '<path d="M-4.6-5.6L6 0-4.6 5.6Z"/>',
  bar: '<path class="line" d="M0-7V7"/>',
  dot: '<circle r="3.8"/>',
} as const satisfies Record<Exclude<Shape, 'count'>, string>

/** The form of a mark around 0,0. */
export const glyph = (shape: Exclude<Shape, 'count'>): string => outlines[shape]

/** A count of entries in a rounded box around 0,0. */
export const countGlyph = (count: number): string => {
  const half = 6 + 4 * String(count).length
  return `<rect class="box" x="${-half}" y="-8" width="${half * 2}" height="16" rx="8"/><text class="number" y="4">${count}</text>`
}

/** What lies around a mark that proves a thread kept: a filled dot. */
export const proofGlyph = '<circle class="proof" r="7.6"/>'

/** The end of a thread that was not kept: an open ring. */
export const ringGlyph = '<circle class="ring" r="4.6"/>'

/** The end of a thread that is due later: a ring with a dot. */
export const dueGlyph = '<circle class="ring" r="4.6"/><circle class="point" r="1.6"/>'

/** The end of a thread that was set aside or is no longer owed: a bar across. */
export const stopGlyph = '<path class="line" d="M0-5V5"/>'

/** The end of a thread that was due before the days that are shown: two angles that point back. */
export const beforeGlyph = '<path class="back" d="M0-4L-4 0L0 4M5-4L1 0L5 4"/>'
