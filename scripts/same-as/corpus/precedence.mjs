// Which error comes first: every operation with an unknown, an open and a locked session, unsigned, wrongly and rightly
// signed, with and without a fault, and with a body that is right, wrong and no JSON.
import { generateKeyPairSync } from 'node:crypto'
import { atHome, everything, inBranch, instructionsFor, png, upload } from '../../requests/orders.mjs'
import { demoId } from '../../requests/sign.mjs'
import { api, callsOf } from './calls.mjs'

const query = `sdkId=${demoId}&nonce=1b671a64-40d5-491e-99b0-000000000000&timestamp=1772625600000`
const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'pem', type: 'pkcs8' })

const wrong = JSON.stringify({
  requested_checks: 7,
  documents: 7,
  requirement_id: 7,
  search_string: 7,
  session_id: 7,
  check_reports: 7,
})

/** A right body of each operation that takes one. */
const rightBodies = (session, instructions, face) => ({
  createSession: JSON.stringify(atHome()),
  putInstructions: JSON.stringify(instructions),
  createFaceCapture: JSON.stringify({ requirement_id: face }),
  lookupUkPostOffice: JSON.stringify({ search_string: 'SW1Y 4JH' }),
  putSessionResponseConfig: '{}',
  putApplicationResponseConfig: '{}',
  runAgent: JSON.stringify({ session_id: session.id, client_session_token: session.token }),
})

const openSessions = async (calls, key) => {
  const signed = (method, path, json) => calls.call(method, `${path}?${query}`, json, { key })
  const create = async (order) => {
    const { json } = await signed('POST', `${api}/sessions`, order)
    return { id: json.session_id, token: json.client_session_token, path: `${api}/sessions/${json.session_id}` }
  }
  const [branch, home, locked] = [await create(inBranch()), await create(everything()), await create(atHome())]
  await calls.visit(locked)
  const readConfiguration = async ({ path }) => (await signed('GET', `${path}/configuration`)).json
  const instructions = instructionsFor(await readConfiguration(branch))
  const required = (await readConfiguration(home)).capture?.required_resources ?? []
  return { branch, home, locked, instructions, face: required.find(({ type }) => type === 'FACE_CAPTURE')?.id }
}

/** The requests of one operation. */
const requestsOf = ({ operationId, method, path, takesBody }, sessions) => {
  const { branch, home, locked, instructions, face } = sessions
  /** @type {{ method: string, target: string, headers?: Record<string, string>, body?: any }[]} */
  const requests = []
  for (const session of [branch, home, locked, { id: 'nobody', token: 'x' }]) {
    const target = path
      .replace('{sessionId}', session.id)
      .replace('{sdkId}', demoId)
      .replace(/\{\w+\}/, 'no-such')
    const right = rightBodies(session, instructions, face)[operationId]
    const image = operationId === 'putFaceCaptureImage' ? upload(png('a face')) : undefined
    const bodies = takesBody ? [image ?? { body: right }, { body: wrong }, { body: '{' }, {}] : [{}]
    for (const body of bodies) requests.push({ method, target, ...body })
    if (!path.includes('{sessionId}') && operationId !== 'runAgent') break
  }
  return requests
}

export const replayPrecedence = async (pair, { key }) => {
  const calls = callsOf(pair)
  calls.begin('error precedence')
  const { json } = await calls.call('GET', '/openapi.json')
  const operations = Object.entries(json.paths).flatMap(([path, item]) =>
    ['get', 'put', 'post', 'delete'].flatMap((method) =>
      item[method] === undefined
        ? []
        : [
            {
              operationId: item[method].operationId,
              method: method.toUpperCase(),
              path,
              base: item.servers === undefined ? api : `/sandbox${api}`,
              takesBody: item[method].requestBody !== undefined,
            },
          ],
    ),
  )
  for (const operation of operations)
    for (const fault of [undefined, { operation: operation.operationId, status: 418 }, { spoil: 'empty-body' }]) {
      await calls.control('PUT', `/applications/${demoId}`, { signatures: 'strict' })
      const sessions = await openSessions(calls, key)
      if (fault !== undefined) await calls.control('POST', '/faults', fault)
      for (const request of requestsOf(operation, sessions))
        for (const auth of [{}, { key: stranger }, { key }]) {
          const { target, headers, body, method } = request
          await calls.send({ method, path: `${operation.base}${target}?${query}`, headers, body, ...auth })
        }
      await calls.control('GET', '/faults')
      await calls.control('GET', '/requests')
      await calls.control('POST', '/reset')
    }
  const huge = JSON.stringify(atHome({ user_tracking_id: 'x'.repeat(12_000_000) }))
  for (const path of ['/sessions', '/sessions/nobody/instructions', '/sessions/all-approve/resources/face-capture'])
    await calls.send({ method: path.endsWith('instructions') ? 'PUT' : 'POST', path: `${api}${path}`, body: huge })
  await calls.control('PUT', `/applications/${demoId}`, { signatures: 'lenient' })
  await calls.finish()
}
