import { fileURLToPath } from 'node:url'
import { compile } from 'sass'

const source = fileURLToPath(new URL('holdfast.scss', import.meta.url))
const packages = fileURLToPath(new URL('../../../node_modules', import.meta.url))

let compiled: string | undefined

/** The style sheet of every page, compressed; made from the Sass beside this file once a process. */
export function stylesheet(): string {
  compiled ??= compile(source, { loadPaths: [packages], style: 'compressed' }).css
  return compiled
}
