/** Named controls of a page's form and what stands in them, as a browser sends them when the form's first button is pressed. */
export type Pairs = readonly (readonly [string, string])[]

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }
const plain = (text: string): string =>
  text.replaceAll(/&(amp|lt|gt|quot|#39);/gu, (_, name: string) => entities[name] ?? '')

const attributeOf = (tag: string, name: string): string | undefined => {
  const found = new RegExp(`\\s${name}="([^"]*)"`, 'u').exec(tag)?.[1]
  return found === undefined ? undefined : plain(found)
}
const has = (tag: string, name: string): boolean => new RegExp(`\\s${name}(?=[\\s>]|$)`, 'u').test(tag)

const ofInput = (tag: string): string | undefined => {
  const type = attributeOf(tag, 'type')
  if ((type === 'radio' || type === 'checkbox') && !has(tag, 'checked')) return undefined
  return attributeOf(tag, 'value') ?? ''
}

const ofSelect = (inner: string): string | undefined => {
  const options = [...inner.matchAll(/<option([^>]*)>/gu)].map(([, tag = '']) => tag)
  const chosen = options.find(tag => has(tag, 'selected')) ?? options[0]
  return chosen === undefined ? undefined : attributeOf(chosen, 'value')
}

const ofTextarea = (inner: string): string => plain(inner.replace(/^\r?\n/u, '')).replaceAll(/\r?\n/gu, '\r\n')

const control = /<input([^>]*)>|<select([^>]*)>([\s\S]*?)<\/select>|<textarea([^>]*)>([\s\S]*?)<\/textarea>/gu

/** What a browser without a script sends of the first form of a page. For tests: no browser reads a thousand forms in a second. */
export const sentByBrowser = (page: string): Pairs => {
  const form = /<form[^>]*>([\s\S]*?)<\/form>/u.exec(page)?.[1] ?? ''
  return [...form.matchAll(control)].flatMap(([, input, select, options = '', area, text = '']) => {
    const tag = input ?? select ?? area ?? ''
    const value = input !== undefined ? ofInput(input) : select !== undefined ? ofSelect(options) : ofTextarea(text)
    return value === undefined ? [] : [[attributeOf(tag, 'name') ?? '', value] as const]
  })
}
