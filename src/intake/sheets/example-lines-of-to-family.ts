/** A sound line for each kind about how services reach the family and plan with it. */
export const toFamilyLines = {
  'way-agreed': {
    on: '2024-03-06',
    by: 'health-visiting',
    person: 'tess',
    way: 'text',
    address: '07700 900123',
    language: 'Polish',
    safe: 'yes',
    askedAlone: 'yes',
  },
  'family-time-decided': {
    on: '2024-10-02',
    by: 'social-care',
    person: 'rob',
    contact: 'supervised',
    appointments: 'no',
  },
  'coming-along': { on: '2024-06-26', by: 'health-visiting', appointment: 'kidney-4', who: 'Family support worker' },
  'change-asked': {
    on: '2024-06-27',
    by: 'health-visiting',
    appointment: 'kidney-4',
    wanted: 'same-day-as-another',
    to: 'hospital/royal',
  },
  'change-answered': { on: '2024-06-28', by: 'hospital/royal', appointment: 'kidney-4', answer: 'changed' },
  'message-to-family': {
    on: '2024-06-29',
    by: 'partnership',
    person: 'tess',
    about: 'kidney-4',
    way: 'text',
    state: 'delivered',
  },
} as const
