import type { Description } from './description.js'
import { troubleOf } from './events.js'
import { valuePlace } from './fill.js'
import type { FindingKind } from './judge.js'
import { orderingOperations } from './operations.js'
import type { StoryRun } from './run.js'
import { scenarioKey } from './scenario-file.js'
import type { Alteration } from './situations.js'

const quoted = (text: string) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', '\\n')}'`

/** A request of a description as a call of `fetch`; `{{id}}` becomes the variable. */
const fetchOf = (request: string, body?: unknown) => {
  const [method = 'GET', path = '/'] = request.split(' ')
  // A dollar sign apart from its brace: what is written is a template, and this is none.
  const id = '$' + '{id}'
  const url = `\`\${service}${path.replaceAll(/\{\{ ?id ?\}\}/g, id)}\``
  const options = [
    ...(method === 'GET' ? [] : [`method: ${quoted(method)}`]),
    ...(body === undefined
      ? []
      : ["headers: { 'Content-Type': 'application/json' }", `body: JSON.stringify(${JSON.stringify(body)})`]),
  ]
  return options.length === 0 ? `fetch(${url})` : `fetch(${url}, { ${options.join(', ')} })`
}

const beginOf = ({ begin }: Description) =>
  begin === undefined
    ? ['const id = await begin() // have your service verify a person, as your adapter does']
    : [
        `const begun = await ${fetchOf(begin.request, begin.body)}`,
        `const id = (await begun.json())${valuePlace(begin.id ?? 'id')}`,
      ]

const observeOf = ({ observe }: Description) =>
  observe?.request === undefined
    ? ['const observe = () => readDecision(id) // what your description says, as your service says it']
    : [`const observe = async () => (await ${fetchOf(observe.request)}).json()`]

const heldOnes = "await control.notifications.list({ sessionId, status: 'held' })"

const newsOf: Readonly<Record<string, readonly string[]>> = {
  lost: ['// No webhook arrives: they stay held.'],
  twice: [
    `for (const delivery of ${heldOnes}) {`,
    '  await control.notifications.send(delivery.id)',
    '  await control.notifications.duplicate(delivery.id)',
    '}',
  ],
  late: ['await pause(1000)', 'await control.notifications.release()'],
  'out-of-order': [`for (const delivery of (${heldOnes}).reverse()) await control.notifications.send(delivery.id)`],
  'at-once': [`await Promise.all((${heldOnes}).map((delivery) => control.notifications.send(delivery.id)))`],
}

const changes: Readonly<Record<Alteration, string>> = {
  recommendation: "answer.checks[0].report.recommendation = { value: 'ESCALATE' }",
  'check-state': "answer.checks[0].state = 'ESCALATED'",
  'session-state': "answer.state = 'SUSPENDED'",
}

/** Whether something happens to the result before the service may read it. */
const isSpoilt = ({ story, situation }: StoryRun) => {
  const trouble = troubleOf(story.trouble)
  return (
    situation.alters !== undefined ||
    situation.becomes !== undefined ||
    (trouble !== undefined && !orderingOperations.includes(trouble.operation))
  )
}

/** The answer itself: what Yoti may send one day, no file of today can say. */
const becomeOf = ({ truth }: StoryRun) => [
  `const tomorrow = ${JSON.stringify(truth)}`,
  "await control.faults.add({ operation: 'getSession', sessionId, status: 200, body: { ...tomorrow, session_id: sessionId } })",
]

const alteredOf = (run: StoryRun) => {
  const { alters, becomes } = run.situation
  if (becomes !== undefined) return becomeOf(run)
  return alters === undefined
    ? []
    : [
        'const { answer } = await control.sessions.get(sessionId)',
        changes[alters],
        "await control.faults.add({ operation: 'getSession', sessionId, status: 200, body: answer })",
      ]
}

const faultOf = ({ story }: StoryRun, isOrdering: boolean) => {
  const trouble = troubleOf(story.trouble)
  if (trouble === undefined || orderingOperations.includes(trouble.operation) !== isOrdering) return []
  return [`await control.faults.add(${JSON.stringify({ operation: trouble.operation, ...trouble.rule })})`]
}

const comeBackOf = ({ return: comeBack }: Description) => (comeBack === undefined ? [] : [`await ${fetchOf(comeBack)}`])

/** The documents are captured before the end of summer time, the rest happens after it. */
const beforeVisit = ({ story }: StoryRun) =>
  story.time === 'summer-time'
    ? [
        "await control.sessions.visit(sessionId, { step: 'scan-letter' })",
        "await control.sessions.visit(sessionId, { step: 'capture-document' })",
        "await control.clock.advance('PT100M')",
      ]
    : []

