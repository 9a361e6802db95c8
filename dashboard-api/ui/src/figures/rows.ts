import type { Figures, Findings, Staffing } from '@/api/figures'

/** A line of a table: a window, a day, or an hour of the day. */
export interface FiguresRow {
  key: string
  label: string
  note: string
  staffing: Staffing
  findings: Findings
}

export type View = 'windows' | 'days' | 'hours'
export const VIEWS: readonly View[] = ['windows', 'days', 'hours']

/** `08:00–09:00`. */
export const hourLabel = (hour: number) =>
  `${String(hour).padStart(2, '0')}:00–${String(hour + 1).padStart(2, '0')}:00`

/** The lines of a view; the newest day first. */
export function rowsOf(figures: Figures, view: View): FiguresRow[] {
  switch (view) {
    case 'windows':
      return figures.windows.map(({ windowId, name, unit, ...sums }) => ({
        key: windowId,
        label: name,
        note: unit,
        ...sums,
      }))
    case 'days':
      return figures.days
        .map(({ day, ...sums }) => ({ key: day, label: day, note: '', ...sums }))
        .reverse()
    case 'hours':
      return figures.hours.map(({ hour, ...sums }) => ({
        key: String(hour),
        label: hourLabel(hour),
        note: '',
        ...sums,
      }))
  }
}
