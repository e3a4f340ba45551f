import { type Day, getDay } from '../calendar/day.ts'
import type { lawsToBegin } from '../record/adoption.ts'

/** One thing that an edition says otherwise than the one before. */
export interface Changed {
  readonly what: string
  readonly before?: string
  readonly now: string
}

/** An edition of statutory guidance: from when it holds, what it changed, and how far it has been read here. */
export interface Pack {
  readonly name: string
  /** The words with which a source begins that cites it. */
  readonly cited: string
  readonly from: string
  /** How its text is known here. What has not been read is cited by no rule. */
  readonly read: 'in local procedures that quote it' | 'not read'
  readonly checked: string
  readonly changed: readonly Changed[]
  /** What else must be known of it before anybody relies on it. */
  readonly note?: string
}

/** The editions of Working Together that a day may be judged by, oldest first (practice/timescales.md 2.6, 2026.md A). */
export const packs: readonly [Pack, ...Pack[]] = [
  {
    name: 'Working Together 2018',
    cited: 'Working Together to Safeguard Children 2018',
    from: '2018-07-04',
    read: 'in local procedures that quote it',
    checked: '2026-11-23',
    changed: [],
    note: 'Days before it are judged by it, and say so.',
  },
  {
    name: 'Working Together 2023',
    cited: 'Working Together to Safeguard Children 2023',
    from: '2023-12-15',
    read: 'in local procedures that quote it',
    checked: '2026-11-23',
    changed: [
      {
        what: 'Who leads for a child in need (section 17)',
        before: 'a social worker',
        now: 'a lead practitioner, who may be a family support worker, a health or education practitioner or another, overseen by a social-work-qualified supervisor or manager; section 47 enquiries and child protection plans stay with social workers',
      },
      {
        what: 'Who is at a strategy discussion',
        before: 'social care, police, health, and whoever referred',
        now: 'also early help, education and other practitioners who support the child; and one may be held when something new is learnt of a child whose case is open',
      },
      {
        what: 'Partners',
        before: 'local authority, police, clinical commissioning group',
        now: 'local authority, police, integrated care board; lead and delegated safeguarding partners, and a chair of the partnership; education has a stronger part',
      },
      { what: 'Conference', now: 'called a multi-agency and multi-disciplinary meeting, its purpose written anew' },
      { what: 'Standards', now: 'national multi-agency child protection standards' },
      {
        what: 'Working with parents and carers',
        now: 'principles for it, and what is expected at each level (chapter 1)',
      },
      { what: 'Disabled children, harm outside the home', before: 'lighter', now: 'strengthened' },
      {
        what: 'Neglect',
        before: 'includes failing to ensure access to appropriate medical care or treatment',
        now: 'the same, and failing to provide suitable education',
      },
      {
        what: 'Clocks',
        now: 'none that is known here was changed: one working day for a referral, 45 for an assessment, 15 for the first conference, three and six months for reviews',
      },
    ],
  },
  {
    name: 'Working Together 2026',
    cited: 'Working Together to Safeguard Children 2026',
    from: '2026-03-19',
    read: 'not read',
    checked: '2026-11-23',
    changed: [
      { what: 'Family Help', now: 'targeted early help and section 17 in one offer, with a family help plan' },
      { what: 'Looked-after children', now: 'expressly within the arrangements' },
      { what: 'Clocks', now: 'no source that was read says that any changed; the guidance itself was not read' },
    ],
    note: 'Its text was not read, and its day is inferred from the address of its file. Nothing is labelled with it: a clock that starts from then on is judged by the 2023 text, and says that this is not yet confirmed.',
  },
]

/** What the Act of 2026 brings, each part silent until a partnership enters the day on which it begins here. */
export const laws: Readonly<
  Record<(typeof lawsToBegin)[number], { readonly words: string; readonly section: string; readonly known: string }>
> = {
  'family-group-decision-making': {
    words: 'A family group decision-making meeting is offered before an application to court',
    section: 'section 1: Children Act 1989, section 31ZA',
    known: 'enacted on 29 April 2026; starts by regulations, none found',
  },
  'education-as-partner': {
    words: 'Designated childcare and education agencies take part in the safeguarding arrangements',
    section: 'section 2: Children Act 2004, section 16E',
    known: 'enacted on 29 April 2026; starts by regulations, none found',
  },
  'child-protection-team': {
    words: 'Multi-agency child protection teams support section 47 enquiries',
    section: 'section 3: Children Act 2004, section 16EA',
    known: 'enacted on 29 April 2026; reported to start in 2027',
  },
  'information-sharing-duty': {
    words: 'What is relevant to a child’s welfare is shared with whoever can use it for the child',
    section: 'section 4: Children Act 2004, section 16LA',
    known: 'enacted on 29 April 2026; reported to start on 30 September 2026, not confirmed',
  },
  'single-identifier': {
    words: 'A consistent identifier is used for each child',
    section: 'section 4: Children Act 2004, sections 16LC and 16LD',
    known: 'enacted on 29 April 2026; regulations must first name the identifier',
  },
  'withdrawal-from-school': {
    words: 'A parent needs consent to withdraw a child from school while section 47 enquiries are made',
    section: 'section 37: Education Act 1996, section 434A',
    known: 'enacted on 29 April 2026; starts by regulations, none found',
  },
  'not-in-school-register': {
    words: 'Children who are not in school are registered',
    section: 'section 38: Education Act 1996, sections 436B to 436G',
    known: 'enacted on 29 April 2026; starts by regulations, none found',
  },
}

const unread = packs.flatMap((pack, at) => {
  const before = packs[at - 1]
  return pack.read === 'not read' && before !== undefined
    ? [{ from: getDay(pack.from), cited: before.cited, pack }]
    : []
})

/** The edition that has taken the place of a document by a day, and has not been read here; nothing where there is none. */
export const unreadSuccessor = (document: string, day: Day): Pack | undefined =>
  unread.find(one => one.from <= day && document.startsWith(one.cited))?.pack

/** The pack that a source cites. */
export const packOf = (document: string): Pack | undefined => packs.find(({ cited }) => document.startsWith(cited))
