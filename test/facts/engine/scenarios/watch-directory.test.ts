import { expect, test } from 'vitest'
import { watchDirectory } from '../../../../server/engine/scenarios/watch-directory.js'
import { goodFile, scenarioFiles } from '../../../support/scenario-files.js'

test('whoever is told of a change and fails is told why, and of the next change', async () => {
  await using files = await scenarioFiles({ 'one.yaml': goodFile('One') })
  const told: string[] = []
  let wake = () => {}
  const stop = watchDirectory(files.path, 'another version', (content) => {
    told.push(content instanceof Error ? content.message : `${content.count} files`)
    if (told.length === 1) throw new Error('no room')
    wake()
  })
  const next = () =>
    new Promise<void>((resolve) => {
      wake = resolve
    })
  await next()
  await Promise.all([next(), files.write('two.yaml', goodFile('Two'))])
  await stop()
  expect(told).toEqual(['1 files', 'no room', '2 files'])
})
