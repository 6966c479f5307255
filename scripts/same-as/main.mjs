// `npm run same-as -- OLD.tgz`: is this checkout, packed, the same to its users as an older tarball?
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { setUp } from '../setup.mjs'
import { compareCommands } from './commands.mjs'
import { compareFiles } from './files.mjs'
import { corpus, replayServers } from './replay.mjs'
import { parseExpected, Report } from './report.mjs'
import { temporaryFolder, unpack } from './servers.mjs'
import { compareTypes } from './types.mjs'

const usage = `npm run same-as -- OLD.tgz [OPTIONS]: compare this checkout with an older packed version; exit 1 when they differ

  --with NEW.tgz     compare that tarball instead of this checkout
  --requests COUNT   generated requests (20000)
  --seed TEXT        what is generated (same-as)
  --only WORDS       only these parts, joined by commas: files, types, commands,
                     ${Object.keys(corpus).join(', ')}
  --expect FILE      known differences, a line each: PATTERN -- REASON`

/** Packs this checkout as it would be published. */
const packPresent = (folder) => {
  setUp()
  const root = fileURLToPath(new URL('../..', import.meta.url))
  execFileSync('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder], {
    cwd: root,
    stdio: 'ignore',
  })
  return join(folder, readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? '')
}

const main = async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      with: { type: 'string' },
      requests: { type: 'string', default: '20000' },
      seed: { type: 'string', default: 'same-as' },
      only: { type: 'string', default: '' },
      expect: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  })
  const [oldTarball] = positionals
  if (values.help || oldTarball === undefined) {
    console.log(usage)
    return values.help ? 0 : 2
  }
  const expected = values.expect === undefined ? [] : parseExpected(readFileSync(values.expect, 'utf8'))
  const report = new Report({ expected })
  const folder = await temporaryFolder()
  try {
    const newTarball = values.with === undefined ? packPresent(folder) : resolve(values.with)
    const roots = {
      old: await unpack(resolve(oldTarball), folder, 'old'),
      new: await unpack(newTarball, folder, 'new'),
    }
    const words = values.only.split(',')
    const wanted = (name) => values.only === '' || words.includes(name)
    const all = { roots, report, folder, seed: values.seed, requests: Number(values.requests), wanted }
    for (const [name, compare] of Object.entries({
      files: compareFiles,
      types: compareTypes,
      commands: compareCommands,
    }))
      if (wanted(name)) await compare(all)
    await replayServers(all)
    return report.finish() ? 0 : 1
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

process.exitCode = await main()
