import type { StorageState } from '@/api/upkeep'

const STALE_MILLIS = 5 * 60 * 1000

type Disk = NonNullable<StorageState['disk']>

/** Whether the recorder has been silent for so long that its word no longer counts. */
export const isStale = (disk: Disk, now: number) => now - Date.parse(disk.at) > STALE_MILLIS

/** Bytes that the footage of all planned cameras takes in the end; null before there is a rate. */
export function bytesNeeded(cameras: StorageState['cameras'], keepDays: number): number | null {
  const rates = cameras.filter((one) => one.planned).map((one) => one.bytesADay)
  const known = rates.filter((rate): rate is number => rate !== null)
  if (known.length === 0) return null
  return known.reduce((sum, rate) => sum + rate, 0) * keepDays
}

/** Whether all footage fits beside what must stay free, once the oldest is as old as it may get. */
export function fits(disk: Disk, cameras: StorageState['cameras']): boolean | null {
  const needed = bytesNeeded(cameras, disk.keepDays)
  if (needed === null) return null
  const there = cameras.reduce((sum, one) => sum + one.bytes, 0)
  return needed <= there + disk.usableBytes - disk.floorBytes
}
