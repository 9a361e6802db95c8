// What the desk costs before it shows anything: index.html, what it preloads, and all that the desk's
// page imports at once, in gzipped JavaScript. Fails the build above the limit.
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

const LIMIT_BYTES = 400 * 1000
const DIST = fileURLToPath(new URL('../dist', import.meta.url))
const ENTRIES = ['index.html', 'src/shell/AppShell.vue', 'src/desk/DeskPage.vue']

const path = join(DIST, '.vite', 'manifest.json')
if (!existsSync(path)) fail(`${path} is missing: build first`)
const manifest = JSON.parse(readFileSync(path, 'utf8'))

const files = new Set()
ENTRIES.forEach(visit)
const bytes = [...files].reduce(
  (sum, file) => sum + gzipSync(readFileSync(join(DIST, file))).length,
  0,
)
const said = `first load of the desk: ${(bytes / 1000).toFixed(0)} kB gzipped JavaScript in ${files.size} files`
if (bytes > LIMIT_BYTES) fail(`${said}, more than ${LIMIT_BYTES / 1000} kB`)
console.log(said)
rmSync(join(DIST, '.vite'), { recursive: true }) // of no use to anybody who only looks at the page

function visit(key) {
  const chunk = manifest[key]
  if (!chunk) fail(`${key} is not in the manifest`)
  if (files.has(chunk.file)) return
  files.add(chunk.file)
  chunk.imports?.forEach(visit)
}

function fail(sentence) {
  console.error(`ui: ${sentence}`)
  process.exit(1)
}
