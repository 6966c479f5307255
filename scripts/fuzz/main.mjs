// `npm run fuzz -- --seconds N --seed S`: does anything that a client sends break the built server?
import { parseArgs } from 'node:util'
import { keepBuilt } from '../setup.mjs'
import { fuzz } from './fuzz.mjs'

const usage = `npm run fuzz -- [OPTIONS]: send generated requests to the built server; exit 1 when it does what it must not

  --seconds N    how long (60)
  --requests N   how many at most
  --seed TEXT    what is generated (fuzz)
  --from INDEX   the request to begin with, as an example of an earlier run names it`

const spell = (counts) =>
  Object.entries(counts)
    .map(([what, count]) => `${what} ${count}`)
    .join(', ')

const main = async () => {
  const { values } = parseArgs({
    options: {
      seconds: { type: 'string', default: '60' },
      requests: { type: 'string', default: 'Infinity' },
      seed: { type: 'string', default: 'fuzz' },
      from: { type: 'string', default: '0' },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) {
    console.log(usage)
    return 0
  }
  keepBuilt()
  const [seconds, requests, from] = [values.seconds, values.requests, values.from].map(Number)
  const { byKind, byStatus, findings, longestWait, memory } = await fuzz({ seed: values.seed, seconds, requests, from })
  const total = Object.values(byKind).reduce((sum, count) => sum + count, 0)
  console.log(`${total} requests and files: ${spell(byKind)}`)
  console.log(`answers: ${spell(byStatus)}`)
  console.log(`longest wait of a health check: ${longestWait} ms; memory: ${memory.join(' → ')} MB`)
  for (const { cause, count, example } of findings) console.log(`- ${count} × ${cause}\n  ${example}`)
  console.log(findings.length === 0 ? 'nothing found' : `${findings.length} findings`)
  return findings.length === 0 ? 0 : 1
}

process.exitCode = await main()
