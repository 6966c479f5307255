import { expect, test } from 'vitest'
import type { Schema } from '../../server/openapi/schema.js'
import { readSession } from '../support/answers.js'
import { openSessions } from '../support/open-sessions.js'
import { atHomeOrder } from '../support/orders.js'

const compares = atHomeOrder({
  requested_checks: [
    { type: 'LIVENESS', config: { liveness_type: 'STATIC', max_retries: 1 } },
    { type: 'FACE_COMPARISON', config: { manual_check: 'NEVER' } },
  ],
})

const png = (text: string) => Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.from(text)])

const open = async () => {
  const server = await openSessions({ visitDelay: 60 })
  await server.control.clock.freeze()
  const id = await server.create(compares)
  const { capture } = (await (
    await fetch(`${server.apiUrl}/sessions/${id}/configuration`)
  ).json()) as Schema<'SessionConfiguration'>
  const requirement_id = capture.required_resources.find(({ type }) => type === 'FACE_CAPTURE')?.id
  const made = await server.post(`/sessions/${id}/resources/face-capture`, { requirement_id })
  const { id: faceId } = (await made.json()) as { id: string }
  const supply = async (bytes: Buffer) => {
    const form = new FormData()
    form.set('binary-content', new Blob([bytes], { type: 'image/png' }))
    const path = `/sessions/${id}/resources/face-capture/${faceId}/image`
    expect((await fetch(`${server.apiUrl}${path}`, { method: 'PUT', body: form })).status).toBe(200)
  }
  const read = () => readSession(server.apiUrl, id)
  return { ...server, id, faceId, supply, read }
}

test('a comparison waits for the image to compare with, and looks at it', async () => {
  await using server = await open()
  await server.control.clock.advance('PT2M')
  expect(await server.read()).toMatchObject({ state: 'ONGOING', resources: { face_capture: [], liveness_capture: [] } })

  await server.supply(png('a face'))
  await server.control.clock.advance('PT2M')

  const { state, checks, resources } = await server.read()
  expect(state).toBe('COMPLETED')
  expect(resources.face_capture).toMatchObject([{ id: server.faceId, source: { type: 'RELYING_BUSINESS' } }])
  const comparison = checks.find(({ type }) => type === 'FACE_COMPARISON')
  expect(comparison?.resources_used).toEqual([server.faceId, resources.liveness_capture[0]?.id])
})

test('the image is handed out as it was sent; a later one takes its place', async () => {
  await using server = await open()
  for (const text of ['the first', 'the second']) await server.supply(png(text))

  const { resources } = await server.read()
  expect(resources.face_capture).toHaveLength(1)
  const mediaId = resources.face_capture[0]?.image?.media.id
  const content = await fetch(`${server.apiUrl}/sessions/${server.id}/media/${mediaId}/content`)
  expect(content.headers.get('content-type')).toBe('image/png')
  expect(Buffer.from(await content.arrayBuffer())).toEqual(png('the second'))
})
