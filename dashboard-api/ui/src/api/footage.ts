import { ApiError, get, withQuery } from './http'
import type { OccupancyMinute } from './types'

/** A span of wall-clock time, in epoch milliseconds. */
export interface Span {
  from: number
  to: number
}

/** @param reason entered in the register beside the viewing */
export const playlistUrl = (cameraId: string, span: Span, reason = '') =>
  withQuery(`${cameraPath(cameraId)}/playlist.m3u8`, { ...instants(span), reason })

/** What an exported clip looks like: as the camera sent it, marked, or with bystanders hidden too. */
export const RENDITIONS = ['PLAIN', 'MARKED', 'BLURRED'] as const
export type Rendition = (typeof RENDITIONS)[number]

/** @param reason entered in the register beside the export */
export const clipUrl = (
  cameraId: string,
  span: Span,
  reason = '',
  rendition: Rendition = 'PLAIN',
) => withQuery(`${cameraPath(cameraId)}/clip.zip`, { ...instants(span), reason, rendition })

const cameraPath = (cameraId: string) => `/api/cameras/${encodeURIComponent(cameraId)}`

const instants = ({ from, to }: Span) => ({
  from: new Date(from).toISOString(),
  to: new Date(to).toISOString(),
})

/** Stretches of a span that were recorded, in order. */
export async function fetchRecorded(cameraId: string, span: Span): Promise<Span[]> {
  const path = `${cameraPath(cameraId)}/recorded`
  const stretches = await get<{ from: string; to: string }[]>(path, instants(span))
  return stretches.map(({ from, to }) => ({ from: Date.parse(from), to: Date.parse(to) }))
}

export const fetchOccupancy = (windowId: string, span: Span) =>
  get<OccupancyMinute[]>('/api/occupancy', { windowId, ...instants(span) })

export interface Snapshot {
  picture: Blob
  /** When the picture was taken, epoch milliseconds. */
  at: number
}

/** The newest picture of a camera, or null where nothing is recorded. */
export async function fetchSnapshot(cameraId: string): Promise<Snapshot | null> {
  const response = await fetch(`${cameraPath(cameraId)}/snapshot.jpg`, {
    credentials: 'same-origin',
    cache: 'no-store',
  })
  if (response.status === 404) return null
  if (!response.ok) throw new ApiError(response.status, '')
  const at = Date.parse(response.headers.get('X-Picture-At') ?? '')
  return { picture: await response.blob(), at }
}
