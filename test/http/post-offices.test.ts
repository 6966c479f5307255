import { expect, test } from 'vitest'
import { nearestBranches } from '../../server/engine/reference/branches.js'
import { startServer } from '../support/server.js'

const look = async (search_string: unknown) => {
  await using target = await startServer()
  const body = JSON.stringify({ search_string })
  const response = await fetch(`${target.apiUrl}/lookup/uk-post-office`, { method: 'POST', body })
  return { status: response.status, body: await response.json() }
}

test.each([
  ['', 'must not be blank'],
  ['  ', 'must not be blank'],
  [null, 'must not be null'],
  [undefined, 'must not be null'],
])('searching for %j is refused in the words of Yoti', async (search, message) => {
  expect(await look(search)).toMatchObject({
    status: 400,
    body: { code: 'PAYLOAD_VALIDATION', errors: [{ property: 'search_string', message }] },
  })
})

test.each([
  ['SW1A 1AA', 'London', 51.4975, -0.1357],
  ['eh1 1yz', 'Edinburgh', 55.9533, -3.1883],
  ['the middle of York', 'York', 53.959, -1.0815],
])('ten branches near %s', (search, town, latitude, longitude) => {
  const branches = nearestBranches(search)
  expect(branches).toHaveLength(10)
  for (const { address, location } of branches) {
    expect(address).toMatch(new RegExp(`, ${town}$`))
    expect(Math.abs(location.latitude - latitude)).toBeLessThan(0.06)
    expect(Math.abs(location.longitude - longitude)).toBeLessThan(0.06)
  }
  expect(nearestBranches(search)).toEqual(branches)
})

test('the nearest branch comes first', () => {
  const north = nearestBranches('York').map(({ location }) => location)
  const away = north.map(({ latitude, longitude }) => Math.hypot(latitude - 53.959, (longitude + 1.0815) * 0.5884))
  expect(away).toEqual([...away].sort((one, other) => one - other))
})

test('what is searched for may be anything', () => {
  expect(nearestBranches('€')).toHaveLength(10)
})
