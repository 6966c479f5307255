// Scenario files and pacts with small damage, read by the commands that check them.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { damage, spoil } from '../requests/values.mjs'
import { environment, program, root } from './server.mjs'

const additions = [
  'a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]\n',
  'timeline: {age: P999999999999D}\n',
  'title: !!js/function x\n',
  `note: ${'['.repeat(200)}${']'.repeat(200)}\n`,
  '__proto__: {polluted: true}\n',
  'constructor: x\n',
  '\u0000',
  '\t- x\n',
  Array.from({ length: 1_000 }, (_, nth) => `k${nth}: 1\n`).join(''),
]

/** Runs the command; what is wrong with how it ended. */
const run = async (words) => {
  const child = spawn(process.execPath, [program, ...words], { env: environment, timeout: 30_000 })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      output += chunk
    })
  const [code, signal] = await once(child, 'close')
  if (/\n\s+at .+:\d+:\d+/.test(output)) return `a stack trace: ${output.slice(0, 300)}`
  return [0, 1, 2].includes(code) ? undefined : `ended with ${code ?? signal}`
}

const texts = async (folder, ending) => {
  const names = await readdir(folder, { recursive: true })
  return Promise.all(
    names
      .filter((name) => name.endsWith(ending))
      .sort()
      .map((name) => readFile(join(folder, name), 'utf8')),
  )
}

/** The problems of reading damaged files: 24 scenario files in one folder, then one pact. */
export const readDamagedFiles = async (random) => {
  const folder = await mkdtemp(join(tmpdir(), 'mock-yoti-fuzz-'))
  try {
    const scenarios = await texts(join(root, 'scenarios'), '.yaml')
    const own = join(folder, 'own')
    await mkdir(own)
    for (let nth = 0; nth < 24; nth += 1) {
      const text = random.pick(scenarios)
      await writeFile(
        join(own, `s${nth}.yaml`),
        random.chance(0.5) ? spoil(text, random) : text + random.pick(additions),
      )
    }
    const pact = random.pick(await texts(join(root, 'contracts/pacts'), '.json'))
    const file = join(folder, 'pact.json')
    await writeFile(file, random.chance(0.3) ? spoil(pact, random) : JSON.stringify(damage(JSON.parse(pact), random)))
    const lint = await run(['scenarios', 'lint', own])
    const states = await run(['states', '--pact-file', file])
    return [lint && `scenarios lint: ${lint}`, states && `states: ${states}`].filter(Boolean)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
