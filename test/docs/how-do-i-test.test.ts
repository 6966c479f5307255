import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { errorTable } from '../../server/base/errors.js'
import { options } from '../../server/config/parse-config.js'
import { builtInScenarios, Catalogue } from '../../server/engine/scenarios/catalogue.js'
import { connectMockYoti } from '../../server/index.js'
import { runCommand } from '../support/command.js'

const at = (path: string) => new URL(`../../${path}`, import.meta.url)
const page = readFileSync(at('docs/how-do-i-test.md'), 'utf8')

const answers = [...page.matchAll(/^\| .+? \| (.+) \|$/gm)].map(([, cell = '']) => cell).slice(1)
const codes = answers.flatMap((answer) => [...answer.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code))

const scenarios = builtInScenarios()
const catalogue = new Catalogue(scenarios)
const families = new Set(scenarios.map(({ family }) => `${family}:*`))

test('every scenario that answers a question is in the catalogue', () => {
  const named = codes.filter((code) => /^[a-z0-9]+(-[a-z0-9]+)+([:@].+)?$/.test(code))
  expect(named.length).toBeGreaterThan(100)
  expect(named.filter((id) => catalogue.find(id) === undefined && !families.has(id))).toEqual([])
})

test('every call of the control client, option, error and command that is named exists', async () => {
  const { control } = connectMockYoti('http://127.0.0.1:1')
  const calls = codes.flatMap((code) => /^control\.([\w.]+)\(/.exec(code)?.[1] ?? [])
  expect(calls.length).toBeGreaterThan(8)
  for (const call of calls) {
    const found = call.split('.').reduce<unknown>((part, name) => (part as Record<string, unknown>)?.[name], control)
    expect(typeof found, call).toBe('function')
  }
  const named = codes.flatMap((code) => /^--([\w-]+)/.exec(code)?.[1] ?? [])
  expect(named.filter((name) => !Object.hasOwn(options, name))).toEqual([])
  const errors = codes.filter((code) => /^[A-Z]+(_[A-Z]+)+$/.test(code))
  expect(errors.filter((code) => !Object.hasOwn(errorTable, code))).toEqual([])
  const { stdout: help } = await runCommand(['--help'])
  const commands = codes.flatMap((code) => /^mock-yoti( [a-z]+)+/.exec(code)?.[0] ?? [])
  for (const command of commands) expect(help).toContain(command.replace(/^mock-yoti /, '').replace(/ answer$/, ''))
})

test('every link leads to a page, and to a heading of it', () => {
  const links = [...page.matchAll(/\]\(([\w-]+\.md)(#[\w-]+)?\)/g)]
  for (const [, file = '', anchor] of links) {
    expect(existsSync(at(`docs/${file}`)), file).toBe(true)
    const headings = [...readFileSync(at(`docs/${file}`), 'utf8').matchAll(/^#+ (.+)$/gm)].map(
      ([, heading = '']) =>
        `#${heading
          .toLowerCase()
          .replaceAll(/[^\w -]/g, '')
          .replaceAll(' ', '-')}`,
    )
    if (anchor !== undefined) expect(headings, `${file}${anchor}`).toContain(anchor)
  }
})

test('the commands of its example answer', async () => {
  const [, script = ''] = /```sh\n([\s\S]+?)```/.exec(page) ?? []
  for (const line of script.trim().split('\n'))
    expect(await runCommand(line.split(' ').slice(1)), line).toMatchObject({ code: 0 })
})
