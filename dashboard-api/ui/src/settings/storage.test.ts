import { expect, it } from 'vitest'
import type { CameraStorage, StorageState } from '@/api/upkeep'
import { bytesNeeded, fits, isStale } from './storage'

const disk: NonNullable<StorageState['disk']> = {
  at: '2026-03-02T09:00:00+08:00',
  state: 'ENOUGH',
  trouble: null,
  usableBytes: 500,
  totalBytes: 1000,
  daysLeft: null,
  keepDays: 30,
  floorBytes: 100,
  warnBytes: 200,
}

function camera(bytesADay: number | null, bytes: number, planned = true): CameraStorage {
  return {
    cameraId: 'cam-01',
    planned,
    bytes,
    days: 1,
    bytesADay,
    oldest: null,
    newest: null,
    gaps: 0,
    gapSeconds: 0,
  }
}

it('counts what planned cameras will take once footage is as old as it may get', () => {
  expect(bytesNeeded([camera(10, 0), camera(5, 0), camera(90, 0, false)], 30)).toBe(450)
  expect(bytesNeeded([camera(null, 0)], 30)).toBeNull()
})

it('says whether that fits beside what must stay free', () => {
  expect(fits(disk, [camera(10, 0)])).toBe(true)
  expect(fits(disk, [camera(15, 0)])).toBe(false)
  expect(fits(disk, [camera(15, 50)])).toBe(true)
  expect(fits(disk, [camera(null, 0)])).toBeNull()
})

it('does not trust a recorder that fell silent', () => {
  const at = Date.parse(disk.at)
  expect(isStale(disk, at + 60_000)).toBe(false)
  expect(isStale(disk, at + 600_000)).toBe(true)
})
