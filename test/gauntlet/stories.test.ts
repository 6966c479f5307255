import { expect, test } from 'vitest'
import { planStories } from '../../gauntlet/plan.js'
import { eventTitles, parseStory, type Story, storyId } from '../../gauntlet/story.js'

const situation = (id: string, group: 'approved' | 'refused' | 'expired') => ({ id, group, title: id, scenario: {} })
const choices = {
  situations: [situation('all-approve', 'approved'), situation('rejected', 'refused'), situation('expired', 'expired')],
  operations: ['createSession', 'getSession'],
  isNotified: true,
  returns: false,
  readsAddress: false,
  leftOut: ['data=long-name', 'trouble=*:timeout'],
}

test('a story has an id that says what is unusual about it, and is read from it again', () => {
  const id = 'authenticity-rejected:TAMPERED/news=twice/trouble=getSession:503-once'
  const story = parseStory(id)
  expect(story).toEqual({
    situation: 'authenticity-rejected:TAMPERED',
    news: 'twice',
    trouble: 'getSession:503-once',
    time: 'usual',
    data: 'plain',
  })
  expect(storyId(story)).toBe(id)
  expect(eventTitles(story)).toEqual(['each webhook arrives twice', 'getSession fails once with 503'])
})

test('a story may leave out lines of its scenario', () => {
  const id = 'nothing-checked/without=checks.LIVENESS,documents.0/news=lost'
  expect(parseStory(id)).toMatchObject({
    situation: 'nothing-checked',
    without: ['checks.LIVENESS', 'documents.0'],
    news: 'lost',
  })
  expect(storyId(parseStory(id))).toBe(id)
})

test.each([
  [
    'all-approve/colour=red',
    /^'colour=red' is no event of a story\. Expected news, trouble, time, data, each with =VALUE$/,
  ],
  ['all-approve/new=lost', /Did you mean 'news'\?/],
  [
    'all-approve/news=twise',
    /^'twise' is no value of news\. Did you mean 'twice'\? Known: in-order, lost, twice, late/,
  ],
  ['all-approve/time=summertime', /Did you mean 'summer-time'\?/],
  ['all-approve/data=single_name', /Did you mean 'single-name'\?/],
  ['all-approve/trouble=getSesion:503-once', /'getSesion' is no operation of Yoti.* Did you mean 'getSession'\?/],
  ['all-approve/trouble=getSession:503', /'503' is no trouble of getSession\..* Known: 429, 503-once/],
])('what no story can have is refused with the nearest name: %s', (id, message) => {
  expect(() => parseStory(id)).toThrow(message)
})

test('every pair of a result and a way of the news is in some story', () => {
  const stories = planStories(choices, 'seed', false)
  for (const result of ['all-approve', 'rejected', 'expired'])
    for (const news of ['in-order', 'lost', 'twice', 'late', 'out-of-order', 'at-once'])
      expect(
        stories.some((story) => story.situation === result && story.news === news),
        `${result} ${news}`,
      ).toBe(true)
  expect(stories.some(({ news }) => news === 'before-return')).toBe(false)
})

const pairsOf = (stories: readonly Story[]) =>
  new Set(stories.map(({ situation: result, trouble }) => `${result} ${trouble}`))

const manyResults = {
  ...choices,
  situations: [
    situation('all-approve', 'approved'),
    situation('rejected:ONE', 'refused'),
    situation('rejected:TWO', 'refused'),
    situation('rejected:THREE', 'refused'),
  ],
  operations: ['getSession'],
  leftOut: [],
}

test('every result is played, alone and together with other events, and each pair of a group and an event', () => {
  const stories = planStories(manyResults, 'mock-yoti', false)
  const ids = stories.map(storyId)
  expect(ids).toEqual(expect.arrayContaining(['all-approve', 'rejected:ONE', 'rejected:TWO', 'rejected:THREE']))
  for (const result of ['rejected:ONE', 'rejected:TWO', 'rejected:THREE'])
    expect(ids.filter((id) => id.startsWith(`${result}/`)).length, result).toBeGreaterThan(2)
  for (const news of ['in-order', 'lost', 'twice', 'late', 'out-of-order', 'at-once'])
    for (const trouble of ['none', 'getSession:429', 'getSession:503-once', 'getSession:reset', 'getSession:html'])
      expect(
        stories.some((story) => story.news === news && story.trouble === trouble),
        `${news} ${trouble}`,
      ).toBe(true)
})

test('a thorough run has each result with each trouble', () => {
  const usually = pairsOf(planStories(manyResults, 'mock-yoti', false))
  const thorough = pairsOf(planStories(manyResults, 'mock-yoti', true))
  const kinds = ['429', '503-once', '503-thrice', '503-for-ever', '500', 'timeout', 'reset', 'truncated', 'malformed']
  const all = ['all-approve', 'rejected:ONE', 'rejected:TWO', 'rejected:THREE'].flatMap((result) =>
    [...kinds, 'html', 'wrong-content-type'].map((kind) => `${result} getSession:${kind}`),
  )
  expect(all.filter((pair) => !thorough.has(pair))).toEqual([])
  expect(usually.has('rejected:TWO getSession:timeout')).toBe(false)
  expect(all.filter((pair) => !usually.has(pair)).length).toBeGreaterThan(15)
})

test('addresses differ where the service orders a document that has one', () => {
  const dataOf = (readsAddress: boolean) =>
    new Set(planStories({ ...choices, leftOut: [], readsAddress }, 'seed', false).map(({ data }) => data))
  const names = ['plain', 'single-name', 'no-family-name', 'punctuation', 'decomposed', 'non-latin', 'long-name']
  expect(dataOf(false)).toEqual(new Set(names))
  expect(dataOf(true)).toEqual(new Set([...names, 'indian-address', 'american-address', 'german-address']))
})

test('what a description leaves out is in no story', () => {
  const stories = planStories(choices, 'seed', true)
  expect(stories.filter(({ data, trouble }) => data === 'long-name' || trouble.endsWith(':timeout'))).toEqual([])
  expect(stories.some(({ trouble }) => trouble === 'getSession:reset')).toBe(true)
})

test('the same seed gives the same stories', () => {
  const ids = (seed: string) => planStories(choices, seed, false).map(storyId)
  expect(ids('one')).toEqual(ids('one'))
  expect(ids('one')).not.toEqual(ids('two'))
})

// Nothing of Node chooses stories: every version of it plans these.
test('a seed gives these stories wherever it is used', () => {
  const ids = planStories(manyResults, 'mock-yoti', false).map(storyId)
  expect(ids.length).toBe(75)
  expect(ids.slice(-3)).toEqual([
    'all-approve/news=lost/trouble=getSession:503-once/data=long-name',
    'all-approve/trouble=getSession:503-thrice/data=no-family-name',
    'all-approve/trouble=getSession:reset/data=decomposed',
  ])
})
