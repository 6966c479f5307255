// `npm run bench`: this server beside a bare node:http server and plain Express that send the same bytes, in one run.
// Ratios are what counts; absolute numbers belong to the machine. The table is kept in bench/RESULTS.md.
import { execFileSync, spawn } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { get } from 'node:http'
import { cpus } from 'node:os'
import { fileURLToPath } from 'node:url'
import { setUp } from '../scripts/setup.mjs'

const at = (path) => fileURLToPath(new URL(path, import.meta.url))
const path = '/idverify/v1/sessions/all-approve'
const seconds = Number(process.env.BENCH_SECONDS ?? 3)
const rounds = Number(process.env.BENCH_ROUNDS ?? 3)
const ports = { bare: 9701, express: 9702, 'mock-yoti': 9703 }

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]

const answers = (url) =>
  new Promise((resolve) => {
    get(url, (response) => {
      response.resume()
      response.on('end', () => resolve(response.statusCode === 200))
    }).on('error', () => resolve(false))
  })

const untilAnswers = async (url) => {
  while (!(await answers(url))) await new Promise((resolve) => setTimeout(resolve, 1))
}

const commandOf = (name, file) =>
  name === 'mock-yoti'
    ? [at('../bin/mock-yoti.js'), '--port', String(ports[name])]
    : [at('servers.mjs'), name, String(ports[name]), file]

const startServer = async (name, file) => {
  const started = performance.now()
  const child = spawn(process.execPath, commandOf(name, file), { stdio: ['ignore', 'ignore', 'inherit'] })
  await untilAnswers(`http://127.0.0.1:${ports[name]}${path}`)
  return { child, coldMs: performance.now() - started }
}

const stop = (child) =>
  new Promise((resolve) => {
    child.once('exit', resolve)
    child.kill('SIGTERM')
  })

/** What a pattern finds in a text. @throws Error when it finds nothing */
const find = (pattern, text) => {
  const found = pattern.exec(text)
  if (found === null) throw new Error(`expected ${pattern} in:\n${text}`)
  return found
}

const residentMb = ({ pid }) => Number(find(/VmRSS:\s+(\d+)/, readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024

const milliseconds = (text) => {
  const [, value, unit] = find(/([\d.]+)(us|ms|s|m)/, text)
  return Number(value) * { us: 0.001, ms: 1, s: 1000, m: 60_000 }[unit]
}

const load = (name, connections) => {
  const args = ['-t1', `-c${connections}`, `-d${seconds}s`, '--latency', `http://127.0.0.1:${ports[name]}${path}`]
  const text = execFileSync('wrk', args, { encoding: 'utf8' })
  return {
    rps: Number(find(/Requests\/sec:\s+([\d.]+)/, text)[1]),
    p50: milliseconds(find(/^\s+50%\s+(\S+)/m, text)[1]),
    p99: milliseconds(find(/^\s+99%\s+(\S+)/m, text)[1]),
  }
}

const coldStarts = async (name, file) => {
  const times = []
  for (let round = 0; round < 7; round++) {
    const { child, coldMs } = await startServer(name, file)
    times.push(coldMs)
    await stop(child)
  }
  return median(times)
}

const emptyNodeMs = () =>
  median(
    Array.from({ length: 9 }, () => {
      const started = performance.now()
      execFileSync(process.execPath, ['-e', '0'])
      return performance.now() - started
    }),
  )

const measure = async (file) => {
  const names = Object.keys(ports)
  const results = Object.fromEntries(names.map((name) => [name, { 1: [], 64: [] }]))
  const servers = {}
  try {
    for (const name of names) servers[name] = (await startServer(name, file)).child
    const idleMb = residentMb(servers['mock-yoti'])
    // Compiled code is what runs for most of a server's life.
    for (const name of names) load(name, 64)
    for (let round = 0; round < rounds; round++)
      for (const connections of [1, 64])
        for (const name of names) results[name][connections].push(load(name, connections))
    return { results, idleMb, loadedMb: residentMb(servers['mock-yoti']) }
  } finally {
    await Promise.all(Object.values(servers).map(stop))
  }
}

const row = (name, runs, bareRuns) => {
  const rps = median(runs.map((run) => run.rps))
  const ratio = rps / median(bareRuns.map((run) => run.rps))
  const p = (key) => median(runs.map((run) => run[key])).toFixed(2)
  return `| ${name} | ${Math.round(rps)} | ${ratio.toFixed(2)} | ${p('p50')} | ${p('p99')} |`
}

const report = ({ results, idleMb, loadedMb }, cold, empty) => {
  const tables = [1, 64].map(
    (connections) =>
      `### ${connections} connection${connections === 1 ? '' : 's'}\n\n| server | requests/s | × bare | p50 ms | p99 ms |\n|---|---|---|---|---|\n${Object.keys(
        results,
      )
        .map((name) => row(name, results[name][connections], results.bare[connections]))
        .join('\n')}`,
  )
  return `# Measured speed

\`GET\` of \`all-approve\` on loopback, ${new Date().toISOString().slice(0, 10)}, Node ${process.version}, ${cpus().length} cores; the load comes
from wrk on the same machine. Medians of ${rounds} rounds of ${seconds} s, interleaved. \`bare\` is \`node:http\` sending the same bytes,
\`express\` is Express 5 with \`res.json\`. Made by \`npm run bench\`.

${tables.join('\n\n')}

### Start and memory

| | |
|---|---|
| \`node -e 0\` | ${empty.toFixed(0)} ms |
| spawn to first 200, mock-yoti | ${cold['mock-yoti'].toFixed(0)} ms (aim: ${(2.5 * empty + 100).toFixed(0)} ms) |
| spawn to first 200, bare node:http | ${cold.bare.toFixed(0)} ms |
| resident when idle | ${idleMb.toFixed(0)} MB (aim: 80 MB) |
| resident after the load | ${loadedMb.toFixed(0)} MB |
`
}

setUp()
try {
  execFileSync('wrk', ['-v'], { stdio: 'ignore' })
} catch (error) {
  if (error.code === 'ENOENT') {
    console.error("The bench needs 'wrk': apt install wrk, or brew install wrk")
    process.exit(2)
  }
}
const body = execFileSync(process.execPath, [at('../bin/mock-yoti.js'), 'scenarios', 'show', 'all-approve', '--json'], {
  encoding: 'utf8',
})
const file = at('../dist/.bench-body.json')
writeFileSync(file, JSON.stringify(JSON.parse(body).answer))
const empty = emptyNodeMs()
const cold = { bare: await coldStarts('bare', file), 'mock-yoti': await coldStarts('mock-yoti', file) }
const text = report(await measure(file), cold, empty)
writeFileSync(at('RESULTS.md'), text)
console.log(text)
