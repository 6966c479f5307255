// The command line: what every command prints and answers, used well and badly.
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { firstDifference } from './report.mjs'
import { runPacked } from './servers.mjs'

const scenarioFile = `title: Ours
use_when: A test needs it.
provenance: invented
source: ours
`

const helps = [
  '',
  'serve',
  'scenarios',
  'scenarios list',
  'scenarios show',
  'scenarios new',
  'scenarios import',
  'scenarios lint',
  'shapes',
  'verify',
  'states',
  'keys',
]
/** Where a package was unpacked, also as seen from beside it. */
const packages = /[^\s$='"]*(?:old|new)-\w{6}\/package/g

const lists = [
  '',
  '--group counter',
  '--provenance observed',
  '--check LIVENESS',
  '--reason TAMPERED',
  '--group nothing',
  '--provenance made-up',
  '--check LIVENES',
  '--reason NONE',
  '--scenarios own',
  '--colour red',
]

/** Arguments as words, in a folder that has files to work with; `input` is read from standard input. */
const uses = [
  ...helps.map((command) => `${command} --help`),
  'help',
  '-h',
  '--version',
  '-v',
  'scenarios',
  ...lists.map((options) => `scenarios ${options} --json`),
  ...[
    'all-approve',
    'authenticity-rejected:TAMPERED',
    'error-server-error',
    'nobody',
    '',
    'a b',
    'ours --scenarios own',
  ].flatMap((id) => [`scenarios show ${id}`, `scenarios show ${id} --json`]),
  'scenarios new mine --from all-approve',
  'scenarios new mine --from all-approve',
  'scenarios new mine',
  'scenarios new other --from nobody',
  'scenarios new --from all-approve',
  'scenarios new deep --from profile-mismatch --scenarios made',
  'scenarios import answer.json --id imported-one',
  'scenarios import - --id imported-two',
  'scenarios import no-such.json',
  'scenarios import broken.json',
  'scenarios import',
  'scenarios lint',
  'scenarios lint own',
  'scenarios lint wrong',
  'scenarios lint nowhere',
  'scenarios lint own --json',
  'scenarios paint',
  'shapes',
  'shapes --json',
  'shapes --scenarios own',
  'shapes extra',
  'shapes --colour',
  'keys',
  'keys extra',
  'states',
  'states --pact-file pacts/pact.json',
  'states --pact-file unknown-state.json',
  'states --pact-file no-such.json',
  'states --pact-dir pacts',
  'states --colour red',
  'verify',
  'verify --pact-file no-such.json',
  'verify --pact-dir nowhere',
  'verify --colour red',
  'verify --pending maybe --pact-file pacts/pact.json',
  'verify --broker http://127.0.0.1:9',
  'paint',
  'serv',
  'serve extra',
  ...[
    '--port 99999',
    '--port x',
    '--port',
    '--log loud',
    '--scenario nobody',
    '--scenario all-aprove',
    '--scenarios nowhere',
    '--scenarios wrong',
    '--signatures perhaps',
    '--key x',
    '--key x=nowhere.pem',
    '--key x=answer.json',
    '--tls-cert nowhere.pem',
    '--tls-cert answer.json --tls-key answer.json',
    '--visits never',
    '--visit-delay -1',
    '--max-sessions 0',
    '--notify-timeout x',
    '--notify-retries -1',
    '--journal-size -1',
    '--host 300.1.1.1',
    '--sed x',
    '--control-token',
  ].map((options) => `serve --port 0 ${options}`),
  '--prot 1',
]

const environments = [
  { MOCK_YOTI_PORT: 'x' },
  { MOCK_YOTI_LOG: 'loud' },
  { MOCK_YOTI_SCENARIO: 'nobody' },
  { MOCK_YOTI_VISITS: 'never' },
  { MOCK_YOTI_SCENARIOS: 'nowhere' },
  { MOCK_YOTI_CHECK_ANSWERS: 'perhaps' },
  { MOCK_YOTI_NOTIFY_INSECURE: 'perhaps' },
  { MOCK_YOTI_KEY: 'x' },
]

const pact = (state) => ({
  consumer: { name: 'ours' },
  provider: { name: 'yoti-idv-mock' },
  interactions: [
    {
      description: 'a read',
      providerStates: [{ name: state, params: { result: 'all-approve' } }],
      request: { method: 'GET', path: '/idverify/v1/sessions/x' },
      response: { status: 200 },
    },
  ],
  metadata: { pactSpecification: { version: '3.0.0' } },
})

/** The files that the commands above name. */
const furnish = async (folder, answer) => {
  const files = {
    'own/ours.yaml': scenarioFile,
    'wrong/broken.yaml': 'title: [',
    'wrong/typo.yaml': `${scenarioFile}colour: red\n`,
    'answer.json': answer,
    'broken.json': '{',
    'pacts/pact.json': JSON.stringify(pact('a session has the result')),
    'unknown-state.json': JSON.stringify(pact('no such state')),
  }
  for (const [name, text] of Object.entries(files)) {
    await mkdir(join(folder, name, '..'), { recursive: true })
    await writeFile(join(folder, name), text)
  }
}

const filesIn = async (folder) => {
  const names = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())
  const texts = names.map(async (entry) => {
    const path = join(entry.parentPath ?? entry.path, entry.name)
    return `${path.slice(folder.length)}\n${await readFile(path, 'utf8')}`
  })
  return (await Promise.all(texts)).sort().join('\n').replace(packages, 'PACKAGE')
}

export const compareCommands = async ({ roots, report, folder }) => {
  const sides = { old: join(folder, 'cwd-old'), new: join(folder, 'cwd-new') }
  const answer = JSON.parse((await runPacked(roots.old, ['scenarios', 'show', 'all-approve', '--json'])).stdout)
  for (const cwd of Object.values(sides)) await furnish(cwd, JSON.stringify(answer.answer ?? answer))
  const group = 'command line'

  const run = async (side, words, env) => {
    const cwd = sides[side]
    const input = words.includes('-') ? JSON.stringify(answer.answer ?? answer) : ''
    const { code, stdout, stderr } = await runPacked(roots[side], words, /** @type {object} */ ({ cwd, env, input }))
    const own = (text) =>
      text
        .replaceAll(cwd, 'CWD')
        .replace(packages, 'PACKAGE')
        .replace(/127\.0\.0\.1:\d+/g, 'ADDRESS')
        .replace(/\n {4}at .*/g, '')
    return `exit ${code}\nstdout ${own(stdout)}\nstderr ${own(stderr)}`
  }
  const compare = async (words, env = {}) => {
    const [one, other] = await Promise.all([run('old', words, env), run('new', words, env)])
    const what = [...Object.entries(env).map(([name, value]) => `${name}=${value}`), 'mock-yoti', ...words].join(' ')
    report.count(group, what, one === other ? undefined : firstDifference(one, other))
  }

  for (const use of uses) await compare(use.split(' ').filter((word) => word !== ''))
  for (const env of environments) await compare(['serve'], { MOCK_YOTI_PORT: '0', ...env })
  const [one, other] = await Promise.all([filesIn(sides.old), filesIn(sides.new)])
  report.count(group, 'the files that were written', one === other ? undefined : firstDifference(one, other))
  report.show(group)
}
