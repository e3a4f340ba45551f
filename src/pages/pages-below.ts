import type { Markup } from './kit/markup.ts'
import { type PaginationItem, pagination } from './kit/pagination.ts'

const near = (number: number, page: number, pages: number): boolean =>
  number === 1 || number === pages || Math.abs(number - page) < 2

const items = (pages: number, page: number, address: (number: number) => string): readonly PaginationItem[] => {
  const numbers = Array.from({ length: pages }, (_, index) => index + 1).filter(number => near(number, page, pages))
  return numbers.flatMap((number, index) => {
    const item = { number, href: address(number), current: number === page }
    return index > 0 && number - (numbers[index - 1] ?? 0) > 1 ? [{ ellipsis: true }, item] : [item]
  })
}

/** The way through several pages of one list; nothing when there is one page only. */
export function pagesBelow(pages: number, page: number, address: (number: number) => string): Markup | '' {
  if (pages < 2) return ''
  return pagination({
    previous: page > 1 ? { href: address(page - 1) } : undefined,
    next: page < pages ? { href: address(page + 1) } : undefined,
    items: items(pages, page, address),
  })
}
