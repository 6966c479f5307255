import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startMockYoti } from '../../server/index.js'
import { isWithoutBrowser, openBrowser, openConsole, openTab } from './browser.js'
import { refusedRequest, signedRequest } from './requests.js'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** What a program prints; the server under test runs in this process, so nothing waits for it here. */
const run = async (program: string, args: readonly string[]) =>
  (await promisify(execFile)(program, args, { timeout: 90_000 })).stdout

/** What the page shows, and copies, as this kind of code for request `id`. */
const codeOf = async (page: Page, url: string, id: number, form: string, region: string) => {
  await openConsole(page, url, `#/requests?sel=${id}&tab=code`)
  await page.getByRole('heading', { name: `Request ${id}`, exact: true }).waitFor()
  await page.getByRole('button', { name: form, exact: true }).click()
  const code = await page.getByRole('region', { name: region, exact: true }).textContent()
  await page.getByRole('button', { name: `Copy ${region}`, exact: true }).click()
  expect(await page.evaluate('navigator.clipboard.readText()')).toBe(code)
  return String(code)
}

/** The status that a copied command is answered with. */
const runCommand = async (command: string) => Number(/^HTTP\/1.1 (\d+)/.exec(await run('sh', ['-c', command]))?.[1])

type Report = {
  readonly numPassedTests: number
  readonly testResults: readonly {
    readonly message: string
    readonly assertionResults: readonly { readonly failureMessages: readonly string[] }[]
  }[]
}

/** Runs tests as a project that has `mock-yoti` and vitest would: how many passed, and what was wrong with the others. */
const runTests = async (tests: readonly string[]) => {
  mkdirSync(`${root}dist`, { recursive: true })
  const folder = mkdtempSync(`${root}dist/.copied-`)
  try {
    for (const [index, text] of tests.entries()) writeFileSync(`${folder}/copied-${index}.test.ts`, text)
    writeFileSync(`${folder}/vitest.config.mjs`, 'export default { test: { maxWorkers: 1, isolate: false } }\n')
    const vitest = [`${root}node_modules/vitest/vitest.mjs`, 'run', '--root', folder, '--reporter', 'json']
    // Its exit code is 1 when a test fails; what it says tells which.
    const said = await run(process.execPath, vitest).catch((failed: { stdout: string }) => failed.stdout)
    const { testResults, numPassedTests: passed } = JSON.parse(said.slice(said.indexOf('{'))) as Report
    const messages = testResults.flatMap(({ message, assertionResults }) => [
      message,
      ...assertionResults.flatMap(({ failureMessages }) => failureMessages),
    ])
    return { passed, problems: messages.filter((message) => message !== '') }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

describe.skipIf(isWithoutBrowser)('code copied from a request', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser?.close())

  test('runs: the command is answered like the request, and the test passes', async () => {
    await using server = await startMockYoti()
    const { session_id: id } = await server.control.sessions.start({ scenario: 'profile-mismatch' })
    const created = await fetch(`${server.apiUrl}/sessions`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ requested_checks: [{ type: `it's "odd" \${here} \\ \n \`` }] }),
    })
    await created.arrayBuffer()
    expect(await signedRequest(server.apiUrl, `/sessions/${id}`)).toBe(200)
    expect(await refusedRequest(server.apiUrl)).toBe(401)
    await (await fetch(`${server.apiUrl}/session/all-approve?a=%60\${b}`)).arrayBuffer()
    await server.control.faults.add({ operation: 'getSession', status: 503, times: 2 })
    await (await fetch(`${server.apiUrl}/sessions/all-approve`)).arrayBuffer()
    const statuses = [400, 200, 401, 404, 503]
    await using tab = await openTab(browser, { permissions: ['clipboard-read', 'clipboard-write'] })
    const { page } = tab
    const commands: string[] = []
    const tests: string[] = []
    for (const id of [1, 2, 3, 4, 5]) {
      commands.push(await codeOf(page, server.url, id, 'curl, signed as it came', 'curl, signed as it came'))
      tests.push(await codeOf(page, server.url, id, 'vitest test', 'a vitest test'))
    }
    const unsigned = await codeOf(page, server.url, 2, 'curl, unsigned', 'curl, unsigned')
    // The fault applies once more, so its command goes first.
    for (const [index, command] of [...commands.entries()].reverse())
      expect([index + 1, await runCommand(command)]).toEqual([index + 1, statuses[index]])
    expect(await runCommand(unsigned)).toBe(200)
    expect(await runTests(tests)).toEqual({ passed: 5, problems: [] })
  })
})
