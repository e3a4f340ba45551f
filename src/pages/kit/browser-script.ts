import { readFileSync } from 'node:fs'

let read: string | undefined

/** The script that pages may do without, as a browser takes it; read once a process. */
export function browserScript(): string {
  read ??= readFileSync(new URL('holdfast.js', import.meta.url), 'utf8')
  return read
}
