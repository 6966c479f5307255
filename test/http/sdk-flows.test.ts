import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Schema } from '../../server/openapi/schema.js'
import { type SdkClient, sdkClients, writeUpload } from '../support/sdk-clients.js'
import { startServer } from '../support/server.js'
import { messageOf, sendRaw, sign } from '../support/signing.js'

// Every call that an SDK has, in the order of a verification, as bytes that a strict server verifies.

let target: Awaited<ReturnType<typeof startServer>>
beforeAll(async () => {
  target = await startServer({ signatures: 'strict', visits: 'manual' })
})
afterAll(() => target.close())

type Asked = { query?: string; signed?: boolean; sdkId?: boolean; headers?: Readonly<Record<string, string>> }

const connect = (client: SdkClient) => {
  let sent = 0
  const send = async (method: string, path: string, body: string | Buffer = '', asked: Asked = {}) => {
    sent += 1
    const { query = '', signed = true, sdkId = true, headers = {} } = asked
    const own = sdkId ? client.query(sent) : client.query(sent).replace(/sdkid=[^&]*&?/i, '')
    const whole = [query, ...(signed ? [own] : [])].filter((part) => part !== '').join('&')
    const digest = signed ? { 'X-Yoti-Auth-Digest': sign(messageOf(method, `${path}?${whole}`, body)) } : {}
    // The client joins its base and the path as they are: that may double a slash.
    const joined = `${client.base}${path}?${whole}`
    return sendRaw(target.url, { method, target: joined, headers: { ...client.headers, ...headers, ...digest }, body })
  }
  const sendJson = (method: string, path: string, value: unknown) =>
    send(method, path, client.write(value), { headers: client.bodyHeaders })
  const read = async <Body>(path: string) => {
    const answer = await send('GET', path)
    expect(answer).toMatchObject({ status: 200, type: 'application/json' })
    return JSON.parse(answer.bytes.toString()) as Body
  }
  return { send, sendJson, read }
}

type With<Part extends keyof SdkClient> = SdkClient & Required<Pick<SdkClient, Part>>

const having = <Part extends keyof SdkClient>(part: Part) =>
  sdkClients.filter((client): client is With<Part> => client[part] !== undefined)

const create = async (client: SdkClient) => {
  const connection = connect(client)
  const created = await connection.sendJson('POST', '/sessions', client.order)
  expect([created.status, created.body]).toEqual([201, expect.objectContaining({ session_id: expect.any(String) })])
  const id = String(created.body.session_id)
  return { ...connection, id, path: `/sessions/${id}` }
}

