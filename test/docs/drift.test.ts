import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { driftOptions } from '../../cli/drift.js'
import { recordOptions } from '../../cli/record.js'

const guide = readFileSync(fileURLToPath(new URL('../../docs/drift.md', import.meta.url)), 'utf8')
const blocks = [...guide.matchAll(/```yaml\n(.*?)```/gs)].map(([, text]) => text ?? '')
const workflows = blocks.filter((text) => text.includes('script:') || text.includes('jobs:'))

/** The options of each call of a command, wherever the page has one. */
const optionsOf = (command: string) =>
  [...guide.matchAll(new RegExp(`npx mock-yoti ${command} ([^\n&]*)`, 'g'))].flatMap(([, call = '']) =>
    [...call.matchAll(/--([a-z-]+)/g)].map(([, name]) => name ?? ''),
  )

test('the page has whole nightly jobs for GitHub and for GitLab', () => {
  expect(workflows).toHaveLength(2)
  const [github, gitlab] = workflows.map((text) => parse(text) as Record<string, unknown>)
  expect(github).toMatchObject({ on: { schedule: [{ cron: '17 3 * * *' }] }, jobs: { drift: {} } })
  expect(gitlab).toMatchObject({ drift: { artifacts: { reports: { junit: 'drift.xml' } } } })
  for (const text of workflows) expect(text).toMatch(/mock-yoti record .*mock-yoti drift /s)
})

test('every option on the page exists', () => {
  expect(optionsOf('drift').length).toBeGreaterThan(3)
  expect(optionsOf('drift').filter((name) => !(name in driftOptions))).toEqual([])
  expect(optionsOf('record').filter((name) => !(name in recordOptions))).toEqual([])
})

test('the list of accepted findings on the page can be read as one', () => {
  const [accepted] = blocks.filter((text) => text.includes('finding:')).map((text) => parse(text) as unknown)
  expect(accepted).toEqual([
    {
      finding: 'getSession 200: checks[].report.verdict is not in openapi.yaml',
      because: 'reported to mock-yoti, our code does not read it',
    },
  ])
})
