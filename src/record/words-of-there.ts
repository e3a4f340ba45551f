import type { PersonId } from './field.ts'
import { listed, type Naming, was } from './wording.ts'

interface There {
  readonly alsoThere?: readonly PersonId[] | undefined
  readonly overnight?: readonly PersonId[] | undefined
  readonly intoxicated?: readonly PersonId[] | undefined
}

/** Who else was there, who stays the night and who had drunk or taken something, to follow what an entry says. */
export const thereInWords = ({ alsoThere, overnight, intoxicated }: There, name: Naming): string =>
  [
    alsoThere === undefined ? '' : `, and ${listed(alsoThere.map(name))} ${was(alsoThere)} there`,
    overnight === undefined ? '' : `, and ${listed(overnight.map(name))} stayed the night`,
    intoxicated === undefined ? '' : `, and ${listed(intoxicated.map(name))} had taken alcohol or drugs`,
  ].join('')
