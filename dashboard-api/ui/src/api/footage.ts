import { withQuery } from './http'

/** A span of wall-clock time, in epoch milliseconds. */
export interface Span {
  from: number
  to: number
}

export const playlistUrl = (cameraId: string, span: Span) =>
  withQuery(`${cameraPath(cameraId)}/playlist.m3u8`, instants(span))

export const clipUrl = (cameraId: string, span: Span) =>
  withQuery(`${cameraPath(cameraId)}/clip.mp4`, instants(span))

export const snapshotUrl = (cameraId: string, at: number) =>
  withQuery(`${cameraPath(cameraId)}/snapshot.jpg`, { at: new Date(at).toISOString() })

const cameraPath = (cameraId: string) => `/api/cameras/${encodeURIComponent(cameraId)}`

const instants = ({ from, to }: Span) => ({
  from: new Date(from).toISOString(),
  to: new Date(to).toISOString(),
})
