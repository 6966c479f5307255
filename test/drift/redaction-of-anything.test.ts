import { expect, test } from 'vitest'
import { createRedactor } from '../../drift/redact-exchange.js'
import { summarise } from '../../server/engine/results/summarise.js'
import { builtInScenarios } from '../../server/engine/scenarios/catalogue.js'
import { answered, at, exchange, expectNothingOf } from './redacted.js'

test('errors keep their code and a message of Yoti; another message says nothing', () => {
  const errors = [
    { property: 'resources.applicant_profile.full_name', message: 'Vandersloot is too long' },
    { property: 'Vandersloot', message: 'x' },
  ]
  const known = { code: 'SESSION_NOT_FOUND', message: 'No session found matching the sessionId provided' }
  expect(answered(known, { status: 404 })).toEqual(known)
  expect(answered({ code: 'BRAND_NEW', message: 'Nobody called Quirinius', errors }, { status: 400 })).toEqual({
    code: 'BRAND_NEW',
    message: 'Xxxxxxxx xxxxxxxx Xxxxxxxxxxxxxxxx',
    errors: [
      { property: 'resources.applicant_profile.full_name', message: 'Xxxxxxxxxxxxxxxx xx xxx xxxx' },
      { property: 'Xxxxxxxxxxxxxxxx', message: 'x' },
    ],
  })
})

test.each([
  ['a path that Yoti does not have', { target: '/people/Quirinius-Vandersloot/QX7345612' }],
  ['a broken escape', { target: '/sessions/%E0%A4%A' }],
  ['a text that is no JSON', { responseBody: { bytes: Buffer.from('Quirinius Vandersloot') } }],
  [
    'a page',
    {
      responseBody: { bytes: Buffer.from('<h1>Quirinius</h1>') },
      responseHeaders: [['content-type', 'text/html; charset="Vandersloot"'] as const],
    },
  ],
  ['JSON that is cut off', { responseBody: { bytes: Buffer.from('{"name": "Quirinius') } }],
  [
    'a name in a header',
    {
      responseHeaders: [
        ['x-request-id', 'Vandersloot'],
        ['Location', '/people/Quirinius'],
        ['Quirinius-1', 'x'],
      ] as const,
    },
  ],
  ['a text alone', { responseBody: { bytes: Buffer.from('"Quirinius Vandersloot"') } }],
  ['a type that is a name', { responseHeaders: [['content-type', 'application/vandersloot']] as const }],
  [
    'a name that is accepted',
    {
      requestHeaders: [
        ['Accept', 'Vandersloot'],
        ['X-Yoti-SDK', 'Vandersloot'],
      ] as const,
    },
  ],
  [
    'a type that says something',
    { responseHeaders: [['content-type', 'application/vandersloot.quirinius.7345612']] as const },
  ],
])('nothing is kept of %s', (_, changes) => {
  expectNothingOf(JSON.stringify(createRedactor('key').exchange(exchange(changes))))
})

const plant = (value: unknown): unknown => {
  if (typeof value === 'string') return `Quirinius Vandersloot ${value.length}`
  if (typeof value === 'number') return 7_345_612
  if (Array.isArray(value)) return value.map(plant)
  if (typeof value !== 'object' || value === null) return value
  return { ...Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plant(item)])), 'Quirinius V': 1 }
}

test('a name in any place of any result is not kept', () => {
  const redactor = createRedactor('key')
  for (const scenario of builtInScenarios()) {
    const { answer } = summarise(scenario, at)
    const text = JSON.stringify(redactor.exchange(exchange({ answer: plant(answer) })))
    expect(text).not.toMatch(/quirinius|vandersloot|7345612/i)
  }
})
