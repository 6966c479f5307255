// docs/library.md: the settings of startMockYoti and the calls of the control client, read from the sources.
import { readFile } from 'node:fs/promises'
import ts from 'typescript'
import { importSource } from './bundle.mjs'

const root = new URL('../../', import.meta.url)

const docOf = (node) => {
  const text = ts
    .getJSDocCommentsAndTags(node)
    .map(({ comment }) => ts.getTextOfJSDocComment(comment) ?? '')
    .filter((part) => part !== '')
  const [params] = ts.getJSDocParameterTags(node)
  const about =
    params === undefined ? [] : [`\`${params.name.getText()}\`: ${ts.getTextOfJSDocComment(params.comment)}`]
  return [...text, ...about].join(' ').replaceAll(/\s+/g, ' ').replaceAll('|', '\\|')
}

/** The calls of a type, with the names of the objects that they stand in: `sessions.visit(sessionId, step?)`. */
const callsOf = (members, source, before = '') =>
  members.flatMap((member) => {
    const name = `${before}${member.name.getText(source)}`
    const { type } = member
    if (ts.isTypeLiteralNode(type)) return callsOf(type.members, source, `${name}.`)
    const parameters = type.parameters.map((one) => `${one.name.getText(source)}${one.questionToken ? '?' : ''}`)
    return [{ call: `${name}(${parameters.join(', ')})`, doc: docOf(member) }]
  })

const readCalls = async () => {
  const text = await readFile(new URL('server/client/control-client.ts', root), 'utf8')
  const source = ts.createSourceFile('client.ts', text, ts.ScriptTarget.Latest, true)
  const client = source.statements.filter(ts.isTypeAliasDeclaration).find(({ name }) => name.text === 'ControlClient')
  if (client === undefined || !ts.isTypeLiteralNode(client.type))
    throw new Error('server/client/control-client.ts has no ControlClient')
  const calls = callsOf(client.type.members, source)
  const bare = calls.filter(({ doc }) => doc === '').map(({ call }) => call)
  if (bare.length > 0) throw new Error(`server/client/control-client.ts says nothing about ${bare.join(', ')}`)
  return calls
}

/** The page: path → text. */
export const drawLibraryPage = async () => {
  const { describedSettings } = await importSource('server/config/parse-config.ts')
  const settings = describedSettings().map(
    ({ name, option, help, default: initial }) => `| \`${name}\` | \`--${option}\` | ${help} | ${initial} |`,
  )
  const calls = (await readCalls()).map(({ call, doc }) => `| \`${call}\` | ${doc} |`)
  return {
    'docs/library.md': `<!-- Made by scripts/generate.mjs from server/config/config.ts and server/client/control-client.ts. Do not edit. -->

# The library

For tests that start mock-yoti in their own process, or drive one that runs elsewhere. Every setting and every call.

\`\`\`js
import { connectMockYoti, demo, startMockYoti } from 'mock-yoti' // or require('mock-yoti')
\`\`\`

- \`startMockYoti(settings)\` starts a server on a free port. It has \`url\`, \`apiUrl\`, \`sandboxUrl\`, \`scenarioUrl(id)\`,
  \`control\` and \`close()\`, and ends with \`await using\`.
- \`connectMockYoti(url, { token })\` gives the same for a server that runs elsewhere, without \`close()\`.
- \`demo\` has the demo application's \`sdkId\`, \`privateKey\` and \`publicKey\`.
- Every schema of \`openapi.yaml\` is an exported type: \`import type { CreatedSession } from 'mock-yoti'\`. The document itself is
  \`mock-yoti/openapi.yaml\` and \`mock-yoti/openapi.json\`; the demo keys are \`mock-yoti/keys/demo-private-key.pem\` and
  \`mock-yoti/keys/demo-public-key.pem\`.

## Settings

All of them are optional. A name or a value that a setting does not take is refused. On the command line each has an option,
and each option a variable of the environment: \`--visit-delay\` is \`MOCK_YOTI_VISIT_DELAY\`. The defaults are those of the
command line; \`startMockYoti\` alone picks a free port (\`port: 0\`) and is \`silent\` (\`log\`).

| setting | option | what it says | default |
|---|---|---|---|
${settings.join('\n')}

\`startMockYoti\` takes three more: \`clock\` (where the time comes from: \`fixedClock('2026-03-04T12:00:00Z')\`), \`lookup\` (how
names of receivers become addresses) and \`write\` (takes each line of the log).

## Calls of \`control\`

Each returns a promise. An unknown option, and a value that no server takes, is a \`UsageError\` before anything is sent; an answer
of 400 and above is a \`ControlError\`, with \`status\` and \`code\` ([errors.md](errors.md)).

| call | what it does |
|---|---|
${calls.join('\n')}
`,
  }
}
