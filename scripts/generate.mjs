// Makes, from the OpenAPI documents, the scenario schema and the kinds of checks, everything that the server compiles against:
// types, operation tables and repeated lists (committed), validators and JSON copies (built). `--check` fails when a committed
// file is stale.
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import openapiTypescript, { astToString } from 'openapi-typescript'
import { parse } from 'yaml'
import { isCI } from './ci.mjs'
import { importSource } from './generate/bundle.mjs'
import { controlArgumentsModule } from './generate/control-arguments.mjs'
import { drawFont } from './generate/font.mjs'
import { drawLibraryPage } from './generate/library-page.mjs'
import { writeCheckReports, writeSchemaLists } from './generate/lists.mjs'
import { compileSchemaValidator, compileValidators } from './generate/validators.mjs'

const root = new URL('..', import.meta.url)
const documents = {
  yoti: 'openapi.yaml',
  control: 'server/control/control.openapi.yaml',
  oauth: 'server/oauth/oauth.openapi.yaml',
}
const methods = ['get', 'put', 'post', 'delete', 'patch']
const heading = (source) => `// Made by scripts/generate.mjs from ${source}. Do not edit.\n\n`

const read = (path) => readFile(new URL(path, root), 'utf8')
const typesOf = async (document, source) => heading(source) + astToString(await openapiTypescript(document))

/** @typedef {import('openapi-types').OpenAPIV3_1.Document} Document */

/** A type for each schema of a document, by its own name. */
const schemaTypes = ({ components }) =>
  `${heading('openapi.yaml')}import type { components } from './yoti.js'\n\n${Object.keys(components.schemas)
    .map((name) => `export type ${name} = components['schemas']['${name}']\n`)
    .join('')}`

/**
 * The operations of a document, in its order.
 * @param {Document} document
 * @returns {{ operationId: string, method: string, path: string }[]}
 */
const operationsOf = (document) =>
  Object.entries(document.paths ?? {}).flatMap(([path, item = {}]) =>
    methods
      .filter((method) => item[method])
      .map((method) => ({ operationId: item[method].operationId, method: method.toUpperCase(), path })),
  )

const operationTables = (parsed) =>
  `${heading('the OpenAPI documents')}${Object.entries(parsed)
    .map(
      ([name, document]) =>
        `export const ${name}Operations = [\n${operationsOf(document)
          .map((o) => `  { operationId: '${o.operationId}', method: '${o.method}', path: '${o.path}' },`)
          .join('\n')}\n] as const\n`,
    )
    .join('\n')}`

/** Who may call an operation: anyone, the holder of a session's client token too, or only a signed caller. */
const accessOf = (document, { method, path }) => {
  const security = document.paths[path][method.toLowerCase()].security ?? document.security ?? []
  if (security.length === 0 || security.some((scheme) => Object.keys(scheme).length === 0)) return 'open'
  return security.some((scheme) => scheme.clientToken) ? 'client-token' : 'signed'
}

const accessTable = (document) =>
  `\nexport const yotiAccess = {\n${operationsOf(document)
    .map((operation) => `  ${operation.operationId}: '${accessOf(document, operation)}',`)
    .join('\n')}\n} as const\n`

const resolve = (document, node) =>
  node.$ref
    ? node.$ref
        .slice(2)
        .split('/')
        .reduce((at, key) => at[key], document)
    : node

/** The codes of the errors that an operation is documented to answer: the names of its responses' examples. */
const errorCodes = (document, { method, path }) =>
  Object.entries(document.paths[path][method.toLowerCase()].responses).flatMap(([status, response]) =>
    Number(status) < 400 ? [] : Object.keys(resolve(document, response).content?.['application/json']?.examples ?? {}),
  )

const errorTable = (document) =>
  `\nexport const yotiErrors = {\n${operationsOf(document)
    .map((operation) => `  ${operation.operationId}: ['${errorCodes(document, operation).join("', '")}'],`)
    .join('\n')}\n} as const\n`

/** The keys that a schema knows: an object of them, a list of one, or null where anything goes. */
const knownKeys = (document, schema) => {
  const { type, properties, items, additionalProperties } = resolve(document, schema)
  if ([type].flat().includes('array')) return [knownKeys(document, items ?? {})]
  if (properties === undefined || additionalProperties) return null
  return Object.fromEntries(Object.entries(properties).map(([key, held]) => [key, knownKeys(document, held)]))
}

