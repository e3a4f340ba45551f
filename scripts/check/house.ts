import { undeclaredImports, unlistedDependencies } from './dependencies.ts'
import { againstTheFlow, circles, impureImports } from './flow.ts'
import { hazardsWithoutTest } from './hazards.ts'
import type { Source } from './sources.ts'
import { badNames, clockReads, longFiles, realNumbers, silencedChecks, withoutDoc } from './style.ts'

/** A rule of the house: what it holds, and how to find what breaks it, a line each. */
export interface HouseRule {
  readonly says: string
  readonly find: (files: readonly Source[]) => readonly string[]
}

/** Every rule of the house that a program can hold (CONTRIBUTING.md says the others). */
export const houseRules: readonly HouseRule[] = [
  { says: 'imports point only up the flow', find: againstTheFlow },
  { says: 'the pure folders import only zod from outside', find: impureImports },
  { says: 'no files load each other in a circle', find: circles },
  { says: 'every dependency has its reason', find: unlistedDependencies },
  { says: 'the product imports only what is installed with it', find: undeclaredImports },
  { says: 'files are named for the thing, in kebab-case', find: badNames },
  { says: 'no file of src is over 300 lines without a reason', find: longFiles },
  { says: 'no check is switched off', find: silencedChecks },
  { says: 'only main, store and cli read the clock', find: clockReads },
  { says: 'every exported function of a pure folder says what it gives', find: withoutDoc },
  { says: 'every hazard names a test that is there', find: hazardsWithoutTest },
  { says: 'NHS numbers in examples are from the range kept for tests', find: realNumbers },
]
