import process from 'node:process'
import { createRedactor, openRecordings, parseUpstream, readRecordings, startProxy } from '../drift/index.js'
import { type Options, readCommand } from '../server/base/arguments.js'
import { UsageError } from '../server/base/errors.js'
import type { Terminal } from './terminal.js'

type Settings = {
  readonly upstream?: URL
  readonly out?: string
  readonly port?: number
  readonly host?: string
  readonly notifications?: URL
  readonly files?: readonly string[]
}

const defaults = { host: '127.0.0.1', port: 9685 }

const parsePort = (text: string) => {
  const port = Number(text)
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port
  throw new UsageError(`--port takes a number from 0 to 65535; got '${text}'`)
}

/** The options of `mock-yoti record`. */
export const recordOptions: Options<Settings> = {
  upstream: {
    value: 'URL',
    help: "Yoti's base URL, which requests are passed on to: https, or http on this machine",
    parse: (text) => ({ upstream: parseUpstream('--upstream', text) }),
  },
  out: { value: 'DIR', help: 'the folder that recordings are written to, a file each', parse: (out) => ({ out }) },
  port: {
    value: 'N',
    help: 'where to listen; 0 picks a free one',
    default: String(defaults.port),
    parse: (text) => ({ port: parsePort(text) }),
  },
  host: { value: 'NAME', help: 'the address to listen on', default: defaults.host, parse: (host) => ({ host }) },
  notifications: {
    value: 'URL',
    help: 'pass on what is sent to /notifications of this proxy',
    default: 'answer 200',
    parse: (text) => ({ notifications: parseUpstream('--notifications', text) }),
  },
  har: {
    value: 'FILE',
    help: 'read this recording in place of a proxy; also a single answer or notification as JSON',
    parse: (file) => ({ files: [file] }),
  },
}

const readSettings = (argv: readonly string[]) => {
  const { words, given } = readCommand(recordOptions, argv)
  const settings: Settings = Object.assign({}, ...given)
  return { ...settings, files: [...given.flatMap(({ files = [] }) => files), ...words] }
}

/** Redacts what was recorded already. */
const recordFiles = async (files: readonly string[], out: string, { stdout, stderr }: Terminal): Promise<number> => {
  const folder = await openRecordings(out)
  let count = 0
  const unread: string[] = []
  for await (const { recording } of readRecordings(files, (message) => unread.push(message))) {
    await folder.write(recording)
    count += 1
  }
  if (count === 0) throw new UsageError([`There is nothing of Yoti in ${files.join(', ')}`, ...unread].join('\n'))
  for (const message of unread) stderr.write(`mock-yoti record: ${message}\n`)
  stdout.write(`${count} ${count === 1 ? 'recording' : 'recordings'} written to ${out}\n`)
  return unread.length > 0 ? 2 : 0
}

const untilStopped = () =>
  new Promise<void>((resolve) => {
    process.once('SIGINT', () => resolve()).once('SIGTERM', () => resolve())
  })

const recordProxy = async (upstream: URL, out: string, settings: Settings, { stdout, stderr }: Terminal) => {
  const folder = await openRecordings(out)
  const redactor = createRedactor()
  let failed = 0
  const { url, close } = await startProxy({
    upstream,
    host: settings.host ?? defaults.host,
    port: settings.port ?? defaults.port,
    ...(settings.notifications && { notifications: settings.notifications }),
    keep: (message) => {
      folder.write(redactor.any(message)).then(
        (name) => stdout.write(`${name}\n`),
        ({ code }: NodeJS.ErrnoException) => {
          failed += 1
          stderr.write(`mock-yoti record: a recording cannot be written to ${out} (${code})\n`)
        },
      )
    },
    warn: (message) => stderr.write(`mock-yoti record: ${message}\n`),
  })
  stdout.write(
    `mock-yoti record listens on ${url} and passes on to ${upstream.href}\nGive your client this address as Yoti's. Ctrl-C ends.\n`,
  )
  await untilStopped()
  await close()
  await folder.flush()
  return failed > 0 ? 1 : 0
}

/**
 * `mock-yoti record`: keeps what Yoti answers, without anything that says who it is about.
 * @returns exit code 1 when something could not be kept, 2 when a file could not be read
 * @throws UsageError for what cannot be understood, read or listened on
 */
export const record = async (argv: readonly string[], terminal: Terminal): Promise<number> => {
  const { files, upstream, out, ...settings } = readSettings(argv)
  if (out === undefined) throw new UsageError('Where are recordings written to? --out DIR')
  if (files.length > 0 && upstream !== undefined)
    throw new UsageError('--upstream and files do not go together: a proxy records, or files are read')
  if (files.length > 0) return recordFiles(files, out, terminal)
  if (upstream === undefined)
    throw new UsageError('What is recorded? --upstream https://api.yoti.com/idverify/v1, or --har FILE')
  return recordProxy(upstream, out, settings, terminal)
}
