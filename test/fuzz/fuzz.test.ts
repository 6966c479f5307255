import { expect, test } from 'vitest'
import { fuzz } from '../../scripts/fuzz/fuzz.mjs'

test('generated requests find nothing that the documents do not list, and nothing that stops the server', async () => {
  const { byKind, findings } = await fuzz({ seed: 'npm test', requests: 400 })
  expect(findings).toEqual([])
  expect(Object.keys(byKind).sort()).toEqual(['absurd', 'damaged', 'nearly', 'raw', 'states', 'upload', 'valid'])
  const { states = 0, ...others } = byKind
  expect(states).toBeGreaterThanOrEqual(8)
  expect(Object.values(others).reduce((sum, count) => sum + count, 0)).toBe(400)
})
