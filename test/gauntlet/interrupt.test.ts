import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const program = fileURLToPath(new URL('../../bin/mock-yoti.js', import.meta.url))

const service = `
require('http').createServer((request, response) => { if (request.url === '/') response.end() }).listen(process.env.PORT, '127.0.0.1')
require('fs').writeFileSync('port', process.env.PORT)
`

/** Whether somebody listens there: a process that was killed may still be in the list of processes. */
const answers = (port: string) =>
  fetch(`http://127.0.0.1:${port}/`).then(
    () => true,
    () => false,
  )

// Windows has no signals to be told by.
test.runIf(process.platform !== 'win32')('Ctrl-C ends the service too, and leaves no files', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'mock-yoti-interrupt-'))
  const temporary = join(folder, 'temporary')
  await mkdir(temporary)
  await writeFile(join(folder, 'service.cjs'), service)
  await writeFile(
    join(folder, 'gauntlet.yaml'),
    'service: { run: node service.cjs, environment: { PORT: "{{port}}" } }\nbegin: { request: POST /v }\nobserve: { request: GET /v }\nwords: { pass: [ok] }\n',
  )
  const command = spawn(process.execPath, [program, 'gauntlet'], {
    cwd: folder,
    env: { ...process.env, TMPDIR: temporary },
  })
  await expect.poll(() => existsSync(join(folder, 'port')), { timeout: 20_000 }).toBe(true)
  const port = readFileSync(join(folder, 'port'), 'utf8')
  await expect.poll(() => answers(port), { timeout: 10_000 }).toBe(true)
  command.kill('SIGINT')
  expect(await once(command, 'exit')).toEqual([130, null])
  await expect.poll(() => answers(port), { timeout: 10_000 }).toBe(false)
  expect(readdirSync(temporary)).toEqual([])
  await rm(folder, { recursive: true })
})
