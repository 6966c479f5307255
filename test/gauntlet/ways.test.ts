import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runGauntlet } from '../../gauntlet/gauntlet.js'
import { readDescription } from '../../gauntlet/read-description.js'
import { parseStory } from '../../gauntlet/story.js'

// It is given a session, asks for it until there is a result, and says its decision in every way that can be observed.
const program = `
import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
const { PORT, YOTI, CALLBACK } = process.env
const decided = new Map()
const say = (id, word) => {
  decided.set(id, word)
  console.log('decision of ' + id + ': ' + word)
  appendFileSync('decisions-' + PORT + '.txt', id + ' ' + word + '\\n')
  fetch(CALLBACK, { method: 'POST', body: JSON.stringify({ order: id, outcome: { word } }) }).catch(() => undefined)
}
const decide = ({ state, checks }) => {
  if (state === 'EXPIRED') return 'no'
  if (state !== 'COMPLETED') return undefined
  return checks.length > 0 && checks.every((check) => check.report?.recommendation.value === 'APPROVE') ? 'yes' : 'no'
}
const watch = async (id) => {
  for (;;) {
    const answer = await fetch(YOTI + '/sessions/' + id).then((got) => (got.ok ? got.json() : {}), () => ({}))
    const word = decide(answer)
    if (word !== undefined) return say(id, word)
    await new Promise((resolve) => setTimeout(resolve, 150))
  }
}
createServer(async (request, response) => {
  const body = Buffer.concat(await request.toArray()).toString()
  if (request.method === 'POST') {
    const { session } = JSON.parse(body)
    watch(session)
    return response.end(JSON.stringify({ data: { order: session } }))
  }
  const id = request.url.split('/').at(-1)
  response.end(JSON.stringify({ data: { results: [{ word: decided.get(id) ?? 'open' }] } }))
}).listen(PORT, '127.0.0.1')
`

const adapter = `
import { appendFileSync } from 'node:fs'
export const begin = async ({ serviceUrl, values }) => {
  const response = await fetch(serviceUrl + '/orders', { method: 'POST', body: JSON.stringify({ session: values.sessionId }) })
  return { id: (await response.json()).data.order, status: response.status, answer: '' }
}
export const observe = async ({ serviceUrl, values }) => {
  const { data } = await (await fetch(serviceUrl + '/orders/' + values.id)).json()
  const [{ word }] = data.results
  return { word, decision: { yes: 'pass', no: 'fail', open: 'pending' }[word] }
}
export const end = async ({ values }) => appendFileSync(new URL('ended.txt', import.meta.url), values.sessionId + '\\n')
`

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mock-yoti-ways-'))
  await writeFile(join(folder, 'service.mjs'), program)
  await writeFile(join(folder, 'adapter.mjs'), adapter)
})
afterAll(() => rm(folder, { recursive: true }))

const start = `
service:
  run: node service.mjs
  environment: { PORT: "{{port}}", YOTI: "{{yoti.apiUrl}}", CALLBACK: "{{callbackUrl}}" }
`
const begin = `
begin: { request: POST /orders, body: { session: "{{sessionId}}" }, id: data.order }
words: { pass: [yes], fail: [no], pending: [open] }
`

const ways = {
  'an answer': `${begin}observe: { request: "GET /orders/{{id}}", decision: "data.results[0].word" }`,
  'a line of its log': `${begin}observe: { log: "decision of (?<id>\\\\S+): (?<decision>\\\\w+)" }`,
  'a call that it makes': `${begin}observe: { callback: order, decision: outcome.word }`,
  'a row that a command prints': `${begin}observe: { command: "grep {{id}} decisions-{{port}}.txt | cut -d' ' -f2" }`,
  'a module of its own':
    'module: adapter.mjs\norder: { requested_checks: [{ type: LIVENESS, config: { liveness_type: STATIC } }] }',
}

test.concurrent.each(Object.entries(ways))('a decision is seen in %s', async (way, description) => {
  const path = join(folder, `${way}.yaml`)
  await writeFile(path, `${start}${description}\n`)
  const stories = ['all-approve', 'expired-unvisited', 'nobody-came', 'all-approve/trouble=getSession:503-once']
  const { runs, findings } = await runGauntlet(await readDescription(path), {
    stories: stories.map(parseStory),
    lanes: 1,
  })
  expect(runs.map(({ decision }) => decision)).toEqual(['pass', 'fail', 'pending', 'pass'])
  expect(findings.map(({ name }) => name)).toEqual([])
})

test('a module is told of the end of each story', async () => {
  // Three stories to learn from, four of the test.
  expect((await readFile(join(folder, 'ended.txt'), 'utf8')).trim().split('\n')).toHaveLength(7)
})
