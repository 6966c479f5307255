// Builds dist/: the server and the command as bundled ESM, the types, and the licences and bill of what was bundled.
// `--no-types` leaves the types out, `--types` adds only them.
import { execFileSync } from 'node:child_process'
import { createPrivateKey } from 'node:crypto'
import { copyFile, cp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, transform } from 'esbuild'
import { importSource } from './generate/bundle.mjs'
import { forPacts } from './generate/for-pacts.mjs'
import { refreshGenerated } from './generate.mjs'
import { sbomOf } from './sbom.mjs'
import { isSource, markBuilt } from './setup.mjs'

const root = new URL('..', import.meta.url)
const at = (path) => fileURLToPath(new URL(path, root))

// An empty map: stacks name the lines of our sources; maps of dependencies and generated validators would be most of the package.
const emptyMap = Buffer.from('{"version":3,"sources":[""],"mappings":"A"}').toString('base64')
const unmappedDependencies = {
  name: 'unmapped-dependencies',
  setup: ({ onLoad }) =>
    onLoad({ filter: /[\\/](?:node_modules|generated)[\\/].*\.[cm]?js$/ }, async ({ path }) => ({
      // Some packages name a map of their own, which would be taken.
      contents: `${(await readFile(path, 'utf8')).replaceAll(/^\/\/# sourceMappingURL=.*$/gm, '')}\n//# sourceMappingURL=data:application/json;base64,${emptyMap}`,
      loader: 'default',
    })),
}

/**
 * What Express loads for things that nothing here uses: bodies, queries, files, its own last answer, lines for debugging, and its
 * own requests and responses, in place of which it is given Node's (server/http/app.ts). With it, a start would read twice as
 * much code.
 */
const unusedPartsOfExpress = {
  name: 'unused-parts-of-express',
  setup: ({ onLoad }) => {
    const unused =
      /[\\/]node_modules[\\/](?:(?:body-parser|serve-static|mime-db|finalhandler|qs[\\/]lib)[\\/]index|express[\\/]lib[\\/](?:request|response))\.js$/
    onLoad({ filter: unused }, () => ({ contents: 'module.exports = {}' }))
    onLoad({ filter: /[\\/]node_modules[\\/]debug[\\/]src[\\/]index\.js$/ }, () => ({
      contents: 'const silent = () => {}; silent.enabled = false; module.exports = () => silent',
    }))
  },
}

/** Of the client of Redis only the connection is used, which sends these itself: its four hundred commands would be most of it. */
const commandsOfConnection = ['AUTH', 'CLIENT_SETNAME', 'READONLY']

const smallRedisClient = {
  name: 'small-redis-client',
  setup: ({ onLoad }) => {
    const empty = (contents) => () => ({ contents, loader: 'js' })
    const used = commandsOfConnection.map((name) => `${name}: require('./${name}').default`).join(', ')
    const list = `exports.__esModule = true; exports.default = { ${used} }; exports.NON_STICKY_COMMANDS = {}; exports.REDIS_FLUSH_MODES = {};`
    onLoad({ filter: /@redis[\\/]client[\\/]dist[\\/]lib[\\/]commands[\\/]index\.js$/ }, empty(list))
    onLoad(
      { filter: /@redis[\\/]client[\\/]dist[\\/]lib[\\/](?:cluster|sentinel)[\\/]index\.js$/ },
      empty('exports.__esModule = true; exports.default = {};'),
    )
  },
}

/**
 * `node:http` as CommonJS has it. To import it as an ES module reads each of its properties, one of which loads all of undici
 * in Node 22 and newer: a quarter of the start, and memory for as long as the server runs.
 */
const httpWithoutUndici = {
  name: 'http-without-undici',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^node:http$/ }, ({ kind, path }) =>
      kind === 'require-call' ? undefined : { path, namespace: 'builtin' },
    )
    onLoad({ filter: /.*/, namespace: 'builtin' }, ({ path }) => ({
      contents: `module.exports = require(${JSON.stringify(path)})`,
    }))
  },
}

const library = { index: at('server/index.ts'), pact: at('contracts/pact/index.ts') }

