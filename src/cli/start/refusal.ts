/** What was asked in a way that cannot be done; said on the terminal, and the process ends with 2. */
export class Refusal extends Error {}
