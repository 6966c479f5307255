import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const program = new URL('../../bin/mock-yoti.js', import.meta.url).pathname

test('an error that nobody foresaw ends the server with the request that it was about and a stack of sources', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'mock-yoti-'))
  const fail = join(directory, 'fail.mjs')
  // The first answer that is written brings the process down, from outside every handler.
  await writeFile(
    fail,
    `import { ServerResponse } from 'node:http'
const { writeHead } = ServerResponse.prototype
ServerResponse.prototype.writeHead = function (...given) {
  const error = new Error('boom')
  process.nextTick(() => { throw error })
  return writeHead.apply(this, given)
}`,
  )
  const child = spawn(process.execPath, ['--import', fail, program, '--port', '0'])
  let errors = ''
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk.toString()
  })
  const closed = once(child, 'close')
  const [printed] = (await once(child.stdout, 'data')) as [Buffer]
  const [url = ''] = /http:\/\/127\.0\.0\.1:\d+/.exec(printed.toString()) ?? []
  await fetch(`${url}/idverify/v1/sessions/all-approve`).catch(() => undefined)
  const [code] = (await closed) as [number | null]
  await rm(directory, { recursive: true })
  expect(code).toBe(1)
  expect(errors).toMatch(
    /^mock-yoti: ended by an unforeseen error while answering [0-9a-f-]{36} GET \/idverify\/v1\/sessions\/all-approve: Error: boom\n/,
  )
  expect(errors).toContain('server/http/send.ts:')
})
