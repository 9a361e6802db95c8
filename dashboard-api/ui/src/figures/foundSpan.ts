import { formatClock, instantOfLocal } from '@/shared/format'

const DAY = 86_400_000

/** The instants at which days of the hall begin and end; `to` is a day that is included. */
export function instantsOf(from: string, to: string, zone: string) {
  const midnight = (day: string) => instantOfLocal(`${day}T00:00:00`, zone)
  return {
    from: new Date(midnight(from)).toISOString(),
    to: new Date(midnight(to) + DAY).toISOString(),
  }
}

/** Whether an instant lies in an hour of the hall's clock; null: any. */
export const inHour = (at: number, hour: number | null, zone: string) =>
  hour === null || Number(formatClock(at, zone).slice(0, 2)) === hour
