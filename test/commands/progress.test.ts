import { expect, test } from 'vitest'
import { withProgress } from '../../cli/terminal.js'

const openTerminal = (isTTY: boolean) => {
  const written: string[] = []
  let onWrite: () => void = () => undefined
  const untilWritten = new Promise<void>((resolve) => {
    onWrite = resolve
  })
  const write = (text: string) => {
    written.push(text)
    onWrite()
  }
  return { written, untilWritten, terminal: { stderr: { write, isTTY } } }
}

test('what takes a while is told on a terminal, and the line is removed at the end', async () => {
  const { written, untilWritten, terminal } = openTerminal(true)
  const verify = async () => {
    await untilWritten
    return 'done'
  }
  expect(await withProgress(terminal, 'verifying', verify)).toBe('done')
  expect(written).toEqual(['mock-yoti: verifying ...', '\r\u001b[K'])
})

test('a quick task, and one whose output goes to a file, says nothing', async () => {
  const quick = openTerminal(true)
  await withProgress(quick.terminal, 'verifying', async () => undefined)
  const piped = openTerminal(false)
  await withProgress(piped.terminal, 'verifying', async () => undefined)
  expect([...quick.written, ...piped.written]).toEqual([])
})
