// `npm test [FILTERS] [--no-image | --image | --sample]`: sets up what is stale, then runs every test; those of the image need
// a container engine. `--image` runs those alone, `--sample` only the files that another version of Node.js may break.
import { isCI } from './ci.mjs'
import { prepareContainerTests } from './container-engine.mjs'
import { setUp } from './setup.mjs'

/** Sockets, streams, crypto, timers, signals, modules and text: what Node.js itself does for us. */
const sample = [
  'test/clocks',
  'test/commands/keys',
  'test/commands/reload',
  'test/commands/serve',
  'test/faults/kinds',
  'test/http',
  'test/journal',
  'test/library',
  'test/media',
  'test/notifications',
  'test/package/packed',
  'test/sdk',
  'examples/counter-service',
  'examples/self-signed',
]

const flags = ['--no-image', '--image', '--sample']
const [flag, ...others] = process.argv.slice(2).filter((argument) => flags.includes(argument))
const named = process.argv.slice(2).filter((argument) => !flags.includes(argument))
if (others.length > 0) {
  console.error(`npm test takes one of ${flags.join(', ')}`)
  process.exit(2)
}

setUp()
const filters = flag === '--sample' ? sample : named
const withImage = flag === '--image' || (flag === undefined && filters.length === 0)
const skipped = withImage ? prepareContainerTests() : undefined
if (!withImage) delete process.env.TEST_IMAGE
const project = flag === '--image' ? { project: ['container', 'image'] } : {}
const { startVitest } = await import('vitest/node')
if (flag !== '--image' || skipped === undefined)
  await startVitest('test', filters, { run: true, watch: false, ...project })
if (skipped !== undefined) {
  console.error(`\n${skipped}`)
  // Where CI is set, nothing may be left out unnoticed.
  if (isCI || flag === '--image') process.exitCode = 1
}
