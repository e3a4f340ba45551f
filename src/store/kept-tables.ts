/*
 * Which tables go into a backup, and why the others do not. A test holds this to the tables that there are: whoever adds
 * one says here what becomes of it.
 */

/** Every table that a backup holds, each after those that it names; `where` says which rows, where not all. */
export const keptTables = {
  partnership: '',
  account: '',
  practitioner: '',
  post: '',
  kin: '',
  record: '',
  chain: '',
  content: '',
  disposal: '',
  // Of these two the rest is read from the entries. What a disposed entry bars, and who opened without belonging, is not.
  barred:
    'where exists (select from disposal d where d.partnership = t.partnership and d.record = t.record and d.number = t.number)',
  may_open: `where t.why = 'glass'`,
  opening: '',
  opening_review: '',
  notice: '',
  told: '',
  sending: '',
  acknowledged: '',
  desk_item: '',
  desk_answer: '',
  moved: '',
  setting: '',
  feed: '',
  system_client: '',
  feed_mapping: '',
  feed_live: '',
  feed_match: '',
  feed_count: '',
  feed_appointment: '',
  // What matches nobody would outlive its hours in a backup. What was acknowledged and not read yet must not be lost.
  message: `where t.state <> 'held'`,
  disclosure: '',
  disclosure_answer: '',
  sheet_columns: '',
  // It goes with its message, and one whose message is in no backup is in none either.
  sheet_row: `where exists (select from message m where m.partnership = t.partnership and m.message = t.message and m.state <> 'held')`,
  extract_take: '',
  extract_row: '',
  calendar_feed: '',
  message_to_family: '',
  message_attempt: '',
  parent_access: '',
  parent_secret: '',
  parent_opening: '',
} as const satisfies Record<string, string>

export type KeptTable = keyof typeof keptTables

/** Every other table, with the reason why no backup holds it. */
export const tablesNotKept = {
  duty: 'read from the entries',
  person: 'read from the entries',
  apart: 'read from the entries',
  taken_over: 'read from the entries',
  session: 'whoever was signed in signs in again',
  sign_in_attempt: 'kept for a day',
  system_token: 'a system asks for another after a quarter of an hour',
  parent_code: 'a parent is given a new one',
  parent_session: 'a parent who was signed in signs in again',
  to_send: 'what is in an inbox stays there; nobody is sent a second e-mail of something old',
  notice_of_day: 'which notice of today still grows: the next news makes one of its own',
  sheet_upload: 'a file that nobody has taken yet: whoever sent it has it',
  draft: 'no entry, and its author’s alone',
  migration: 'named at the start of a backup',
} as const satisfies Record<string, string>

/** Whether a name is that of a table in a backup. */
export const isKeptTable = (name: string): name is KeptTable => Object.hasOwn(keptTables, name)
