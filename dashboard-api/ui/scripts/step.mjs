// What Maven calls: `node scripts/step.mjs install|build|test [skip]`. A step whose inputs are those of
// its last success is not run again, so that a build that touches only Java does not wait for the page.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const UI = fileURLToPath(new URL('..', import.meta.url))
const STAMPS = join(UI, 'node_modules', '.zaigang')
const OLDEST_NODE = [20, 19]

const STEPS = {
  install: {
    command: ['npm', 'ci', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'],
    inputs: () => ['package.json', 'package-lock.json'],
    product: 'node_modules/vite',
  },
  build: {
    command: ['npm', 'run', '--silent', 'build'],
    inputs: sources,
    product: 'dist/index.html',
    // Names of the page's files carry hashes: those of the last build must not be packaged as well.
    before: () => rmSync(join(UI, '../target/classes/static'), { recursive: true, force: true }),
  },
  test: { command: ['npm', 'test', '--silent'], inputs: sources, product: '.' },
}

const [name, skip] = process.argv.slice(2)
const step = STEPS[name]
if (!step) fail(`step '${name}' is none of ${Object.keys(STEPS).join(', ')}`)
if (skip !== 'true') run(step)

function run({ command, inputs, product, before }) {
  checkNode()
  const stamp = join(STAMPS, name)
  const state = digest(inputs())
  if (existsSync(join(UI, product)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === state) {
    console.log(`ui: ${name} is up to date`)
    return
  }
  before?.()
  const [program, ...args] = command
  const { status, error } = spawnSync(program, args, { cwd: UI, stdio: 'inherit' })
  if (error) fail(`${program} does not start (${error.message}); Debian: apt-get install npm`)
  if (status !== 0) process.exit(status ?? 1)
  mkdirSync(STAMPS, { recursive: true })
  writeFileSync(stamp, state)
}

function sources() {
  return readdirSync(UI, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(UI.length))
    .filter((path) => !/^(node_modules|dist)\/|^src\/api\/schema\.d\.ts$/.test(path))
}

function digest(paths) {
  const hash = createHash('sha256').update(process.version)
  for (const path of paths.sort()) hash.update(`\0${path}\0`).update(readFileSync(join(UI, path)))
  return hash.digest('hex')
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  const [oldest, oldestMinor] = OLDEST_NODE
  if (major > oldest || (major === oldest && minor >= oldestMinor)) return
  fail(`the page is built with Node ${OLDEST_NODE.join('.')} or newer, this is ${process.version}`)
}

function fail(sentence) {
  console.error(`ui: ${sentence}`)
  process.exit(1)
}
