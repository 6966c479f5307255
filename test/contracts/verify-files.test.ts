import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { type Ended, runCommand, runProgram } from '../support/command.js'
import { quietEnvironment } from '../support/pact-cli.js'
import { committedPacts, expectRejections, openPactFolder, rule, withRules } from '../support/pacts.js'
import { startServer } from '../support/server.js'

const bin = fileURLToPath(new URL('../../bin/mock-yoti.js', import.meta.url))
const verify = (args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ended> =>
  runCommand(['verify', ...args], quietEnvironment(env))

test('every committed pact is kept, by the built command', { timeout: 180_000 }, async () => {
  const { code, stdout } = await runProgram(bin, ['verify', '--pact-dir', committedPacts], quietEnvironment())
  expect(stdout).toContain('0 failed, 0 failed but pending')
  expect(code).toBe(0)
})

test('a server that runs elsewhere can be verified', async () => {
  await using folder = await openPactFolder()
  await using server = await startServer({ signatures: 'off' })
  const pact = await folder.write('pact.json', ['all-approve'])
  const { code, stdout } = await verify(['--pact-file', pact, '--provider-url', server.url])
  expect(stdout).toContain('1 interaction, 0 failed')
  expect(code).toBe(0)
})

test('a server that checks signatures refuses those that a pact replays, and it is told how to let them pass', async () => {
  await using folder = await openPactFolder()
  await using server = await startServer({ signatures: 'strict' })
  const pact = await folder.write('pact.json', ['all-approve'])
  const { code, stdout } = await verify(['--pact-file', pact, '--provider-url', server.url])
  expect(stdout).toContain('expected status 200, got 401\n     A verifier replays the signatures in the pact')
  expect(code).toBe(1)
})

test('of a check that is not as expected the nearest one and the difference are shown, beside the report of Pact', async () => {
  await using folder = await openPactFolder()
  const pact = await folder.write('pact.json', ['all-approve', 'profile-mismatch-rejected'], expectRejections)
  const reports = ['--junit', folder.at('junit.xml'), '--json', folder.at('report.json')]
  const { code, stdout } = await verify(['--pact-file', pact, ...reports])
  expect(code).toBe(1)
  expect(stdout).not.toContain('was not found in the actual list')
  const xml = await folder.read('junit.xml')
  expect(xml).toMatch(/<failure [^>]*><!\[CDATA\[[^\]]*Variant at index 0/)
  for (const text of [stdout, xml.slice(xml.indexOf('<system-err>'))]) {
    expect(text).toContain(
      'no IBV_VISUAL_REVIEW_CHECK among the 6 of $.checks is as expected. The nearest, $.checks[0], differs in',
    )
    expect(text).toContain('report.recommendation.value: expected "REJECT", got "APPROVE"')
  }
  const { errors, explanations } = JSON.parse(await folder.read('report.json'))
  expect(errors[0].mismatch.mismatches[0].mismatch).toContain('Variant at index 0')
  expect(explanations[0]).toEqual({
    interaction: errors[0].interaction,
    message: errors[0].mismatch.mismatches[0].mismatch,
    explanation: expect.stringContaining('The nearest, $.checks[0]'),
  })
})

test('a rejection among the approvals breaks the contract of a result that has approvals only', async () => {
  await using folder = await openPactFolder()
  const pact = await folder.write('pact.json', ['all-approve', 'all-approve, every check'], ({ interactions }) => {
    for (const state of interactions.flatMap(({ providerStates }) => providerStates))
      state.params['result'] = 'wrong-document-rejected'
  })
  const { code, stdout } = await verify(['--pact-file', pact])
  expect(stdout).toMatch(
    /1\) getSession answers all-approve, every check\n[\s\S]*Expected 'REJECT' \(String\) to be equal to 'APPROVE'/,
  )
  expect(stdout).toContain('2 interactions, 1 failed')
  expect(code).toBe(1)
})

test('what the rules of a pact leave open is no difference', async () => {
  await using folder = await openPactFolder()
  const pact = await folder.write('pact.json', ['all-approve'], ({ interactions: [first] }) => {
    if (first === undefined) throw new Error('the pact has no such interaction')
    const rule = (match: object) => ({ combine: 'AND', matchers: [match] })
    const variant = {
      type: 'PROFILE_DOCUMENT_MATCH',
      id: 'x',
      created: 'today',
      resources_used: ['y'],
      state: 'PENDING',
    }
    const rules = {
      '$.id': rule({ match: 'regex', regex: '[0-9a-f-]{36}' }),
      '$.created': rule({ match: 'type' }),
      '$.resources_used': rule({ match: 'type', min: 1 }),
    }
    first.response.body = { content: { checks: [variant] }, contentType: 'application/json', encoded: false }
    const matchers = [{ match: 'arrayContains', variants: [{ index: 0, rules, generators: {} }] }]
    first.response.matchingRules = { body: { '$.checks': { combine: 'AND', matchers } } }
  })
  const { stdout } = await verify(['--pact-file', pact])
  expect(stdout).toMatch(/The nearest, \$\.checks\[4\], differs in\n +state: expected "PENDING", got "DONE"\n\n/)
})

test.each([
  [
    'date',
    { created: '2026-01-01' },
    { '$.created': rule({ match: 'date', format: 'yyyy-MM-dd' }) },
    'created: expected a date like yyyy-MM-dd, got "20',
  ],
  [
    'include',
    { id: 'x' },
    { '$.id': rule({ match: 'include', value: 'no such' }) },
    'id: expected a text with "no such" in it, got "',
  ],
  [
    'two matchers',
    { id: 'x' },
    { '$.id': rule({ match: 'type' }, { match: 'regex', regex: 'x+' }) },
    'id: expected /x+/, got "',
  ],
  [
    'too few',
    { resources_used: ['x'] },
    { '$.resources_used': rule({ match: 'type', min: 5 }) },
    'resources_used: expected at least 5 items, got ',
  ],
  [
    'an item of a list within',
    { report: { breakdown: [{ sub_check: 'nonsense' }] } },
    {
      '$.report.breakdown': rule({ match: 'arrayContains', variants: [{ index: 0, rules: {}, generators: {} }] }),
    },
    'report.breakdown: expected one like {"sub_check":"nonsense"}, got an empty list',
  ],
])('what the nearest check differs in is told: %s', async (_name, check, rules, told) => {
  await using folder = await openPactFolder()
  const expected = { type: 'PROFILE_DOCUMENT_MATCH', ...check }
  const pact = await folder.write('pact.json', ['all-approve'], withRules(expected, rules))
  const { code, stdout } = await verify(['--pact-file', pact])
  expect(code).toBe(1)
  expect(stdout).toContain(`The nearest, $.checks[4], differs in\n`)
  expect(stdout).toContain(told)
})

test('an interaction without a state is verified without one', async () => {
  await using folder = await openPactFolder()
  const pact = await folder.write('pact.json', ['all-approve'], ({ interactions: [first] }) => {
    if (first === undefined) throw new Error('the pact has no such interaction')
    first.providerStates = []
    delete first.request.generators
  })
  const { code, stdout } = await verify(['--pact-file', pact])
  expect(stdout).toContain('1 interaction, 0 failed')
  expect(code).toBe(0)
})

test('what cannot be meant is told before anything is verified', async () => {
  await using folder = await openPactFolder()
  const pact = await folder.write('pact.json', ['all-approve'])
  const webhooks = join(committedPacts, 'webhooks/counter-service-yoti-idv-mock-webhooks.json')
  for (const [args, told] of [
    [
      ['--json', '/nowhere/report.json'],
      '--json: nothing can be written to the folder of /nowhere/report.json (ENOENT)',
    ],
    [['--junit', '/nowhere/report.xml'], '--junit: nothing can be written'],
    [['--provider', 'another'], "is a pact with 'yoti-idv-mock', not with 'another'"],
    [['--selector', '{"mainBranch":true}'], '--selector needs a broker'],
    [['--pending', 'true'], '--pending needs a broker'],
    [['--pact-file', webhooks], "is a pact with 'yoti-idv-mock-webhooks', not with 'yoti-idv-mock'"],
  ] as const) {
    const { code, stderr } = await verify(['--pact-file', pact, ...args])
    expect(stderr).toContain(told)
    expect(code).toBe(2)
  }
})

test('a byte-order mark before a pact is skipped, by verify and by states', async () => {
  await using folder = await openPactFolder()
  const pact = await folder.write('pact.json', ['all-approve'])
  await writeFile(pact, `\ufeff${await folder.read('pact.json')}`)
  expect(await verify(['--pact-file', pact])).toMatchObject({ code: 0 })
  const told = await runCommand(['states', '--pact-file', pact], quietEnvironment({}))
  expect(told).toMatchObject({ code: 0, stderr: '' })
})

const someone = { consumer: { name: 'a' }, provider: { name: 'b' } }

test.each([
  [null, 'it is no object'],
  [{ ...someone, consumer: null }, 'consumer is no object'],
  [{ ...someone, provider: { name: 1 } }, 'provider.name is no text'],
  [{ ...someone, interactions: 'x' }, 'interactions is no list'],
  [{ ...someone, interactions: [{}, null] }, 'interactions[1] is no object'],
  [{ ...someone, messages: [[]] }, 'messages[0] is no object'],
  [{ ...someone, interactions: [{ providerStates: {} }] }, 'interactions[0].providerStates is no list'],
  [
    { ...someone, interactions: [{ providerStates: [{ name: 'x' }, { name: null }] }] },
    'interactions[0].providerStates[1].name is no text',
  ],
  [
    { ...someone, interactions: [{ providerStates: [{ name: 'x', params: 1 }] }] },
    'interactions[0].providerStates[0].params is no object',
  ],
  [{ ...someone, metadata: { plugins: [null] } }, 'metadata.plugins[0] is no object'],
])('what is no pact, %j, is told in one line, by verify and by states', async (pact, problem) => {
  await using folder = await openPactFolder()
  const file = folder.at('none.json')
  await writeFile(file, JSON.stringify(pact))
  const stderr = `mock-yoti: ${file} is not a pact: ${problem}; JSON with consumer, provider and interactions is expected\n`
  for (const command of ['states', 'verify'])
    expect(await runCommand([command, '--pact-file', file], quietEnvironment({}))).toEqual({
      code: 2,
      stdout: '',
      stderr,
    })
})

test('a pact without interactions, or with null in their place, needs no states', async () => {
  await using folder = await openPactFolder()
  for (const pact of [someone, { ...someone, interactions: null, messages: null, metadata: null }]) {
    await writeFile(folder.at('empty.json'), JSON.stringify(pact))
    const told = await runCommand(['states', '--pact-file', folder.at('empty.json')], quietEnvironment({}))
    expect(told).toMatchObject({ code: 0, stderr: '' })
  }
})

test('a state that cannot be set up is told with what is known, also in XML', async () => {
  await using folder = await openPactFolder()
  const pact = await folder.write('pact.json', ['all-approve', 'wrong-document'], ({ interactions }) => {
    for (const { providerStates } of interactions) for (const { params } of providerStates) params['result'] = '<"&">'
  })
  const { code, stdout } = await verify(['--pact-file', pact, '--junit', folder.at('junit.xml')])
  expect(code).toBe(1)
  expect(stdout).toMatch(/Known: address-format:FORMAT_1, /)
  const [, explained = ''] = (await folder.read('junit.xml')).split('<system-err>')
  expect(explained).toMatch(/^<!\[CDATA\[[^\]]*result is '<"&">'[^\]]*address-format/)
})

test('of a state with a slip of the pen the nearest name is told, and no list', async () => {
  await using folder = await openPactFolder()
  const pact = await folder.write('pact.json', ['all-approve'], ({ interactions }) => {
    for (const { providerStates } of interactions)
      for (const { params } of providerStates) params['result'] = 'all-aprove'
  })
  const { stdout } = await verify(['--pact-file', pact])
  expect(stdout).toContain(
    [
      '   Given a session has the result all-aprove',
      '   The provider state could not be set up:',
      "     result is 'all-aprove'. Did you mean 'all-approve'?",
      '',
    ].join('\n'),
  )
})
