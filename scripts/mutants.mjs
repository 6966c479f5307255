// `npm run mutants -- engine/checks`: which changes to a room of server/ does no fact in test/facts/<room> notice?
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const [room = 'engine/checks', ...options] = process.argv.slice(2)
for (const folder of [`server/${room}`, `test/facts/${room}`])
  if (!existsSync(folder)) {
    console.error(`${folder} does not exist; give a room of server/ that has facts, such as engine/checks`)
    process.exit(2)
  }
const stryker = 'node_modules/@stryker-mutator/core/bin/stryker.js'
const { status } = spawnSync(process.execPath, [stryker, 'run', ...options], {
  stdio: 'inherit',
  env: { ...process.env, MUTANTS_ROOM: room },
})
process.exit(status ?? 1)
