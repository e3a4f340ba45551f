import type { Asked } from '../../duties/asked.ts'
import { hearersOf, type Recipient } from '../../duties/recipient.ts'
import { type Scene, sceneOf } from '../../duties/scene.ts'
import type { Role } from '../../people/role.ts'
import type { PersonId } from '../../record/field.ts'

/** Who hears first what a parent writes: whoever leads, else who is nearest to the child. */
const nearest: readonly Role[] = [
  'lead-practitioner',
  'social-worker',
  'lead-health-practitioner',
  'health-visitor',
  'school-nurse',
  'family-support-worker',
  'early-help-worker',
  'consultant',
  'gp',
]

const hearersIn = (scene: Scene, child: PersonId, role: Role): readonly Recipient[] =>
  scene.current.filter(one => one.role === role && one.children.includes(child)).flatMap(one => hearersOf(scene, one))

/** To whom what a parent wrote about a child goes at once: those of the first role that anybody holds; nobody where none is. */
export const whoHearsParent = (asked: Asked, child: PersonId): readonly Recipient[] => {
  const scene = sceneOf(asked)
  for (const role of nearest) {
    const found = hearersIn(scene, child, role)
    if (found.length > 0) return found
  }
  return []
}
