// Notifications to a receiver: sent, held, released, repeated, refused, retried.

import { atHome, inBranch } from '../../requests/orders.mjs'
import { callsOf } from './calls.mjs'

const branchTopics = ['first_branch_visit', 'thank_you_email_requested', 'session_completion']
const sdkTopics = ['RESOURCE_UPDATE', 'TASK_COMPLETION', 'CHECK_COMPLETION', 'SESSION_COMPLETION']

export const replayNotifications = async (pair) => {
  const calls = callsOf(pair)
  calls.begin('notifications')
  const settled = async (id, count) => {
    await calls.control('GET', `/notifications/wait?sessionId=${id}&count=${count}&timeout=5`)
    calls.compareReceived(`about ${id}`)
  }
  const told = (path, more = {}) => ({ endpoint: `${calls.receiverUrl}/${path}`, topics: branchTopics, ...more })
  const countOf = async ({ id }) =>
    (await calls.control('GET', `/notifications?sessionId=${id}`)).json.notifications?.length ?? 0

  /** @type {[(changes: object) => object, object][]} */
  const orders = [
    [inBranch, told('ok', { auth_token: 'dXNlcjpwYXNz', auth_type: 'BASIC' })],
    [
      inBranch,
      told('ok', { auth_token: 'a-token', auth_type: 'BEARER', topics: [...branchTopics, 'NEW_PDF_SUPPLIED'] }),
    ],
    [atHome, told('ok', { topics: sdkTopics, auth_token: 'user:pass' })],
    [atHome, told('ok', { topics: ['no_such_topic'] })],
  ]
  for (const [order, notifications] of orders) {
    const session = await calls.create(order({ notifications }))
    await calls.instruct(session)
    await calls.control('POST', '/notifications/hold', { sessionId: session.id })
    await calls.visit(session)
    await calls.advance('PT30M')
    const count = await countOf(session)
    await calls.control('POST', '/notifications/release', { sessionId: session.id })
    if (count > 0) await settled(session.id, count)
    await calls.inspect(session)
  }

  const session = await calls.create(inBranch({ notifications: told('ok') }))
  await calls.instruct(session)
  await calls.control('POST', '/notifications/hold')
  await calls.visit(session)
  const { json } = await calls.control('GET', `/notifications?sessionId=${session.id}&status=held`)
  const ids = (json.notifications ?? []).map(({ id }) => id)
  for (const id of [...ids].reverse()) await calls.control('POST', `/notifications/${id}/send`)
  for (const id of ids) await calls.control('POST', `/notifications/${id}/duplicate`)
  await calls.control('POST', `/notifications/${ids[0]}/send`)
  for (const deed of ['send', 'duplicate']) await calls.control('POST', `/notifications/99999/${deed}`)
  await calls.control('POST', '/notifications/release')
  calls.compareReceived('sent by hand')
  for (const topic of [...branchTopics, 'check_completion', 'nonsense'])
    await calls.control('POST', '/notifications', { sessionId: session.id, topic })
  await calls.control('POST', '/notifications', { sessionId: 'nobody', topic: 'session_completion' })
  calls.compareReceived('sent now')

  const refused = await calls.create(inBranch({ notifications: told('refuses') }))
  await calls.instruct(refused)
  await calls.visit(refused)
  await calls.control(
    'GET',
    `/notifications/wait?sessionId=${refused.id}&status=failed&count=${branchTopics.length}&timeout=5`,
  )
  calls.compareReceived('refused')
  await calls.control('GET', `/notifications/wait?sessionId=${refused.id}&count=3&timeout=0.01`)
  for (const endpoint of [
    'http://127.0.0.1:9/closed',
    'http://169.254.169.254/latest',
    'ftp://x.example',
    'no url',
    'http://192.0.0.192/x',
    'http://[::ffff:169.254.169.254]/',
  ]) {
    const other = await calls.create(inBranch({ notifications: { endpoint, topics: branchTopics } }))
    if (other.id !== undefined)
      await calls.control('POST', '/notifications', { sessionId: other.id, topic: 'session_completion' })
  }
  for (const filter of [
    'topic=SESSION_COMPLETION',
    'status=delivered',
    'status=held',
    'status=x',
    'sdkId=nobody',
    'colour=red',
  ])
    await calls.control('GET', `/notifications?${filter}`)
  await calls.finish()
}
