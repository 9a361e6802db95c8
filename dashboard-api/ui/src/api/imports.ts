import { sendFile, withQuery } from './http'
import type { components } from './schema'

type Schemas = components['schemas']

export type ImportReport = Schemas['ImportReport']
export type RowProblem = Schemas['RowProblem']

/** The lists that can be imported, by their name in addresses. */
export type ImportKind =
  'staff' | 'assignments' | 'guide-duty' | 'absences' | 'closures' | 'punches'

export const templateUrl = (kind: ImportKind, format: 'xlsx' | 'csv') =>
  withQuery(`/api/imports/${kind}/template`, { format })

/** What storing the file would do. */
export const previewImport = (kind: ImportKind, file: Blob) =>
  sendFile<ImportReport>(`/api/imports/${kind}/preview`, file)

/** Stores the file that was previewed, all of it or nothing. */
export const storeImport = (kind: ImportKind, file: Blob, sha256: string) =>
  sendFile<ImportReport>(withQuery(`/api/imports/${kind}`, { sha256 }), file)
