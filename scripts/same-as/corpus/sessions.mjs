// The life of created sessions: instructions, visits by themselves and by hand, refusals, deadlines, deletion.

import { atHome, everything, identityProfile, inBranch, png, upload } from '../../requests/orders.mjs'
import { api, callsOf } from './calls.mjs'

const letterDelay = 'PT5S'

const byThemselves = async (calls) => {
  for (const order of [inBranch(), atHome(), everything(), identityProfile()]) {
    const session = await calls.create(order)
    await calls.readAll(session)
    await calls.instruct(session)
    for (const by of ['PT1S', 'PT2S', letterDelay, 'PT1M', 'PT25M']) {
      await calls.advance(by)
      await calls.readAll(session)
    }
    await calls.call('POST', `${session.path}/instructions/email`)
  }
}

const byHand = async (calls) => {
  const session = await calls.create(inBranch())
  await calls.visit(session, { step: 'scan-letter' })
  await calls.instruct(session)
  for (const body of [
    { step: 'capture-face' },
    { step: 'scan-letter' },
    { step: 'scan-letter' },
    { step: 'complete' },
    { step: 'capture-document', document: 2 },
    { step: 'capture-document', document: 1 },
    { step: 'capture-document' },
    { document: 1 },
    { step: 'dance' },
    { step: 'capture-face' },
    { step: 'complete' },
    { step: 'complete' },
    undefined,
  ]) {
    await calls.visit(session, body)
    await calls.call('GET', session.path)
  }
  await calls.advance('PT30M')
  await calls.readAll(session)
}

const refused = async (calls) => {
  const session = await calls.create(inBranch())
  await calls.instruct(session)
  await calls.visit(session, { step: 'scan-letter' })
  await calls.visit(session, { step: 'refuse', reason: 'The photo is of someone else' })
  await calls.readAll(session)
  await calls.control('GET', `/sessions/${session.id}/wait?stage=completed&timeout=0.01`)
  await calls.control('POST', `/sessions/${session.id}/expire`)
  await calls.readAll(session)
  await calls.control('POST', `/sessions/${session.id}/expire`)
  await calls.instruct(session)
}

const whole = async (calls) => {
  for (const scenario of [
    'all-approve',
    'missing-document',
    'profile-mismatch',
    'checks-pending',
    'letter-not-ready',
    'captured-so-far',
    'authenticity-rejected:TAMPERED',
    'error-server-error',
    'no-such-scenario',
  ]) {
    const headers = { 'X-Mock-Yoti-Scenario': scenario }
    for (const order of [inBranch(), atHome()]) {
      const session = await calls.create(order, { headers })
      await calls.instruct(session)
      await calls.visit(session)
      await calls.readAll(session, { images: false })
      await calls.control('PUT', `/sessions/${session.id}/scenario`, { scenario: 'invalid-document' })
      await calls.call('GET', session.path)
    }
  }
}

const faces = async (calls) => {
  const session = await calls.create(everything())
  const { capture } = await calls.configurationOf(session)
  const face = capture?.required_resources.find(({ type }) => type === 'FACE_CAPTURE')
  const path = `${session.path}/resources/face-capture`
  await calls.call('POST', path, { requirement_id: 'none' })
  const { json } = await calls.call('POST', path, { requirement_id: face?.id })
  const image = `${path}/${json.id}/image`
  const put = (bytes, type) => calls.send({ method: 'PUT', path: image, ...upload(bytes, type) })
  for (const bytes of [png('a face'), png('another'), Buffer.from('no image'), Buffer.alloc(0)]) await put(bytes)
  await put(Buffer.from('ffd8ffe000104a464946', 'hex'), 'image/jpeg')
  await put(png('a face'), 'image/jpeg')
  await calls.send({ method: 'PUT', path: image, body: '{}', headers: { 'Content-Type': 'application/json' } })
  await calls.send({ method: 'PUT', path: image })
  await calls.send({ method: 'PUT', path: `${path}/nobody/image`, ...upload(png('x')) })
  await calls.visit(session)
  await calls.advance('PT30M')
  await calls.readAll(session)
  await put(png('too late'))
}

const removal = async (calls) => {
  const session = await calls.create(atHome())
  await calls.call('DELETE', session.path)
  await calls.visit(session)
  await calls.call('DELETE', session.path)
  await calls.advance('PT30M')
  const { json } = await calls.call('GET', session.path)
  const media = json.resources?.id_documents?.[0]?.pages?.[0]?.media?.id
  for (const method of ['DELETE', 'GET', 'DELETE']) await calls.call(method, `${session.path}/media/${media}/content`)
  await calls.call('DELETE', `${session.path}/tracked-devices`)
  await calls.call('GET', `${session.path}/tracked-devices`)
  for (const method of ['DELETE', 'GET', 'DELETE']) await calls.call(method, session.path)
  const other = await calls.create(atHome())
  await calls.control('DELETE', `/sessions/${other.id}`)
  await calls.control('DELETE', `/sessions/${other.id}`)
  await calls.advance('P30D')
  await calls.readAll(session)
}

const choices = async (calls) => {
  await calls.control('POST', '/next-session', { scenario: 'missing-document', times: 2 })
  await calls.control('POST', '/next-session', { scenario: 'profile-mismatch', sdkId: 'an-application' })
  await calls.control('POST', '/next-session', { scenario: 'no-such' })
  await calls.control('PUT', '/applications/another', { scenario: 'checks-pending' })
  await calls.control('PUT', '/defaults', { scenario: 'instructions-set' })
  await calls.control('GET', '/defaults')
  for (const query of ['', '?sdkId=an-application', '?sdkId=another', '?sdkId=another', '', ''])
    await calls.inspect(await calls.create(inBranch(), { query }))
  for (const base of ['/scenario/all-approve/idverify/v1', '/scenario/nobody/idverify/v1', `/sandbox${api}`])
    await calls.inspect(await calls.create(inBranch(), { base }))
  for (const filter of [
    'sdkId=another',
    'stage=created',
    'scenario=missing-document',
    'limit=2',
    'limit=0',
    'colour=red',
  ])
    await calls.control('GET', `/sessions?${filter}`)
}

export const replaySessions = async (pair) => {
  const calls = callsOf(pair)
  for (const [name, play] of Object.entries({ byThemselves, byHand, refused, whole, faces, removal, choices })) {
    calls.begin(`sessions ${name}`)
    await play(calls)
    await calls.finish()
  }
}
