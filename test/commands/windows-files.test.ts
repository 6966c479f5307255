import { expect, test } from 'vitest'
import { parseConfig } from '../../server/config/parse-config.js'
import { runCommand } from '../support/command.js'
import { goodFile, scenarioFiles } from '../support/scenario-files.js'

// What Windows does to files and paths, as far as it can be tried on other systems.
const crlf = (text: string) => text.replaceAll('\n', '\r\n')

test('a scenario file with CRLF line ends is read, and its problems have the right lines', async () => {
  await using files = await scenarioFiles({ 'ours.yaml': crlf(goodFile('Ours', 'visit: refused\n')) })
  expect(await runCommand(['scenarios', 'lint', files.path])).toMatchObject({
    code: 0,
    stdout: '1 scenario file: no problems\n',
  })
  await files.write('bad.yaml', crlf(goodFile('Bad', 'visit: comleted\n')))
  const { stdout } = await runCommand(['scenarios', 'lint', files.path])
  expect(stdout).toMatch(/bad\.yaml:5 visit is "comleted"; expected completed/)
})

test('paths with drive letters and backslashes are taken as they are', () => {
  const { keys, scenarios, tlsCert } = parseConfig(
    ['--key', 'app=C:\\keys\\public=key.pem', '--scenarios', 'D:\\scenarios'],
    { MOCK_YOTI_TLS_CERT: 'C:\\tls\\cert.pem' },
  )
  expect(keys).toEqual([{ sdkId: 'app', file: 'C:\\keys\\public=key.pem' }])
  expect(scenarios).toBe('D:\\scenarios')
  expect(tlsCert).toBe('C:\\tls\\cert.pem')
})
