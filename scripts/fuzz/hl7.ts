import { tryBytes } from '../../src/intake/hl7/trial-bytes.ts'

/** Bytes for the framer, the tokenizer, the splitter, the answers and what a message says. */
export const fuzzHl7 = (count: number, seed: number): void => tryBytes(count, seed)
