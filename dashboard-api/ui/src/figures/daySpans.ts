import type { DaySpan } from '@/api/figures'

export const PRESETS = ['today', 'week', 'lastWeek', 'month', 'lastMonth', 'year'] as const
export type Preset = (typeof PRESETS)[number]

/** The days that a word such as "last week" means on the given day (`2026-03-02`); weeks begin on Monday. */
export function spanOf(preset: Preset, today: string): DaySpan {
  const at = new Date(`${today}T00:00:00Z`)
  const year = at.getUTCFullYear()
  const month = at.getUTCMonth()
  const monday = -((at.getUTCDay() + 6) % 7)
  const day = (from: number, to: number) => ({ from: shifted(at, from), to: shifted(at, to) })
  const days = (from: Date, to: Date) => ({ from: keyOf(from), to: keyOf(to) })
  switch (preset) {
    case 'today':
      return day(0, 0)
    case 'week':
      return day(monday, 0)
    case 'lastWeek':
      return day(monday - 7, monday - 1)
    case 'month':
      return days(new Date(Date.UTC(year, month, 1)), at)
    case 'lastMonth':
      return days(new Date(Date.UTC(year, month - 1, 1)), new Date(Date.UTC(year, month, 0)))
    case 'year':
      return days(new Date(Date.UTC(year, 0, 1)), at)
  }
}

function shifted(at: Date, days: number): string {
  return keyOf(new Date(at.getTime() + days * 86_400_000))
}

const keyOf = (at: Date) => at.toISOString().slice(0, 10)
