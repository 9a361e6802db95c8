import type { Circular, CountedOffence, FiguresRow, OffenceKind } from '@/api/circulars'

/** The kinds in the order of the table's columns, and what each cell counts. */
export const KIND_COLUMNS: readonly {
  kind: OffenceKind
  count: (row: FiguresRow) => number
}[] = [
  { kind: 'VACANCY', count: (row) => row.tally.vacancies },
  { kind: 'PHONE_USE', count: (row) => row.tally.phoneUses },
  { kind: 'GATHERING', count: (row) => row.tally.gatherings },
  { kind: 'MISSED_PUNCH', count: (row) => row.tally.missedPunches },
  { kind: 'CHECK_FINDING', count: (row) => row.tally.checkFindings },
]

/** `98.25%`, rounded down; a dash where nothing was seen. */
export function percent(part: number, whole: number): string {
  if (whole <= 0) return '–'
  const basisPoints = Math.floor((Math.min(part, whole) * 10_000) / whole)
  return basisPoints === 10_000 ? '100%' : `${(basisPoints / 100).toFixed(2)}%`
}

export const onPostRate = ({ time }: FiguresRow) => percent(time.staffed, time.staffed + time.empty)

export const coverage = ({ time }: FiguresRow) => percent(time.staffed + time.empty, time.working)

/** Working time of which nothing is known at all, in seconds. */
export const unreported = ({ time }: FiguresRow) =>
  Math.max(0, time.working - time.staffed - time.empty - time.blind)

/** Minutes as the papers count them: whole ones that were seen, rounded down. */
export function offenceMinutes({ offence }: CountedOffence): number {
  const millis = Date.parse(offence.to) - Date.parse(offence.from) - offence.blindMillis
  return Math.max(0, Math.floor(millis / 60_000))
}

/** The offences behind a number. */
export interface Pick {
  /** Id of the row; null for all. */
  rowId: string | null
  rowName: string
  kind: OffenceKind | null
  ids: readonly string[]
}

export function picked(circular: Circular, pick: Pick | null): CountedOffence[] {
  const all = circular.figures.offences
  if (!pick) return all
  const ids = new Set(pick.ids)
  return all.filter(
    ({ offence }) => ids.has(offence.id) && (pick.kind === null || offence.kind === pick.kind),
  )
}

/** Where the footage behind an offence is shown; null for a punch, which no camera saw. */
export function footageOf({ offence }: CountedOffence): Record<string, string> | null {
  const [camera] = offence.evidence.cameraIds
  const at = new Date(Date.parse(offence.from) - 5000).toISOString()
  if (offence.windowId && camera) return { window: offence.windowId, at }
  return camera ? { camera, at } : null
}

/** The incident behind an offence; null where it is none. */
export const incidentOf = ({ offence }: CountedOffence) =>
  offence.id.includes('/') ? null : offence.id

/** The Monday of the week that holds a day, `2026-03-02`. */
export function mondayOf(day: string): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7))
  return date.toISOString().slice(0, 10)
}
