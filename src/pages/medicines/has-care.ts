import type { Kind } from '../../record/entry.ts'
import type { Picture } from '../../record/standing.ts'

/** What is said of medicines, of a plan for sick days, of results and of questions. */
export const careKinds: readonly Kind[] = [
  'allergy',
  'instruction',
  'medicine-stopped',
  'medicine-not-collected',
  'instruction-conflict',
  'instruction-settled',
  'medicines-agreed',
  'sick-day-plan',
  'result-awaited',
  'question-asked',
]

/** Whether anything of medicines, a plan for sick days, results or questions is on a record. */
export const hasCare = ({ byKind }: Pick<Picture, 'byKind'>): boolean => careKinds.some(kind => byKind.has(kind))
