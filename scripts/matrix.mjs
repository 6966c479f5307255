// `npm run test:matrix [-- --node VERSION] [--sample]`: every test, the wide ones included, and the packed contract kit with
// pact-js from the oldest to the newest, on every supported Node.js. `--sample` runs what can differ from one Node.js to another.
import { spawnSync } from 'node:child_process'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const root = fileURLToPath(new URL('..', import.meta.url))
const supported = ['20.19', '22', '24', '26']
const pactVersions = ['13', '15', '16.2.0', '16.4.0', '17.1.4']
const isWindows = process.platform === 'win32'

const { values } = parseArgs({
  options: { node: { type: 'string', multiple: true }, sample: { type: 'boolean', default: false } },
})
const versions = values.node ?? supported
const unknown = versions.filter((version) => !supported.includes(version))
if (unknown.length > 0) {
  console.error(`Not supported: Node.js ${unknown.join(', ')}. Choose from ${supported.join(', ')}`)
  process.exit(2)
}

const run = (what, command, args, env) => {
  console.log(`\n== ${what}`)
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    env,
    shell: isWindows && command === 'npm',
  })
  if (status !== 0) {
    console.error(`Failed: ${what}`)
    process.exit(1)
  }
}

/** Installs a Node.js below .cache. @returns an environment in which it is `node` */
const environmentOf = (version) => {
  const name = `node-${isWindows ? 'win' : process.platform}-${process.arch}`
  const prefix = join(root, '.cache', `node-${version}`)
  const install = ['install', '--silent', '--no-save', '--no-package-lock', '--prefix', prefix, `${name}@${version}`]
  run(`Node.js ${version}`, 'npm', install, process.env)
  const bin = join(prefix, 'node_modules', name, 'bin')
  return { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}`, TEST_MATRIX: values.sample ? '' : 'true' }
}

for (const version of versions) {
  const env = environmentOf(version)
  run(`npm test, Node.js ${version}`, 'npm', ['test', '--', values.sample ? '--sample' : '--no-image'], env)
  if (!values.sample)
    run(`the tarball in projects of others, Node.js ${version}`, 'npm', ['run', 'smoke:projects'], env)
  for (const pact of values.sample ? pactVersions.slice(-1) : pactVersions)
    run(
      `the packed contract kit with pact-js ${pact}, Node.js ${version}`,
      'npm',
      ['run', 'smoke:pact', '--', pact],
      env,
    )
}
