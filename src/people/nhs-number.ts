import { countOf } from '../calendar/words.ts'

const plainOf = (text: string): string => text.replaceAll(/[\s-]+/g, '')

// Weights 10 to 2 on the first nine digits; 11 minus the sum modulo 11, where 11 stands for 0 and 10 cannot be written
// (NHS Data Dictionary, NHS NUMBER; vocabulary 4.3).
function checkDigit(ten: string): number {
  let sum = 0
  for (let at = 0; at < 9; at += 1) sum += (10 - at) * (ten.charCodeAt(at) - 48)
  return (11 - (sum % 11)) % 11
}

function whyNotTen(ten: string): string | undefined {
  if (/^(\d)\1*$/.test(ten)) return 'is one digit ten times over, a number nobody has'
  const check = checkDigit(ten)
  if (check === 10) return 'begins with nine digits that no NHS number has: a digit may be mistyped'
  return Number(ten[9]) === check ? undefined : 'the last digit does not fit the others: a digit may be mistyped'
}

function whyNotPlain(plain: string): string | undefined {
  if (plain === '') return 'is empty'
  if (!/^\d+$/.test(plain)) return 'has something other than digits, spaces and hyphens in it'
  return plain.length === 10 ? whyNotTen(plain) : `has ${countOf(plain.length, 'digit')}, an NHS number has 10`
}

/** Why a text is no NHS number, in words for whoever typed it, or nothing when it is one. */
export const whyNotNhsNumber = (text: string): string | undefined => whyNotPlain(plainOf(text))

/** The ten digits of an NHS number, typed with or without spaces and hyphens, or nothing when it is not a valid one. */
export function findNhsNumber(text: string): string | undefined {
  const plain = plainOf(text)
  return whyNotPlain(plain) === undefined ? plain : undefined
}

/** Ten digits as they are printed: 999 000 0018. */
export const formatNhsNumber = (ten: string): string => `${ten.slice(0, 3)} ${ten.slice(3, 6)} ${ten.slice(6)}`
