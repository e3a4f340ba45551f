import { isoDay } from '../../calendar/day.ts'
import { londonDay } from '../../calendar/moment.ts'
import { plainOf } from '../../duties/contact-details.ts'
import type { EntryOf } from '../../record/entry.ts'
import { homeOn } from '../../record/person-standing.ts'
import { all } from '../../record/standing.ts'
import type { Line } from '../../store/line.ts'
import { plainText } from './plain-text.ts'
import type { AddressSaid, PatientSaid } from './said.ts'
import type { Asked } from './scene.ts'

type Told = Pick<Asked, 'feed' | 'message' | 'part' | 'whose' | 'stands' | 'made'>
type Home = EntryOf<'lives-at' | 'contact-details'>

/** An address in one line. */
const addressInWords = (address: AddressSaid | undefined): string | undefined => {
  if (address === undefined) return undefined
  const words = [...address.lines, address.postcode].map(text => text?.trim()).filter(text => text)
  return words.length === 0 ? undefined : plainText(words.join(', '), 300)
}

// One writes the postcode and one does not, one has the comma and one has none.
const letters = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')

const isSameAddress = (one: string, other: string): boolean => {
  const [a, b] = [letters(one), letters(other)]
  return a === b || (Math.min(a.length, b.length) > 7 && (a.startsWith(b) || b.startsWith(a)))
}

const homesOf = ({ stands, whose: { child } }: Told): readonly Home[] => [
  ...all(stands, 'lives-at').filter(entry => entry.person.includes(child)),
  ...all(stands, 'contact-details').filter(entry => entry.person === child && entry.address !== undefined),
]

/** An address that not everybody may know stays so, whoever sends another: what was kept from somebody is kept from them here too. */
const keptFrom = (homes: readonly Home[]): Line => {
  const sight = homes.findLast(home => home.sight !== undefined)?.sight
  const hidden = [...new Set(homes.flatMap(home => home.hiddenFrom ?? []))]
  return { ...(sight === undefined ? {} : { sight }), ...(hidden.length === 0 ? {} : { hiddenFrom: hidden }) }
}

const newAddress = (told: Told, homes: readonly Home[], patient: PatientSaid): string | undefined => {
  const { stands, feed, whose } = told
  const said = addressInWords(patient.address)
  if (said === undefined) return undefined
  const own = all(stands, 'contact-details').findLast(
    entry => entry.person === whose.child && entry.by === feed.agency && entry.address !== undefined,
  )?.address
  const person = stands.people.get(whose.child)
  const home = person && homeOn(person, londonDay(told.made))
  // An address that some may not know is never written again by a message, not even as the same.
  const closed = homes.filter(entry => entry.sight !== undefined || entry.hiddenFrom !== undefined)
  const held = [own ?? home, ...closed.map(entry => entry.address)]
  return held.some(one => one !== undefined && isSameAddress(one, said)) ? undefined : said
}

const newTelephone = ({ stands, feed, whose }: Told, { telephone }: PatientSaid): string | undefined => {
  if (telephone === undefined || telephone.trim() === '') return undefined
  const own = all(stands, 'contact-details').findLast(
    entry => entry.person === whose.child && entry.by === feed.agency && entry.telephone !== undefined,
  )?.telephone
  return own !== undefined && plainOf.telephone(own) === plainOf.telephone(telephone)
    ? undefined
    : plainText(telephone, 60)
}

/** How the hospital reaches a child, where it says another thing than before: its own word, which overwrites nobody's. */
export const detailsFor = (told: Told, patient: PatientSaid | undefined): readonly Line[] => {
  const { feed, message, part, whose, made } = told
  if (patient === undefined || whose.mother !== undefined) return []
  const homes = homesOf(told)
  const [address, telephone] = [newAddress(told, homes, patient), newTelephone(told, patient)]
  if (address === undefined && telephone === undefined) return []
  return [
    {
      ...{
        kind: 'contact-details',
        id: `${feed.id}-${message}-${part}-c`,
        on: isoDay(londonDay(made)),
        by: feed.agency,
      },
      ...{ author: feed.name, child: [whose.child], person: whose.child },
      ...(address === undefined ? {} : { address }),
      ...(telephone === undefined ? {} : { telephone }),
      ...keptFrom(homes),
    },
  ]
}
