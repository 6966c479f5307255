import type { Description } from './description.js'
import { troubleOf } from './events.js'
import { valuePlace } from './fill.js'
import type { StoryRun } from './run.js'
import { scenarioKey } from './scenario-file.js'

const quoted = (text: string) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', '\\n')}'`

/** A request of a description as a call of `fetch`; `{{id}}` becomes the variable. */
const fetchOf = (request: string, body: unknown) => {
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
    ? ['  const id = await begin() // have your service verify a person, as your adapter does']
    : [
        `  const begun = await ${fetchOf(begin.request, begin.body)}`,
        `  const id = (await begun.json())${valuePlace(begin.id ?? 'id')}`,
      ]

const observeOf = ({ observe }: Description) =>
  observe?.request === undefined
    ? ['  const decision = () => observe(id) // read the decision of your service, as your description says']
    : [
        `  const decision = async () => (await (await ${fetchOf(observe.request, undefined)}).json())${valuePlace(observe.decision ?? 'status')}`,
      ]

const newsOf: Readonly<Record<string, readonly string[]>> = {
  lost: ['  // No webhook arrives: they stay held.'],
  twice: [
    "  for (const { id: delivery } of await yoti.control.notifications.list({ sessionId, status: 'held' })) {",
    '    await yoti.control.notifications.send(delivery)',
    '    await yoti.control.notifications.duplicate(delivery)',
    '  }',
  ],
  'out-of-order': [
    "  const held = await yoti.control.notifications.list({ sessionId, status: 'held' })",
    '  for (const { id: delivery } of held.reverse()) await yoti.control.notifications.send(delivery)',
  ],
  'at-once': [
    "  const held = await yoti.control.notifications.list({ sessionId, status: 'held' })",
    '  await Promise.all(held.map(({ id: delivery }) => yoti.control.notifications.send(delivery)))',
  ],
}

const comeBackOf = ({ return: comeBack }: Description) =>
  comeBack === undefined ? [] : [`  await ${fetchOf(comeBack, undefined)}`]

const faultOf = ({ story }: StoryRun) => {
  const trouble = troubleOf(story.trouble)
  return trouble === undefined
    ? []
    : [`  await yoti.control.faults.add(${JSON.stringify({ operation: trouble.operation, ...trouble.rule })})`]
}

const wordsOf = ({ words = {} }: Description, { expected }: StoryRun) =>
  expected.decisions.flatMap((decision) => words[decision] ?? [decision])

/** A vitest test of one story, for a service that runs at SERVICE_URL and talks to the mock on port 9684. */
export const exportedTest = (run: StoryRun, name: string, description: Description): string => {
  const isLate = run.story.news === 'before-return'
  const news = newsOf[run.story.news] ?? ['  await yoti.control.notifications.release()']
  return `import { startMockYoti } from 'mock-yoti'
import { expect, test } from 'vitest'

// Start your service with the address http://127.0.0.1:9684/idverify/v1 for Yoti, and give its own here.
const service = process.env.SERVICE_URL

test(${quoted(name)}, async () => {
  await using yoti = await startMockYoti({ port: 9684, visits: 'manual', scenarios: 'scenarios' })
  await yoti.control.defaults.set({ scenario: ${quoted(scenarioKey(run.story))} })
  await yoti.control.notifications.hold()
${[
  ...beginOf(description),
  '  const [{ session_id: sessionId }] = await yoti.control.sessions.list({ limit: 1 })',
  ...(isLate ? [] : comeBackOf(description)),
  '  await yoti.control.sessions.visit(sessionId)',
  ...faultOf(run),
  ...news,
  ...(isLate ? comeBackOf(description) : []),
  ...observeOf(description),
  `  await expect.poll(decision, { timeout: 5000 }).toSatisfy((word) => ${JSON.stringify(wordsOf(description, run))}.includes(word))`,
].join('\n')}
})
`
}
