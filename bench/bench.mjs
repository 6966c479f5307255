// `npm run bench`: this server beside bare node:http, Fastify and plain Express, which send the same answer, in one run.
// Ratios are what counts; absolute numbers belong to the machine. `--help` has the options.
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { setUp } from '../scripts/setup.mjs'
import { commandMs, libraryMs, load, median, residentMb, startServer, stop } from './processes.mjs'
import { reportOnStore } from './replicas.mjs'

const help = `npm run bench -- [OPTIONS]

  --node PATH      a Node.js to run the servers with, repeatable (this one)
  --against DIR    a built checkout of mock-yoti, measured as 'before'
  --only NAMES     measure these only: bare, fastify, express, mock-yoti, image, before
  --seconds N      of each load (3)
  --rounds N       loads of each server at 1 and at 64 connections, interleaved (3)
  --starts N       starts of each server, and runs of each command (7)
  --store          measure servers that share a Redis instead; TEST_REDIS_SERVER names another program than redis-server
  --write          keep the tables in bench/RESULTS.md, with --store in bench/REPLICAS.md`

const at = (path) => fileURLToPath(new URL(path, import.meta.url))
const here = at('..')

const { values: options } = parseArgs({
  options: {
    node: { type: 'string', multiple: true, default: [process.execPath] },
    against: { type: 'string' },
    only: { type: 'string', default: 'bare,fastify,express,mock-yoti,image,before' },
    seconds: { type: 'string', default: '3' },
    rounds: { type: 'string', default: '3' },
    starts: { type: 'string', default: '7' },
    store: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})
const seconds = Number(options.seconds)
const rounds = Number(options.rounds)
const starts = Number(options.starts)

/** What the image has Node.js do about memory. */
const imageFlags = () =>
  readFileSync(at('../Dockerfile'), 'utf8')
    .split('\n')
    .flatMap((line) =>
      line.startsWith('ENTRYPOINT ') ? JSON.parse(line.slice('ENTRYPOINT '.length)).slice(1, -1) : [],
    )

/**
 * The servers that are measured; those with a root are mock-yoti.
 * @returns {{ name: string, root?: string, flags?: string[] }[]}
 */
const peers = () => {
  const all = [
    { name: 'bare' },
    { name: 'fastify' },
    { name: 'express' },
    { name: 'mock-yoti', root: here },
    { name: 'image', root: here, flags: imageFlags() },
  ]
  if (options.against !== undefined) all.push({ name: 'before', root: options.against })
  const wanted = options.only.split(',')
  return all.filter(({ name }) => wanted.includes(name))
}

/** Runs something for each peer in turn, some times over, so that whatever else the machine does meets all alike. */
const interleaved = async (list, times, run) => {
  const results = new Map(list.map(({ name }) => [name, []]))
  for (let round = 0; round < times; round++) for (const peer of list) results.get(peer.name).push(await run(peer))
  return results
}

const measureStarts = (node, list, file) =>
  interleaved(list, starts, async (peer) => {
    const server = await startServer({ node, file, ...peer })
    const idleMb = residentMb(server)
    await stop(server)
    return { startMs: server.startMs, idleMb }
  })

const measureLoads = async (node, list, file) => {
  const servers = new Map()
  try {
    for (const peer of list) servers.set(peer.name, await startServer({ node, file, ...peer }))
    // Compiled code is what runs for most of a server's life.
    for (const server of servers.values()) load(server, 64, seconds)
    const byConnections = {}
    for (const connections of [1, 64])
      byConnections[connections] = await interleaved(list, rounds, async ({ name }) =>
        load(servers.get(name), connections, seconds),
      )
    const loadedMb = new Map([...servers].map(([name, server]) => [name, residentMb(server)]))
    return { byConnections, loadedMb }
  } finally {
    await Promise.all([...servers.values()].map(stop))
  }
}

const measureCommands = (node, list) =>
  interleaved(
    list.filter(({ root, flags }) => root !== undefined && flags === undefined),
    starts,
    async ({ root }) => ({
      ...libraryMs(node, root),
      scenariosMs: commandMs(node, [`${root}/bin/mock-yoti.js`, 'scenarios']),
    }),
  )

const table = (heads, rows) =>
  [heads, heads.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')

const of = (runs, key) => median(runs.map((run) => run[key]))

const loadTable = (connections, results) => {
  const ratio = (rps, name) => (results.has(name) ? (rps / of(results.get(name), 'rps')).toFixed(2) : '')
  const rows = [...results].map(([name, runs]) => {
    const rps = of(runs, 'rps')
    const times = [of(runs, 'cpuUs').toFixed(1), of(runs, 'p50').toFixed(2), of(runs, 'p99').toFixed(2)]
    return [name, Math.round(rps), ratio(rps, 'fastify'), ratio(rps, 'bare'), ...times]
  })
  const heads = ['server', 'requests/s', '× Fastify', '× bare', 'CPU µs a request', 'p50 ms', 'p99 ms']
  return `### ${connections} connection${connections === 1 ? '' : 's'}\n\n${table(heads, rows)}`
}

const startTable = (started, loadedMb, commands) => {
  const rows = [...started].map(([name, runs]) => {
    const memory = [of(runs, 'idleMb').toFixed(0), loadedMb.get(name).toFixed(0)]
    const library = commands.has(name)
      ? ['firstMs', 'anotherMs', 'scenariosMs'].map((key) => of(commands.get(name), key).toFixed(1))
      : ['', '', '']
    return [name, of(runs, 'startMs').toFixed(0), ...memory, ...library]
  })
  const heads = [
    'server',
    'start to first answer, ms',
    'MB idle',
    'MB after the load',
    'import and first `startMockYoti()`, ms',
    'another one, ms',
    '`mock-yoti scenarios`, ms',
  ]
  return `### Start, memory, library\n\n${table(heads, rows)}`
}

const versionOf = (node) => execFileSync(node, ['--version'], { encoding: 'utf8' }).trim()

const reportOn = async (node, file) => {
  const list = peers()
  const started = await measureStarts(node, list, file)
  const { byConnections, loadedMb } = await measureLoads(node, list, file)
  const commands = await measureCommands(node, list)
  const tables = [1, 64].map((connections) => loadTable(connections, byConnections[connections]))
  return [`## Node.js ${versionOf(node)}`, ...tables, startTable(started, loadedMb, commands)].join('\n\n')
}

const introduction = () => `# Measured speed

\`GET\` of \`all-approve\` on loopback, ${new Date().toISOString().slice(0, 10)}, ${cpus().length} cores; the load comes from wrk on the same machine. Medians
of ${rounds} rounds of ${seconds} s and of ${starts} starts, interleaved. \`bare\` is \`node:http\` that sends ready bytes, \`fastify\` and \`express\`
make the same JSON for each request, \`image\` is mock-yoti with the memory flags of its image. Made by \`npm run bench\`.`

const storeReport = async (node) => {
  const program = process.env['TEST_REDIS_SERVER'] ?? 'redis-server'
  const version = execFileSync(program, ['--version'], { encoding: 'utf8' })
  const [name] = /^\w+ server v=[\d.]+/.exec(version) ?? [program]
  const date = new Date().toISOString().slice(0, 10)
  const introduction = `# Measured speed of servers with one state

\`GET\` of a created session on loopback, ${date}, ${cpus().length} cores, Node.js ${versionOf(node)}, ${name}. wrk, the servers and Redis share
the cores: what each takes of them is in the table. Medians of ${rounds} rounds of ${seconds} s, interleaved. Made by \`npm run bench -- --store\`.`
  return `${introduction}\n\n${await reportOnStore({ node, root: here, seconds, rounds, starts, program })}\n`
}

const main = async () => {
  if (options.help) return console.log(help)
  setUp()
  try {
    execFileSync('wrk', ['-v'], { stdio: 'ignore' })
  } catch (error) {
    if (error.code === 'ENOENT') {
      console.error("The bench needs 'wrk': apt install wrk, or brew install wrk")
      process.exitCode = 2
      return
    }
  }
  if (options.store) {
    const text = await storeReport(options.node[0])
    if (options.write) writeFileSync(at('REPLICAS.md'), text)
    console.log(text)
    return
  }
  const shown = execFileSync(process.execPath, [
    `${here}/bin/mock-yoti.js`,
    'scenarios',
    'show',
    'all-approve',
    '--json',
  ])
  const file = at('../dist/.bench-body.json')
  writeFileSync(file, JSON.stringify(JSON.parse(shown.toString()).answer))
  const reports = []
  for (const node of options.node) reports.push(await reportOn(node, file))
  const text = `${[introduction(), ...reports].join('\n\n')}\n`
  if (options.write) writeFileSync(at('RESULTS.md'), text)
  console.log(text)
}

await main()
