import { html } from 'hono/html'
import { dayInWords } from '../../calendar/words.ts'
import type { AlsoSaid, AppointmentSaid, PatientSaid, Said } from '../../intake/feeds/said.ts'
import { formatNhsNumber } from '../../people/nhs-number.ts'
import type { Markup } from '../kit/markup.ts'
import { summaryList } from '../kit/summary-list.ts'
import { clockAt } from '../moment.ts'

type Row = readonly [key: string, value: string]

const numberInWords = ({ number, authority }: PatientSaid['numbers'][number]): string =>
  authority === undefined ? number : `${number} (${authority})`

const ofPatient = ({ name, nhs, born, numbers, address, telephone, died }: PatientSaid): readonly Row[] => [
  ['Name', name ?? 'Not sent'],
  ['Born', born === undefined ? 'Not sent' : dayInWords(born)],
  ['NHS number', nhs === undefined ? 'Not sent, or not valid' : formatNhsNumber(nhs)],
  ...(numbers.length === 0 ? [] : [['Other numbers', numbers.map(numberInWords).join(', ')] as const]),
  ...(address === undefined
    ? []
    : [
        [
          'Address',
          [...address.lines, ...(address.postcode === undefined ? [] : [address.postcode])].join(', '),
        ] as const,
      ]),
  ...(telephone === undefined ? [] : [['Telephone', telephone] as const]),
  ...(died === undefined ? [] : [['Died', died === 'yes' ? 'Yes' : dayInWords(died)] as const]),
]

const ofAppointment = ({ start, clinic, site, consultant, purpose, codes }: AppointmentSaid): readonly Row[] => {
  const when =
    start === undefined
      ? 'No day was sent'
      : `${dayInWords(start.day)}${start.at === undefined ? '' : `, ${clockAt(start.at)}`}`
  const where = [clinic, site, consultant].filter(one => one !== undefined).join(', ')
  return [
    ['Appointment', when],
    ...(where === '' ? [] : [['Where', where] as const]),
    ...(purpose === undefined ? [] : [['What for', purpose] as const]),
    ...(codes.length === 0
      ? []
      : [
          [
            'Codes',
            codes
              .map(({ place, code, words }) => `${place} ${code}${words === undefined ? '' : ` (${words})`}`)
              .join(', '),
          ] as const,
        ]),
  ]
}

const ofAlso = (also: AlsoSaid): Row => {
  if (also.what === 'instruction') return ['Medicine', `${also.medicine}: ${also.dose}`]
  if (also.what === 'medicine-stopped') return ['Medicine stopped', also.medicine]
  if (also.what === 'referral') return ['Referral', also.reason ?? 'No reason was sent']
  return ['Safeguarding flag', also.words ?? 'No words were sent']
}

const rowsOf = ({ event, patient, appointment, also = [] }: Said): readonly Row[] => [
  ['What came', event],
  ...(patient === undefined ? [['Patient', 'None was sent'] as const] : ofPatient(patient)),
  ...(appointment === undefined ? [] : ofAppointment(appointment)),
  ...also.map(ofAlso),
]

/** What a message says, as its sender has it, for whoever has to say whose it is. */
export const saidInRows = (said: readonly Said[]): Markup =>
  said.length === 0
    ? html`<p>It cannot be read.</p>`
    : html`${said.slice(0, 5).map(one =>
        summaryList({
          classes: 'govuk-summary-list--no-border',
          rows: rowsOf(one).map(([key, value]) => ({ key: { text: key }, value: { text: value } })),
        }),
      )}${said.length > 5 && html`<p>And ${said.length - 5} more.</p>`}`
