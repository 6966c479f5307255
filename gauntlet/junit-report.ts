import { escapeXml } from '../contracts/verify/escape-xml.js'
import type { Report, ReportedStory } from './report.js'

const testCase = ({ id, milliseconds, findings, word, expected }: ReportedStory, accepted: ReadonlySet<string>) => {
  const open = findings.filter((name) => !accepted.has(name))
  const head = `    <testcase classname="gauntlet" name="${escapeXml(id)}" time="${(milliseconds / 1000).toFixed(3)}"`
  if (open.length === 0) return `${head}/>`
  const message = `expected ${expected.join(' or ')}, the service said '${word}'`
  return `${head}>\n      <failure message="${escapeXml(open.join('; '))}">${escapeXml(message)}</failure>\n    </testcase>`
}

/** The stories as JUnit's XML: one test case each; findings are failures unless they are accepted. */
export const junitReport = ({ stories, findings, took }: Report): string => {
  const accepted = new Set(findings.filter((finding) => finding.accepted !== undefined).map(({ name }) => name))
  const failures = stories.filter((story) => story.findings.some((name) => !accepted.has(name))).length
  const cases = stories.map((story) => testCase(story, accepted)).join('\n')
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites>
  <testsuite name="gauntlet" tests="${stories.length}" failures="${failures}" time="${(took / 1000).toFixed(3)}">
${cases}
  </testsuite>
</testsuites>
`
}
