import { writeFile } from 'node:fs/promises'
import { template as makeTemplate, type TemplateFormat } from '../intake/sheets/template.ts'

/** How `holdfast template` is used. */
export const templateHelp = `holdfast template csv|xlsx|jsonl [FILE]

  Makes an empty chronology file to fill in: what each kind of entry and each column means, with an example of each.
  FILE  where it is written; if left out, it is printed (not for xlsx). A file that is there already is left alone.
`

const formats: readonly string[] = ['csv', 'xlsx', 'jsonl'] satisfies readonly TemplateFormat[]
const isFormat = (text: string | undefined): text is TemplateFormat => text !== undefined && formats.includes(text)

const refuse = (words: string): number => {
  process.stderr.write(`${words}\n`)
  return 2
}

const whyNotWritten = (file: string, error: unknown): string => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
  if (code === 'EEXIST') return `There is a file "${file}" already, and it was left as it is: give another name.`
  return code === 'ENOENT'
    ? `There is no folder for "${file}": make it first.`
    : `"${file}" cannot be written (${code}).`
}

const save = async (file: string, bytes: Uint8Array): Promise<number> => {
  try {
    await writeFile(file, bytes, { flag: 'wx' })
    return 0
  } catch (error) {
    return refuse(whyNotWritten(file, error))
  }
}

/** `holdfast template`: makes a chronology file to fill in. Gives the exit status: 0, or 2 when the call is wrong or the file is there. */
export const template = async (args: readonly string[]): Promise<number> => {
  const [format, file, ...more] = args
  if (!isFormat(format) || more.length > 0) return refuse(`Say which: csv, xlsx or jsonl.\n\n${templateHelp}`)
  if (file === undefined && format === 'xlsx')
    return refuse('A workbook cannot be printed: name a file, such as chronology.xlsx')
  const bytes = await makeTemplate(format)
  if (file !== undefined) return save(file, bytes)
  process.stdout.write(bytes)
  return 0
}
