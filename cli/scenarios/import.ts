import type { CommandResult } from '../command.js'
import { readAnswer } from './import/read-answer.js'
import { scenarioLike } from './import/scenario-like.js'
import { nextSteps, writeScenario } from './new.js'
import type { Settings } from './settings.js'

/** `mock-yoti scenarios import FILE`: writes the scenario that answers like a real answer, and says what it left out. */
export const importAnswer = async (path: string, { id = 'imported', scenarios }: Settings): Promise<CommandResult> => {
  const { file, notExpressed } = scenarioLike(await readAnswer(path))
  const written = await writeScenario(id, file, scenarios)
  const left = notExpressed.map((difference) => `  ${difference}`)
  const text = [
    `Wrote ${written}. Names, ids and what the media say are not in it.`,
    ...(left.length === 0 ? ['Its answer has the same structure.'] : ['Not expressed:', ...left]),
    '',
    nextSteps(id, scenarios),
  ]
  return { text: text.join('\n'), exitCode: 0 }
}
