import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** In a process of its own: milliseconds of processor time of the import, and of the first look at every shape. */
const script = `
const spent = (since) => { const { user, system } = process.cpuUsage(since); return (user + system) / 1000 }
const start = process.cpuUsage()
const { operationShapes, resultShapes } = await import('mock-yoti/pact')
const imported = spent(start)
const begun = process.cpuUsage()
const shapes = resultShapes.all.length + operationShapes.all.length
console.log(JSON.stringify({ imported, computed: spent(begun), shapes }))
`

test('importing mock-yoti/pact computes no shapes: that waits for a test that asks for one', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], { cwd: root })
  const { imported, computed, shapes } = JSON.parse(stdout)
  expect(shapes).toBeGreaterThan(250)
  // Both are of the same machine at the same moment, however busy it is.
  expect(imported).toBeLessThan(computed / 2)
})
