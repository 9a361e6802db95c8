import type { EvidenceCard } from '@/api/attendance'
import type { Span } from '@/api/footage'
import type { OccupancyMinute } from '@/api/types'
import { occupancyRuns, type Run } from '@/footage/occupancyRuns'

const MINUTE = 60_000

/** What the cameras say of a span, outright: sighted, not sighted, and what nobody could see. */
export interface Sightings {
  /** When somebody on post was first sighted, to the grain; null without a sighting. */
  first: number | null
  /** When the last one ended. */
  last: number | null
  /** Seconds with somebody on post. */
  staffedSeconds: number
  emptySeconds: number
  /** Seconds that no camera could see. */
  blindSeconds: number
  /** Seconds that nobody reported on at all. */
  unknownSeconds: number
  /** Nothing is known more finely than this. */
  grainSeconds: number
  /** What the strip shows. */
  runs: Run[]
}

/** Of the person's posts, picture by picture. */
export function sightingsOfStrip(strip: NonNullable<EvidenceCard['strip']>): Sightings {
  const runs = strip.stretches.map(({ from, to, presence }) => ({
    from: Date.parse(from),
    to: Date.parse(to),
    presence,
  }))
  const staffed = runs.filter((run) => run.presence === 'STAFFED')
  const seconds = (presence: Run['presence']) =>
    Math.round(
      runs
        .filter((run) => run.presence === presence)
        .reduce((total, run) => total + run.to - run.from, 0) / 1000,
    )
  return {
    first: staffed.at(0)?.from ?? null,
    last: staffed.at(-1)?.to ?? null,
    staffedSeconds: seconds('STAFFED'),
    emptySeconds: seconds('EMPTY'),
    blindSeconds: seconds('UNKNOWN'),
    unknownSeconds: 0,
    grainSeconds: strip.grainSeconds,
    runs,
  }
}

/** Of the window, by its minutes; a minute that lies only partly in the span counts wholly. */
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
    grainSeconds: 60,
    runs: occupancyRuns(minutes),
  }
}
