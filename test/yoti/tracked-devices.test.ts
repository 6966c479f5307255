import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Schema } from '../../server/openapi/schema.js'
import { expectDocumented } from '../support/answers.js'
import { startServer } from '../support/server.js'

let server: Awaited<ReturnType<typeof startServer>>
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

const devicesOf = async (id: string) => {
  const response = await fetch(`${server.apiUrl}/sessions/${id}/tracked-devices`)
  const body: unknown = await response.json()
  expectDocumented('yoti', 'getTrackedDevices', response.status, body)
  return body as Schema<'TrackedDevice'>[]
}

test('each event has a device with every field that Yoti and its SDKs name', async () => {
  const [first] = await devicesOf('liveness-rejected:ZOOM')
  expect(first).toEqual({
    event: 'CONFIG_FIRST_LOADED',
    created: '2026-03-01T09:00:00Z',
    device: {
      ip_address: '192.0.2.10',
      ip_iso_country_code: 'GBR',
      manufacture_name: 'Google',
      model_name: 'Pixel 9',
      os_name: 'Android',
      os_version: '15',
      browser_name: 'Chrome',
      browser_version: '140.0',
      locale: 'en-GB',
      client_version: '',
    },
  })
})

test('events stand in the order of time: loaded, each resource, finished', async () => {
  const devices = await devicesOf('liveness-rejected:ZOOM')
  expect(devices.map(({ event }) => event)).toEqual([
    'CONFIG_FIRST_LOADED',
    'RESOURCE_CREATED',
    'RESOURCE_CREATED',
    'CLIENT_SESSION_TOKEN_DELETED',
  ])
  const times = devices.map(({ created }) => created)
  expect(times).toEqual([...times].sort())
  expect(devices.map(({ resource_id }) => resource_id === undefined)).toEqual([true, false, false, true])
})

test('a branch has no device of the person', async () => {
  expect(await devicesOf('all-approve')).toEqual([])
})
