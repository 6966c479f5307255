type Output = { readonly write: (text: string) => unknown }

/** What a command reads and writes of the process that it runs in. */
export type Terminal = {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly stdout: Output
  readonly stderr: Output
  /** Has a command go on when standard output cannot be written any more; without it the process ends. */
  readonly onBrokenOutput?: (outlive: (reason: string) => void) => void
}

/** The width that is assumed where nobody says one: of pipes, files and CI logs. */
const usualWidth = 80

/** How many characters a line of standard output may have: the terminal's, or what COLUMNS says. */
export const outputWidth = (): number => {
  const fromEnvironment = Number(process.env['COLUMNS'])
  const width = process.stdout.columns ?? (fromEnvironment > 0 ? fromEnvironment : usualWidth)
  return Math.max(width, 40)
}

/**
 * Says on standard error what is going on, when that is a terminal; the line is removed again at the end.
 * @param task what takes a while
 */
export const withProgress = async <Result>(message: string, task: () => Promise<Result>): Promise<Result> => {
  const { stderr } = process
  if (!stderr.isTTY) return task()
  const timer = setTimeout(() => stderr.write(`${message} ...`), 500)
  try {
    return await task()
  } finally {
    clearTimeout(timer)
    stderr.write('\r\x1b[K')
  }
}
