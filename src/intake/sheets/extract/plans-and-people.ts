import { findRole, type Role } from '../../../people/role.ts'
import { flagIn, textIn, whenIn } from './cells.ts'
import type { TableName } from './tables.ts'
import { filled, type RowReader, type WantedPart } from './wanted.ts'

interface PlanColumns {
  readonly type: 'child-in-need' | 'child-protection'
  readonly start: string
  readonly end: string
  readonly worker?: string
  readonly category?: readonly string[]
}

const categories: readonly (readonly [RegExp, string])[] = [
  [/^(?:mul|multiple)/iu, 'multiple'],
  [/^neg/iu, 'neglect'],
  [/^phy/iu, 'physical'],
  [/^(?:sab|sex)/iu, 'sexual'],
  [/^emo/iu, 'emotional'],
]

/** The category of a plan from the census's code or the dataset's words; nothing where it is none of them. */
const categoryOf = (text: string | undefined): string | undefined => {
  const plain = text?.trim() ?? ''
  if (/[,;&]|\band\b/u.test(plain)) return 'multiple'
  return categories.find(([shape]) => shape.test(plain))?.[1]
}

/** A plan and its end. An end that comes from a file is proposed, as any is that two people have not signed. */
const plan =
  ({ type, start, end, worker, category }: PlanColumns): RowReader =>
  (row, { today, workers }) => {
    const began = whenIn(row, start)
    const ended = whenIn(row, end)
    const author = workers.get(textIn(row, worker ?? '') ?? '')?.name
    const kindOf = category?.map(column => categoryOf(textIn(row, column))).find(one => one !== undefined)
    const parts: WantedPart[] = []
    if (began !== undefined && began.day <= today)
      parts.push({
        ...{ part: 'started', kind: 'plan-started', day: began.day, on: began.on, thing: 'plan' },
        fields: filled({ type, category: kindOf, author }),
      })
    if (ended !== undefined && ended.day <= today)
      parts.push({
        ...{ part: 'ended', kind: 'plan-ended', day: ended.day, on: ended.on, thing: 'plan' },
        fields: filled({ author }),
      })
    return { parts, unsaid: ended === undefined ? [] : ['who signed the ending'] }
  }

const visit =
  (prefix: 'cinv_cin_visit' | 'cppv_cp_visit'): RowReader =>
  (row, { today }) => {
    const when = whenIn(row, `${prefix}_date`)
    if (when === undefined || when.day > today) return { parts: [] }
    const seen = flagIn(row, `${prefix}_seen`)
    const alone = flagIn(row, `${prefix}_seen_alone`)
    const fields = filled({
      ...{ way: 'visit', purpose: 'visit' },
      // Whose visit it is stands for whom was seen: the dataset has a row for each child.
      seen: seen === true ? 'own-child' : undefined,
      alone: seen === true && alone !== undefined ? (alone ? 'yes' : 'no') : undefined,
      // A bedroom that was seen is one at home.
      where: flagIn(row, `${prefix}_bedroom`) === true ? 'home' : undefined,
    })
    return {
      parts: [{ part: 'visit', kind: 'contact', day: when.day, on: when.on, fields }],
      unsaid: seen === undefined ? ['whether the child was seen'] : [],
    }
  }

const titles: readonly (readonly [RegExp, Role])[] = [
  [/team manager/iu, 'team-manager'],
  [/service manager/iu, 'service-manager'],
  [/family support|support worker/iu, 'family-support-worker'],
  [/reviewing officer|\biro\b/iu, 'independent-reviewing-officer'],
  [/conference chair|protection chair/iu, 'conference-chair'],
  [/early help/iu, 'early-help-worker'],
  [/duty/iu, 'duty-social-worker'],
  [/social worker|case worker|caseworker|\bsw\b/iu, 'social-worker'],
]

const roleOf = (texts: readonly (string | undefined)[]): Role => {
  const said = texts.filter(text => text !== undefined)
  return (
    said.map(findRole).find(role => role !== undefined) ??
    titles.find(([shape]) => said.some(text => shape.test(text)))?.[1] ??
    'other'
  )
}

const involvement: RowReader = (row, { today, workers }) => {
  const began = whenIn(row, 'invo_involvement_start_date')
  const ended = whenIn(row, 'invo_involvement_end_date')
  const id = textIn(row, 'invo_professional_id')
  const worker = id === undefined ? undefined : workers.get(id)
  if (worker === undefined) return { parts: [], unsaid: ['the name of the worker'] }
  const fields = {
    practitioner: worker.name,
    role: roleOf([worker.title, textIn(row, 'invo_professional_role_id')]),
  }
  const parts: WantedPart[] = []
  if (began !== undefined && began.day <= today)
    parts.push({ part: 'starts', kind: 'worker-starts', day: began.day, on: began.on, fields })
  if (ended !== undefined && ended.day <= today)
    parts.push({ part: 'leaves', kind: 'worker-leaves', day: ended.day, on: ended.on, fields })
  return { parts }
}

/** How plans, visits and workers of the extract are read. */
export const planReaders = {
  ssd_cin_plans: plan({
    ...{ type: 'child-in-need', start: 'cinp_cin_plan_start_date', end: 'cinp_cin_plan_end_date' },
    worker: 'cinp_cin_plan_worker_id',
  }),
  ssd_cp_plans: plan({
    ...{ type: 'child-protection', start: 'cppl_cp_plan_start_date', end: 'cppl_cp_plan_end_date' },
    category: ['cppl_cp_plan_latest_category', 'cppl_cp_plan_initial_category'],
  }),
  ssd_cin_visits: visit('cinv_cin_visit'),
  ssd_cp_visits: visit('cppv_cp_visit'),
  ssd_involvements: involvement,
} as const satisfies Partial<Record<TableName, RowReader>>
