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

const line = (cells: readonly string[], widths: readonly number[]): string => {
  const [first = '', ...rest] = cells
  const [width = 0] = widths
  const isLong = first.length > width
  // A first cell that is longer than its column stands on a line of its own; the only other cell has the next one.
  if (isLong && rest.length === 1)
    return `${first}\n${margin}${shorten(rest[0] ?? '', widthOf(widths) - margin.length)}`
  const start = isLong ? `${first}\n${' '.repeat(width)}` : first.padEnd(width)
  return [start, ...rest.map((cell, index) => shorten(cell, widths[index + 1] ?? 0).padEnd(widths[index + 1] ?? 0))]
    .join(gap)
    .trimEnd()
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
  const flexible = columns.findIndex(({ narrow }) => narrow === 'shorten')
  if (widthOf(widths) > width && flexible > 0) {
    const others = widthOf(widths) - (widths[flexible] ?? 0)
    const left = width - others
    // At most two fifths of the line for the first column, where the rest would have no room beside the longest.
    if (left < shortest) widths[0] = Math.min(widths[0] ?? 0, Math.floor(width * 0.4))
    widths[flexible] = Math.max(width - (widthOf(widths) - (widths[flexible] ?? 0)), shortest)
  }
  const [heading = '', ...body] = lines.map((cells) => line(cells, widths))
  return [heading, ...body].join('\n')
}

/** The first line of a table in bold, on a terminal that shows it; NO_COLOR and FORCE_COLOR are obeyed. */
export const withBoldHeading = (text: string): string => {
  const [heading = '', ...rest] = text.split('\n')
  return [styleText('bold', heading, { stream: process.stdout }), ...rest].join('\n')
}
