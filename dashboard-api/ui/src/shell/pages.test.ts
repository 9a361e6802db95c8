import { describe, expect, it } from 'vitest'
import { pagesFor } from './pages'

describe('pagesFor', () => {
  it('gives the desk what is watched, and nothing else', () => {
    expect(pagesFor(['DESK'])).toEqual(['desk', 'wall', 'footage', 'figures', 'duty', 'spotChecks'])
  })

  it('gives auditors circulars and the register but no pictures', () => {
    expect(pagesFor(['AUDITOR'])).toEqual(['figures', 'circulars', 'register'])
  })

  it('adds up roles without repeating a page', () => {
    expect(pagesFor(['AUDITOR', 'ADMIN'])).toEqual([
      'desk',
      'wall',
      'footage',
      'figures',
      'attendance',
      'duty',
      'circulars',
      'register',
      'notify',
      'settings',
      'accounts',
    ])
    expect(pagesFor([])).toEqual([])
  })

  it('gives people at the windows their own page alone', () => {
    expect(pagesFor(['STAFF'])).toEqual(['my'])
  })
})
