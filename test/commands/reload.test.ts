import { expect, test } from 'vitest'
import { readSession } from '../support/answers.js'
import { serveCommand } from '../support/command.js'
import { goodFile, scenarioFiles } from '../support/scenario-files.js'

test('a scenario file of ours adds to the built-in ones, overrides one of the same name, and is read again when it changes', async () => {
  await using files = await scenarioFiles({ 'all-approve.yaml': goodFile('Ours', 'visit: refused\n') })
  const server = await serveCommand(['--scenarios', files.path])
  const api = `${server.url}/idverify/v1`
  expect((await readSession(api, 'all-approve')).state).toBe('ONGOING')
  expect((await readSession(api, 'wrong-document')).state).toBe('ONGOING')

  await files.write('late.yaml', goodFile('Late', 'expired: true\nvisit: none\n'))
  await server.untilPrinted(/scenarios read again: .*: 2 scenario files; [a-z-]+ takes the place of the built-in one/)
  expect((await readSession(api, 'late')).state).toBe('EXPIRED')
  await server.stop()
})

test('a bad save keeps the last good scenarios and says so', async () => {
  await using files = await scenarioFiles({ 'ours.yaml': goodFile('Ours', 'visit: refused\n') })
  const server = await serveCommand(['--scenarios', files.path])
  await files.write('ours.yaml', goodFile('Ours', 'visit: comleted\n'))
  await server.untilPrinted(/the last good scenarios stay[\s\S]*ours\.yaml:5 visit is "comleted"; expected completed/)
  expect((await readSession(`${server.url}/idverify/v1`, 'ours')).state).toBe('ONGOING')

  await files.write('ours.yaml', goodFile('Ours', 'visit: completed\n'))
  await server.untilPrinted(/scenarios read again: .*: 1 scenario file/)
  expect((await readSession(`${server.url}/idverify/v1`, 'ours')).state).toBe('COMPLETED')
  await server.stop()
})
