import { expect, test } from 'vitest'
import { type Asking, authorise } from '../../server/auth/caller.js'
import { YotiError } from '../../server/base/errors.js'
import { inBranchOrder } from '../support/orders.js'
import { startServer } from '../support/server.js'

const created = { sdkId: 'owner', clientSessionToken: 'token' }
const named = { clientSessionToken: 'token' }

type Policy = NonNullable<Asking['ownerPolicy']>

const reach = (
  {
    policy,
    ...caller
  }: { policy: Policy; sdkId?: string; clientToken?: string; verdict?: Asking['caller']['verdict'] },
  session: { sdkId?: string; clientSessionToken: string } = created,
  ownerPolicy: Policy | undefined = session.sdkId === undefined ? undefined : policy,
) => {
  const asking = {
    caller: { policy, verdict: 'verified', ...caller },
    offeredToken: caller.clientToken,
    ownerPolicy,
  } as const
  try {
    return authorise(asking, session) ?? 'reached'
  } catch (error) {
    if (error instanceof YotiError) return error.code
    throw error
  }
}

test('a session answers the application that created it and no other', () => {
  expect(reach({ policy: 'strict', sdkId: 'owner' })).toBe('reached')
  expect(reach({ policy: 'strict', sdkId: 'other' })).toBe('BAD_SDK_ID')
  expect(reach({ policy: 'lenient', sdkId: 'other' })).toBe('BAD_SDK_ID')
  expect(reach({ policy: 'off', sdkId: 'other' })).toBe('reached')
})

test('a caller that does not say who it is reaches every session, which is noted', () => {
  expect(reach({ policy: 'lenient' })).toBe("no sdkId was sent; the session is that of 'owner', and Yoti would refuse")
})

test('a named session belongs to nobody and answers everybody', () => {
  for (const sdkId of ['owner', 'other']) expect(reach({ policy: 'strict', sdkId }, named)).toBe('reached')
})

test('a client token reaches its own session only', () => {
  expect(reach({ policy: 'strict', clientToken: 'token' })).toBe('reached')
  expect(reach({ policy: 'lenient', clientToken: 'another' })).toBe('BAD_TOKEN')
})

test('the policy of the owner decides, not that of the caller', () => {
  expect(reach({ policy: 'off', sdkId: 'other' }, created, 'strict')).toBe('BAD_SDK_ID')
  expect(reach({ policy: 'off', sdkId: 'other' }, created, 'lenient')).toBe('BAD_SDK_ID')
  expect(reach({ policy: 'strict', sdkId: 'other' }, created, 'off')).toBe('reached')
  expect(reach({ policy: 'off' }, created, 'strict')).toBe('BAD_SDK_ID')
  expect(reach({ policy: 'off', sdkId: 'owner', verdict: 'not-checked' }, created, 'strict')).toBe('BAD_SDK_ID')
  expect(reach({ policy: 'off', clientToken: 'token', verdict: 'not-checked' }, created, 'strict')).toBe('reached')
})

test('neither a careless application nor an anonymous caller reads or deletes the session of a strict one', async () => {
  await using server = await startServer()
  await server.control.applications.put('careless', { signatures: 'off' })
  const order = await fetch(`${server.apiUrl}/sessions?sdkId=careful`, {
    method: 'POST',
    body: JSON.stringify(inBranchOrder()),
  })
  const { session_id: id, client_session_token: token } = (await order.json()) as Record<string, string>
  await server.control.applications.put('careful', { signatures: 'strict' })
  const call = async (method: string, query: string, path = '', headers = {}) => {
    const answer = await fetch(`${server.apiUrl}/sessions/${id}${path}${query}`, { method, headers })
    return `${answer.status} ${((await answer.json()) as { code?: string }).code ?? ''}`.trim()
  }
  for (const method of ['GET', 'DELETE'])
    for (const query of ['', '?sdkId=careless', '?sdkId=other'])
      expect(await call(method, query)).toBe('401 BAD_SDK_ID')
  expect(await call('GET', '', '/configuration', { 'X-Yoti-Auth-Token': token })).toBe('200')
  expect(await call('GET', '', '/configuration', { 'X-Yoti-Auth-Token': `${token}x` })).toBe('401 BAD_TOKEN')
  expect(await call('GET', '?sdkId=careless', '/configuration', { 'X-Yoti-Auth-Token': token })).toBe('200')
})
