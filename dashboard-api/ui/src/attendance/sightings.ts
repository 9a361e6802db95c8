import type { Span } from '@/api/footage'
import type { OccupancyMinute } from '@/api/types'

const MINUTE = 60_000

/** What the cameras say of a span, outright: sighted, not sighted, and what nobody could see. */
export interface Sightings {
  /** Begin of the first minute with somebody on post; null without one. */
  first: number | null
  /** End of the last one. */
  last: number | null
  /** Seconds with somebody on post. */
  staffedSeconds: number
  emptySeconds: number
  /** Seconds that no camera could see. */
  blindSeconds: number
  /** Seconds that nobody reported on at all. */
  unknownSeconds: number
}

/** Sums up the minutes of a span; a minute that lies only partly in it counts wholly. */
export function sightingsOf(minutes: readonly OccupancyMinute[], span: Span): Sightings {
  const inside = minutes.filter((minute) => {
    const at = Date.parse(minute.minute)
    return at + MINUTE > span.from && at < span.to
  })
  const staffed = inside
    .filter((minute) => minute.staffedSeconds > 0)
    .map((minute) => Date.parse(minute.minute))
  const sum = (pick: (minute: OccupancyMinute) => number) =>
    Math.round(inside.reduce((total, minute) => total + pick(minute), 0))
  const whole = Math.round((span.to - span.from) / 1000)
  return {
    first: staffed.length ? Math.min(...staffed) : null,
    last: staffed.length ? Math.max(...staffed) + MINUTE : null,
    staffedSeconds: sum((minute) => minute.staffedSeconds),
    emptySeconds: sum((minute) => minute.emptySeconds),
    blindSeconds: sum((minute) => minute.blindSeconds),
    unknownSeconds: Math.max(0, whole - inside.length * 60),
  }
}

/** Seconds of a span that a camera did not record. */
export function gapSeconds(recorded: readonly Span[], span: Span): number {
  const covered = recorded.reduce(
    (total, one) => total + Math.max(0, Math.min(one.to, span.to) - Math.max(one.from, span.from)),
    0,
  )
  return Math.round((span.to - span.from - covered) / 1000)
}
