/**
 * A name without what people spell in different ways: case, accents, hyphens, apostrophes and stray spaces. Two names
 * with one key may be one person; two keys may be too.
 */
export const nameKey = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’.]/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
