// What generated requests are about.
import { atHome, everything, inBranch } from './orders.mjs'
import { api } from './session-calls.mjs'

/** Sessions in different states, and the ids that requests can be about. @param changes of the order with a deadline */
export const prepareSessions = async (calls, { changes } = /** @type {{ changes?: object }} */ ({})) => {
  await calls.control('POST', '/reset')
  // Neither is reset.
  await calls.control('PUT', '/defaults', { scenario: 'all-approve' })
  await calls.control('PUT', '/applications/gen-a', { signatures: 'lenient' })
  await calls.control('POST', '/notifications/hold')
  const notifications = { endpoint: `${calls.receiverUrl}/ok`, topics: ['SESSION_COMPLETION', 'CHECK_COMPLETION'] }
  const branch = await calls.create(inBranch({ notifications }))
  await calls.instruct(branch)
  const home = await calls.create({ ...everything(), ...changes }, { query: '?sdkId=gen-a' })
  const { capture } = await calls.configurationOf(home)
  const requirementIds = capture.required_resources.map(({ id }) => id)
  const face = capture.required_resources.find(({ type }) => type === 'FACE_CAPTURE')?.id
  const made = await calls.call('POST', `${home.path}/resources/face-capture`, { requirement_id: face })
  const done = await calls.create(atHome({ notifications }), { base: `/sandbox${api}` })
  await calls.visit(done)
  await calls.advance('PT30M')
  const mediaIds = JSON.stringify((await calls.call('GET', done.path)).json).match(/(?<="media":\{"id":")[^"]+/g) ?? []
  return {
    sessionIds: [
      branch.id,
      home.id,
      done.id,
      'all-approve',
      'instructions-set',
      'missing-document',
      'error-server-error',
      'nobody',
    ],
    tokens: [branch.token, home.token, done.token, 'x'],
    requirementIds: [...requirementIds, 'none'],
    pathValues: {
      mediaId: [...mediaIds.slice(-3), 'none'],
      resourceId: [made.json.id, 'none'],
      sdkId: ['gen-a', 'gen-b', 'gen c'],
      faultId: ['fault-1', 'fault-2', 'fault-3', 'x'],
      deliveryId: ['1', '2', '3', '99', 'x'],
    },
  }
}
