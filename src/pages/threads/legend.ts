import { beforeGlyph, dueGlyph, glyph, proofGlyph, ringGlyph } from './glyphs.ts'

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

const at = (x: number, inside: string): string => `<g transform="translate(${x} 0)">${inside}</g>`

const threads = [
  [
    'hangs promised',
    `<path class="way" d="M-10 0H6"/>${at(11, ringGlyph)}<path class="tail" d="M17 0H38"/>`,
    'due, and still owed',
  ],
  ['hangs promised', `${at(-5, beforeGlyph)}<path class="tail" d="M4 0H38"/>`, 'due before these days'],
  ['due promised', `<path class="way" d="M-10 0H20"/>${at(25, dueGlyph)}`, 'falls due later'],
  ['kept promised', `<path class="way" d="M-10 0H22"/>${at(28, proofGlyph)}`, 'done: its proof'],
  [
    'kept-late promised',
    `${at(-5, ringGlyph)}<path class="tail" d="M1 0H16"/><path class="home" d="M16 0H22"/>${at(28, proofGlyph)}`,
    'done late',
  ],
  ['due plain promised', '<path class="way" d="M-10 0H38"/>', 'somebody agreed it'],
  ['due plain derived', '<path class="way" d="M-10 0H38"/>', 'worked out by a rule, agreed by nobody'],
] as const

const sign = (width: number, inside: string): string =>
  `<svg aria-hidden="true" focusable="false" width="${width}" height="22" viewBox="0 0 ${width} 22"><g transform="translate(11 11)">${inside}</g></svg>`

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
