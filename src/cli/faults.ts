import type { Fault } from '../intake/sheets/chronology-file.ts'

const place = (fault: Fault): string =>
  [
    fault.sheet === undefined ? '' : `sheet ${fault.sheet}, `,
    `line ${fault.line}`,
    fault.field === undefined ? '' : `, ${fault.field}`,
  ].join('')

/** Everything that is wrong with a file, a line each, with what to do; nothing of it was taken. */
export const faultsInWords = (file: string, faults: readonly Fault[]): string =>
  [
    `${file}: ${faults.length === 1 ? 'one thing is' : `${faults.length} things are`} wrong, and nothing was taken.`,
    ...faults.map(fault => `  ${place(fault)}: ${fault.what}`),
  ].join('\n')
