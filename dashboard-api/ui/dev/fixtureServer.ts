import { createReadStream, existsSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import type { Plugin } from 'vite'
import {
  ago,
  fixtureClosures,
  fixtureIncident,
  fixtureIncidents,
  fixtureOccupancy,
  fixturePlan,
  fixturePresence,
} from './fixtureHall.ts'

/**
 * Answers /api from a made-up hall: `npm run dev:fixture`. Any user name with the password `fixture`.
 *
 * FIXTURE_WINDOWS: how many service windows (7). FIXTURE_HLS: a folder with `init.mp4` and
 * `seg-0.m4s`, `seg-1.m4s`, … of 4 s each, played for every camera and time; without it no footage.
 * FIXTURE_STREAM=down: the live stream is refused.
 */
export function fixtureServer(): Plugin {
  const handler = (req: IncomingMessage, res: ServerResponse, next: () => void) => {
    const url = new URL(req.url ?? '/', 'http://fixture')
    if (!url.pathname.startsWith('/api/')) return next()
    answer(req.method ?? 'GET', url, req, res)
  }
  return {
    name: 'zaigang-fixture-server',
    configureServer: ({ middlewares }) => void middlewares.use(handler),
    configurePreviewServer: ({ middlewares }) => void middlewares.use(handler),
  }
}

const plan = fixturePlan(Number(process.env.FIXTURE_WINDOWS ?? 7))
const incidents = fixtureIncidents()
const hls = process.env.FIXTURE_HLS ?? ''
let signedIn = process.env.FIXTURE_SIGNED_OUT === undefined

function answer(method: string, url: URL, req: IncomingMessage, res: ServerResponse): void {
  const path = url.pathname
  if (path === '/api/session') return session(method, req, res)
  if (!signedIn) return json(res, 401, { detail: 'not signed in' })
  if (path === '/api/hall') return json(res, 200, plan)
  if (path === '/api/windows') return json(res, 200, fixturePresence(plan))
  if (path === '/api/incidents') return list(url, res)
  if (path === '/api/stream') return stream(res)
  if (path.endsWith('/playlist.m3u8')) return playlist(url, res)
  if (path.endsWith('/recorded')) return recorded(url, res)
  if (path === '/api/duty/closures') return json(res, 200, fixtureClosures(url.searchParams))
  if (path === '/api/occupancy') return json(res, 200, fixtureOccupancy(url.searchParams))
  const segment = /\/segments\/([\w.-]+)$/.exec(path)?.[1]
  if (segment && existsSync(join(hls, segment)))
    return void createReadStream(join(hls, segment)).pipe(res)
  const one = incidents.find((incident) => path === `/api/incidents/${incident.id}`)
  return one ? json(res, 200, one) : json(res, 404, { detail: 'no such thing' })
}

function session(method: string, req: IncomingMessage, res: ServerResponse): void {
  const user = { username: 'wang', displayName: '王敏', roles: ['DESK'], ownWindowIds: [] }
  if (method === 'DELETE') {
    signedIn = false
    return json(res, 204, undefined)
  }
  if (method === 'GET') return signedIn ? json(res, 200, user) : json(res, 401, {})
  let body = ''
  req.on('data', (part) => (body += part))
  req.on('end', () => {
    signedIn = JSON.parse(body).password === 'fixture'
    json(res, signedIn ? 200 : 401, signedIn ? user : {})
  })
}

function list(url: URL, res: ServerResponse): void {
  const query = url.searchParams
  const before = Number(query.get('before') ?? 0)
  const limit = Number(query.get('limit') ?? 50)
  const found = incidents
    .filter((one) => !query.get('type') || one.type === query.get('type'))
    .filter(
      (one) => !query.get('windowId') || query.getAll('windowId').includes(one.windowId ?? ''),
    )
    .filter(
      (one) =>
        !query.get('from') || Date.parse(one.startedAt) >= Date.parse(query.get('from') ?? ''),
    )
  const end = before + limit
  json(res, 200, { items: found.slice(before, end), next: end < found.length ? String(end) : null })
}

function stream(res: ServerResponse): void {
  if (process.env.FIXTURE_STREAM === 'down') return json(res, 503, {})
  res.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' })
  let id = 1
  const send = (event: string, data: unknown) =>
    res.write(`id:${id++}\nevent:${event}\ndata:${JSON.stringify(data)}\n\n`)
  send('ready', { change: 0 })
  const presence = setInterval(
    () => fixturePresence(plan).forEach((state) => send('presence', state)),
    20_000,
  )
  const late = setTimeout(() => {
    const incident = fixtureIncident('i-new', 'VACANCY', 'w06', 301, null)
    send('incident', { ...incident, confirmedAt: ago(0) })
  }, 4000)
  res.on('close', () => {
    clearInterval(presence)
    clearTimeout(late)
  })
}

/** Ten minutes with a minute's gap at their start, as the playlist has them. */
function recorded(url: URL, res: ServerResponse): void {
  const from = Date.parse(url.searchParams.get('from') ?? '')
  const to = Math.min(Date.now(), Date.parse(url.searchParams.get('to') ?? ''))
  const spans = []
  for (let at = Math.floor(from / 600_000) * 600_000; at < to; at += 600_000) {
    spans.push({ from: new Date(at + 60_000), to: new Date(Math.min(to, at + 600_000)) })
  }
  json(res, 200, spans)
}

/** Four-second segments on a fixed grid, over and over, with a minute's gap every ten minutes. */
function playlist(url: URL, res: ServerResponse): void {
  if (!hls) return json(res, 404, { detail: 'no footage' })
  const count = [...Array(1000).keys()].findIndex((n) => !existsSync(join(hls, `seg-${n}.m4s`)))
  const from = Math.floor(Date.parse(url.searchParams.get('from') ?? '') / 4000)
  const to = Math.ceil(Date.parse(url.searchParams.get('to') ?? '') / 4000)
  const lines = [
    '#EXTM3U',
    '#EXT-X-VERSION:7',
    '#EXT-X-TARGETDURATION:4',
    '#EXT-X-PLAYLIST-TYPE:VOD',
  ]
  for (let n = from; n < to; n++) {
    if (n % 150 < 15) continue
    lines.push('#EXT-X-DISCONTINUITY', '#EXT-X-MAP:URI="segments/init.mp4"')
    lines.push(`#EXT-X-PROGRAM-DATE-TIME:${new Date(n * 4000).toISOString()}`)
    lines.push('#EXTINF:4.000,', `segments/seg-${n % count}.m4s`)
  }
  res.writeHead(200, { 'Content-Type': 'application/vnd.apple.mpegurl' })
  res.end([...lines, '#EXT-X-ENDLIST', ''].join('\n'))
}

function json(res: ServerResponse, status: number, body: unknown): void {
  res.writeHead(status, { 'Content-Type': 'application/json' })
  res.end(body === undefined ? '' : JSON.stringify(body))
}
