// The packed command of a version: unpacked, started, run.
import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const world = new URL('./frozen-world.mjs', import.meta.url).href

/** Unpacks a tarball into a temporary folder; the folder of the package. */
export const unpack = async (tarball, folder, name) => {
  const into = await mkdtemp(join(folder, `${name}-`))
  await promisify(execFile)('tar', ['-xzf', tarball, '-C', into])
  return join(into, 'package')
}

export const temporaryFolder = () => mkdtemp(join(tmpdir(), 'mock-yoti-same-as-'))

/** Of the environment only what a program needs: nothing that names a branch, a broker or an option. */
const environment = (more) => ({ PATH: process.env.PATH, HOME: process.env.HOME, TZ: 'UTC', NO_COLOR: '1', ...more })

const spawnPacked = (root, args, { env = {}, cwd = root } = {}) =>
  spawn(process.execPath, ['--import', world, join(root, 'bin', 'mock-yoti.js'), ...args], {
    env: environment(env),
    cwd,
  })

const collect = (child) => {
  const output = { stdout: '', stderr: '' }
  for (const name of ['stdout', 'stderr'])
    child[name].on('data', (chunk) => {
      output[name] += chunk
    })
  return output
}

/** Runs the command to its end; a server that starts although it was asked badly is stopped. */
export const runPacked = async (root, args, { input = '', ...options } = {}) => {
  const child = spawnPacked(root, args, options)
  const output = collect(child)
  child.stdin.on('error', () => undefined)
  child.stdin.end(input)
  child.stdout.on('data', () => /listens on/.test(output.stdout) && child.kill('SIGTERM'))
  const timer = setTimeout(() => child.kill('SIGTERM'), 20_000)
  const [code] = await once(child, 'close')
  clearTimeout(timer)
  return { code, ...output }
}

/** Starts the server; resolves once it listens. */
export const serve = async (root, args, env = {}) => {
  const child = spawnPacked(root, ['serve', '--port', '0', ...args], { env })
  const output = collect(child)
  const closed = once(child, 'close')
  const ended = closed.then(([code]) => {
    throw new Error(`the server of ${root} ended with ${code}: ${output.stderr || output.stdout}`)
  })
  const listening = (async () => {
    while (!/127\.0\.0\.1:\d+/.test(output.stdout)) await once(child.stdout, 'data')
  })()
  await Promise.race([listening, ended])
  ended.catch(() => undefined)
  const port = Number(/127\.0\.0\.1:(\d+)/.exec(output.stdout)?.[1])
  const stop = async () => {
    child.kill('SIGTERM')
    const [code] = await closed
    return { code, stdout: output.stdout.replaceAll(`:${port}`, ':PORT'), stderr: output.stderr }
  }
  return { port, stop }
}
