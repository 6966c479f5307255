import { expect, test } from 'vitest'
import { atExit } from '../../gauntlet/service-process.js'

test('sixteen services that run at once are ended by one listener, and none is left behind', () => {
  const before = process.listeners('exit')
  const ended: number[] = []
  const forgets = Array.from({ length: 16 }, (_, lane) => atExit(() => ended.push(lane)))
  const added = process.listeners('exit').filter((listener) => !before.includes(listener))
  expect(added).toHaveLength(1)
  forgets[3]?.()
  for (const listener of added) listener(0)
  expect(ended).toEqual([0, 1, 2, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15])
  for (const forget of forgets) forget()
  expect(process.listeners('exit')).toEqual(before)
})
