import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { nothingAccepted } from '../../contracts/verify/accepted.js'
import { runGauntlet } from '../../gauntlet/gauntlet.js'
import { createReport } from '../../gauntlet/report.js'
import { findFreePort } from '../../gauntlet/service-process.js'
import { parseStory } from '../../gauntlet/story.js'
import { sampled } from '../support/matrix.js'
import { mistakes } from './mistakes.js'
import { carelessService } from './services.js'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** Starts one of the example services, as a team starts its own. */
const startService = async (program: string, yotiPort: number, mistake: string) => {
  const port = await findFreePort()
  const service = spawn(process.execPath, [program], {
    cwd: join(root, 'examples/gauntlet'),
    env: {
      ...process.env,
      MISTAKES: mistake,
      PORT: String(port),
      POLL_MS: '200',
      TZ: 'Europe/London',
      YOTI_API_URL: `http://127.0.0.1:${yotiPort}/idverify/v1`,
      YOTI_SDK_ID: '3f6c1f4e-8a51-4b6c-9f0e-8d5f2c7a9684',
      YOTI_KEY_FILE: join(root, 'keys/demo-private-key.pem'),
    },
  })
  const url = `http://127.0.0.1:${port}`
  const isUp = () =>
    fetch(`${url}/health`).then(
      ({ ok }) => ok,
      () => false,
    )
  await expect.poll(isUp, { timeout: 20_000 }).toBe(true)
  return { url, [Symbol.dispose]: () => void service.kill('SIGKILL') }
}

/** Runs a test file with vitest. @returns whether it passed, and what was printed */
const runTest = async (folder: string, serviceUrl: string) => {
  const vitest = join(root, 'node_modules/vitest/vitest.mjs')
  const child = spawn(process.execPath, [vitest, 'run', '--root', folder], {
    env: { ...process.env, SERVICE_URL: serviceUrl, VITEST: '' },
  })
  const printed: Buffer[] = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => printed.push(chunk))
  const [code] = await once(child, 'close')
  return { passed: code === 0, printed: Buffer.concat(printed).toString() }
}

const sample = ['unknown-value-passes', 'books-twice']
const chosen = sampled(
  mistakes,
  mistakes.filter(([mistake]) => sample.includes(mistake)),
)

test.concurrent.each(chosen)(
  'the test that a report gives for %s fails for the careless service and passes for the careful one',
  async (mistake, story) => {
    const description = await carelessService(mistake)
    const result = await runGauntlet(description, { stories: [parseStory(story)] })
    const [finding] = createReport(result, description, nothingAccepted).findings
    await mkdir(join(root, '.cache'), { recursive: true })
    // Below this package, so that its own name leads to it.
    const folder = await mkdtemp(join(root, '.cache/exported-'))
    try {
      const port = await findFreePort()
      await mkdir(join(folder, 'scenarios'))
      await writeFile(join(folder, finding?.scenarioFile.name ?? ''), finding?.scenarioFile.text ?? '')
      const text = (finding?.test ?? '')
        .replaceAll('9684', String(port))
        .replace("'scenarios'", `'${folder}/scenarios'`)
      await writeFile(join(folder, 'story.test.mjs'), text)
      await writeFile(join(folder, 'vitest.config.mjs'), 'export default {}')
      using careless = await startService('careless.mjs', port, mistake)
      const failed = await runTest(folder, careless.url)
      expect(failed.passed, failed.printed).toBe(false)
      // What an expectation prints, and not an error of another kind.
      expect(failed.printed).toMatch(/AssertionError|toBeOneOf/)
      using careful = await startService('service.mjs', port, '')
      const passed = await runTest(folder, careful.url)
      expect(passed.passed, passed.printed).toBe(true)
    } finally {
      await rm(folder, { recursive: true })
    }
  },
)
