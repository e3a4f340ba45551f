import { form } from './form-of-kind.ts'

/** What people record of who works with the family, and of the family itself. */
export const peopleForms = {
  network: {
    words: 'Who works with the family',
    kinds: {
      'worker-starts': form('Somebody starts to work with the family', 'role', 'practitioner', 'agency'),
      'worker-leaves': form('Somebody stops working with the family', 'role', 'practitioner', 'agency'),
      'worker-away': form('Somebody is away', 'role', 'practitioner', 'until', 'agency', 'reason'),
      cover: form('Cover accepted', 'role', 'practitioner', 'agency'),
      handover: form('Transfer summary or joint visit', 'role', 'practitioner', 'agency'),
      'lead-named': form('Lead named', 'practitioner', 'agency'),
      'lead-accepted': form('Lead accepts'),
      'lead-declined': form('Lead declines', 'reason'),
      supervision: form('Talked about in supervision', 'role'),
      'allocation-reviewed': form('Family without a worker reviewed', 'escalated'),
      registered: form('Child comes onto a list', 'with', 'agency'),
      'registration-ended': form('Child taken off a list', 'with', 'agency', 'reason', 'to'),
    },
  },
  family: {
    words: 'The family',
    kinds: {
      person: form('A person of this family', 'name', 'born', 'expected', 'as', 'nhs'),
      relationship: form('How two people are related', 'responsibility'),
      'lives-at': form('Who lives where', 'temporary'),
      'private-fostering': form('Child lives with no close relative', 'with', 'where'),
      'contact-details': form('How somebody is reached', 'telephone', 'email', 'address', 'name', 'settled'),
      'communication-need': form('Language or communication need', 'language', 'interpreter', 'need'),
      'ethnicity-and-faith': form('Ethnicity and faith', 'ethnicity', 'faith'),
      advocate: form('Advocate'),
      death: form('A person died', 'person', 'suspected'),
    },
  },
} as const
