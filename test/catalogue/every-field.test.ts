import { expect, test } from 'vitest'
import { summarise } from '../../server/engine/results/summarise.js'
import { builtInScenarios } from '../../server/engine/scenarios/catalogue.js'
import type { Scenario } from '../../server/engine/scenarios/scenario.js'
import type { Schema } from '../../server/openapi/schema.js'
import { placesIn, placesOf } from '../support/schema-places.js'

const now = Date.parse('2026-03-04T12:00:00Z')

const shownBy = new Map<string, string>()
for (const scenario of builtInScenarios()) {
  const { status, answer } = summarise(scenario, now)
  if (status !== 200) continue
  for (const place of placesIn('SessionResult', answer)) if (!shownBy.has(place)) shownBy.set(place, scenario.id)
}

test('every property and every value that a result can have is in a named scenario', () => {
  const missing = [...placesOf('SessionResult')].filter((place) => !shownBy.has(place))
  expect(missing).toEqual([])
})

type Value = string | number | boolean | readonly string[] | undefined

const valueAt = (id: string, path: string): Value =>
  path
    .split('.')
    .reduce<unknown>(
      (at, key) => (at as Readonly<Record<string, unknown>> | undefined)?.[key],
      summarise(scenarioOf(id), now).answer,
    ) as Value

const scenarioOf = (id: string) => builtInScenarios().find((scenario) => scenario.id === id) as Scenario

const firstDocument = 'resources.id_documents.0'
const search = 'checks.0.report.watchlist_summary.search_config'

test.each([
  ['advanced-identity-profile-met:SHARE_CODE', 'resources.share_codes.0.tasks.0.type', 'VERIFY_SHARE_CODE_TASK'],
  ['advanced-identity-profile-met:SHARE_CODE', 'resources.share_codes.0.file.media.type', 'PDF'],
  ['advanced-identity-profile-met:SHARE_CODE', 'advanced_identity_profile.subject_id', 'subject-17'],
  ['advanced-identity-profile-met:SHARE_CODE', 'advanced_identity_profile.result', 'DONE'],
  ['advanced-identity-profile-met:DBS_ENHANCED', 'advanced_identity_profile_preview.media.type', 'JSON'],
  [
    'advanced-identity-profile-met:SEVERAL_FRAMEWORKS',
    'advanced_identity_profile.identity_profile_report.compliance.1.schemes_compliance.0.scheme.label',
    'identity',
  ],
  ['advanced-identity-profile-fails-with:IDENTITY_CHECK_FAILED', 'advanced_identity_profile.result', 'ABORTED'],
  [
    'advanced-identity-profile-fails-with:IDENTITY_CHECK_FAILED',
    'advanced_identity_profile.failure_reason.reason_code',
    'IDENTITY_CHECK_FAILED',
  ],
  ['identity-profile-with-preview', 'identity_profile_preview.media.type', 'JSON'],
  ['identity-profile-with-preview', 'identity_profile.subject_id', 'subject-17'],
  ['import-token-made', 'import_token.media.type', 'JSON'],
  ['import-token-failed', 'import_token.failure_reason', 'UNABLE_TO_CREATE_IMPORT_TOKEN'],
  ['import-token-failed', 'import_token.media', undefined],
  ['documents-uploaded', `${firstDocument}.pages.0.capture_method`, 'UPLOAD'],
  ['documents-uploaded', `${firstDocument}.pages.1.extraction_image_ids.length`, 1],
  ['documents-uploaded', 'resources.supplementary_documents.0.file.media.type', 'IMAGE'],
  ['documents-uploaded', 'resources.supplementary_documents.0.pages.length', 0],
  ['text-expanded', `${firstDocument}.expanded_document_fields.media.type`, 'JSON'],
  ['text-tried-again:UNABLE_TO_OCR', 'resources.id_documents.1.tasks.0.recommendation.value', 'MUST_TRY_AGAIN'],
  ['text-tried-again:UNABLE_TO_OCR', 'resources.id_documents.1.tasks.0.recommendation.reason.value', 'QUALITY'],
  ['text-tried-again:UNABLE_TO_OCR', 'resources.id_documents.1.tasks.0.recommendation.reason.detail', 'UNABLE_TO_OCR'],
  ['text-tried-again:UNABLE_TO_OCR', 'resources.id_documents.1.tasks.0.state', 'DONE'],
  ['text-tried-again:UNABLE_TO_OCR', 'resources.id_documents.1.document_fields', undefined],
  ['text-tried-again:UNABLE_TO_OCR', `${firstDocument}.tasks.0.recommendation.value`, 'PROGRESS'],
  ['authenticity-recovery-suggested', 'checks.0.report.recommendation.recovery_suggestion', 'BETTER_LIGHTING'],
  ['sub-check-not-available', 'checks.0.report.breakdown.1.result', 'NOT_AVAILABLE'],
  ['checks-created', 'checks.0.state', 'CREATED'],
  ['watchlist-clear:ADVANCED_EXACT', `${search}.matching_strategy.exact_match`, true],
  ['watchlist-clear:ADVANCED_WITH_OWN_ACCOUNT', `${search}.type`, 'WITH_CUSTOM_ACCOUNT'],
  ['watchlist-clear:ADVANCED_WITH_OWN_ACCOUNT', `${search}.api_key`, 'our-key'],
  ['watchlist-clear:ADVANCED_WITH_OWN_ACCOUNT', `${search}.tags.team`, 'onboarding'],
  ['session-of-one-customer:FIRST', 'user_tracking_id', 'customer-17'],
  ['session-of-one-customer:FIRST', 'state', 'ONGOING'],
  ['session-of-one-customer:SECOND', 'user_tracking_id', 'customer-17'],
  ['session-of-one-customer:SECOND', 'state', 'COMPLETED'],
  ['check-appears-late:BEFORE', 'state', 'ONGOING'],
  ['check-appears-late:BEFORE', 'checks.length', 4],
  ['check-appears-late:AFTER', 'state', 'COMPLETED'],
  ['check-appears-late:AFTER', 'checks.1.type', 'ID_DOCUMENT_FACE_MATCH'],
] as const)('%s: %s is %s', (id, path, value) => {
  expect(valueAt(id, path)).toEqual(value)
})

test('a check that appears late is created ten minutes after the others', () => {
  const { answer } = summarise(scenarioOf('check-appears-late:AFTER'), now)
  const { checks } = answer as Schema<'SessionResult'>
  const [authenticity, face] = checks.map(({ created }) => Date.parse(created))
  expect((face ?? 0) - (authenticity ?? 0)).toBe(600_000)
})
