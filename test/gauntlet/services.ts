import { fileURLToPath } from 'node:url'
import type { Description } from '../../gauntlet/description.js'
import type { Finding } from '../../gauntlet/findings.js'
import { runGauntlet } from '../../gauntlet/gauntlet.js'
import { readDescription } from '../../gauntlet/read-description.js'
import { parseStory, unusualEvents } from '../../gauntlet/story.js'

const folder = fileURLToPath(new URL('../../examples/gauntlet/', import.meta.url))

/** The example service that makes no mistake. */
export const correctService = (): Promise<Description> => readDescription(`${folder}gauntlet.yaml`)

/** The example service in Python, which is given a session. */
export const pythonService = (): Promise<Description> => readDescription(`${folder}python/gauntlet.yaml`)

/** The careless twin with some of its mistakes. */
export const carelessService = async (...mistakes: readonly string[]): Promise<Description> => {
  const description = await correctService()
  // Whoever waits for a webhook that never comes need not be waited for long.
  const environment = { ...description.service.environment, MISTAKES: mistakes.join(',') }
  return { ...description, patience: 2.5, service: { ...description.service, run: 'node careless.mjs', environment } }
}

/** The findings of some stories. */
export const findingsOf = async (description: Description, ...ids: readonly string[]): Promise<readonly Finding[]> =>
  (await runGauntlet(description, { stories: ids.map(parseStory), lanes: 2 })).findings

/** How many unusual events the shortest story of a finding has, its result counted. */
export const eventsOf = ({ shortest }: Finding): number =>
  unusualEvents(shortest.story).length + (shortest.story.situation === 'all-approve' ? 0 : 1)
