import { list, person, words } from './field.ts'

/** Who else was where something was seen, and in which state: what a rule about place, night, company or drink is checked by. */
export const there = {
  alsoThere: list(person()).optional().describe('Who else was there, or was said to be: an adult in the house'),
  overnight: list(person()).optional().describe('Who stays or stayed the night there'),
  intoxicated: list(person()).optional().describe('Who had taken alcohol or drugs'),
  address: words().optional().describe('At which address, when it was not the child’s home'),
}
