import type { Chance } from './chance.ts'

const first = [
  ...[
    'Ada',
    'Bilal',
    'Cerys',
    'Dara',
    'Edda',
    'Farah',
    'Gwil',
    'Hana',
    'Idris',
    'Jonas',
    'Keira',
    'Liam',
    'Mina',
    'Noor',
  ],
  ...['Orla', 'Pavel', 'Quill', 'Rhona', 'Sefa', 'Tamsin', 'Ugo', 'Vesna', 'Wren', 'Xanthe', 'Yusuf', 'Zofia', 'Anwen'],
  ...[
    'Benedek',
    'Ciara',
    'Dewi',
    'Esme',
    'Fintan',
    'Greta',
    'Harun',
    'Isolde',
    'Joss',
    'Kofi',
    'Lowri',
    'Marek',
    'Nesta',
  ],
] as const
const begin = [
  ...['Ash', 'Birch', 'Clay', 'Dun', 'Elder', 'Fair', 'Gold', 'Haw', 'Ing', 'Kest', 'Lang', 'Mar', 'Nether', 'Oak'],
  ...['Pen', 'Quarr', 'Row', 'Stan', 'Thorn', 'Up', 'Vale', 'Wether', 'Yar', 'Brack', 'Cold', 'Dray', 'East', 'Farn'],
] as const
const end = [
  ...[
    'acre',
    'bourne',
    'combe',
    'den',
    'field',
    'gate',
    'ham',
    'ley',
    'mere',
    'more',
    'rigg',
    'shaw',
    'stead',
    'thwaite',
  ],
  ...['ton', 'wick', 'worth', 'wood', 'by', 'cliffe'],
] as const

/** An invented surname, of which there are several hundred. */
export const surname = (chance: Chance): string => `${chance.of(begin)}${chance.of(end)}`

/** An invented first name. */
export const firstName = (chance: Chance): string => chance.of(first)

/** Gives invented full names, never one twice. */
export const namesWithout = (taken: Set<string>) => {
  const name = (chance: Chance): string => {
    const found = `${firstName(chance)} ${surname(chance)}`
    if (taken.has(found)) return name(chance)
    taken.add(found)
    return found
  }
  return name
}

// Weights 10 to 2, as the NHS Data Dictionary has it; nine digits whose check would be 10 are nobody's.
const checked = (nine: string): string | undefined => {
  const sum = [...nine].reduce((total, digit, at) => total + (10 - at) * Number(digit), 0)
  const check = (11 - (sum % 11)) % 11
  return check === 10 ? undefined : `${nine}${check}`
}

/** Gives NHS numbers of the range kept for tests, in order. */
export const nhsNumbers = (): (() => string) => {
  let last = 400_000
  const next = (): string => {
    last += 1
    return checked(`999${last}`) ?? next()
  }
  return next
}
