import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { openTarget } from '../support/server.js'

/** What a program of test/support prints, run in a process of its own against a server. */
const run = async (name: string): Promise<unknown> => {
  const target = await openTarget()
  const program = fileURLToPath(new URL(`../support/${name}.mjs`, import.meta.url))
  const { stdout } = await promisify(execFile)(process.execPath, [program], {
    env: { ...process.env, YOTI_IDV_API_URL: target.apiUrl, MOCK_SERVER: target.url },
  })
  await target.close()
  return JSON.parse(stdout.split('\n').at(-1) ?? '')
}

test('the yoti package asks for identity profiles and reads them, with the share code', async () => {
  expect(await run('profile-with-sdk')).toEqual({
    consented: true,
    subject: 'employee-9',
    result: 'DONE',
    framework: 'YOTI_GLOBAL',
    label: 'LB321',
    met: true,
    report: 'employee-9',
    file: 'application/pdf',
  })
})

test('the yoti package has a person screened and reads what was searched and found', async () => {
  expect(await run('watchlist-with-sdk')).toEqual({
    profile: 'string',
    hits: 0,
    categories: ['ADVERSE-MEDIA'],
    raw: ['provider', 'search_types', 'search_id', 'search_ref', 'url', 'raw_output'],
    searchProfile: 'our-profile',
    exact: true,
  })
})

test('the yoti package makes every call it has, signed, from creating a session to deleting it', async () => {
  expect(await run('drive-with-sdk')).toEqual({
    ttl: 600,
    required: ['ID_DOCUMENT', 'FACE_CAPTURE', 'LIVENESS'],
    frames: 1,
    state: 'COMPLETED',
    checks: ['ID_DOCUMENT_AUTHENTICITY', 'ID_DOCUMENT_TEXT_DATA_CHECK', 'LIVENESS', 'FACE_COMPARISON'],
    textDataChecks: 1,
    fields: 'PASSPORT',
    photo: 'image/png',
    devices: 4,
    devicesLeft: 0,
    deletedMedia: 'MEDIA_CONTENT_NOT_FOUND - No media content found matching the id provided',
    britain: 7,
    deleted: 'SESSION_NOT_FOUND - No session found matching the sessionId provided',
  })
})
