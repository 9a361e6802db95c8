// Watches a running demo through the API a browser uses, for as long as told, and says whether it kept its promise:
// window 3 was reported vacant while it was, the report was closed when someone came back, and the page can show it.
//   node check.mjs --url http://127.0.0.1:8080 --user admin --password-file FILE --seconds 240 [--page-only]
// Exit 0 when all of it was seen, else 1, with one line for each thing that was missing.
import { parseArgs } from 'node:util'
import { desk } from './desk.mjs'

const { values: options } = parseArgs({
  options: {
    url: { type: 'string' },
    user: { type: 'string' },
    'password-file': { type: 'string' },
    seconds: { type: 'string' },
    'page-only': { type: 'boolean', default: false },
  },
})
const WINDOW = 'w03'
const { call, json, signIn } = desk(options.url)

// Collects what the live stream says of the watched window's vacancies, by incident id, until the time is up.
async function watchStream(until) {
  const seen = new Map()
  let lastEventId
  while (Date.now() < until) {
    try {
      const answer = await call('/api/stream', {
        headers: { accept: 'text/event-stream', ...(lastEventId && { 'Last-Event-ID': lastEventId }) },
        signal: AbortSignal.timeout(Math.max(1, until - Date.now())),
      })
      if (!answer.ok) throw new Error(`GET /api/stream answered ${answer.status}`)
      for await (const event of events(answer.body)) {
        lastEventId = event.id ?? lastEventId
        if (event.event !== 'incident') continue
        const incident = JSON.parse(event.data)
        if (incident.type === 'VACANCY' && incident.windowId === WINDOW) {
          seen.set(incident.id, (seen.get(incident.id) ?? new Set()).add(incident.status))
        }
      }
    } catch (problem) {
      if (problem.name === 'TimeoutError') break
      console.error(`live stream: ${problem.message}; trying again`)
      await new Promise((wake) => setTimeout(wake, 1000))
    }
  }
  return seen
}

async function* events(body) {
  let text = ''
  for await (const chunk of body.pipeThrough(new TextDecoderStream())) {
    text += chunk.replaceAll('\r\n', '\n')
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      const event = {}
      for (const line of text.slice(0, end).split('\n')) {
        const [, field, value] = /^(\w+): ?(.*)$/.exec(line) ?? []
        if (field) event[field] = field in event ? `${event[field]}\n${value}` : value
      }
      text = text.slice(end + 2)
      yield event
    }
  }
}

async function pageProblems() {
  const page = await call('/')
  const html = await page.text()
  if (!page.ok || !html.includes('<div id="app">')) return [`the page is not served: / answered ${page.status}`]
  const problems = []
  for (const [, asset] of html.matchAll(/(?:src|href)="(\/[^"]+\.(?:js|css))"/g)) {
    const answer = await call(asset)
    if (!answer.ok) problems.push(`the page's ${asset} answered ${answer.status}`)
  }
  return problems
}

// The evidence of an incident as the page plays it: a playlist, its segments, and the ZIP file for export.
async function evidenceProblems(incident) {
  const from = new Date(Date.parse(incident.startedAt) - 10_000).toISOString()
  const to = new Date(Date.parse(incident.endedAt)).toISOString()
  const camera = `/api/cameras/${incident.cameraIds[0]}`
  const playlist = await call(`${camera}/playlist.m3u8?from=${from}&to=${to}`)
  const lines = (await playlist.text()).split('\n')
  const segments = lines.filter((line) => line.startsWith('#EXTINF'))
  if (!playlist.ok || segments.length === 0) return [`the vacancy's playlist answered ${playlist.status} with ${segments.length} segments`]
  const clip = await call(`${camera}/clip.zip?from=${from}&to=${to}`)
  const bytes = (await clip.arrayBuffer()).byteLength
  return clip.ok && bytes > 50_000 ? [] : [`the vacancy's clip answered ${clip.status} with ${bytes} bytes`]
}

function vacancyProblems(seenLive, incidents) {
  const closed = incidents.filter((incident) => incident.status === 'CLOSED')
  const problems = []
  if (closed.length === 0) problems.push(`no closed vacancy of window 3 in /api/incidents (${incidents.length} open)`)
  const both = [...seenLive.values()].some((states) => states.has('OPEN') && states.has('CLOSED'))
  if (!both) problems.push('the live stream did not show one vacancy of window 3 open and then closed')
  return problems
}

async function main() {
  const until = Date.now() + Number(options.seconds) * 1000
  await signIn(options.user, options['password-file'])
  const seenLive = await watchStream(until)
  const problems = await pageProblems()
  const { items } = await json('/api/incidents?limit=50')
  if (!options['page-only']) {
    const vacancies = items.filter((incident) => incident.type === 'VACANCY' && incident.windowId === WINDOW)
    problems.push(...vacancyProblems(seenLive, vacancies))
    const closed = vacancies.find((incident) => incident.status === 'CLOSED')
    if (closed) problems.push(...(await evidenceProblems(closed)))
    const invented = items.filter((incident) => incident.type === 'VACANCY' && incident.windowId !== WINDOW)
    for (const incident of invented) problems.push(`vacancy of ${incident.windowId} at ${incident.startedAt}, which was staffed`)
  }
  for (const { type, windowId, startedAt, endedAt } of items.toReversed()) {
    console.log(`  ${type.padEnd(16)} ${windowId}  ${startedAt} – ${endedAt ?? 'open'}`)
  }
  for (const problem of problems) console.error(`missing: ${problem}`)
  return problems.length === 0 ? 0 : 1
}

process.exit(
  await main().catch((problem) => {
    console.error(`missing: ${problem.message}`)
    return 1
  }),
)
