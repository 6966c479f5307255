// `npm run build && node bench/block.mjs`: how long requests and scenario files hold up everybody else. For each it
// measures the longest delay of a health check that another process sends every 5 ms.
import { fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const limitMs = 100

/** The other process: asks for the health of the server until it is told to stop, and reports the longest wait. */
const watchHealth = async (url) => {
  let isOver = false
  process.once('message', () => {
    isOver = true
  })
  let longest = 0
  for (let asked = 0; !isOver; asked++) {
    const started = performance.now()
    await (await fetch(`${url}/__mock/health`)).arrayBuffer()
    // The first ones open the connection.
    if (asked > 20) longest = Math.max(longest, performance.now() - started)
    if (asked === 40) process.send?.('ready')
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  process.send?.(longest)
  process.disconnect()
}

const repeat = (text, bytes) => text.repeat(Math.floor(bytes / text.length))
const json = (body) => ({ method: 'POST', body })
const megabyte = 999_000
const order = { requested_checks: [{ type: 'ID_DOCUMENT_AUTHENTICITY', config: { manual_check: 'NEVER' } }] }
const jwt = (claims) =>
  [{ alg: 'PS384' }, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')
const tokenForm = (assertion) =>
  new URLSearchParams({
    grant_type: 'client_credentials',
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: `${assertion}.AAAA`,
  })

const sessions = '/idverify/v1/sessions'

/**
 * Requests by what they are; each is sent ten times.
 * @type {Record<string, [string, RequestInit]>}
 */
const requests = {
  'a megabyte of requested_checks: [1,1,…]': [sessions, json(`{"requested_checks":[${repeat('1,', megabyte)}1]}`)],
  'a megabyte of empty checks': [sessions, json(`{"requested_checks":[${repeat('{},', megabyte)}{}]}`)],
  'a tracking id of a megabyte': [
    sessions,
    json(JSON.stringify({ ...order, user_tracking_id: `scenario:${'x'.repeat(megabyte)}` })),
  ],
  '1,000 documents': [
    sessions,
    json(JSON.stringify({ ...order, required_documents: Array(1000).fill({ type: 'ID_DOCUMENT' }) })),
  ],
  '10 MB of [': [sessions, json('['.repeat(9_800_000))],
  'a megabyte of keys': [sessions, json(`{${Array.from({ length: 70_000 }, (_, at) => `"key${at}":1`).join()}}`)],
  'an audience of 30 kB of slashes': [
    '/v1/oauth/token',
    json(tokenForm(jwt({ iss: 'sdk:x', sub: 'sdk:x', aud: `${'/'.repeat(30_000)}x` }))),
  ],
  '7,000 parameters, a wrong digest and 199 kB': [
    `${sessions}?${repeat('&a', 14_000)}`,
    { ...json(`{"a":"${'x'.repeat(199_000)}"}`), headers: { 'X-Yoti-Auth-Digest': 'AAAA' } },
  ],
}

/** Scenario files by what they are; each is written while the server watches. */
const files = {
  'a scenario file of 8,000 unknown keys': Array.from({ length: 8000 }, (_, at) => `unknown_key_${at}: 1`).join('\n'),
  'a scenario file of 1,600 unknown keys': Array.from({ length: 1600 }, (_, at) => `unknown_key_${at}: 1`).join('\n'),
  'a scenario file of a megabyte of [': `a: ${'['.repeat(megabyte)}`,
}

const startServer = async (scenarios) => {
  const program = fileURLToPath(new URL('../bin/mock-yoti.js', import.meta.url))
  const server = spawn(process.execPath, [program, '--port', '0', '--scenarios', scenarios, '--log', 'json'])
  const url = await new Promise((resolve, reject) => {
    server.stdout.on('data', (chunk) => {
      const [found] = /http:\/\/127\.0\.0\.1:\d+/.exec(String(chunk)) ?? []
      if (found !== undefined) resolve(found)
    })
    server.once('exit', () => reject(new Error('the server did not start')))
  })
  return { server, url }
}

const measure = async (url, act) => {
  const watcher = fork(fileURLToPath(import.meta.url), ['--watch', url])
  await once(watcher, 'message')
  await act()
  watcher.send('stop')
  const [longest] = await once(watcher, 'message')
  return longest
}

const main = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'mock-yoti-block-'))
  const { server, url } = await startServer(folder)
  let isTooLong = false
  const report = (what, ms) => {
    isTooLong ||= ms > limitMs
    console.log(`${ms.toFixed(0).padStart(6)} ms  ${what}`)
  }
  try {
    report('nothing else', await measure(url, () => new Promise((resolve) => setTimeout(resolve, 1000))))
    for (const [what, [path, init]] of Object.entries(requests)) {
      const act = async () => {
        for (let sent = 0; sent < 10; sent++) await (await fetch(url + path, init)).arrayBuffer()
      }
      report(what, await measure(url, act))
    }
    for (const [what, text] of Object.entries(files)) {
      const act = async () => {
        await writeFile(join(folder, 'large.yaml'), text)
        await new Promise((resolve) => setTimeout(resolve, 2000))
      }
      report(what, await measure(url, act))
    }
  } finally {
    server.kill()
    await rm(folder, { recursive: true })
  }
  return isTooLong ? 1 : 0
}

if (process.argv[2] === '--watch') await watchHealth(process.argv[3])
else process.exitCode = await main()
