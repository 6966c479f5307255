import { readFileSync } from 'node:fs'
import { afterAll, expect, test } from 'vitest'
import { readSession, type SessionResult } from '../support/answers.js'
import { applicant, inBranchOrder } from '../support/orders.js'
import { openTarget } from '../support/server.js'

// The results of GOV.UK One Login's stub by the four digits that it looks for in the person's name. The addresses are those
// of docs/how-do-i-test.md; the outcomes are those that One Login's tests expect, or what its code makes of the stub's answer.

const target = await openTarget()
afterAll(() => target.close())

const page = readFileSync(new URL('../../docs/how-do-i-test.md', import.meta.url), 'utf8')
const addresses = new Map(
  [...page.matchAll(/^\| (\d{4}) \| .+ \| `(.+)` \|$/gm)].map(([, digits = '', address = '']) => [digits, address]),
)

/** Strength, validity, verification and method; of a failure its contra-indicator, if it has one. */
const outcomes: Readonly<Record<string, readonly string[]>> = {
  '3/2/3 bvr': ['0000', '0002', '0003', '0101', '0201', '0400', '0402', '0501'],
  '3/2/3 pvr': ['0001', '0103', '0105', '0133', '0203', '0401', '0503'],
  '4/3/3 bvr': [
    ...['0100', '0126', '0127', '0128', '0129', '0130', '0131', '0132', '0134', '0150', '0151', '0152', '0153', '0180'],
    ...['0200', '0206', '0500'],
  ],
  '4/3/3 pvr': ['0102', '0202', '0502'],
  'failed V01': ['0104', '0107', '0108', '0109', '0110', '0111', '0112', '0204'],
  'failed D14': ['0106', '0113', '0118', '0119', '0120', '0122'],
  'failed D16': ['0114'],
  'failed F03': ['0115'],
  // The stub looks for a wrong type of check in 0116, and approves: it was meant to be a copy.
  failed: ['0116', '0117', '0121', '0123', '0124', '0125', '0205'],
  'no fields': ['0160', '0170'],
}

const documents: Readonly<Record<string, readonly [type: string, country: string]>> = {
  '00': ['DRIVING_LICENCE', 'GBR'],
  '01': ['PASSPORT', 'GBR'],
  '02': ['PASSPORT', 'ESP'],
  '04': ['DRIVING_LICENCE', 'DEU'],
  '05': ['NATIONAL_ID', 'NLD'],
}

const indicators: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ['FACE_NOT_GENUINE', 'LARGE_AGE_GAP', 'PHOTO_OF_MASK', 'PHOTO_OF_PHOTO', 'DIFFERENT_PERSON'].map((reason) => [
      reason,
      ' V01',
    ]),
  ),
  ...Object.fromEntries(
    ['COUNTERFEIT', 'TAMPERED', 'MISSING_HOLOGRAM', 'NO_HOLOGRAM_MOVEMENT', 'DOC_NUMBER_INVALID'].map((reason) => [
      reason,
      ' D14',
    ]),
  ),
  EXPIRED_DOCUMENT: ' D16',
  FRAUD_LIST_MATCH: ' F03',
}

/** One Login's rules (GenerateVerifiableCredential), as far as they read the session. */
const judge = ({ state, checks, resources }: SessionResult) => {
  expect(state).toBe('COMPLETED')
  const checkOf = (type: string) => checks.find((check) => check.type === type)
  for (const type of ['IBV_VISUAL_REVIEW_CHECK', 'DOCUMENT_SCHEME_VALIDITY_CHECK', 'PROFILE_DOCUMENT_MATCH'])
    expect(checkOf(type)?.state).toBe('DONE')
  const [authenticity, face] = ['ID_DOCUMENT_AUTHENTICITY', 'ID_DOCUMENT_FACE_MATCH'].map(checkOf)
  expect(authenticity?.resources_used).toHaveLength(1)
  const document = resources.id_documents.find(({ id }) => id === authenticity?.resources_used[0])
  const passed = (sub: string) =>
    [authenticity, face].some((check) =>
      check?.report?.breakdown.some(({ sub_check, result }) => sub_check === sub && result === 'PASS'),
    )
  const chip = passed('chip_csca_trusted') && document?.document_type !== 'DRIVING_LICENCE'
  const refused = [authenticity, face].find((check) => check?.report?.recommendation.value !== 'APPROVE')
  const scores = `${chip ? '4/3' : '3/2'}/3 ${passed('manual_face_match') ? 'pvr' : 'bvr'}`
  const verdict = refused ? `failed${indicators[refused.report?.recommendation.reason ?? ''] ?? ''}` : scores
  return {
    outcome: document?.document_fields?.media.id === undefined ? 'no fields' : verdict,
    document: [document?.document_type, document?.issuing_country],
  }
}

const cases = Object.entries(outcomes)
  .flatMap(([outcome, all]) => all.map((digits) => ({ digits, outcome, address: addresses.get(digits) ?? '' })))
  .sort((a, b) => (a.digits < b.digits ? -1 : 1))

test('every one of the 60 results has an address', () => {
  expect(cases).toHaveLength(60)
  expect([...addresses.keys()].sort()).toEqual(cases.map(({ digits }) => digits))
})

test.each(cases)('$digits is $address: $outcome', async ({ digits, outcome, address }) => {
  const [type = '', country = ''] = documents[digits.slice(0, 2)] ?? []
  expect(judge(await readSession(target.apiUrl, address))).toEqual({ outcome, document: [type, country] })

  const profile = { ...applicant, full_name: 'Siobhán O’Neill-Šimůnek' }
  const filter = {
    type: 'DOCUMENT_RESTRICTIONS' as const,
    inclusion: 'INCLUDE',
    documents: [{ country_codes: [country], document_types: [type] }],
  }
  const order = inBranchOrder({
    resources: { applicant_profile: profile },
    required_documents: [{ type: 'ID_DOCUMENT', filter }],
  })
  const response = await fetch(`${target.scenarioUrl(address)}/sessions`, {
    method: 'POST',
    body: JSON.stringify(order),
  })
  const { session_id } = (await response.json()) as { session_id: string }
  await target.control.sessions.visit(session_id)
  const created = await readSession(target.apiUrl, session_id)
  expect(judge(created)).toEqual({ outcome, document: [type, country] })
  expect(created.resources.applicant_profiles).toHaveLength(1)
})
