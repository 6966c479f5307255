import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { summarise } from '../../server/engine/results/summarise.js'
import { builtInScenarios } from '../../server/engine/scenarios/catalogue.js'
import type { Schema } from '../../server/openapi/schema.js'
import { runCommand } from '../support/command.js'
import { scenarioFiles } from '../support/scenario-files.js'

test.each(['at-home-approved:STATIC', 'all-approve', 'face-match-rejected:LARGE_AGE_GAP'])(
  'an answer of %s with checks but without resources is imported with the documents that its checks name',
  async (id) => {
    const scenario = builtInScenarios().find((one) => one.id === id) ?? builtInScenarios()[0]
    if (scenario === undefined) throw new Error('no scenario')
    const { resources: _left, ...answer } = summarise(scenario, 0).answer as Schema<'SessionResult'>
    await using files = await scenarioFiles({})
    const path = join(files.path, 'answer.json')
    await writeFile(path, JSON.stringify(answer))
    const { code, stdout } = await runCommand([...['scenarios', 'import', path, '--scenarios', files.path, '--json']])
    expect(code).toBe(0)
    const { notExpressed } = JSON.parse(stdout) as { notExpressed: string[] }
    expect(notExpressed).toEqual(["resources is only in the scenario's answer"])
  },
)
