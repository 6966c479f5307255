import { stat } from 'node:fs/promises'
import type { CommandResult } from '../command.js'
import { importDirectory } from './import/directory.js'
import { readAnswer } from './import/read-answer.js'
import { type Imported, scenarioLike } from './import/scenario-like.js'
import { nextSteps, writeScenario } from './new.js'
import type { Settings } from './settings.js'

const isDirectory = async (path: string) =>
  path !== '-' && ((await stat(path).catch(() => undefined))?.isDirectory() ?? false)

/** How near a scenario is to what it was made of. */
const nearness = ({ compared, same }: Imported) =>
  `${same} of ${compared} values are the same; ids, times and what is about the person are compared by their form.`

const asText = (written: string, imported: Imported, next: string) =>
  [
    `Wrote ${written}. Names, ids and what the media say are not in it.`,
    ...(imported.notExpressed.length === 0
      ? ['Its answer has the same structure.']
      : ['Not expressed:', ...imported.notExpressed.map((difference) => `  ${difference}`)]),
    nearness(imported),
    '',
    next,
  ].join('\n')

/**
 * `mock-yoti scenarios import FILE`: writes the scenario that answers like a real answer, and says what it left out. Of a
 * directory, one scenario for each answer in it that differs from the others.
 */
export const importAnswer = async (path: string, settings: Settings): Promise<CommandResult> => {
  if (await isDirectory(path)) return importDirectory(path, settings)
  const { id = 'imported', scenarios, json } = settings
  const imported = scenarioLike(await readAnswer(path))
  const written = await writeScenario(id, imported.file, scenarios)
  const { compared, same, notExpressed } = imported
  const text = json
    ? JSON.stringify({ id, path: written, compared, same, notExpressed }, undefined, 2)
    : asText(written, imported, nextSteps(id, scenarios))
  return { text, exitCode: 0 }
}
