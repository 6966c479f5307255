import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')

test('the image and npm start have Node.js keep as little memory', () => {
  const flags = ['--max-semi-space-size=4', '--heap-growing-percent=50']
  const [, entryPoint = ''] = /^ENTRYPOINT (.*)$/m.exec(read('Dockerfile')) ?? []
  expect(JSON.parse(entryPoint)).toEqual(['node', ...flags, '/opt/mock-yoti/bin/mock-yoti.js'])
  expect(JSON.parse(read('package.json')).scripts.start).toBe(`node ${flags.join(' ')} scripts/start.mjs`)
})
