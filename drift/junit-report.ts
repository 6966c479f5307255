import { escapeXml } from '../contracts/verify/escape-xml.js'
import { type DriftReport, openFindings } from './drift.js'
import type { Finding } from './finding.js'
import { describePlaces, rankTitles } from './words.js'

const failed = (finding: Finding) => {
  const { kind, title, details, rank } = finding
  const text = [...details, describePlaces(finding)].join('\n')
  return `    <testcase classname="drift.${kind}" name="${escapeXml(title)}">
      <failure message="${rankTitles[rank]}">${escapeXml(text)}</failure>
    </testcase>`
}

/** The findings as JUnit's XML: one failed test case each; and one that passed for each comparison that found nothing. */
export const driftJunit = (report: DriftReport): string => {
  const findings = openFindings(report)
  const passed = report.against
    .filter((against) => !findings.some(({ kind }) => kindsOf[against].includes(kind)))
    .map((against) => `    <testcase classname="drift" name="compared with ${against}"/>`)
  const unread = report.unread.map(
    (why) => `    <testcase classname="drift" name="${escapeXml(why)}"><failure message="not read"/></testcase>`,
  )
  const failures = findings.length + unread.length
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites>
  <testsuite name="drift" tests="${failures + passed.length}" failures="${failures}">
${[...findings.map(failed), ...unread, ...passed].join('\n')}
  </testsuite>
</testsuites>
`
}

const kindsOf: Readonly<Record<DriftReport['against'][number], readonly Finding['kind'][]>> = {
  openapi: ['document'],
  catalogue: ['catalogue', 'flow'],
  pacts: ['contracts'],
}
