import { expect, test } from 'vitest'
import { Journal } from '../../server/state/memory/journal.js'

const fill = (journal: Journal, count: number, bytes: Uint8Array) => {
  for (let index = 0; index < count; index++) {
    const entry = journal.open({ method: 'GET', url: `/${index}`, rawHeaders: [] })
    journal.close({ ...entry, sent: { status: 200, headers: {}, bytes }, milliseconds: 1 })
  }
}

test('bodies together are bounded, whatever the number of entries', () => {
  const journal = new Journal(10_000, () => 0)
  fill(journal, 1000, new Uint8Array(65_536))
  const kept = journal.list()
  expect(kept).toHaveLength(512)
  expect(kept.at(-1)?.url).toBe('/999')
})

test('of a long body its beginning is kept, and the rest is let go', () => {
  const journal = new Journal(1, () => 0)
  fill(journal, 2, new Uint8Array(1_000_000))
  const [entry] = journal.list()
  expect(entry?.url).toBe('/1')
  expect(entry?.sent?.bytes?.buffer.byteLength).toBe(65_536)
})
