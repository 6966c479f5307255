import { readFile } from 'node:fs/promises'
import { UsageError } from '../server/base/errors.js'
import type { Report, ReportedStory } from './report.js'

/** A story in which two runs differ. */
export type Difference = {
  readonly id: string
  readonly title: string
  readonly before: string
  readonly after: string
}

/** @throws UsageError for a file that `mock-yoti gauntlet --json` did not write */
export const readReport = async (path: string): Promise<Report> => {
  const text = await readFile(path, 'utf8').catch(({ code }: NodeJS.ErrnoException) => {
    throw new UsageError(`${path} cannot be read (${code})`)
  })
  try {
    const report = JSON.parse(text) as Partial<Report>
    if (report.tool === 'mock-yoti gauntlet' && report.format === 1) return report as Report
  } catch {
    // Told below.
  }
  throw new UsageError(`${path} is no report that mock-yoti gauntlet --json wrote`)
}

const said = ({ decision, findings }: ReportedStory) =>
  findings.length === 0 ? decision : `${decision} (${findings.map((name) => name.split(':')[0]).join(', ')})`

/** Where two services, or two versions of one, decide differently in the same story. */
export const compareReports = (before: Report, after: Report): Difference[] => {
  const old = new Map(before.stories.map((story) => [story.id, story]))
  return after.stories.flatMap((story) => {
    const other = old.get(story.id)
    if (other === undefined || said(other) === said(story)) return []
    return [{ id: story.id, title: [story.title, ...story.events].join('; '), before: said(other), after: said(story) }]
  })
}

/** How many stories only one of two runs has. */
export const storiesOfOne = (one: Report, other: Report): number => {
  const ids = new Set(other.stories.map(({ id }) => id))
  return one.stories.filter(({ id }) => !ids.has(id)).length
}
