import { fuzzFhir } from './fuzz/fhir.ts'
import { fuzzHl7 } from './fuzz/hl7.ts'
import { fuzzSheets } from './fuzz/sheets.ts'

/*
 * npm run fuzz [-- NAME [COUNT]]: what takes anything from anybody is given a hundred thousand inputs of any kind. Another
 * seed each time, which is printed: an input that breaks a promise is found again by it.
 */

const scenes: Readonly<Record<string, (count: number, seed: number) => void | Promise<void>>> = {
  hl7: fuzzHl7,
  fhir: fuzzFhir,
  sheets: fuzzSheets,
}

const [asked = '', count = '100000', seed = String(Date.now() % 1_000_000_000)] = process.argv.slice(2)
for (const [name, scene] of Object.entries(scenes)) {
  if (!name.includes(asked)) continue
  const from = performance.now()
  await scene(Number(count), Number(seed))
  const seconds = ((performance.now() - from) / 1000).toFixed(1)
  process.stdout.write(`${name}: ${Number(count).toLocaleString('en')} inputs of seed ${seed} in ${seconds} s\n`)
}
process.exit(0)