test.each(sdkClients)('$name creates, reads, fetches and deletes', async (client) => {
  const { send, read, id, path } = await create(client)
  await target.control.sessions.visit(id)
  const session = await read<Schema<'SessionResult'>>(path)
  expect(session.state).toBe('COMPLETED')
  expect(session.user_tracking_id).toBe((client.order as { user_tracking_id: string }).user_tracking_id)
  const [document] = session.resources.id_documents
  const fields = await read<Record<string, unknown>>(`${path}/media/${document?.document_fields?.media.id}/content`)
  expect(fields).toMatchObject({ document_type: 'PASSPORT', issuing_country: 'GBR' })
  const photo = `${path}/media/${document?.document_id_photo?.media.id}/content`
  expect(await send('GET', photo)).toMatchObject({ status: 200, type: expect.stringMatching(/^image\//) })
  expect(await send('DELETE', photo)).toMatchObject({ status: 204, type: undefined })
  expect(await send('GET', photo)).toMatchObject({ status: 404, body: { code: 'MEDIA_CONTENT_NOT_FOUND' } })
  expect(await send('DELETE', path)).toMatchObject({ status: 204, type: undefined })
  expect(await send('GET', path)).toMatchObject({ status: 404, body: { code: 'SESSION_NOT_FOUND' } })
})

test.each(sdkClients)('$name asks which documents are supported', async (client) => {
  const { supportedDocuments } = client
  const answer = await connect(client).send('GET', '/supported-documents', '', supportedDocuments)
  expect(answer).toMatchObject({ status: 200, body: { supported_countries: expect.any(Array) } })
})

test.each(having('upload'))('$name reads the configuration and supplies the face to compare with', async (client) => {
  const { send, sendJson, read, path } = await create(client)
  const { capture } = await read<Schema<'SessionConfiguration'>>(`${path}/configuration`)
  const requirement_id = capture.required_resources.find(({ type }) => type === 'FACE_CAPTURE')?.id
  const made = await sendJson('POST', `${path}/resources/face-capture`, { requirement_id })
  expect([made.status, made.body]).toEqual([201, { id: expect.any(String), frames: 1 }])
  const { id } = made.body as { id: string }
  const { upload } = client
  const image = Buffer.from('89504e470d0a1a0a0000000d4948445200ff2d2d0d0a', 'hex')
  const answer = await send('PUT', `${path}/resources/face-capture/${id}/image`, writeUpload(upload, image), {
    headers: { 'Content-Type': upload.contentType },
  })
  expect(answer).toMatchObject({ status: 200, type: undefined })
  const after = await read<Schema<'SessionConfiguration'>>(`${path}/configuration`)
  expect(after.capture.required_resources.find(({ type }) => type === 'FACE_CAPTURE')?.state).toBe('COMPLETE')
  const { resources } = await read<Schema<'SessionResult'>>(path)
  const [face] = resources.face_capture
  expect(face).toMatchObject({ id, source: { type: 'RELYING_BUSINESS' } })
  const content = await send('GET', `${path}/media/${face?.image?.media.id}/content`)
  expect(content).toMatchObject({ status: 200, type: expect.stringMatching(/^image\/(png|jpeg)/) })
})

const contact = { first_name: 'Zoë', last_name: "O'Neill", email: 'zoe@person.example' }

test.each(having('instructions'))('$name sets instructions and fetches the letter', async (client) => {
  const { send, sendJson, read, path } = await create(client)
  const { capture } = await read<Schema<'SessionConfiguration'>>(`${path}/configuration`)
  const documents = capture.required_resources.flatMap(({ id, type }) =>
    type === 'ID_DOCUMENT'
      ? [{ requirement_id: id, document: { type, country_code: 'GBR', document_type: 'PASSPORT' } }]
      : [],
  )
  const branch = {
    type: 'UK_POST_OFFICE',
    fad_code: '1010034',
    name: 'High Street',
    address: '1 High Street',
    post_code: 'RG1 1AA',
    location: { latitude: 51.45, longitude: -0.97 },
  }
  const whole = client.instructions === 'whole'
  const instructions = whole ? { contact_profile: contact, documents, branch } : {}
  expect((await sendJson('PUT', `${path}/instructions`, instructions)).status).toBe(200)
  const view = await read<Schema<'InstructionsView'>>(`${path}/instructions`)
  expect([view.contact_profile_exists, view.documents, view.branch?.fad_code]).toEqual(
    whole ? [true, documents, branch.fad_code] : [false, [], undefined],
  )
  const letter = await send('GET', `${path}/instructions/pdf`)
  expect(letter).toMatchObject(
    whole ? { status: 200, type: 'application/pdf' } : { status: 409, body: { code: 'INSTRUCTIONS_NOT_COMPLETE' } },
  )
  const known = await send('GET', `${path}/instructions/contact-profile`)
  expect(known).toMatchObject(whole ? { status: 200, body: contact } : { status: 409 })
  expect((await send('POST', `${path}/instructions/email`)).status).toBe(whole ? 200 : 409)
})

test.each(having('hasDevices'))('$name asks for the devices and has them forgotten', async (client) => {
  const { send, read, path } = await create(client)
  expect(await read(`${path}/tracked-devices`)).toEqual([])
  expect(await send('DELETE', `${path}/tracked-devices`)).toMatchObject({ status: 204, type: undefined })
})
