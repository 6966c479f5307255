type Output = {
  readonly write: (text: string) => unknown
  /** Whether it is a terminal. */
  readonly isTTY?: boolean
  /** How many bytes were written that nobody has read yet. */
  readonly writableLength?: number
}

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

/** Commands that are done sooner say nothing of their progress. */
const patienceMs = 500

/**
 * Says on standard error what is going on, when that is a terminal and the task takes a while; the line is removed again at
 * the end.
 */
export const withProgress = async <Result>(
  { stderr }: Pick<Terminal, 'stderr'>,
  message: string,
  task: () => Promise<Result>,
): Promise<Result> => {
  if (!stderr.isTTY) return task()
  let isShown = false
  const timer = setTimeout(() => {
    isShown = true
    stderr.write(`mock-yoti: ${message} ...`)
  }, patienceMs)
  try {
    return await task()
  } finally {
    clearTimeout(timer)
    if (isShown) stderr.write('\r\x1b[K')
  }
}
