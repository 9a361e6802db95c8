import { formatClock, zoneOffsetMillis } from '@/shared/format'

const DAY = 86_400_000

/** The instants at which days of the hall begin and end; `to` is a day that is included. */
export function instantsOf(from: string, to: string, zone: string) {
  const begin = Date.parse(`${from}T00:00:00Z`)
  const end = Date.parse(`${to}T00:00:00Z`) + DAY
  const inZone = (local: number) => new Date(local - zoneOffsetMillis(local, zone)).toISOString()
  return { from: inZone(begin), to: inZone(end) }
}

/** Whether an instant lies in an hour of the hall's clock; null: any. */
export const inHour = (at: number, hour: number | null, zone: string) =>
  hour === null || Number(formatClock(at, zone).slice(0, 2)) === hour
