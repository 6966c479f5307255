import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { expect, test } from 'vitest'

// jsdom, happy-dom, fake timers and polyfills replace these. The library takes them from Node's modules.
const replaceable = new Set([
  ...['fetch', 'Headers', 'Request', 'Response', 'FormData', 'Blob', 'File', 'WebSocket', 'EventSource'],
  ...['AbortController', 'AbortSignal', 'Event', 'EventTarget', 'MessageChannel', 'performance', 'crypto'],
  ...['setTimeout', 'setInterval', 'setImmediate', 'clearTimeout', 'clearInterval', 'clearImmediate'],
  ...['URL', 'URLSearchParams', 'TextDecoder', 'TextEncoder', 'structuredClone', 'queueMicrotask'],
])

const root = fileURLToPath(new URL('../../', import.meta.url))
const files = ['server', 'contracts/pact', 'testcontainers'].flatMap((folder) =>
  readdirSync(`${root}${folder}`, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.includes('generated'))
    .map((file) => `${folder}/${file}`),
)

/** The replaceable globals that a file uses as values without importing them. */
const ambientIn = (file: string): string[] => {
  const source = ts.createSourceFile(file, readFileSync(`${root}${file}`, 'utf8'), ts.ScriptTarget.Latest, true)
  const imported = new Set<string>()
  const used = new Set<string>()
  const visit = (node: ts.Node): void => {
    if (ts.isImportSpecifier(node)) imported.add(node.name.text)
    const isType = ts.isTypeNode(node)
    if (ts.isIdentifier(node) && replaceable.has(node.text)) {
      const { parent } = node
      const isName =
        (ts.isPropertyAccessExpression(parent) && parent.name === node) ||
        ts.isPropertyAssignment(parent) ||
        ts.isPropertySignature(parent) ||
        ts.isImportSpecifier(parent) ||
        ts.isTypeAliasDeclaration(parent) ||
        ts.isTypeParameterDeclaration(parent) ||
        ts.isBindingElement(parent)
      if (!isName) used.add(node.text)
    }
    if (!isType) ts.forEachChild(node, visit)
  }
  visit(source)
  return [...used].filter((name) => !imported.has(name)).map((name) => `${file}: ${name}`)
}

test('no file of the library uses a global that a test environment may replace', () => {
  expect(files.flatMap(ambientIn)).toEqual([])
})
