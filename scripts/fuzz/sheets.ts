import { trySheets } from '../../src/intake/sheets/trial-sheets.ts'

/** Texts as sheets of appointments, as the council's extract, and as what was stored of either. */
export const fuzzSheets = (count: number, seed: number): Promise<void> => trySheets(count, seed)
