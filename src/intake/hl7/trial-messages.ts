/* Messages in the shapes that hospitals here send, about people who were made up. */

/** One message from its segments, as the standard ends them. */
export const segments = (...lines: readonly string[]): Buffer => Buffer.from(`${lines.join('\r')}\r`)

/** The header of a message; `more` stands from MSH-13 on. */
export const msh = (event: string, control = 'T1', made = '20261104093000', more = ''): string =>
  `MSH|^~\\&|PAS|ROYAL|HOLDFAST|NB|${made}||${event}|${control}|P|2.4${more}`

/** A patient as a hospital with an NHS number in PID-3 names one. */
export const maya =
  'PID|1||R4471^^^ROYAL^MRN~9990000018^^^NHS^NH||ELLIS^MAYA^^^Miss^^CURRENT||20190604|2|||12 Weir Lane^^NORTHMOOR^^NM4 2TT^^HOME||07700900123^MOBILE~leah@example.org^EMAIL|""^BUSINESS||""'

/** A booking by SIU with all of its resources. */
export const sch = (status = 'Booked', start = '20261112103000'): string =>
  `SCH|88001||||||Metabolic review||30|MINUTES|^^30^${start}^20261112110000||||||||||||||${status}`

/** An S26 as a trust sends it whose SCH-25 is not brought up to date. */
export const missed = (control = 'M26', made = '20261112170000'): Buffer =>
  segments(
    msh('SIU^S26', control, made),
    sch('Cancelled'),
    maya,
    'PV1|1|O|RY Metabolic OPD^Metabolic review^^RY MAIN^^AMB^RY West Wing|""|||C7700001^Hart^Inga^^^Dr||||||||||||V5501^^^ROYALVISIT',
    'RGS|1',
    'AIG|1||Hart, Inga',
    'AIL|1||RY Metabolic OPD^^^RY MAIN',
  )

/** A booking, a change or a cancellation by ADT, with the segments of a supplier's own. */
export const visit = (
  event: string,
  { start = '20261112103000', reason = '', zu3 = 'NS|NOOUT||||||||02|^^^NS^Reason Not Set' } = {},
): Buffer =>
  segments(
    msh(`ADT^${event}`, `V-${event}`),
    `EVN|${event}|20261104093000||${reason}||${start}`,
    'PID||^NSTS03^^NHS^NHS|D900017^^^RXX12^HOSP||Ellis^Maya^^^Miss||20190604|2|||12 Weir Lane^Northmoor^^^NM4 2TT|||||||||||A||||||||N||NSTS03',
    'PD1|||Millbrook Medical Ctr^^Y90001',
    'PV1||O|NF-CH-12^Children clinic, Dr Osei, room 12^OPD2^RXX12|||||G9900001^Lane^P^""^^Dr|C7700002^Osei^Kofi^""^^Mr|420|||||||||NF-OP2611001AP',
    `PV2||||||||${start}|||||||||||||||||01`,
    'ZU1|||||||16||||||03A|1',
    `ZU3|||${zu3}|`,
  )
