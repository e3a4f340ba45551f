import type { ParentLanguage } from '../../store/parents.ts'
import { english } from './english.ts'
import { polish } from './polish.ts'

type Widened<T> = T extends string
  ? string
  : T extends (...given: infer A) => string
    ? (...given: A) => string
    : T extends readonly string[]
      ? readonly string[]
      : { readonly [K in keyof T]: Widened<T[K]> }

/** The fixed words of a parent's page in one language; each language has them all, or it does not compile. */
export type MyWords = Widened<typeof english>

/** The languages in which a parent's page can be read. */
export const languages = { en: english, pl: polish } as const satisfies Record<ParentLanguage, MyWords>

/** The words of a language. */
export const wordsIn = (language: ParentLanguage): MyWords => languages[language]

/** Whether a text names one of the languages. */
export const isLanguage = (text: string | undefined): text is ParentLanguage =>
  text !== undefined && Object.hasOwn(languages, text)
