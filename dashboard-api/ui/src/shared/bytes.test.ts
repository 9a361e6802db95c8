import { expect, it } from 'vitest'
import { formatBytes } from './bytes'

it('writes sizes with one digit where it matters', () => {
  expect(formatBytes(0)).toBe('0 B')
  expect(formatBytes(999)).toBe('999 B')
  expect(formatBytes(43_200_000_000)).toBe('43.2 GB')
  expect(formatBytes(812_000_000)).toBe('812 MB')
  expect(formatBytes(1_000_000)).toBe('1.0 MB')
})
