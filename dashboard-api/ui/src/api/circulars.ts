import { get, send } from './http'
import type { components } from './schema'

type Schemas = components['schemas']

export type CircularWeekSummary = Schemas['WeekSummary']
export type Circular = Schemas['CircularView']
export type CircularVersionSummary = Schemas['CircularVersionSummary']
export type CircularVerification = Schemas['CircularVerification']
export type FiguresRow = Schemas['FiguresRow']
export type CountedOffence = Schemas['CountedOffence']
export type OffenceKind = Schemas['Offence']['kind']
export type Correction = Schemas['Correction']
export type Consequence = Schemas['Consequence']

const PATH = '/api/circulars'

export const fetchWeeks = () => get<CircularWeekSummary[]>(PATH, { weeks: 26 })

export const fetchCircular = (week: string, version: number | null) =>
  get<Circular>(version === null ? `${PATH}/${week}` : `${PATH}/${week}/versions/${version}`)

/** Makes the week's draft, or counts it anew. */
export const draftCircular = (week: string) => send<Circular>('POST', `${PATH}/${week}/draft`)

export const wordDemands = (week: string, demands: string) =>
  send<Circular>('PUT', `${PATH}/${week}/demands`, { demands })

/** @param inputsSha256 of what was looked at */
export const signCircular = (week: string, inputsSha256: string) =>
  send<Circular>('POST', `${PATH}/${week}/sign-off`, { inputsSha256 })

export const correctCircular = (week: string, reason: string) =>
  send<Circular>('POST', `${PATH}/${week}/correction`, { reason })

export const verifyCircular = (week: string, version: number) =>
  get<CircularVerification>(`${PATH}/${week}/versions/${version}/verification`)

/** Address of one of a version's files. */
export const circularFile = (week: string, version: number, file: string) =>
  `${PATH}/${week}/versions/${version}/${file}`

export const letterFile = (week: string, version: number, unit: string) =>
  `${circularFile(week, version, 'letter.docx')}?unit=${encodeURIComponent(unit)}`
