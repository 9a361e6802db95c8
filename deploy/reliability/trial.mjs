// Breaks a running hall, one fault after the other, and says what each did and how long it took to heal.
// At the end the footage that lies on disk is analysed anew, in one undisturbed run; the dashboard must have exactly
// the incidents which that finds: none lost, none invented, none twice.
//   node trial.mjs --url URL --password-file FILE --data DIR --site FILE --zaigang FILE --stop SECONDS --random SECONDS
//                  --seed N [--footage-mount] [--influx-pid-file FILE] --out FILE.md
import { execFileSync } from 'node:child_process'
import { closeSync, existsSync, openSync, readdirSync, readFileSync, rmSync, statfsSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { desk } from '../demo/desk.mjs'

const { values: options } = parseArgs({
  options: {
    url: { type: 'string' },
    'password-file': { type: 'string' },
    data: { type: 'string' },
    site: { type: 'string' },
    zaigang: { type: 'string' },
    stop: { type: 'string' },
    random: { type: 'string' },
    seed: { type: 'string' },
    'footage-mount': { type: 'boolean', default: false },
    'influx-pid-file': { type: 'string' },
    out: { type: 'string' },
  },
})
const HEAL_LIMIT_SECONDS = 240
const STOP_SECONDS = Number(options.stop)
const footage = join(options.data, 'footage')
const rows = []
const pause = (seconds) => new Promise((wake) => setTimeout(wake, seconds * 1000))

const running = (file) => Number(readFileSync(join(options.data, 'run', file), 'utf8').split(' ')[0])
const pid = (name) => running(`${name}.child`)
const postgres = () => Number(readFileSync(join(options.data, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])
const signal = (number, name) => process.kill(number, name)

function segments() {
  return existsSync(footage)
    ? readdirSync(footage, { recursive: true })
        .map((file) => /(\d+)-(\d+)\.mp4$/.exec(file))
        .filter(Boolean)
        .map(([, start, length]) => ({ start: Number(start), end: Number(start) + Number(length) }))
        .sort((a, b) => a.start - b.start)
    : []
}

// Well since an instant: footage from after it is there, and the job told the dashboard what it saw after it.
async function isWell(since) {
  try {
    const newest = segments().at(-1)
    if (!newest || newest.end < since) return false
    const fresh = desk(options.url)
    await fresh.signIn('admin', options['password-file'])
    for (const camera of readdirSync(footage).filter((name) => !name.startsWith('.'))) {
      const seen = await fresh.json(`/api/settings/detections?minutes=2&cameraId=${camera}`)
      if (!seen.some((picture) => Date.parse(picture.at) > since)) return false
    }
    return true
  } catch {
    return false
  }
}

async function untilWell() {
  const since = Date.now()
  while (!(await isWell(since))) {
    if (Date.now() - since > HEAL_LIMIT_SECONDS * 1000) throw new Error(`not well after ${HEAL_LIMIT_SECONDS} s`)
    await pause(0.5)
  }
  return (Date.now() - since) / 1000
}

// One fault: done, undone, waited for; a row of the table.
async function fault(name, strike) {
  await untilWell()
  const before = Date.now()
  await strike()
  const struck = (Date.now() - before) / 1000
  const healed = await untilWell()
  rows.push({ name, struck, healed, from: before, to: Date.now() })
  console.log(`${name}: well again ${healed.toFixed(0)} s after it ended`)
}

const kill = (name) => async () => signal(name === 'postgres' ? postgres() : pid(name), 'SIGKILL')

function stopped(...numbers) {
  return async () => {
    const pids = numbers.map((number) => number())
    pids.forEach((one) => signal(one, 'SIGSTOP'))
    await pause(STOP_SECONDS)
    pids.forEach((one) => signal(one, 'SIGCONT'))
  }
}

// Killed, and not started again for a while: what it had not finished is left lying.
async function recorderGone() {
  const supervisor = running('recorder.supervisor')
  signal(supervisor, 'SIGSTOP')
  signal(pid('recorder'), 'SIGKILL')
  await pause(STOP_SECONDS)
  signal(supervisor, 'SIGCONT')
}

// Takes every free byte of the footage's file system, for a minute at most.
async function diskFull() {
  const filler = join(footage, '.filler')
  const file = openSync(filler, 'w')
  try {
    const block = Buffer.alloc(1 << 20)
    while (statfsSync(footage).bavail > 0) writeSync(file, block)
  } catch (problem) {
    if (problem.code !== 'ENOSPC') throw problem
  } finally {
    closeSync(file)
  }
  await pause(Math.min(60, STOP_SECONDS))
  rmSync(filler)
}

// mulberry32: the same seed gives the same trial.
function random(seed) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

async function randomKills() {
  const next = random(Number(options.seed))
  const names = ['recorder', 'job', 'dashboard']
  const end = Date.now() + Number(options.random) * 1000
  let count = 0
  while (Date.now() < end) {
    await pause(5 + 25 * next())
    try {
      signal(pid(names[Math.floor(names.length * next())]), 'SIGKILL')
      count++
    } catch {
      // it is just being started again
    }
  }
  return count
}

async function allIncidents() {
  const admin = desk(options.url)
  await admin.signIn('admin', options['password-file'])
  return admin.incidents()
}

// What one undisturbed run over the same footage finds, as NDJSON.
function analysedAnew(from, to) {
  const out = join(options.data, 'trial-analysis')
  execFileSync(
    options.zaigang,
    ['analyze', '--site', options.site, '--data', options.data, '--from', from, '--to', to, '--out', out],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  )
  return readFileSync(join(out, 'incidents.ndjson'), 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line))
}

const asKey = ({ id, startedAt, endedAt }) => `${id} ${Date.parse(startedAt)} ${endedAt && Date.parse(endedAt)}`

async function verdict(from, to) {
  const settled = (one) => one.endedAt && Date.parse(one.startedAt) > from + 30_000 && Date.parse(one.endedAt) < to - 60_000
  const told = (await allIncidents()).filter(settled)
  const expected = analysedAnew(new Date(from).toISOString(), new Date(to).toISOString()).filter(settled)
  const have = new Set(told.map(asKey))
  const want = new Set(expected.map(asKey))
  return {
    incidents: want.size,
    lost: [...want].filter((key) => !have.has(key)),
    invented: [...have].filter((key) => !want.has(key)),
    twice: told.length - have.size,
  }
}

function gapsBetween(from, to) {
  const recorded = segments().filter((one) => one.end > from && one.start < to)
  let covered = from
  let missing = 0
  for (const one of recorded) {
    if (one.start > covered + 100) missing += one.start - covered
    covered = Math.max(covered, one.end)
  }
  return missing / 1000
}

function table(result, kills) {
  const lines = [
    '| fault | lasted s | dashboard has what was seen after it, after s | footage missing s |',
    '| --- | ---: | ---: | ---: |',
    ...rows.map(
      (row) =>
        `| ${row.name} | ${row.struck.toFixed(0)} | ${row.healed.toFixed(0)} | ${gapsBetween(row.from, row.to).toFixed(1)} |`,
    ),
    '',
    `${kills} processes were killed at random (seed ${options.seed}). The footage then held ${result.incidents} settled incidents, found by one`,
    `undisturbed run over it; the dashboard had lost ${result.lost.length} of them, invented ${result.invented.length}, and had ${result.twice} twice.`,
  ]
  return `${lines.join('\n')}\n`
}

async function main() {
  await untilWell()
  const from = segments()[0].start
  await fault('recorder killed (-9)', kill('recorder'))
  await fault('recorder killed (-9), and gone', recorderGone)
  await fault('recorder stands still', stopped(() => pid('recorder')))
  await fault('job killed (-9)', kill('job'))
  await fault('dashboard killed (-9)', kill('dashboard'))
  await fault('PostgreSQL killed (-9)', kill('postgres'))
  await fault('PostgreSQL stands still', stopped(postgres))
  await fault('dashboard stands still', stopped(() => pid('dashboard')))
  if (options['influx-pid-file']) {
    await fault('InfluxDB stands still', stopped(() => Number(readFileSync(options['influx-pid-file'], 'utf8'))))
  }
  if (options['footage-mount']) await fault('footage disk full', diskFull)
  let kills = 0
  await fault('random kills (-9)', async () => {
    kills = await randomKills()
  })
  await pause(90) // what is open comes to an end
  const result = await verdict(from, Date.now())
  const text = table(result, kills)
  writeFileSync(options.out, text)
  console.log(text)
  for (const [what, keys] of Object.entries({ lost: result.lost, invented: result.invented })) {
    for (const key of keys) console.error(`${what}: ${key}`)
  }
  return result.incidents > 0 && result.lost.length + result.invented.length + result.twice === 0 ? 0 : 1
}

process.exit(
  await main().catch((problem) => {
    console.error(problem.message)
    return 1
  }),
)
