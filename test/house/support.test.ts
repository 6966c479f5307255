import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { test } from 'vitest'

test('docs/support.md and the generated types are as openapi.yaml makes them', async () => {
  const script = fileURLToPath(new URL('../../scripts/generate.mjs', import.meta.url))
  await promisify(execFile)(process.execPath, [script, '--check'])
})
