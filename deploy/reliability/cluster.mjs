// Holds what a dashboard has against what one undisturbed run of the cluster trial told: each incident once, and as told.
//   node cluster.mjs --url URL --password-file FILE --expected incidents.ndjson
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { desk } from '../demo/desk.mjs'

const { values: options } = parseArgs({
  options: { url: { type: 'string' }, 'password-file': { type: 'string' }, expected: { type: 'string' } },
})

const asKey = ({ id, startedAt, endedAt }) => `${id} ${Date.parse(startedAt)} ${endedAt && Date.parse(endedAt)}`
const expected = readFileSync(options.expected, 'utf8').split('\n').filter(Boolean).map((line) => asKey(JSON.parse(line)))
const admin = desk(options.url)
await admin.signIn('admin', options['password-file'])
const told = (await admin.incidents()).map(asKey)
const lost = expected.filter((key) => !told.includes(key))
const invented = told.filter((key) => !expected.includes(key))
const twice = told.length - new Set(told).size
console.log(`The dashboard has ${told.length} incidents: ${lost.length} lost, ${invented.length} invented, ${twice} twice.`)
for (const key of [...lost, ...invented]) console.error(key)
process.exit(expected.length > 0 && lost.length + invented.length + twice === 0 ? 0 : 1)
