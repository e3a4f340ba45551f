import type { Kin } from '../../people/practitioner.ts'

/** Whom a visitor may be first, and why: a name as posts and families write it, in the order in which they are shown. */
export const featured: Readonly<Record<string, string>> = {
  'Ruth Adeyemi': 'Health visitor for Maya: the case of the review',
  'Yvonne Tate': 'Team manager for Maya, who has no social worker since hers left',
  'Bronwen Thackeray': 'Conference administrator: the conferences to book, and who is invited',
  'Dr Okafor': 'Maya’s GP, who was not at the meetings',
  'Lorna Petrie': 'Secretary of the consultant whose clinic Maya missed: the letters, and the next appointment',
  'Grace Obi': 'Midwife for Robin, Maya’s unborn brother or sister',
  'DC Nadia Rahman': 'Police officer in two families, one of them with a safe house',
  'Jo Sugden': 'Ambulance clinician: the emergency view of a child',
  'Wendell Ings': 'Housing officer outside every family: refers a child and reads nothing',
  'Crispin Yeo': 'Information-governance lead: who opened which record, and entries set apart',
  'Marguerite Sands': 'Administrator of the partnership: practitioners, posts and agencies',
  'Colette Amoako': 'Named nurse and safeguarding lead of a hospital: what is late there',
  'Abigail Twentyman':
    'School nurse in three families, and the aunt of a child in a fourth: that record stays closed to her',
}

/** Whose relatives are in one of the families, by NHS number: the aunt of Ezra, the child of family 05. */
export const relatives: Readonly<Record<string, readonly Kin[]>> = {
  'Abigail Twentyman': [{ nhs: '9990105200' }],
}
