import { styleText } from 'node:util'

/** One column: its heading, and what happens to it when the table is wider than the terminal. */
export type Column = {
  readonly title: string
  /** `keep`: never shortened. `shorten`: cut with an ellipsis. `drop`: left out, the last such column first. */
  readonly narrow: 'keep' | 'shorten' | 'drop'
}

type Rows = readonly (readonly string[])[]

const gap = '  '
const shortest = 36
const sum = (numbers: readonly number[]) => numbers.reduce((total, next) => total + next, 0)
const widthOf = (widths: readonly number[]) => sum(widths) + gap.length * (widths.length - 1)

const widest = (rows: Rows): number[] =>
  (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))

const shorten = (text: string, width: number) => (text.length <= width ? text : `${text.slice(0, width - 1)}…`)

const without = <Item>(items: readonly Item[], index: number) => items.filter((_, at) => at !== index)

const margin = '    '

const line = (cells: readonly string[], widths: readonly number[], width: number): string => {
  const [first = '', ...rest] = cells
  const [start = 0] = widths
  const isLong = first.length > start
  // The only other cell has a line of its own; so has every cell where the columns do not fit beside each other.
  if ((isLong && rest.length === 1) || widthOf(widths) > width) {
    const room = Math.min(widthOf(widths), width) - margin.length
    return [first, ...rest.filter(Boolean).map((cell) => `${margin}${shorten(cell, room)}`)].join('\n')
  }
  const beginning = isLong ? `${first}\n${' '.repeat(start)}` : first.padEnd(start)
  return [beginning, ...rest.map((cell, index) => shorten(cell, widths[index + 1] ?? 0).padEnd(widths[index + 1] ?? 0))]
    .join(gap)
    .trimEnd()
}

/** The widths of columns that fit, if that is possible: first the flexible one gives way, then the first one. */
const fitWidths = (columns: readonly Column[], natural: readonly number[], width: number): number[] => {
  const widths = [...natural]
  const excess = () => widthOf(widths) - width
  const give = (column: number, least: number) => {
    const own = widths[column] ?? 0
    widths[column] = Math.max(own - Math.max(excess(), 0), Math.min(own, least))
  }
  const flexible = columns.findIndex(({ narrow }) => narrow === 'shorten')
  if (flexible > 0) give(flexible, shortest)
  // At most two fifths of the line for the first column, where the rest would have no room beside the longest.
  if (excess() > 0) {
    const own = widths[0] ?? 0
    widths[0] = Math.min(own, Math.floor(width * 0.4))
    if (flexible > 0)
      widths[flexible] = Math.min(natural[flexible] ?? 0, (widths[flexible] ?? 0) + Math.max(-excess(), 0))
  }
  give(0, columns[0]?.title.length ?? 0)
  return widths
}

/**
 * A table with a heading, fitted to a width. The first column is never cut: where it would leave no room for the
 * others, long cells of it stand on lines of their own.
 * @param width in characters; as wide as its content unless given
 */
export const table = (columns: readonly Column[], rows: Rows, width: number = Number.POSITIVE_INFINITY): string => {
  const lines = [columns.map(({ title }) => title), ...rows]
  const widths = widest(lines)
  const dropped = columns.findLastIndex(({ narrow }) => narrow === 'drop')
  if (widthOf(widths) > width && dropped > 0)
    return table(
      without(columns, dropped),
      rows.map((row) => without(row, dropped)),
      width,
    )
  const fitted = fitWidths(columns, widths, width)
  return lines.map((cells) => line(cells, fitted, width)).join('\n')
}

/** The first line of a table in bold, on a terminal that shows it; NO_COLOR and FORCE_COLOR are obeyed. */
export const withBoldHeading = (text: string): string => {
  const [heading = '', ...rest] = text.split('\n')
  return [styleText('bold', heading, { stream: process.stdout }), ...rest].join('\n')
}
