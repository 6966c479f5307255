import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { summarise } from '../../server/engine/results/summarise.js'
import { builtInScenarios } from '../../server/engine/scenarios/catalogue.js'
import { runCommand } from '../support/command.js'
import { sampled } from '../support/matrix.js'
import { answered } from './redacted.js'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mock-yoti-planted-'))
})
afterAll(() => rm(folder, { recursive: true }))

/** The ways in which somebody's name could stand where a word of Yoti's belongs. */
const forms = ['SMITHERS', 'smithers', 'Smithers', 'JOHN_SMITHERS', 'john_smithers', 'SMITHERS-JOHN', 'SMITHERS_1']

const api = 'https://api.yoti.com/sandbox/idverify/v1'

/** The value with a name in place of every text, and of one key of each object. */
const plant = (value: unknown, name: string): unknown => {
  if (typeof value === 'string') return name
  if (Array.isArray(value)) return value.map((item) => plant(item, name))
  if (typeof value !== 'object' || value === null) return value
  const planted = Object.entries(value).map(([key, item]) => [key, plant(item, name)])
  return { ...Object.fromEntries(planted), [name]: { [name]: name }, tags: { [name]: name }, newer: name }
}

const entry = (url: string, answer: unknown, name: string, status = 200) => {
  const headers = [
    { name: 'content-type', value: name },
    { name: `x-${name}`, value: name },
    { name, value: name },
    ...['x-request-id', 'location', 'set-cookie', 'x-yoti-sdk', 'accept', 'server'].map((one) => ({
      name: one,
      value: name,
    })),
  ]
  return {
    startedDateTime: '2026-03-04T12:00:00Z',
    request: {
      method: name.toUpperCase(),
      url: `${url}?${name}=${name}&sdkId=${name}&step=${name}`,
      headers,
      postData: { text: JSON.stringify(plant({ requested_checks: [{ type: 'x', config: {} }] }, name)) },
    },
    response: { status, headers, content: { mimeType: name, text: JSON.stringify(answer) } },
  }
}

const chosen = builtInScenarios().filter((_, index) => index % 40 === 0)

const archive = (name: string) => {
  const answers = sampled(builtInScenarios(), chosen).map((scenario) => plant(summarise(scenario, 0).answer, name))
  const get = (one: object) => ({ ...one, request: { ...entry(`${api}/sessions/x`, {}, name).request, method: 'GET' } })
  return [
    ...answers.map((answer) => get(entry('', answer, name))),
    entry(`${api}/sessions/${name}/media/${name}/content`, name, name),
    entry(`${api}/${name}/${name}`, plant({ code: 'x', message: 'x', errors: [{ property: 'x' }] }, name), name, 404),
    { ...entry(`${api}/sessions`, {}, name, 201), startedDateTime: name },
    get(entry('', plant({ code: 'x', message: 'x', errors: [{ property: 'x', message: 'x' }] }, name), name, 400)),
    get(entry('', { session_id: name, state: name, checks: [{ type: name, report: name }], resources: name }, name)),
    {
      request: {
        method: 'POST',
        url: `https://example.org/${name}`,
        headers: [{ name, value: name }],
        postData: { text: JSON.stringify({ session_id: name, topic: name, [name]: name }) },
      },
    },
  ]
}

const filesOf = async (path: string) => {
  const names = await readdir(path)
  const texts = await Promise.all(names.map((name) => readFile(join(path, name), 'utf8')))
  return [...names, ...texts].join('\n')
}

test.each(forms)('a name like %s is kept nowhere, wherever it stands', async (name) => {
  const at = (file: string) => join(folder, `case-${forms.indexOf(name)}-${file}`)
  await writeFile(at('in.har'), JSON.stringify({ log: { entries: archive(name) } }))
  const recorded = await runCommand(['record', '--har', at('in.har'), '--out', at('out')])
  expect(recorded.code).toBe(0)
  const reports = ['json', 'html', 'junit'].flatMap((form) => [`--${form}`, at(`report.${form}`)])
  const compared = await runCommand(['drift', at('in.har'), '--pact-dir', 'contracts/pacts', ...reports])
  expect(compared.code).toBe(1)
  const imported = await runCommand(['scenarios', 'import', at('out'), '--scenarios', at('scenarios')])
  const texts = [recorded, compared, imported].flatMap(({ stdout, stderr }) => [stdout, stderr])
  const written = await Promise.all([
    filesOf(at('out')),
    ...['json', 'html', 'junit'].map((form) => readFile(at(`report.${form}`), 'utf8')),
    filesOf(at('scenarios')),
  ])
  const all = [...texts, ...written].join('\n')
  expect(all.match(/.{0,60}(?:smithers|john).{0,40}/gi)).toBeNull()
})

test('new words of Yoti stay where each of their parts is a usual word; of others only those parts', () => {
  const state = (word: string) => (answered({ state: word }) as { state: string }).state
  const words = ['NEW_STATE', 'ESCALATED', 'on_hold', 'MANUAL_REVIEW_2', 'deep_fake_detection', 'completed', 'APPROVE']
  expect(words.map(state)).toEqual(words)
  expect(['SMITHERS', 'JOHN_SMITHERS', 'SMITHERS_CHECK', 'Escalated', 'PAGE', 'smithers'].map(state)).toEqual([
    'XXXXXXXX',
    'XXXX_XXXXXXXX',
    'XXXXXXXX_CHECK',
    'Xxxxxxxxxxxxxxxx',
    'XXXX',
    'xxxxxxxx',
  ])
})

test('names of new properties stay where each of their parts is a usual word', () => {
  expect(answered({ risk_score: 1, riskScore: 1, verdict: 1, smithers: 1, smithersScore: 1, NEW_KEY: 1 })).toEqual({
    risk_score: 1,
    riskScore: 1,
    verdict: 1,
    key_4: 1,
    key_5: 1,
    NEW_KEY: 1,
  })
})

/** Every way to put the word in place of one text, or of the name of one property, of a value. */
function* planting(value: unknown, word: string): Generator<unknown> {
  if (typeof value === 'string') yield word
  if (typeof value !== 'object' || value === null) return
  if (Array.isArray(value)) {
    for (const [at, item] of value.entries()) for (const one of planting(item, word)) yield value.with(at, one)
    return
  }
  for (const [key, item] of Object.entries(value)) {
    yield { ...value, [word]: item }
    for (const one of planting(item, word)) yield { ...value, [key]: one }
  }
}

test('a name that stands in one place only, and nowhere in the data, is not kept', () => {
  const answers = ['profile-mismatch-rejected', 'watchlist-clear:WITH_OWN_ACCOUNT', 'identity-profile-two-documents']
  for (const id of answers) {
    const scenario = builtInScenarios().find((one) => one.id === id) ?? builtInScenarios()[0]
    if (scenario === undefined) throw new Error('no scenario')
    const { answer } = summarise(scenario, 0)
    const all = [...planting(answer, 'SMITHERS'), ...planting(answer, 'john_smithers')]
    expect(all.length).toBeGreaterThan(100)
    for (const one of all) expect(JSON.stringify(answered(one))).not.toMatch(/smithers|john/i)
  }
})
