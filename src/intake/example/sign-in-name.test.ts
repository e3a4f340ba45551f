import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { signInName } from './sign-in-name.ts'

const nobody: ReadonlySet<string> = new Set()

describe('a name to sign in with', () => {
  it('is the first and the last name in plain letters', () => {
    const names = {
      'Ruth Adeyemi': 'ruth.adeyemi',
      'Kwame Boateng-Ashe': 'kwame.boatengashe',
      'Inês Carvalho': 'ines.carvalho',
      'Ana Maria de Souza': 'ana.souza',
      Cher: 'cher',
    }
    for (const [name, signIn] of Object.entries(names)) assert.equal(signInName(name, nobody), signIn)
  })

  it('has a title only where there is no first name, and nothing of what stands after a comma', () => {
    assert.equal(signInName('Dr Okafor', nobody), 'dr.okafor')
    assert.equal(signInName('Dr Ngozi Eze', nobody), 'ngozi.eze')
    assert.equal(signInName('Mr Shah, eyes', nobody), 'mr.shah')
  })

  it('takes a letter more where somebody has it', () => {
    assert.equal(signInName('Jo Bell', new Set(['jo.bell'])), 'jo.bellb')
    assert.equal(signInName('Jo Bell', new Set(['jo.bell', 'jo.bellb'])), 'jo.bellc')
  })
})
