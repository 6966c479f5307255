import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { test } from 'vitest'

test('every generated file is fresh', async () => {
  const script = fileURLToPath(new URL('../../scripts/generate.mjs', import.meta.url))
  await promisify(execFile)(process.execPath, [script, '--check'])
})