/** @type {import('esbuild').BuildOptions} */
const common = {
  // Optional peers: the team's own.
  external: [
    '@pact-foundation/pact',
    'testcontainers',
    // The client of Redis asks for these, and goes on without.
    '@opentelemetry/api',
    '@node-rs/xxhash',
  ],
  bundle: true,
  platform: 'node',
  target: 'node20',
  minifySyntax: true,
  minifyWhitespace: true,
  // Stacks name source files; the sources themselves are not shipped.
  sourcemap: 'linked',
  sourcesContent: false,
}

const bundle = () =>
  build({
    ...common,
    entryPoints: { ...library, cli: at('cli/cli.ts'), testcontainers: at('testcontainers/index.ts') },
    outdir: at('dist'),
    splitting: true,
    format: 'esm',
    metafile: true,
    plugins: [httpWithoutUndici, smallRedisClient, unusedPartsOfExpress, unmappedDependencies],
    // Express and its parts are CommonJS and require Node's own modules.
    banner: {
      // Only Node's own modules are required; in a CommonJS bundle of somebody else's there is no import.meta.url.
      js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url || 'file:///bundle.js');",
    },
  })

/** The library for projects of CommonJS modules: Jest loads no other ones. */
const bundleCommonJs = async () => {
  await build({
    ...common,
    entryPoints: library,
    outdir: at('dist/cjs'),
    format: 'cjs',
    // The maps would be half of the package; the command and ES modules have them.
    sourcemap: false,
    plugins: [smallRedisClient, unusedPartsOfExpress],
    define: { 'import.meta.url': '__moduleUrl' },
    banner: { js: "const __moduleUrl = require('node:url').pathToFileURL(__filename).href;" },
    // Jest has no import() without a flag.
    supported: { 'dynamic-import': false },
  })
  await writeFile(at('dist/cjs/package.json'), '{ "type": "commonjs" }\n')
}

/** The colours that the pages of the server have too: `look.css` is made of them. */
const look = {
  name: 'look',
  setup: ({ onResolve, onLoad }) => {
    const path = at('server/pages/look.ts')
    onResolve({ filter: /^look\.css$/ }, () => ({ path, namespace: 'look' }))
    onLoad({ filter: /.*/, namespace: 'look' }, async () => {
      const { code } = await transform(await readFile(path, 'utf8'), { loader: 'ts', format: 'esm' })
      const module = await import(`data:text/javascript;base64,${Buffer.from(code).toString('base64')}`)
      return { contents: module.look, loader: 'css' }
    })
  },
}

/** Pages of the console: the name of the file, its template, and the entry whose script and styles it loads. */
const consolePages = [
  { file: 'index.html', template: 'console/page.html', entry: 'console' },
  { file: 'api.html', template: 'console/api.html', entry: 'api' },
]

/** The demo application, for the page that signs with its key: browsers read keys as PKCS#8 only. */
const demoApplication = async () => {
  const { demo } = await importSource('server/base/demo.ts')
  const key = createPrivateKey(demo.privateKey).export({ type: 'pkcs8', format: 'der' })
  return { demoKey: JSON.stringify(key.toString('base64')), demoSdkId: JSON.stringify(demo.sdkId) }
}

/** The console: what a browser loads. Scripts and styles have the hash of their content in their names. */
const bundleConsole = async () => {
  const { metafile } = await build({
    entryPoints: { console: at('console/main.tsx'), api: at('console/api.ts') },
    define: await demoApplication(),
    outdir: at('dist/console'),
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    minify: true,
    legalComments: 'none',
    entryNames: '[name]-[hash]',
    plugins: [look],
    metafile: true,
  })
  const made = Object.entries(metafile.outputs)
    .filter(([, { entryPoint }]) => entryPoint !== undefined)
    .flatMap(([path, { cssBundle }]) => [path, ...(cssBundle === undefined ? [] : [cssBundle])])
    .map((path) => basename(path))
  for (const { file, template, entry } of consolePages) {
    const hashed = (ending) => made.find((name) => name.startsWith(`${entry}-`) && name.endsWith(ending)) ?? ''
    const text = await readFile(at(template), 'utf8')
    const page = text.replace(`${entry}.js`, hashed('.js')).replace(`${entry}.css`, hashed('.css'))
    await writeFile(at(`dist/console/${file}`), page)
  }
  await copyFile(at('console/favicon.svg'), at('dist/console/favicon.svg'))
  return metafile
}

