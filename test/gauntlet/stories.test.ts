import { expect, test } from 'vitest'
import { planStories } from '../../gauntlet/plan.js'
import { eventTitles, parseStory, storyId } from '../../gauntlet/story.js'

const situation = (id: string, group: 'approved' | 'refused' | 'expired') => ({ id, group, title: id, scenario: {} })
const choices = {
  situations: [situation('all-approve', 'approved'), situation('rejected', 'refused'), situation('expired', 'expired')],
  operations: ['createSession', 'getSession'],
  isNotified: true,
  returns: false,
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

test('what is no event is refused', () => {
  expect(() => parseStory('all-approve/colour=red')).toThrow(/'colour=red' is no event of a story/)
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
