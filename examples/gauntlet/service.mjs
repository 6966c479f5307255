// A small service as teams write them: it orders verifications in a Post Office branch, hears of them by webhook, asks by
// itself when no webhook comes, and keeps everything in a file. `npx mock-yoti gauntlet examples/gauntlet/gauntlet.yaml`
// runs it through everything that Yoti can do.
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, renameSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import express from 'express'
import { decide, fieldsOf, orderedChecks } from './decide.mjs'
import { createYotiClient } from './yoti-client.mjs'

/** The database: one file, written whole and moved into place. */
export const createStore = (file = join(mkdtempSync(join(tmpdir(), 'verifications-')), 'verifications.json')) => {
  const records = new Map()
  const save = (record) => {
    records.set(record.id, record)
    writeFileSync(`${file}.new`, JSON.stringify([...records.values()]))
    renameSync(`${file}.new`, file)
  }
  const find = (matches) => [...records.values()].find(matches)
  return { save, get: (id) => records.get(id), all: () => [...records.values()], find }
}

const orderOf = (webhookUrl, person) => ({
  client_session_token_ttl: 14 * 86_400,
  resources_ttl: 21 * 86_400,
  ibv_options: { support: 'MANDATORY' },
  user_tracking_id: person.reference,
  notifications: {
    endpoint: webhookUrl,
    topics: ['FIRST_BRANCH_VISIT', 'THANK_YOU_EMAIL_REQUESTED', 'SESSION_COMPLETION'],
  },
  required_documents: [{ type: 'ID_DOCUMENT' }],
  requested_checks: orderedChecks.map((type) =>
    type === 'ID_DOCUMENT_AUTHENTICITY'
      ? { type, config: { manual_check: 'FALLBACK' } }
      : {
          type,
          config: { manual_check: 'IBV', ...(type === 'DOCUMENT_SCHEME_VALIDITY_CHECK' && { scheme: 'UK_GDS' }) },
        },
  ),
  requested_tasks: [{ type: 'ID_DOCUMENT_TEXT_DATA_EXTRACTION', config: { manual_check: 'FALLBACK' } }],
})

/** Orders a session, chooses the passport and the branch. @returns the session's id */
const order = async (yoti, webhookUrl, person) => {
  const { session_id: sessionId } = await yoti.send('POST', '/sessions', orderOf(webhookUrl, person))
  const { capture } = await yoti.send('GET', `/sessions/${sessionId}/configuration`)
  await yoti.send('PUT', `/sessions/${sessionId}/instructions`, {
    contact_profile: { first_name: person.firstName, last_name: person.lastName, email: person.email },
    documents: [
      {
        requirement_id: capture.required_resources[0].id,
        document: { type: 'ID_DOCUMENT', country_code: 'GBR', document_type: 'PASSPORT' },
      },
    ],
    branch: { type: 'UK_POST_OFFICE', fad_code: '1010034' },
  })
  return sessionId
}

/** What happens to the verifications; the careless twin replaces parts of it. */
export const createVerifications = ({ yoti, store, webhookUrl }) => {
  const running = new Map()

  /** What Yoti says; a session that it no longer has leaves nothing to decide by. */
  const statusOf = async (record) => {
    const session = await yoti.send('GET', `/sessions/${record.sessionId}`).catch((error) => {
      if (error.status === 404) return undefined
      throw error
    })
    return session === undefined ? ['failed'] : [decide(session), session]
  }

  const read = async (record) => {
    const [status, session] = await statusOf(record)
    if (status === 'waiting') return
    const mediaId = status === 'verified' ? fieldsOf(session) : undefined
    const fields = mediaId && (await yoti.send('GET', `/sessions/${record.sessionId}/media/${mediaId}/content`))
    // It may have been decided while the media were fetched.
    const present = store.get(record.id)
    if (present.status === 'waiting')
      store.save({ ...present, status, name: fields?.full_name, bookings: present.bookings + 1 })
  }

  /** Reads the result of one verification; whoever asks meanwhile waits for the same reading. */
  const update = (record) => {
    const reading = running.get(record.id) ?? read(record).finally(() => running.delete(record.id))
    running.set(record.id, reading)
    return reading
  }

  return {
    begin: async (person) => {
      const sessionId = await order(yoti, webhookUrl, person)
      const record = { id: randomUUID(), sessionId, status: 'waiting', bookings: 0 }
      store.save(record)
      return record
    },
    returned: async (record) => store.save({ ...record, hasReturned: true }),
    notified: async (record, topic) => {
      if (topic === 'session_completion' && record.status === 'waiting') await update(record)
    },
    poll: (record) => update(record),
  }
}

const say = (error) => console.error(`cannot read the result now: ${error.message}`)

/** Asks for every result that is missing, one after the other, with a pause between the rounds. */
const pollForEver = async (verifications, store, interval) => {
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, interval))
    for (const record of store.all().filter(({ status }) => status === 'waiting'))
      await verifications.poll(record).catch(say)
  }
}

/** The HTTP interface of the service. */
export const createApp = (verifications, store) => {
  const app = express().use(express.json())
  app.get('/health', (_request, response) => response.json({ status: 'ok' }))
  app.post('/verifications', async (request, response) => {
    try {
      const { id, status } = await verifications.begin(request.body)
      response.status(201).json({ id, status })
    } catch (error) {
      say(error)
      response.status(503).json({ error: 'Identity checks are not available at the moment' })
    }
  })
  app.get('/verifications/:id', ({ params }, response) => {
    const record = store.get(params.id)
    response.status(record ? 200 : 404).json(record ?? { error: 'unknown' })
  })
  app.post('/verifications/:id/return', async ({ params }, response) => {
    const record = store.get(params.id)
    response.status(record ? 204 : 404).end()
    if (record) await verifications.returned(record).catch(say)
  })
  app.post('/yoti', async ({ body }, response) => {
    const record = store.find(({ sessionId }) => sessionId === body.session_id)
    response.status(204).end()
    if (record) await verifications.notified(record, body.topic).catch(say)
  })
  return app
}

/** @param parts what a careless twin does differently */
export const startService = async (
  parts = {},
  { port = process.env.PORT, interval = process.env.POLL_MS ?? 200 } = {},
) => {
  const store = createStore()
  const client = parts.createYotiClient ?? createYotiClient
  const yoti = client({
    apiUrl: process.env.YOTI_API_URL,
    sdkId: process.env.YOTI_SDK_ID,
    keyFile: process.env.YOTI_KEY_FILE,
  })
  const webhookUrl = `http://127.0.0.1:${port}/yoti`
  const create = parts.createVerifications ?? createVerifications
  const verifications = create({ yoti, store, webhookUrl })
  const server = createApp(verifications, store).listen(port, '127.0.0.1')
  await once(server, 'listening')
  if (parts.polls !== false) pollForEver(verifications, store, Number(interval))
  return server
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await startService()
