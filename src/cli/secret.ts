import { StringDecoder } from 'node:string_decoder'
import { Refusal } from './start/refusal.ts'

/** Where a secret is asked for and typed. */
export interface Terminal {
  readonly input: NodeJS.ReadStream
  readonly output: NodeJS.WritableStream
}

const enter = /[\r\n]/u
const stop = '\u0003'
const end = '\u0004'
const back = new Set(['\u007f', '\b'])
// What an arrow key sends.
const begins = '\u001b'
const keys = new RegExp(`${begins}\\[[0-9;]*[A-Za-z~]|${begins}.`, 'gu')

const typedInto = (text: string, typed: string): string => {
  let all = text
  for (const sign of typed.replaceAll(keys, '')) {
    if (sign === stop || sign === end) throw new Refusal('Stopped: nothing was done.')
    if (back.has(sign)) all = [...all].slice(0, -1).join('')
    else if (sign >= ' ') all += sign
  }
  return all
}

const readLine = (input: NodeJS.ReadStream): Promise<string> =>
  new Promise((resolve, reject) => {
    const decoder = new StringDecoder('utf8')
    let text = ''
    const done = (settle: () => void) => {
      input.off('data', take)
      input.off('end', ended)
      input.pause()
      settle()
    }
    const ended = () => done(() => reject(new Refusal('Stopped: nothing was done.')))
    const take = (bytes: Buffer) => {
      const typed = decoder.write(bytes)
      const at = typed.search(enter)
      try {
        text = typedInto(text, at < 0 ? typed : typed.slice(0, at))
      } catch (error) {
        return done(() => reject(error))
      }
      if (at < 0) return
      const rest = Buffer.from(typed.slice(at + 1).replace(/^\n/u, ''))
      done(() => resolve(text))
      if (rest.length > 0) input.unshift(rest)
    }
    input.on('data', take)
    input.on('end', ended)
    input.resume()
  })

/** Asks for something at a terminal that nobody is to read over a shoulder. */
export const askSecret = async (question: string, { input, output }: Terminal): Promise<string> => {
  output.write(question)
  input.setRawMode(true)
  try {
    return await readLine(input)
  } finally {
    input.setRawMode(false)
    output.write('\n')
  }
}

/** What a secret is for, and how one is told that it will not do. */
export interface Asking {
  /** As "password" or "passphrase". */
  readonly what: string
  /** The variable of the environment that may hold it. */
  readonly from: string
  /** Whether it is new, and so is asked for twice and must be a good one; `why` says why a text is none. */
  readonly why?: (text: string) => string | undefined
}

const asked = async ({ what, from, why }: Asking, terminal: Terminal): Promise<string> => {
  if (!terminal.input.isTTY) throw new Refusal(`There is no terminal to ask for the ${what}: set ${from}.`)
  const given = await askSecret(`The ${what}: `, terminal)
  if (why === undefined || given === (await askSecret(`The ${what} again: `, terminal))) return given
  throw new Refusal(`The two are not the same: nothing was done.`)
}

/** A secret from the environment, or asked for at the terminal. Throws Refusal when it is empty or no good one. */
export const getSecret = async (
  asking: Asking,
  terminal: Terminal = { input: process.stdin, output: process.stderr },
): Promise<string> => {
  const given = process.env[asking.from] || (await asked(asking, terminal))
  if (given === '') throw new Refusal(`The ${asking.what} is empty.`)
  const why = asking.why?.(given)
  if (why !== undefined) throw new Refusal(`The ${asking.what} ${why}.`)
  return given
}
