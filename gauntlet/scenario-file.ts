import { createHash } from 'node:crypto'
import { stringify } from 'yaml'
import { people } from './events.js'
import type { Situation } from './situations.js'
import type { Story } from './story.js'

/** The keys of the scenario that a story's session has. */
const keysOf = (story: Story, situation: Situation, slowCheck: string | undefined): Record<string, unknown> => {
  const applicant = people.find(({ value }) => value === story.data)?.applicant
  const isReviewed = story.time === 'review-19-minutes' && slowCheck !== undefined
  return {
    title: situation.title.slice(0, 120),
    use_when: 'A story of the gauntlet.',
    provenance: 'invented',
    source: 'mock-yoti gauntlet',
    ...situation.scenario,
    ...(applicant && { applicant }),
    ...(isReviewed && { timeline: { checks: { [slowCheck]: 'PT19M' } } }),
  }
}

/** An id of a scenario has at most 100 characters. */
const longestKey = 80

/** What a scenario file needs of a story: stories of one key share a file. */
export const scenarioKey = ({ situation, without = [], time, data }: Story): string => {
  const parts = [
    situation,
    ...(without.length === 0 ? [] : ['without', ...without]),
    ...(time === 'review-19-minutes' ? ['reviewed'] : []),
    ...(data === 'plain' ? [] : [data]),
  ]
  const words = parts
    .join('-')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
  if (words.length <= longestKey) return `story-${words}`
  return `story-${words.slice(0, longestKey).replace(/-$/, '')}-${createHash('sha256').update(words).digest('hex').slice(0, 8)}`
}

/** The scenario file of a story. @param slowCheck the type of check that an expert looks at */
export const scenarioFile = (story: Story, situation: Situation, slowCheck: string | undefined): string =>
  stringify(keysOf(story, situation, slowCheck), { lineWidth: 0 })

const newsInFile: Readonly<Record<string, Record<string, unknown>>> = {
  lost: { times: 0 },
  twice: { times: 2 },
  late: { delay: 'PT20M' },
}

/**
 * A scenario file of a team's own that has as much of a story as a scenario can say: the result, the person, the time, faults
 * and what becomes of the webhooks.
 */
export const exportedScenario = (
  story: Story,
  situation: Situation,
  extra: { slowCheck: string | undefined; topics: readonly string[]; fault?: Readonly<Record<string, unknown>> },
): string => {
  const news = newsInFile[story.news]
  return stringify(
    {
      ...keysOf(story, situation, extra.slowCheck),
      ...(news && { notifications: Object.fromEntries(extra.topics.map((topic) => [topic.toLowerCase(), news])) }),
      ...(extra.fault && { faults: [extra.fault] }),
    },
    { lineWidth: 0 },
  )
}
