import { expect, test } from 'vitest'
import { summarise } from '../../server/engine/results/summarise.js'
import { builtInScenarios, Catalogue } from '../../server/engine/scenarios/catalogue.js'
import { differencesFromYoti } from '../support/compare-answers.js'
import { realAnswers } from '../support/real-answers.js'

// Answers of Yoti that public code holds, and the scenario that is nearest to each.

const catalogue = new Catalogue(builtInScenarios())
const answerOf = (id: string) => {
  const scenario = catalogue.find(id)
  if (scenario === undefined) throw new Error(catalogue.describeUnknown(id))
  return summarise(scenario, Date.parse('2026-03-04T12:00:00Z')).answer
}

/** Of Yoti's page on branches, and of no captured answer. docs/fidelity.md has every other difference too. */
const olderProfile = 'resources.applicant_profile: only ours'

const cases: Readonly<Record<string, readonly [scenario: string, ...differences: string[]]>> = {
  'all approved, chip read': ['approved-document:UK_PASSPORT_WITH_CHIP'],
  'all approved, no chip, a harmless failure': ['authenticity-approved-despite:YOTI_FRAUD_LIST_CHECK'],
  'the machine saw another person, people did not': ['face-match-machine-failed@UK_PASSPORT_WITH_CHIP'],
  'another person': ['face-match-rejected:DIFFERENT_PERSON@UK_PASSPORT_WITH_CHIP'],
  'a detail that is about the person': ['approved-document:UK_PASSPORT_WITH_CHIP'],
  tampered: ['authenticity-rejected:TAMPERED'],
  'expired, allowed': ['authenticity-expired-allowed'],
  'a reason that nobody documents, no sub-checks': [
    'authenticity-rejected:TAMPERED@UK_PASSPORT_WITH_CHIP',
    'checks[].report.recommendation.reason: SOMETHING_NEW at Yoti, TAMPERED here',
  ],
  'the first attempt failed': ['capture-failed-then-repeated'],
  'an abandoned capture of another type is listed first': ['capture-abandoned'],
  'an unfinished face capture': ['face-capture-unfinished@UK_PASSPORT_WITH_CHIP'],
  'the text could not be read': [
    'text-not-extracted@UK_PASSPORT_WITH_CHIP',
    ...[
      'resources.id_documents[].document_id_photo: only ours',
      'resources.id_documents[].tasks[].generated_checks: 0 at Yoti, 1 here',
      'resources.id_documents[].tasks[].generated_media: 1 at Yoti, 0 here',
    ],
  ],
  'at home, a person is reading the passport': ['text-with-a-human'],
  'at home, not alive': ['liveness-rejected:STATIC', 'checks: 3 at Yoti, 2 here'],
  'a residence permit': ['approved-document:RESIDENCE_PERMIT'],
  'a German licence': ['approved-document:EU_DRIVING_LICENCE'],
  'three documents for a DBS check': ['dbs-three-documents', olderProfile],
  'turned away, nothing captured': ['just-created', olderProfile],
  'turned away after one document': ['captured-so-far:FIRST', olderProfile],
  'expired with two documents': ['profile-mismatch-expired', olderProfile],
}

test('every captured answer is compared', () => {
  expect(Object.keys(cases)).toEqual(Object.keys(realAnswers))
})

test.each(Object.entries(realAnswers))('%s: the nearest scenario has the same keys and words', (what, answer) => {
  const [scenario = '', ...differences] = cases[what] ?? []
  expect(differencesFromYoti(answer, answerOf(scenario))).toEqual(differences)
})
