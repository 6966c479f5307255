import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readSession } from '../support/answers.js'
import { runCommand } from '../support/command.js'
import { applicant, inBranchOrder } from '../support/orders.js'
import { startServer } from '../support/server.js'
import { mediaOf } from '../support/session-media.js'

/** The archive of a session about Quirinius Vandersloot, from its order to what was read of his passport. */
const archiveOf = async (mock: Awaited<ReturnType<typeof startServer>>): Promise<string> => {
  const resources = { applicant_profile: { ...applicant, full_name: 'Quirinius Vandersloot' } }
  const body = JSON.stringify(inBranchOrder({ resources }))
  const created = (await (await fetch(`${mock.apiUrl}/sessions`, { method: 'POST', body })).json()) as {
    session_id: string
  }
  await mock.control.sessions.visit(created.session_id)
  const result = await readSession(mock.apiUrl, created.session_id)
  const words = mediaOf(result).find(({ type }) => type === 'JSON')
  const read = await fetch(`${mock.apiUrl}/sessions/${created.session_id}/media/${words?.id}/content`)
  expect(await read.text()).toMatch(/quirinius/i)
  const archive = await (await fetch(`${mock.url}/__mock/requests.har`)).text()
  expect(archive).toMatch(/quirinius/i)
  return archive
}

test("archives, single answers and notifications are read, also mock-yoti's own archive", async () => {
  await using mock = await startServer({ visits: 'manual' })
  const folder = await mkdtemp(join(tmpdir(), 'mock-yoti-files-'))
  try {
    const at = (file: string) => join(folder, file)
    await writeFile(at('own.har'), await archiveOf(mock))
    await writeFile(
      at('answer.json'),
      JSON.stringify({ session_id: 'Quirinius', state: 'ONGOING', checks: [], resources: { id_documents: [] } }),
    )
    await writeFile(at('error.json'), JSON.stringify({ code: 'TOO_MANY_REQUESTS', message: 'Quirinius' }))
    await writeFile(at('webhook.json'), JSON.stringify({ session_id: 'Quirinius', topic: 'first_branch_visit' }))
    const { code, stdout, stderr } = await runCommand([
      'record',
      at('answer.json'),
      '--har',
      at('own.har'),
      at('error.json'),
      at('webhook.json'),
      '--out',
      at('out'),
    ])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toMatch(/^\d+ recordings written to /)
    const names = await readdir(at('out'))
    const texts = await Promise.all(names.map((file) => readFile(join(at('out'), file), 'utf8')))
    expect(texts.join('\n')).not.toMatch(/quirinius|vandersloot/i)
    expect(names.map((file) => file.replace(/^\d+-/, ''))).toEqual(
      expect.arrayContaining([
        'getSession-200.json',
        'getSession-429.json',
        'notification-first_branch_visit.json',
        'createSession-201.json',
        'getMediaContent-200.json',
      ]),
    )
  } finally {
    await rm(folder, { recursive: true })
  }
})

test.each([
  ['[1]', 'is no JSON object'],
  ['{', 'is no JSON'],
  ['{"hello":"world"}', 'is no answer that is known here'],
])('%s is refused in a sentence that does not quote it', async (text, message) => {
  const folder = await mkdtemp(join(tmpdir(), 'mock-yoti-files-'))
  try {
    await writeFile(join(folder, 'x.json'), text)
    const { code, stderr } = await runCommand(['record', join(folder, 'x.json'), '--out', join(folder, 'out')])
    expect(stderr).toContain(message)
    expect(code).toBe(2)
  } finally {
    await rm(folder, { recursive: true })
  }
})
