import { expect, test } from 'vitest'
import { commands } from '../../cli/commands.js'
import { runCommand } from '../support/command.js'

const names = commands.map(({ name }) => name)

test.each(['', ...names])("the help of '%s' fits 80 columns and shows the default of every option", async (name) => {
  const { code, stdout } = await runCommand([...name.split(' ').filter((word) => word !== ''), '--help'])
  expect(code).toBe(0)
  expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([])
  const options = stdout.replaceAll(/\n {5,}/g, ' ').match(/^ {2}--.*$/gm) ?? []
  expect(options.filter((option) => !option.includes('(default: '))).toEqual([])
})

test('the help of verify says defaults as every other command does', async () => {
  const { stdout } = await runCommand(['verify', '--help'])
  const text = stdout.replaceAll(/\s+/g, ' ')
  expect(text).toContain('--pact-url URL one pact of a broker, from its webhook (default: none) [PACT_URL]')
  expect(text).toContain('--pending BOOL a pact never verified before cannot fail (default: true)')
  expect(text).toContain('--allow-no-pacts nothing to verify is no failure (default: false)')
})

test.each(['--help', '-h'])('a word that only begins commands has %s too', async (flag) => {
  const { code, stdout } = await runCommand(['state', flag])
  expect(code).toBe(0)
  expect(stdout).toContain('Usage: mock-yoti state COMMAND')
  expect(stdout).toContain('state export FILE')
  expect(stdout).toContain('state import FILE')
})

test.each([
  [['state'], "'state' is no command. The commands are state export, state import. See mock-yoti state --help"],
  [['state', 'exprt'], "'state exprt' is no command. Did you mean 'state export'? See mock-yoti state --help"],
])('%s is told which commands there are', async (argv, sentence) => {
  expect(await runCommand(argv)).toMatchObject({ code: 2, stderr: `mock-yoti: ${sentence}\n` })
})
