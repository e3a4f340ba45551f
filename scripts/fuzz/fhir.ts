import { tryFhirBytes } from '../../src/intake/fhir/trial-bytes.ts'

/** Bytes for the reader of FHIR, what a resource says, and the splitter. */
export const fuzzFhir = (count: number, seed: number): void => tryFhirBytes(count, seed)