const orderKeysModule = (document) => {
  const keys = JSON.stringify(knownKeys(document, document.components.schemas.CreateSession), null, 2)
  return `${heading('openapi.yaml')}import type { KnownKeys } from '../known-keys.js'\n\nexport const orderKeys: KnownKeys = ${keys}\n`
}

/** The operations that only the sandbox has: their path names a server of its own. */
const isOfSandbox = (document, { path }) => document.paths[path].servers !== undefined

/** The names that a control operation takes: in its query, and in its body. */
const takenNames = (document, { method, path }) => {
  const item = document.paths[path]
  const written = item[method.toLowerCase()]
  const parameters = [...(item.parameters ?? []), ...(written.parameters ?? [])].map((one) => resolve(document, one))
  const body = written.requestBody && resolve(document, written.requestBody)
  const schema = body && resolve(document, body.content['application/json'].schema)
  return {
    query: parameters.filter((one) => one.in === 'query').map(({ name }) => name),
    body: Object.keys(schema?.properties ?? {}),
    isOpen: schema !== undefined && schema.additionalProperties !== false,
  }
}

/** @param {any} parsed the documents by name */
const argumentsModule = ({ control, yoti }) =>
  controlArgumentsModule(
    operationsOf(control).map((operation) => ({ ...operation, item: control.paths[operation.path] })),
    { resolve: (node) => resolve(control, node), topics: yoti.components.schemas.NotificationTopic.enum },
  )

const namesTable = (document) => {
  const rows = operationsOf(document).map((operation) => {
    const { query, body, isOpen } = takenNames(document, operation)
    const list = (names) => `[${names.map((name) => `'${name}'`).join(', ')}]`
    return `  ${operation.operationId}: { query: ${list(query)}, body: ${list(body)}${isOpen ? ', isOpen: true' : ''} },`
  })
  return `\nexport const controlNames: Readonly<Record<string, { query: readonly string[]; body: readonly string[]; isOpen?: true }>> = {\n${rows.join('\n')}\n}\n`
}

const sandboxList = (document) =>
  `\nexport const sandboxOperations: readonly string[] = [\n${operationsOf(document)
    .filter((operation) => isOfSandbox(document, operation))
    .map(({ operationId }) => `  '${operationId}',`)
    .join('\n')}\n]\n`

/** Which operations there are and which SDKs call them, for readers. */
const supportPage = (document) => {
  const sdks = ['Node', 'Java', 'PHP', 'Go', 'Python', 'Ruby', '.NET']
  const rowsOf = (ofSandbox) =>
    operationsOf(document)
      .filter((operation) => isOfSandbox(document, operation) === ofSandbox)
      .map(({ method, path }) => {
        const { summary, 'x-sdks': callers } = document.paths[path][method.toLowerCase()]
        const cells = sdks.map((sdk) => (callers.includes(sdk) ? 'yes' : ''))
        return `| \`${method} ${path}\` | ${summary} | ${cells.join(' | ')} |`
      })
  const table = (ofSandbox) => `| operation | what it does | ${sdks.join(' | ')} |
|---|---|${sdks.map(() => '---|').join('')}
${rowsOf(ofSandbox).join('\n')}`
  return `<!-- Made by scripts/generate.mjs from openapi.yaml. Do not edit. -->

# Supported operations

Every operation below is answered under \`/idverify/v1\` and again under \`/sandbox/idverify/v1\`. The columns say which of
Yoti's official SDKs have a call for it.

${table(false)}

The sandbox has more, under \`/sandbox/idverify/v1\` only ([sandbox.md](sandbox.md)); the columns are its own SDKs:

${table(true)}

\`POST /v1/oauth/token\`, which bearer mode needs, is answered too ([signatures.md](signatures.md)), and so is the user
view, \`/web/index.html\` ([control.md](control.md)).
`
}

const builtInScenarios = async () => {
  const paths = (await readdir(new URL('scenarios/', root), { recursive: true })).filter((path) =>
    path.endsWith('.yaml'),
  )
  const sources = paths.sort().map(async (path) => {
    const source = { group: dirname(path), file: parse(await read(`scenarios/${path}`)) }
    return [basename(path, '.yaml'), source]
  })
  return Object.fromEntries(await Promise.all(sources))
}

/** What the code needs of other files of the package, so that a bundle of somebody else's works without them. */
const packageFacts = async () =>
  JSON.stringify({
    version: JSON.parse(await read('package.json')).version,
    demoPublicKey: await read('keys/demo-public-key.pem'),
    demoPrivateKey: await read('keys/demo-private-key.pem'),
  })

