import type { FamilyContent, FamilyPage } from './family-frame.ts'
import type { FamilyOnDay } from './family-on-day.ts'

interface Kept {
  readonly look: WeakRef<FamilyOnDay>
  readonly name: string
}

// A look is one reader's own, and another object as soon as anything of it changes for that reader (decision 0013): so what
// a page said of it is true as long as there is the look, and goes with it.
const contents = new WeakMap<FamilyOnDay, Map<string, FamilyContent>>()
const kept = new Set<Kept>()
const most = 500

const forgetOldest = (): void => {
  const [oldest] = kept
  if (oldest === undefined) return
  kept.delete(oldest)
  const look = oldest.look.deref()
  if (look !== undefined) contents.get(look)?.delete(oldest.name)
}

const keep = (look: FamilyOnDay, name: string, content: FamilyContent): void => {
  const held = contents.get(look) ?? new Map<string, FamilyContent>()
  contents.set(look, held.set(name, content))
  kept.add({ look: new WeakRef(look), name })
  if (kept.size > most) forgetOldest()
}

/**
 * A page that says the same again when the same look is asked by the same address, without being made anew. Only for a page
 * that is made of the look, the address and nothing else: no form of a session, no words of this visit.
 */
export const keptPage =
  (page: FamilyPage, address: string): FamilyPage =>
  asked => {
    if (asked.wrong !== undefined) return page(asked)
    const { look, live = false } = asked
    const name = `${live}|${address}`
    const held = contents.get(look)?.get(name)
    if (held !== undefined) return held
    const content = page(asked)
    if (content !== undefined) keep(look, name, content)
    return content
  }
