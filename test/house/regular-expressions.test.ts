import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { isSafe } from 'redos-detector'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { parse } from 'yaml'

const root = fileURLToPath(new URL('../../', import.meta.url))
const read = (file: string) => readFileSync(`${root}${file}`, 'utf8')

const sources = ['cli', 'gauntlet', 'drift', 'server', 'contracts', 'testcontainers'].flatMap((folder) =>
  readdirSync(`${root}${folder}`, { recursive: true, encoding: 'utf8' })
    .map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
    .filter((file) => file.endsWith('.ts') && !file.includes('/generated/')),
)

const documents = [
  'openapi.yaml',
  'server/control/control.openapi.yaml',
  'server/oauth/oauth.openapi.yaml',
  'scenarios/scenario.schema.json',
]

type Found = { readonly where: string; readonly expression: RegExp }

const literalsIn = (file: string): Found[] => {
  const source = ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest)
  const found: Found[] = []
  const visit = (node: ts.Node) => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/')
      const expression = new RegExp(node.text.slice(1, end), node.text.slice(end + 1))
      found.push({ where: `${file}: ${node.text}`, expression })
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

const patternsIn = (file: string): Found[] => {
  const found: Found[] = []
  const visit = (value: unknown) => {
    if (typeof value !== 'object' || value === null) return
    for (const [key, inside] of Object.entries(value)) {
      if (key === 'pattern' && typeof inside === 'string')
        found.push({ where: `${file}: ${inside}`, expression: new RegExp(inside, 'u') })
      else visit(inside)
    }
  }
  visit(parse(read(file)))
  return found
}

const literals = sources.flatMap(literalsIn)
const patterns = documents.flatMap(patternsIn)

test('the expressions are found', () => {
  expect(literals.length).toBeGreaterThan(100)
  expect(patterns.length).toBeGreaterThan(10)
})

/** What these read was written by whoever runs the command, or by a tool that it started, and is short. */
const readOwnInput = [
  'contracts/verify/hide-login.ts',
  'contracts/verify/print-report.ts',
  'contracts/verify/run-verifier.ts',
  'server/config/parse-config.ts',
]

test('no expression takes time that grows faster than what it is matched with', () => {
  const options = { maxScore: 2000, timeout: 60_000 }
  const slow = [...literals, ...patterns]
    .filter(({ where }) => !readOwnInput.some((file) => where.startsWith(`${file}:`)))
    .filter(({ expression }) => !isSafe(expression, options).safe)
  expect(slow.map(({ where }) => where)).toEqual([])
})
