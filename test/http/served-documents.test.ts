import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { startServer } from '../support/server.js'

type Document = {
  servers: { url: string }[]
  paths: Record<string, { servers?: { url: string }[] }>
  webhooks?: object
}

const file = (path: string) => parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')) as Document

test.each([
  ['/openapi', 'openapi.yaml', ['/idverify/v1', '/sandbox/idverify/v1']],
  ['/__mock/openapi', 'server/control/control.openapi.yaml', ['/__mock']],
])('%s is served as JSON and as YAML, with this server in it and no other', async (path, source, bases) => {
  await using server = await startServer({ controlToken: 'secret' })
  const json = await fetch(`${server.url}${path}.json`)
  const yaml = await fetch(`${server.url}${path}.yaml`)
  expect([json.headers.get('content-type'), yaml.headers.get('content-type')]).toEqual([
    'application/json',
    'application/yaml',
  ])
  const document = (await json.json()) as Document
  expect(parse(await yaml.text())).toEqual(document)
  expect(document.servers.map(({ url }) => url)).toEqual(bases.map((base) => `${server.url}${base}`))
  for (const item of Object.values(document.paths))
    for (const { url } of item.servers ?? []) expect(url).toBe(server.sandboxUrl)
  expect(JSON.stringify(document.servers) + JSON.stringify(document.paths)).not.toContain('api.yoti.com')
  // Everything else is as it is written.
  const written = file(source)
  expect(Object.keys(document.paths)).toEqual(Object.keys(written.paths))
  expect(document.webhooks).toEqual(written.webhooks)
})

test('the address is the one that was asked, also behind a proxy', async () => {
  await using server = await startServer()
  const read = async (headers: Record<string, string>) => {
    const document = (await (await fetch(`${server.url}/openapi.json`, { headers })).json()) as Document
    return document.servers[0]?.url
  }
  const port = new URL(server.url).port
  expect(await read({})).toBe(`http://127.0.0.1:${port}/idverify/v1`)
  const proxied = { 'X-Forwarded-Proto': 'https', 'X-Forwarded-Host': 'mock.test', 'X-Forwarded-Prefix': '/yoti' }
  expect(await read(proxied)).toBe('https://mock.test/yoti/idverify/v1')
})

test('what reads a document is not recorded', async () => {
  await using server = await startServer()
  for (const path of ['/openapi.yaml', '/__mock/openapi.yaml', '/__console/api']) await fetch(`${server.url}${path}`)
  expect(await server.control.requests.list()).toEqual([])
})

test.each([
  ['/openapi.json', '/sessions/{sessionId}/tracked-devices', 'delete', ['204', '400', '401', '404', '409']],
  ['/__mock/openapi.json', '/health', 'get', ['200', '400']],
])('%s lists what %s may answer', async (document, path, method, statuses) => {
  await using server = await startServer()
  const { paths } = (await (await fetch(`${server.url}${document}`)).json()) as {
    paths: Record<string, Record<string, { responses: object }>>
  }
  expect(Object.keys(paths[path]?.[method]?.responses ?? {})).toEqual(expect.arrayContaining(statuses))
})
