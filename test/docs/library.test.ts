import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { connectMockYoti } from '../../server/index.js'

const page = readFileSync(new URL('../../docs/library.md', import.meta.url), 'utf8')

/** The paths of all functions of an object: `sessions.visit`. */
const callsOf = (value: object, before = ''): string[] =>
  Object.entries(value).flatMap(([name, part]) =>
    typeof part === 'function' ? [`${before}${name}`] : callsOf(part as object, `${before}${name}.`),
  )

test('docs/library.md lists every call of the control client, and no other', () => {
  const listed = [...page.matchAll(/^\| `([\w.]+)\(/gm)].map(([, call]) => call)
  expect(listed.sort()).toEqual(callsOf(connectMockYoti('http://127.0.0.1:1').control).sort())
})

test('docs/library.md lists the settings with their defaults', () => {
  expect(page).toContain('| `visitDelay` | `--visit-delay` | delay before a visit, counted from the instructions')
  expect(page).toMatch(/^\| `port` \| `--port` \| .* \| 9684 \|$/m)
  expect(page).toMatch(/^\| `keys` \| `--key` \| .* \| the demo key only \|$/m)
})
