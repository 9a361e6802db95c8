// Takes out of package-lock.json what names a host: where packages came from and whom to fund.
// Run after every `npm install`; `--check` only says whether it is needed (part of `npm run lint`).
import { readFileSync, writeFileSync } from 'node:fs'

const LOCK = new URL('../package-lock.json', import.meta.url)
const text = readFileSync(LOCK, 'utf8')
const lock = JSON.parse(text)
for (const entry of Object.values(lock.packages)) {
  delete entry.funding
  delete entry.resolved
}
const clean = JSON.stringify(lock, null, 2) + '\n'

if (!process.argv.includes('--check')) {
  writeFileSync(LOCK, clean)
} else if (clean !== text) {
  console.error('package-lock.json names hosts (funding or resolved): run `npm run lock:clean`')
  process.exit(1)
}
