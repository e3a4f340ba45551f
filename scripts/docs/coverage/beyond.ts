/** Patterns that other published reviews show, in our words, with the rules or features that answer them (practice/beyond.md). */
export const beyond: readonly (readonly [says: string, ...answers: readonly string[]])[] = []
