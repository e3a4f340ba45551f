import { dueGlyph, glyph, keptGlyph, ringGlyph } from './glyphs.ts'

const marks = [
  ['cross', 'not brought'],
  ['eye', 'child seen'],
  ['diamond', 'decision'],
  ['square', 'meeting held'],
  ['open-square', 'meeting cancelled'],
  ['arrow', 'referral'],
  ['bar', 'worker leaves'],
  ['dot', 'anything else'],
] as const

const sign = (width: number, inside: string): string =>
  `<svg class="sign" aria-hidden="true" focusable="false" width="${width}" height="22" viewBox="0 0 ${width} 22"><g transform="translate(11 11)">${inside}</g></svg>`

const threads = [
  [
    'hangs promised',
    `<path class="way" d="M-10 0H6"/><g transform="translate(11 0)">${ringGlyph}</g><path class="tail" d="M17 0H38"/>`,
    'due, and still owed',
  ],
  ['due promised', `<path class="way" d="M-10 0H6"/><g transform="translate(11 0)">${dueGlyph}</g>`, 'falls due later'],
  [
    'kept promised',
    `<path class="way" d="M-10 0H16"/><g transform="translate(22 0)">${keptGlyph(false)}</g>`,
    'done: the proof',
  ],
  [
    'kept promised',
    `<path class="way" d="M-10 0H16"/><g transform="translate(22 0)">${keptGlyph(true)}</g>`,
    'done late',
  ],
  ['hangs promised', '<path class="way" d="M-10 0H38"/>', 'somebody agreed it'],
  ['hangs derived', '<path class="way" d="M-10 0H38"/>', 'a rule works it out'],
] as const

/** What each form and line of the picture means, as a list below it. */
export const legendMarkup = (): string => {
  const signs = marks.map(
    ([shape, words]) => `<li><span class="mark ${shape}">${sign(22, glyph(shape))}</span> ${words}</li>`,
  )
  const lines = threads.map(
    ([look, inside, words]) => `<li><span class="thread ${look}">${sign(50, inside)}</span> ${words}</li>`,
  )
  return `<ul class="holdfast-legend" aria-label="What the signs mean">${signs.join('')}${lines.join('')}</ul>`
}
