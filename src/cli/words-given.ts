import { type ParseArgsOptionsConfig, parseArgs } from 'node:util'
import { Refusal } from './start/refusal.ts'

type Values<T extends ParseArgsOptionsConfig> = {
  readonly [name in keyof T]?: T[name]['type'] extends 'boolean' ? boolean : string
}

/** What follows the name of a command: its options, and the other words in their order. */
export interface Given<T extends ParseArgsOptionsConfig> {
  readonly values: Values<T>
  readonly words: readonly string[]
}

// Node goes on to say what its own programmers may do about it.
const firstSentence = (error: unknown): string =>
  error instanceof Error ? (error.message.split('. ')[0] ?? '') : 'That was not understood'

/** Reads what follows the name of a command. Throws Refusal, with how it is used, for an unknown option or too many words. */
export const readGiven = <const T extends ParseArgsOptionsConfig>(
  args: readonly string[],
  { options, words, help }: { readonly options: T; readonly words: readonly string[]; readonly help: string },
): Given<T> => {
  const refuse = (what: string) => new Refusal(`${what}.\n\n${help}`)
  const parse = () => {
    try {
      return parseArgs({ args: [...args], options, allowPositionals: true })
    } catch (error) {
      throw refuse(firstSentence(error))
    }
  }
  const { values, positionals } = parse()
  if (positionals.length > words.length) throw refuse(`"${positionals[words.length]}" is one word too many`)
  return { values: values as Values<T>, words: positionals }
}

/** A word or an option that cannot be left out. Throws Refusal where it is. */
export const needed = (value: string | undefined, what: string, help: string): string => {
  if (value === undefined || value.trim() === '') throw new Refusal(`${what} is missing.\n\n${help}`)
  return value.trim()
}

/** Options that every command on a database takes. */
export const databaseOptions = { data: { type: 'string' }, partnership: { type: 'string' } } as const
