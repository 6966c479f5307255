import { expect, test } from 'vitest'
import { expectDocumented } from '../support/answers.js'
import { branchTopics, openNotified } from '../support/notified.js'

const ada = { sdkId: 'ada-suite' }
const bob = { sdkId: 'bob-suite' }

test('what is held goes out in its order when it is released', async () => {
  await using server = await openNotified()
  const { notifications, sessions } = server.control
  const sessionId = await server.create()
  await notifications.hold({ sessionId })
  await sessions.visit(sessionId)
  const held = await notifications.waitFor({ sessionId, status: 'held', count: 3 })
  expect(held.map(({ topic }) => topic)).toEqual(branchTopics)
  expect(server.receiver.received).toEqual([])
  const released = await notifications.release({ sessionId })
  expect(released.map(({ topic, status }) => `${topic} ${status}`)).toEqual(
    branchTopics.map((topic) => `${topic} waiting`),
  )
  await notifications.waitFor({ sessionId, count: 3 })
  expect(server.receiver.topics()).toEqual(branchTopics)
})

test('one that is held can go before the others', async () => {
  await using server = await openNotified()
  const { notifications, sessions } = server.control
  const sessionId = await server.create()
  await notifications.hold()
  await sessions.visit(sessionId)
  const [last] = await notifications.list({ sessionId, topic: 'session_completion' })
  expectDocumented('control', 'sendNotification', 200, await notifications.send(last?.id ?? 0))
  await notifications.release()
  await notifications.waitFor({ sessionId, count: 3 })
  expect(server.receiver.topics()).toEqual(['session_completion', 'first_branch_visit', 'thank_you_email_requested'])
})

test('a hold is of one application; the other is told', async () => {
  await using server = await openNotified()
  const { notifications, sessions } = server.control
  await notifications.hold(ada)
  const [first, second] = [await server.create({}, ada), await server.create({}, bob)]
  for (const id of [first, second]) await sessions.visit(id)
  await notifications.waitFor({ ...bob, count: 3 })
  expect(new Set((await notifications.list(ada)).map(({ status }) => status))).toEqual(new Set(['held']))
  await notifications.release(bob)
  expect(await notifications.list({ ...ada, status: 'held' })).toHaveLength(3)
  await server.control.reset(ada)
  expect(await notifications.list(ada)).toEqual([])
  expect(await notifications.list(bob)).toHaveLength(3)
})

test("nothing is held of a session that is not there, or is another application's", async () => {
  await using server = await openNotified()
  const { hold } = server.control.notifications
  await expect(hold({ sessionId: 'nope' })).rejects.toThrow('SESSION_NOT_FOUND')
  const sessionId = await server.create({}, ada)
  await expect(hold({ ...bob, sessionId })).rejects.toThrow(`the session ${sessionId} belongs to 'ada-suite'`)
  expect(await hold({ ...ada, sessionId })).toEqual([])
})

test('one that was sent goes again, or is duplicated', async () => {
  await using server = await openNotified({}, [400])
  const { notifications, sessions } = server.control
  const sessionId = await server.create({ topics: ['session_completion'] })
  await sessions.visit(sessionId)
  const [refused] = await notifications.waitFor({ sessionId, status: 'failed' })
  const again = await notifications.send(refused?.id ?? 0)
  expect(again).toMatchObject({ id: refused?.id, status: 'delivered', attempts: [{ status: 400 }, { status: 200 }] })
  const copy = await notifications.duplicate(again.id)
  expect(copy).toMatchObject({ status: 'delivered', duplicateOf: again.id, body: again.body })
  expect(server.receiver.received.map(({ body }) => body)).toEqual([again.body, again.body, again.body])
  await expect(notifications.send(999)).rejects.toThrow('No delivery has the id 999')
})

test('any topic can be sent at any time', async () => {
  await using server = await openNotified()
  const { notifyNow } = server.control.notifications
  const sessionId = await server.create({ topics: ['session_completion'] })
  expect(await notifyNow({ sessionId, topic: 'NEW_PDF_SUPPLIED' })).toMatchObject({ status: 'delivered' })
  await notifyNow({ sessionId, topic: 'check_completion', about: sessionId })
  expect(server.receiver.received.map(({ body }) => body)).toEqual([
    { session_id: sessionId, topic: 'new_pdf_supplied' },
    { session_id: sessionId, topic: 'check_completion', check_id: sessionId },
  ])
  await expect(notifyNow({ sessionId, topic: 'check_completion' })).rejects.toThrow('must be the id of the check')
  await expect(notifyNow({ sessionId, topic: 'session_completion', about: 'x' })).rejects.toThrow('takes no id')
  await expect(notifyNow({ sessionId: 'nobody', topic: 'session_completion' })).rejects.toThrow('SESSION_NOT_FOUND')
  await expect(notifyNow({ sessionId: 'all-approve', topic: 'session_completion' })).rejects.toThrow(
    'was created without notifications',
  )
})
