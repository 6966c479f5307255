import { expect, test } from 'vitest'
import { authorise } from '../../server/auth/caller.js'
import { YotiError } from '../../server/base/errors.js'

const created = { sdkId: 'owner', clientSessionToken: 'token' }
const named = { clientSessionToken: 'token' }

const reach = (
  caller: Parameters<typeof authorise>[0],
  session: { sdkId?: string; clientSessionToken: string } = created,
) => {
  try {
    return authorise(caller, session) ?? 'reached'
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