/** Generated validators are one long line, which nobody reads: their maps would be 2 MB of the package. */
const dropValidatorMaps = async () => {
  const names = await readdir(at('dist'))
  for (const name of names.filter((name) => /validators-\w+\.js$/.test(name))) {
    await rm(at(`dist/${name}.map`))
    const code = await readFile(at(`dist/${name}`), 'utf8')
    await writeFile(at(`dist/${name}`), code.replace(/\n\/\/# sourceMappingURL=.*\n?$/, '\n'))
  }
}

const manifestAt = async (path) => JSON.parse(await readFile(at(`${path}/package.json`), 'utf8'))

/** The directories of the packages that were bundled. */
const bundledPackages = (inputs) =>
  [
    ...new Set([
      ...inputs.flatMap((path) => path.match(/^.*node_modules\/(?:@[^/]+\/)?[^/]+/)?.[0] ?? []),
      // Its letters are in font.json, drawn.
      'node_modules/@fontsource/dejavu-mono',
    ]),
  ].sort()

/** What was copied from elsewhere and is no package. */
const copiedData = [
  {
    name: 'opg-paper-identity',
    version: 'bd45ab87',
    license: 'MIT',
    purl: 'pkg:github/ministryofjustice/opg-paper-identity@bd45ab87',
    licenceFile: 'server/engine/reference/supported-documents.LICENSE.txt',
  },
]

const licenceEntry = ({ name, version, license }, text) =>
  `${name} ${version} (${license})${text === undefined ? '' : `\n\n${text.trim()}`}\n`

/** The licence texts of what is in the bundle, which the licences ask to be passed on. */
const licencesOf = async (packages) => {
  const texts = packages.map(async (path) => {
    const file = (await readdir(at(path))).find((entry) => /^licen[cs]e/i.test(entry))
    const text = file === undefined ? undefined : await readFile(at(`${path}/${file}`), 'utf8')
    return licenceEntry(await manifestAt(path), text)
  })
  const copied = copiedData.map(async (data) => licenceEntry(data, await readFile(at(data.licenceFile), 'utf8')))
  return (await Promise.all([...texts, ...copied])).join(`\n${'-'.repeat(72)}\n\n`)
}

const buildCode = async () => {
  await refreshGenerated()
  await rm(at('dist'), { recursive: true, force: true })
  const inputs = [(await bundle()).metafile, await bundleConsole()].flatMap(({ inputs }) => Object.keys(inputs))
  await dropValidatorMaps()
  await bundleCommonJs()
  await copyFile(at('server/openapi/generated/yoti.json'), at('dist/openapi.json'))
  const document = JSON.parse(await readFile(at('server/openapi/generated/yoti.json'), 'utf8'))
  await writeFile(at('dist/openapi-for-pacts.json'), JSON.stringify(forPacts(document)))
  const unwatched = inputs
    .map((path) => path.replace(/^look:.*?(?=server\/)/, ''))
    .filter((path) => !/(^|\/)node_modules\/|^builtin:/.test(path) && !isSource(path))
  if (unwatched.length > 0)
    throw new Error(`scripts/setup.mjs would not notice a change of ${unwatched.join(', ')}: name its folder there`)
  const packages = bundledPackages(inputs)
  await writeFile(at('dist/THIRD-PARTY-LICENCES.txt'), await licencesOf(packages))
  const manifests = await Promise.all(packages.map(manifestAt))
  await writeFile(at('dist/sbom.cdx.json'), sbomOf(await manifestAt('.'), manifests, copiedData))
  markBuilt('code')
}

const buildTypes = async () => {
  execFileSync(process.execPath, [at('node_modules/typescript/bin/tsc'), '-p', at('tsconfig.build.json')], {
    stdio: 'inherit',
  })
  // The same, read as CommonJS: the package.json beside them says so.
  await cp(at('dist/types'), at('dist/cjs/types'), { recursive: true })
  markBuilt('types')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (!process.argv.includes('--types')) await buildCode()
  if (!process.argv.includes('--no-types')) await buildTypes()
}
