import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { runIn } from '../../cli/cli.js'

const program = fileURLToPath(new URL('../../bin/mock-yoti.js', import.meta.url))

type Environment = Readonly<Record<string, string>>
export type Ended = { code: number | null; stdout: string; stderr: string }

const spawnCommand = (args: readonly string[], env: Environment) => {
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('MOCK_YOTI_'))
  return spawn(process.execPath, [program, ...args], { env: { ...Object.fromEntries(inherited), ...env } })
}

const collect = (child: ChildProcess) => {
  const output = { stdout: '', stderr: '' }
  child.stdout?.on('data', (chunk: Buffer) => {
    output.stdout += chunk.toString()
  })
  child.stderr?.on('data', (chunk: Buffer) => {
    output.stderr += chunk.toString()
  })
  return output
}

/** Runs the built command in a process of its own until it ends by itself. @param input what it reads on standard input */
export const runBuiltCommand = async (args: readonly string[], env: Environment = {}, input = ''): Promise<Ended> => {
  const child = spawnCommand(args, env)
  child.stdin.end(input)
  const output = collect(child)
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, ...output }
}

/** Runs the command in this process until it ends by itself, in exactly this environment; it starts much faster. */
export const runCommand = async (args: readonly string[], env: Environment = {}): Promise<Ended> => {
  const output = { stdout: '', stderr: '' }
  const writerOf = (name: keyof typeof output) => ({
    write: (text: string) => {
      output[name] += text
    },
  })
  const code = await runIn({ env, stdout: writerOf('stdout'), stderr: writerOf('stderr') }, args)
  return { code, ...output }
}

/** Runs a Node.js program until it ends by itself, in exactly this environment. */
export const runProgram = async (
  path: string,
  args: readonly string[],
  env: Environment,
  cwd?: string,
): Promise<Ended> => {
  const child = spawn(process.execPath, [path, ...args], { env: { ...env }, cwd })
  const output = collect(child)
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, ...output }
}

/** The built command, serving. */
export type Serving = {
  readonly url: string
  readonly output: { stdout: string; stderr: string }
  /** Resolves when the output so far fits. */
  readonly untilPrinted: (pattern: RegExp) => Promise<void>
  /** Sends a signal and waits for the end. */
  readonly stop: (signal?: NodeJS.Signals) => Promise<Ended>
}

/** Starts the built command on a free port and waits until it says where it listens. */
export const serveCommand = async (args: readonly string[] = [], env: Environment = {}): Promise<Serving> => {
  const child = spawnCommand([...args, '--port', '0'], env)
  const output = collect(child)
  const closed = once(child, 'close')
  const untilPrinted = (pattern: RegExp) =>
    new Promise<void>((resolve, reject) => {
      const look = () => {
        if (pattern.test(output.stdout)) resolve()
      }
      child.stdout?.on('data', look)
      child.once('close', () =>
        reject(new Error(`ended without printing ${pattern}:\n${output.stdout}${output.stderr}`)),
      )
      look()
    })
  const stop = async (signal: NodeJS.Signals = 'SIGTERM') => {
    child.kill(signal)
    const [code] = (await closed) as [number | null]
    return { code, ...output }
  }
  await untilPrinted(/https?:\/\/\S+/)
  const url = /https?:\/\/127\.0\.0\.1:\d+/.exec(output.stdout)?.[0] ?? ''
  return { url, output, untilPrinted, stop }
}
