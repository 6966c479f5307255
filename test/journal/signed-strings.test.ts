import { expect, test } from 'vitest'
import { startServer } from '../support/server.js'
import { demoQuery, messageOf, sendRaw, sessionPath, sign } from '../support/signing.js'

const query = demoQuery()
const right = `${sessionPath}?${query}`

const signatureOf = async (message: string) => {
  await using server = await startServer()
  const headers = { 'X-Yoti-Auth-Digest': sign(message) }
  await sendRaw(server.url, { target: `/idverify/v1${right}`, headers })
  return (await server.control.requests.list())[0]?.signature
}

test('a refused signature shows the string that is to be signed beside the one that was', async () => {
  const signature = await signatureOf(messageOf('GET', `/idverify/v1${right}`))
  expect(signature).toMatchObject({
    verdict: 'refused',
    expected: `GET&${right}`,
    signed: `GET&/idverify/v1${right}`,
  })
})

test('where nobody can know what was signed, only the string that is to be signed', async () => {
  const signature = await signatureOf('something else')
  expect(signature?.expected).toBe(`GET&${right}`)
  expect(signature).not.toHaveProperty('signed')
})

test('a signature that is right shows neither', async () => {
  const signature = await signatureOf(messageOf('GET', right))
  expect(signature).toEqual({ verdict: 'verified' })
})
