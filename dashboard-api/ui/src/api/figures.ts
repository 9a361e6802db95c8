import { get, withQuery } from './http'
import type { components } from './schema'

type Schemas = components['schemas']

export type Figures = Schemas['Figures']
export type Staffing = Schemas['Staffing']
export type Findings = Schemas['Findings']
export type WindowFigures = Schemas['WindowFigures']
export type DayFigures = Schemas['DayFigures']
export type HourFigures = Schemas['HourFigures']

/** Days as `2026-03-02`, both included. */
export interface DaySpan {
  from: string
  to: string
}

export const fetchFigures = (span: DaySpan, windowId: string | null) =>
  get<Figures>('/api/figures', { ...span, windowId })

export const figuresCsvUrl = (span: DaySpan) => withQuery('/api/figures/export.csv', { ...span })

export const figuresExcelUrl = (span: DaySpan) => withQuery('/api/figures/export.xlsx', { ...span })
