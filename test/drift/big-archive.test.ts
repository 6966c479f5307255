import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { summarise } from '../../server/engine/results/summarise.js'
import { builtInScenarios } from '../../server/engine/scenarios/catalogue.js'
import { sampled } from '../support/matrix.js'

const [lines = 0] = sampled([1_000_000], [60_000])

const entry = (text: string) => {
  const headers = Array.from({ length: 10 }, (_, index) => ({ name: `x-header-${index}`, value: 'Quirinius' }))
  return {
    startedDateTime: '2026-03-04T12:00:00.000Z',
    request: { method: 'GET', url: 'https://api.yoti.com/idverify/v1/sessions/one', headers, bodySize: 0 },
    response: { status: 200, headers: [], content: { size: text.length, mimeType: 'application/json', text } },
  }
}

// The most that a process has used is read from /proc: what Node.js tells counts its parent's memory too.
test.skipIf(process.platform !== 'linux')('a long archive is read within 300 MB', { timeout: 300_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'mock-yoti-archive-'))
  try {
    const [scenario] = builtInScenarios()
    if (scenario === undefined) throw new Error('no scenario')
    const text = JSON.stringify(entry(JSON.stringify(summarise(scenario, 0).answer)), null, 2)
    const count = Math.ceil(lines / (text.split('\n').length + 1))
    const file = createWriteStream(join(folder, 'long.har'))
    file.write('{ "log": { "entries": [\n')
    for (let index = 0; index < count; index++)
      if (!file.write(`${text}${index === count - 1 ? '' : ',\n'}`)) await once(file, 'drain')
    file.end(']}}')
    await once(file, 'close')
    const tell = `data:text/javascript,import{readFileSync}from'node:fs';process.on('exit',()=>console.error(readFileSync('/proc/self/status','utf8')))`
    const program = fileURLToPath(new URL('../../bin/mock-yoti.js', import.meta.url))
    const argv = ['--import', tell, program, 'record', '--har', join(folder, 'long.har'), '--out', join(folder, 'out')]
    const { stdout, stderr } = await promisify(execFile)(process.execPath, argv)
    expect(stdout).toContain(`${count} recordings written`)
    expect(await readdir(join(folder, 'out'))).toHaveLength(count)
    expect(Number(/^VmHWM:\s+(\d+) kB$/m.exec(stderr)?.[1])).toBeLessThan(300 * 1024)
  } finally {
    await rm(folder, { recursive: true })
  }
})
