/** How many rows each chapter of the catalogue has (practice/duties.md, section 7); appointments count from nought. */
const chapters = {
  ...{ REF: 7, ASM: 11, NEG: 1, CLS: 3, STR: 6, CTG: 3, ICPC: 12, CP: 4, CIN: 9, MTG: 10, MED: 5, LP: 4, ALL: 7 },
  ...{ SUP: 4, ESC: 6, ENG: 6, DA: 7, CSE: 2, UNB: 5, TF: 1, XB: 2, DIS: 4, PRO: 3, AMB: 1, HSG: 1, GP: 1, VOI: 4 },
  ...{ INF: 5, REC: 3, CHR: 1, TRN: 1, LRN: 2, DTH: 3 },
} as const

const rowsOf = ([chapter, rows]: readonly [string, number]): readonly string[] =>
  Array.from({ length: rows }, (_, row) => `R-${chapter}-${row + 1}`)

const appointments = Array.from({ length: 17 }, (_, row) => `R-APT-${row}`)

/** Every row of the catalogue, by its id. */
export const catalogueRows: readonly string[] = [...Object.entries(chapters).flatMap(rowsOf), ...appointments]
