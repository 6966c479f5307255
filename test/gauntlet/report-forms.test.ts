import { expect, test } from 'vitest'
import { junitReport } from '../../gauntlet/junit-report.js'
import { markdownReport } from '../../gauntlet/markdown-report.js'
import { textReport } from '../../gauntlet/text-report.js'
import { findingOf, reportOf, storyOf } from './reports.js'

test('a pull request gets the table of decisions', () => {
  expect(markdownReport(reportOf())).toBe(`## What this service decides

No finding in 2 stories.

| situation | the webhooks arrive in order | no webhook arrives |
|---|---|---|
| approved | ✓ pass | … pending |

`)
})

test('what a service says breaks out of no table and no fence of a pull request', () => {
  const text = markdownReport(
    reportOf({ findings: [findingOf('lost | <b>result\nof', { text: "decided '~~~\n# | <script>~~~~'" })] }),
  )
  expect(text).toContain('### ✗ lost \\| &lt;b>result of\n')
  expect(text).toContain("~~~\ndecided '~ ~ ~\n# | <script>~ ~ ~~'\n~~~\n")
  expect(text).toContain('**1 finding** in 2 stories.')
})

test('a pull request is told what was accepted and what was not played', () => {
  const accepted = findingOf('stuck for ever: no webhook arrives', { accepted: 'a nightly job asks' })
  expect(markdownReport(reportOf({ findings: [accepted], unplayed: 3 }))).toContain(
    'No finding in 2 stories (1 accepted, 3 stories not played for want of time).',
  )
})

test('a pull request of many findings has at most the 65,536 characters of a comment, and the name of each', () => {
  const findings = Array.from({ length: 300 }, (_, index) =>
    findingOf(`lost a result: number ${index}`, { test: 'x'.repeat(1000) }),
  )
  const text = markdownReport(reportOf({ findings }))
  expect(text.length).toBeLessThan(65_536)
  expect(text.length).toBeGreaterThan(50_000)
  expect(text).toContain('### ✗ lost a result: number 0\n')
  expect(text).toContain('#### More findings, without room here')
  expect(text).toContain('- ✗ lost a result: number 299\n')
})

test('JUnit has a test case for each story, and a failure for each finding that nobody accepted', () => {
  const lost = 'lost a result: no webhook arrives'
  const accepted = 'impolite to Yoti: <all>'
  const stories = [
    storyOf('all-approve'),
    storyOf('all-approve/news=lost', { decision: 'pending', word: 'it\'s <"&\u0007', findings: [lost] }),
    storyOf('all-approve/news=twice', { findings: [accepted] }),
  ]
  const findings = [findingOf(lost), findingOf(accepted, { accepted: 'for now' })]
  expect(junitReport(reportOf({ stories, findings }))).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites>
  <testsuite name="gauntlet" tests="3" failures="1" time="61.000">
    <testcase classname="gauntlet" name="all-approve" time="1.234"/>
    <testcase classname="gauntlet" name="all-approve/news=lost" time="1.234">
      <failure message="lost a result: no webhook arrives">expected pass, the service said 'it's &lt;&quot;&amp;\ufffd'</failure>
    </testcase>
    <testcase classname="gauntlet" name="all-approve/news=twice" time="1.234"/>
  </testsuite>
</testsuites>
`)
})

test("a terminal of 80 columns cuts nothing, and its control characters are nobody else's", () => {
  const long =
    'capture-failed-then-repeated/without=documents.0.captures.1/news=before-return/trouble=getMediaContent:503-thrice'
  const finding = findingOf(
    'passed someone who was never checked: approved, with an unordered check that did not approve',
    {
      text: `result    ${'a very long title of a result '.repeat(6)}\ndecided   nothing known ('\u001b[31mred') after 5.0 s`,
      command: `npx mock-yoti gauntlet --story '${long}'`,
    },
  )
  const news = ['lost', 'twice', 'late', 'out-of-order', 'at-once', 'before-return'].map((value) =>
    storyOf(`all-approve/news=${value}`, { group: 'approved, with an unordered check that did not approve' }),
  )
  const text = textReport(reportOf({ findings: [finding], stories: [...reportOf().stories, ...news] }), 80)
  const lines = text.split('\n').filter((line) => !line.includes('--story'))
  expect(lines.filter((line) => line.length > 80)).toEqual([])
  expect(text).not.toContain('\u001b')
  expect(text).toContain(`    npx mock-yoti gauntlet --story '${long}'`)
  expect(text).toContain('8 stories in 61 s: 1 finding')
})
