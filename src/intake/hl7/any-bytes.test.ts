import { describe, it } from 'node:test'
import { tryBytes } from './trial-bytes.ts'

describe('any bytes', () => {
  it('are taken without a crash, in whatever pieces, and say nothing that a record cannot keep (npm run fuzz -- hl7 tries more)', () => {
    tryBytes(2000, 5)
  })
})
