import { readdirSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'

const folder = new URL('../../dist/console/', import.meta.url)

const sizeOf = (ending: string) =>
  readdirSync(folder)
    .filter((name) => name.startsWith('console-') && name.endsWith(ending))
    .reduce((size, name) => size + gzipSync(readFileSync(new URL(name, folder))).length, 0)

test('the script of the console has at most 60 kB, its styles at most 10 kB, as they would be compressed', () => {
  expect(sizeOf('.js')).toBeGreaterThan(10_000)
  expect(sizeOf('.js')).toBeLessThanOrEqual(60_000)
  expect(sizeOf('.css')).toBeGreaterThan(1000)
  expect(sizeOf('.css')).toBeLessThanOrEqual(10_000)
})

test('nothing in it names another host', () => {
  const text = readdirSync(folder)
    .filter((name) => name.startsWith('console-'))
    .map((name) => readFileSync(new URL(name, folder), 'utf8'))
    .join('\n')
  const hosts = [...text.matchAll(/https?:\/\/([^/"'`$\s]+)/g)].map(([, host]) => host)
  expect(new Set(hosts)).toEqual(new Set(['www.w3.org', '127.0.0.1:3000']))
})
