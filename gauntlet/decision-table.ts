import { newsValues } from './events.js'
import { groups } from './policy.js'
import type { Report, ReportedStory } from './report.js'

/** What a service decided in one kind of situation, when the news arrived in one way. */
export type Cell = {
  /** The decisions, the most frequent first. */
  readonly decisions: readonly string[]
  readonly stories: number
  /** Names of the findings. */
  readonly findings: readonly string[]
}

export type DecisionTable = {
  readonly columns: readonly { readonly value: string; readonly title: string }[]
  readonly rows: readonly { readonly group: string; readonly cells: readonly (Cell | undefined)[] }[]
}

const cellOf = (stories: readonly ReportedStory[]): Cell | undefined => {
  if (stories.length === 0) return undefined
  const counts = new Map<string, number>()
  for (const { decision } of stories) counts.set(decision, (counts.get(decision) ?? 0) + 1)
  return {
    decisions: [...counts].sort(([, a], [, b]) => b - a).map(([decision]) => decision),
    stories: stories.length,
    findings: [...new Set(stories.flatMap(({ findings }) => findings))],
  }
}

/** Rows are situations, columns how the news arrived. */
export const decisionTable = ({ stories }: Report): DecisionTable => {
  const columns = newsValues.filter(({ value }) => stories.some(({ story }) => story.news === value))
  const rows = groups.filter((group) => stories.some((story) => story.group === group))
  return {
    columns,
    rows: rows.map((group) => ({
      group,
      cells: columns.map(({ value }) =>
        cellOf(stories.filter((story) => story.group === group && story.story.news === value)),
      ),
    })),
  }
}

/** The sign of a decision: colour alone says nothing to many readers. */
export const signs: Readonly<Record<string, string>> = { pass: '✓', fail: '✗', pending: '…', error: '!', unknown: '?' }
