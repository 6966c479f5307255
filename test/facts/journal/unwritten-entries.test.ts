import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import type { Bus } from '../../../server/state/redis/bus.js'
import { Journal } from '../../../server/state/redis/journal.js'
import type { Store } from '../../../server/state/redis/store.js'

/** A journal whose store writes down what it is told: how many entries in each step, and how many were lost, of whom. */
const openJournal = () => {
  const steps: { readonly written: number; readonly lost: number; readonly owners: readonly string[] }[] = []
  const run = async (_script: string, [, , , lost, owners, ...rest]: readonly string[]) => {
    const names = rest.slice(0, Number(owners))
    steps.push({ written: (rest.length - names.length) / 3, lost: Number(lost), owners: names })
    return 1
  }
  const deps = { replica: 'a', size: 10_000, now: () => 0, token: () => '', onClosed: () => undefined }
  // Only what a journal uses to write.
  const journal = new Journal({ connection: { run } } as unknown as Store, { ...deps, bus: {} as Bus })
  const close = (body: Uint8Array | undefined) => {
    const entry = journal.open({ method: 'GET', url: '/x?sdkId=ada', rawHeaders: [] })
    entry.body = body
    journal.close(entry)
  }
  return { steps, close }
}

const total = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0)

test.each([
  ['2,100 entries that are closed at once, 2,000', 2100, undefined, 2000, 100],
  ['600 entries with 64 kB each, those that have 32 MB', 600, new Uint8Array(65_536), 512, 88],
] as const)('of %s wait to be written, and the store is told of the others', async (_name, count, body, kept, lost) => {
  const { steps, close } = openJournal()
  for (let at = 0; at < count; at++) close(body)
  while (total(steps.map(({ written }) => written)) < kept) await sleep(1)
  await sleep(20)
  expect(total(steps.map(({ written }) => written))).toBe(kept)
  expect(steps[0]).toMatchObject({ lost, owners: ['ada'] })
  expect(total(steps.map((step) => step.lost))).toBe(lost)
  expect(Math.max(...steps.map(({ written }) => written))).toBeLessThanOrEqual(100)
})
