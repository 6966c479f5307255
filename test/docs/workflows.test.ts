import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { verifyOptions } from '../../contracts/verify/settings.js'
import { runPact } from '../support/pact-cli.js'

const guide = readFileSync(fileURLToPath(new URL('../../docs/contracts.md', import.meta.url)), 'utf8')
const workflows = [...guide.matchAll(/```yaml\n(.*?)```/gs)].map(([, text]) => text ?? '')

/** Every text in a workflow that a shell runs. */
const scriptsOf = (value: unknown): string[] => {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(scriptsOf) : []
}

const commands = workflows.flatMap((text) => scriptsOf(parse(text))).filter((text) => text.startsWith('npx '))
const longOptions = (command: string) => [...command.matchAll(/ --([a-z-]+)/g)].map(([, name]) => name ?? '')

test('the guide has whole workflows for both sides, on GitHub and on GitLab', () => {
  expect(workflows).toHaveLength(4)
  expect(commands.filter((command) => command.includes('mock-yoti verify'))).toHaveLength(4)
})

test('every option of mock-yoti verify in the workflows exists', () => {
  const used = commands.filter((command) => command.includes('mock-yoti verify')).flatMap(longOptions)
  expect(used.filter((name) => !(name in verifyOptions))).toEqual([])
})

test('every option of the broker client in the workflows exists', async () => {
  const calls = commands.flatMap((command) => /npx pact-broker ([a-z-]+)(.*)/s.exec(command) ?? [])
  const names = [...new Set(calls.filter((part) => /^[a-z-]+$/.test(part)))]
  expect(names.sort()).toEqual(['can-i-deploy', 'publish', 'record-deployment'])
  for (const name of names) {
    const { stdout } = await runPact(['broker', name, '--help'])
    const used = commands.filter((command) => command.includes(`pact-broker ${name} `)).flatMap(longOptions)
    for (const option of used) expect(stdout).toContain(`--${option} `)
  }
})
