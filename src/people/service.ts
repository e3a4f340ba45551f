/** The services that work around a family. An agency is a service, or one named place of it: `hospital/royal`. */
export const services = {
  'social-care': { words: "children's social care", lane: 'Social care', health: false },
  'conference-unit': { words: 'the conference unit', lane: 'Conference unit', health: false },
  'emergency-duty': { words: 'the emergency duty team', lane: 'Emergency duty', health: false },
  'early-help': { words: 'early help', lane: 'Early help', health: false },
  'family-support': { words: 'family support', lane: 'Family support', health: false },
  police: { words: 'the police', lane: 'Police', health: false },
  probation: { words: 'probation', lane: 'Probation', health: false },
  ambulance: { words: 'the ambulance service', lane: 'Ambulance', health: true },
  hospital: { words: 'the hospital', lane: 'Hospitals', health: true },
  gp: { words: 'the GP practice', lane: 'GP', health: true },
  'health-visiting': { words: 'health visiting', lane: 'Health visiting', health: true },
  'school-nursing': { words: 'school nursing', lane: 'School nursing', health: true },
  'community-nursing': { words: "the children's community nurses", lane: 'Community nurses', health: true },
  midwifery: { words: 'midwifery', lane: 'Midwifery', health: true },
  'mental-health': { words: 'mental health', lane: 'Mental health', health: true },
  'urgent-care': { words: 'urgent care', lane: 'Urgent care', health: true },
  therapy: { words: 'therapy', lane: 'Therapy', health: true },
  'substance-misuse': { words: 'the drug and alcohol service', lane: 'Drugs and alcohol', health: true },
  'adult-care': { words: 'adult social care', lane: 'Adult care', health: false },
  'domestic-abuse': { words: 'the domestic abuse service', lane: 'Domestic abuse', health: false },
  'youth-justice': { words: 'youth justice', lane: 'Youth justice', health: false },
  housing: { words: 'housing', lane: 'Housing', health: false },
  school: { words: 'the school', lane: 'School', health: false },
  nursery: { words: 'the nursery', lane: 'Nursery', health: false },
  court: { words: 'the court', lane: 'Court', health: false },
  partnership: { words: 'the safeguarding partnership', lane: 'Partnership', health: false },
  voluntary: { words: 'a voluntary organisation', lane: 'Voluntary', health: false },
  family: { words: 'the family', lane: 'Family', health: false },
  other: { words: 'another agency', lane: 'Others', health: false },
} as const satisfies Record<string, { words: string; lane: string; health: boolean }>

export type Service = keyof typeof services

/** What people write for a service, beside its own name. All in lower case with hyphens. */
export const alsoWritten: Readonly<Record<string, Service>> = {
  csc: 'social-care',
  'childrens-social-care': 'social-care',
  "children's-social-care": 'social-care',
  'social-services': 'social-care',
  mash: 'social-care',
  'local-authority': 'social-care',
  'social-worker': 'social-care',
  edt: 'emergency-duty',
  'emergency-duty-team': 'emergency-duty',
  'conference-administrator': 'conference-unit',
  fsw: 'family-support',
  'family-support-worker': 'family-support',
  hv: 'health-visiting',
  'health-visitor': 'health-visiting',
  'health-visitors': 'health-visiting',
  'school-nurse': 'school-nursing',
  ccnt: 'community-nursing',
  'community-nurses': 'community-nursing',
  'community-nurse': 'community-nursing',
  'childrens-community-nursing': 'community-nursing',
  midwife: 'midwifery',
  'general-practice': 'gp',
  'gp-practice': 'gp',
  hospitals: 'hospital',
  nps: 'probation',
  nwas: 'ambulance',
  '111': 'urgent-care',
  'adult-social-care': 'adult-care',
  camhs: 'mental-health',
  idva: 'domestic-abuse',
  yot: 'youth-justice',
  charity: 'voluntary',
  parent: 'family',
  mother: 'family',
  father: 'family',
}

/** An agency: `service` or `service/name`, in lower case with hyphens. */
export type Agency = string & { readonly brand: 'Agency' }

const slug = (text: string) =>
  text
    .trim()
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/[\s_]+/gu, '-')

const readAgency = (text: string): Agency | undefined => {
  const [first = '', ...rest] = text.split('/')
  const word = slug(first)
  const service = Object.hasOwn(services, word)
    ? word
    : Object.hasOwn(alsoWritten, word)
      ? alsoWritten[word]
      : undefined
  if (service === undefined) return undefined
  const name = slug(rest.join('/'))
  return (name === '' ? service : `${service}/${name}`) as Agency
}

const readBefore = new Map<string, Agency | undefined>()
const enough = 10_000

/**
 * The agency that a text names ("hospital/Royal", "Health visitor"), or nothing when its service is not known. A fold
 * asks for the same few words again and again: they are read once.
 */
export const findAgency = (text: string): Agency | undefined => {
  const known = readBefore.get(text)
  if (known !== undefined || readBefore.has(text)) return known
  if (readBefore.size >= enough) readBefore.clear()
  const agency = readAgency(text)
  readBefore.set(text, agency)
  return agency
}

const serviceOf = new Map<string, Service>()

/** The service of an agency. Looked up once for each agency, since every fold asks. */
export const serviceOfAgency = (agency: Agency): Service => {
  const known = serviceOf.get(agency)
  if (known !== undefined) return known
  const cut = agency.indexOf('/')
  const service = (cut < 0 ? agency : agency.slice(0, cut)) as Service
  serviceOf.set(agency, service)
  return service
}

const titled = (text: string) => text.replace(/(^|[\s-])\p{Ll}/gu, letter => letter.toUpperCase()).replaceAll('-', ' ')

/** Places that are called by their name first: the Royal hospital. */
const namedFirst: ReadonlySet<Service> = new Set(['hospital', 'gp', 'school', 'nursery'])

const sayAgency = (agency: Agency): string => {
  const service = serviceOfAgency(agency)
  const cut = agency.indexOf('/')
  const plain = services[service].words
  if (cut < 0) return plain
  const name = titled(agency.slice(cut + 1))
  return namedFirst.has(service) ? `${name} ${plain.replace(/^the /u, '')}` : `${plain}, ${name}`
}

const said = new Map<Agency, string>()

/** The agency as a page says it: "health visiting", "Royal hospital", "children's social care, Westmoor". */
export const agencyInWords = (agency: Agency): string => {
  const words = said.get(agency) ?? sayAgency(agency)
  said.set(agency, words)
  return words
}

/** Whether two agency names may mean one: equal, or one is the bare service of the other. */
export const sameAgency = (one: Agency, other: Agency): boolean =>
  one === other || (serviceOfAgency(one) === serviceOfAgency(other) && (one.indexOf('/') < 0 || other.indexOf('/') < 0))
