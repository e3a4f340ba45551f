import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isoDay } from '../../src/calendar/day.ts'
import type { ReadBorough } from './read-borough.ts'

const inLines = (things: readonly object[]): string => things.map(thing => `${JSON.stringify(thing)}\n`).join('')

/** Writes a borough as one chronology file, and beside it what was left out of it; gives what to do with them. */
export const writeBorough = async ({ made }: ReadBorough, folder: string): Promise<readonly string[]> => {
  await mkdir(folder, { recursive: true })
  const [file, list] = [join(folder, 'borough.jsonl'), join(folder, 'left-out.jsonl')]
  const lines = [...made.agencies, ...made.families.flatMap(family => family.lines)]
  await writeFile(file, inLines(lines))
  const days = made.drops.map(drop => ({
    ...drop,
    due: isoDay(drop.due),
    by: isoDay(drop.by),
    mended: drop.mended === undefined ? undefined : isoDay(drop.mended),
  }))
  await writeFile(list, inLines(days))
  return [
    `${file}: ${lines.length} entries of ${made.families.length} families; npx holdfast import ${file} --replay --staff`,
    `${list}: ${days.length} acts left out on purpose`,
  ]
}
