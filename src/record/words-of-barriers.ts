import { plain } from './wording.ts'
import type { Sentences } from './words.ts'

/** What makes it hard to come, the help that answers it, and how a reason was checked or a miss disputed. */
export const barrierSentences = {
  'barrier-reported': entry =>
    entry.barrier === 'other'
      ? 'the family said what makes it hard to come'
      : `the family said what makes it hard to come (${plain(entry.barrier)})`,
  'help-arranged': entry =>
    entry.accepted === false ? 'help to come was offered, and not wanted' : 'help to come was arranged',
  'reason-checked': entry => `the reason for a miss was checked (${plain(entry.answer)})`,
  'miss-disputed': () => 'a parent disputed that a missed appointment counts',
  'dispute-decided': entry =>
    entry.upheld ? 'the dispute was upheld: the miss does not count' : 'the dispute was not upheld',
} satisfies Sentences<'barrier-reported' | 'help-arranged' | 'reason-checked' | 'miss-disputed' | 'dispute-decided'>