const writeAll = async (texts) => {
  for (const [path, text] of Object.entries(texts)) {
    if ((await read(path).catch(() => undefined)) === text) continue
    await mkdir(new URL('.', new URL(path, root)), { recursive: true })
    await writeFile(new URL(path, root), text)
  }
}

/** The documents that are written by hand, with the lists that are copied into them: path → text. */
const writeLists = async () => {
  const { checkKinds } = await importSource('server/engine/checks/index.ts')
  const openapi = await read('openapi.yaml')
  const document = parse(openapi)
  const { CheckType, NotificationTopic } = document.components.schemas
  const operationIds = operationsOf(document).map(({ operationId }) => operationId)
  const schema = await read('scenarios/scenario.schema.json')
  return {
    'openapi.yaml': writeCheckReports(openapi, CheckType.enum),
    'scenarios/scenario.schema.json': writeSchemaLists(schema, {
      topics: NotificationTopic.enum,
      operationIds,
      checkKinds,
    }),
  }
}

/** Writes the built files, which no repository keeps; path → text of the committed ones. */
const generate = async () => {
  const written = await writeLists()
  const parsed = {}
  for (const [name, path] of Object.entries(documents)) parsed[name] = parse(written[path] ?? (await read(path)))
  const schema = JSON.parse(written['scenarios/scenario.schema.json'])
  const schemaAsDocument = { openapi: '3.1.0', info: { title: '', version: '' }, paths: {} }
  const components = JSON.parse(
    JSON.stringify({ schemas: { Scenario: { ...schema, $defs: undefined }, ...schema.$defs } }).replaceAll(
      '#/$defs/',
      '#/components/schemas/',
    ),
  )
  const committed = {
    ...written,
    'server/openapi/generated/operations.ts':
      operationTables(parsed) +
      accessTable(parsed.yoti) +
      sandboxList(parsed.yoti) +
      errorTable(parsed.yoti) +
      namesTable(parsed.control),
  }
  committed['docs/support.md'] = supportPage(parsed.yoti)
  committed['server/openapi/generated/order-keys.ts'] = orderKeysModule(parsed.yoti)
  committed['server/openapi/generated/control-arguments.ts'] = argumentsModule(parsed)
  committed['server/openapi/generated/schemas.ts'] = schemaTypes(parsed.yoti)
  for (const [name, path] of Object.entries(documents))
    committed[`server/openapi/generated/${name}.ts`] = await typesOf(parsed[name], path)
  committed['server/engine/scenarios/generated/scenario.ts'] = await typesOf(
    { ...schemaAsDocument, components },
    'scenarios/scenario.schema.json',
  )
  const scenarios = await builtInScenarios()
  const built = {
    ...(await compileValidators(parsed, operationsOf)),
    'server/engine/scenarios/generated/validator.js': await compileSchemaValidator(schema, 'validateScenario'),
    'gauntlet/generated/validator.js': await compileSchemaValidator(
      JSON.parse(await read('gauntlet/gauntlet.schema.json')),
      'validateDescription',
    ),
    'server/engine/media/generated/font.json': await drawFont(),
    'server/engine/scenarios/generated/built-in.json': JSON.stringify(scenarios),
    'server/base/generated/package-facts.json': await packageFacts(),
  }
  for (const name of Object.keys(documents))
    built[`server/openapi/generated/${name}.json`] = JSON.stringify(parsed[name])
  await writeAll(built)
  // The code that draws the pages imports the built files.
  const { drawPages } = await importSource('cli/scenarios/pages.ts')
  return { ...committed, ...(await drawPages(scenarios)), ...(await drawLibraryPage()) }
}

/** @returns the paths of the committed files that differ from what would be generated */
const findStale = async (texts) => {
  const current = await Promise.all(
    Object.entries(texts).map(async ([path, text]) => [path, (await read(path).catch(() => '')) === text]),
  )
  return current.filter(([, isFresh]) => !isFresh).map(([path]) => path)
}

/**
 * Makes the built files, and writes the committed ones where they are stale.
 * @param frozen writes no committed file: a stale one is an error
 */
export const refreshGenerated = async ({ frozen = isCI } = {}) => {
  const texts = await generate()
  if (!frozen) return writeAll(texts)
  const stale = await findStale(texts)
  if (stale.length === 0) return undefined
  console.error(`Stale generated files; run 'npm run generate' and commit: ${stale.join(', ')}`)
  return process.exit(1)
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  await refreshGenerated({ frozen: process.argv.includes('--check') })
