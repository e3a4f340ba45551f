import type { Source } from './sources.ts'

const row = /^\| [^|]+ \| [^|]+ \| ([^|]+) \|$/gmu
const named = /^`([^`]+)`: (.+)$/u

const heading = new Set(['test', '---'])

/** Every hazard whose test is not where it is said to be; one that has no test must say so in these words. */
export const hazardsWithoutTest = (files: readonly Source[]): readonly string[] => {
  const page = files.find(({ path }) => path === 'docs/hazards.md')?.text ?? ''
  return [...page.matchAll(row)].flatMap(([, cell = '']) => {
    if (heading.has(cell) || /^no test\b/u.test(cell)) return []
    const [, path = '', words = ''] = named.exec(cell) ?? []
    const test = files.find(file => file.path === path)
    return test?.text.includes(words) === true ? [] : [`docs/hazards.md names a test that is not there: ${cell}`]
  })
}