const afterVisit = ({ story, situation }: StoryRun, passWords: string) => [
  ...(story.time === 'review-19-minutes'
    ? [
        'await control.notifications.release()',
        'await pause(2000)',
        `expect(${passWords}, 'an expert still looks at it').not.toContain(await decision())`,
        'await control.notifications.hold()',
        "await control.clock.advance('PT19M')",
      ]
    : []),
  ...(situation.isForgotten ? ["await control.clock.advance('P60D')"] : []),
]

const wordsOf = ({ words = {} }: Description, decisions: readonly string[]) =>
  JSON.stringify(decisions.flatMap((decision) => words[decision as keyof typeof words] ?? []))

/** What must be true at the end, by what was wrong. */
const expectations = (run: StoryRun, kind: FindingKind, description: Description): string[] => {
  const { decisions } = run.expected
  const { operation = 'getSession', rule = {} } = troubleOf(run.story.trouble) ?? {}
  const isPolite =
    'headers' in rule
      ? [
          'const [first, second] = calls.map(({ at }) => Date.parse(at))',
          'expect(second - first, "the wait that Retry-After asks for").toBeGreaterThanOrEqual(900)',
        ]
      : ['expect(calls.length).toBeLessThan(6)']
  switch (kind) {
    case 'recorded-twice':
      return [
        'await pause(2000)',
        `expect((await observe())${valuePlace(description.observe?.count ?? 'count')}).toBe(1)`,
      ]
    case 'impolite':
      return [
        'await pause(2000)',
        `const calls = await control.requests.list({ operation: ${quoted(operation)} })`,
        ...isPolite,
      ]
    case 'kept-session':
      return [
        'await pause(2000)',
        "await control.requests.verify({ operation: 'deleteSession', sessionId, atLeast: 1 })",
      ]
    default:
      return decisions.every((decision) => decision === 'pass' || decision === 'fail')
        ? [`await expect.poll(decision, { timeout: 10_000 }).toBeOneOf(${wordsOf(description, decisions)})`]
        : [
            '// Nothing need be decided; what is decided must be right.',
            'await pause(2000)',
            `expect(${wordsOf(description, decisions)}).toContain(await decision())`,
          ]
  }
}

/** A vitest test of one story, for a service that runs at SERVICE_URL and talks to the mock on port 9684. */
export const exportedTest = (
  run: StoryRun,
  { name, kind }: { readonly name: string; readonly kind: FindingKind },
  description: Description,
): string => {
  const isLate = run.story.news === 'before-return'
  const place = valuePlace(description.observe?.decision ?? 'status')
  return `import { setTimeout as pause } from 'node:timers/promises'
import { startMockYoti } from 'mock-yoti'
import { expect, onTestFinished, test } from 'vitest'

// Start your service with the address http://127.0.0.1:9684/idverify/v1 for Yoti, and give its own here.
const service = process.env.SERVICE_URL

test(${quoted(name)}, { timeout: 30_000 }, async () => {
  const yoti = await startMockYoti({ port: 9684, visits: 'manual', scenarios: 'scenarios' })
  onTestFinished(() => yoti.close())
  const { control } = yoti
${[
  `await control.defaults.set({ scenario: ${quoted(scenarioKey(run.story))} })`,
  ...(run.story.time === 'summer-time' ? ["await control.clock.set('2030-10-27T00:30:00Z')"] : []),
  'await control.notifications.hold()',
  ...faultOf(run, true),
  ...beginOf(description),
  ...observeOf(description),
  `const decision = async () => (await observe())${place}`,
  'const [{ session_id: sessionId }] = await control.sessions.list({ limit: 1 })',
  ...(isLate ? [] : comeBackOf(description)),
  ...beforeVisit(run),
  ...(isSpoilt(run)
    ? [
        '// What is read during the visit is what was read before it.',
        'const before = await control.sessions.get(sessionId)',
        "const hidden = await control.faults.add({ operation: 'getSession', sessionId, status: 200, body: before.answer })",
      ]
    : []),
  'await control.sessions.visit(sessionId)',
  ...afterVisit(run, wordsOf(description, ['pass'])),
  ...alteredOf(run),
  ...faultOf(run, false),
  ...(isSpoilt(run) ? ['await control.faults.remove(hidden.id)'] : []),
  ...(newsOf[run.story.news] ?? ['await control.notifications.release()']),
  ...(isLate ? ['await pause(500)', ...comeBackOf(description)] : []),
  ...expectations(run, kind, description),
]
  .map((line) => `  ${line}`)
  .join('\n')}
})
`
}
