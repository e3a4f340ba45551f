/** Text of a sender as an entry can hold it: no signs that cannot be kept, no half of a pair, and not longer than it may be; nothing where nothing is left. */
export const plainText = (text: string, most: number): string | undefined => {
  const clean = text
    .toWellFormed()
    .replaceAll(/\p{Cc}/gu, ' ')
    .trim()
  const cut = clean
    .slice(0, most)
    .replace(/[\uD800-\uDBFF]$/u, '')
    .trim()
  return cut === '' ? undefined : cut
}
