import { expect, test } from 'vitest'
import { scenarioLike } from '../../cli/scenarios/import/scenario-like.js'
import { summarise } from '../../server/engine/results/summarise.js'
import { builtInScenarios } from '../../server/engine/scenarios/catalogue.js'
import { type Scenario, scenarioDefaults } from '../../server/engine/scenarios/scenario.js'
import type { Schema } from '../../server/openapi/schema.js'
import { signatureOf } from '../../server/shapes/signature.js'
import { expectDocumented } from '../support/answers.js'
import { realAnswers } from '../support/real-answers.js'

type Answer = Schema<'SessionResult'>

const signature = (body: Answer) => signatureOf('getSession', { status: 200, body })

const answerOf = (scenario: Scenario) => summarise(scenario, 0)

const madeOf = (session: Answer) => {
  const { file, notExpressed } = scenarioLike({ session })
  const { extends: _base, varies: _path, members: _members, ...said } = file
  const { answer } = answerOf({ ...scenarioDefaults, ...said, id: 'imported', group: 'own' })
  return { file, notExpressed, made: answer as Answer }
}

/** Scenarios whose answer no scenario without more help can be written from, and why. */
const beyondImport: Readonly<Record<string, string>> = {
  'check-appears-late:BEFORE': 'no answer says which check is still to come',
}

const sessions = builtInScenarios().flatMap((scenario) => {
  const { status, answer } = answerOf(scenario)
  return status === 200 ? [{ id: scenario.id, answer: answer as Answer }] : []
})

test.each(sessions)('the answer of $id, imported, is a scenario with the same result shape', ({ id, answer }) => {
  const { made } = madeOf(answer)
  if (beyondImport[id] === undefined) expect(signature(made)).toBe(signature(answer))
  else expect(signature(made)).not.toBe(signature(answer))
})

/** What a scenario cannot say of these answers: details that may be personal, and what their holders edited by hand. */
const notSaid: Readonly<Record<string, string[]>> = {
  'a detail that is about the person': ["checks[0].report.breakdown[0].details has 1, the scenario's 0"],
  'the text could not be read': [
    "resources.id_documents[0].tasks[0].generated_checks has 0, the scenario's 1",
    "resources.id_documents[0].tasks[0].generated_media has 1, the scenario's 0",
    "resources.id_documents[0].document_id_photo is only in the scenario's answer",
  ],
}

const branchChecks = ['IBV_VISUAL_REVIEW_CHECK', 'DOCUMENT_SCHEME_VALIDITY_CHECK', 'PROFILE_DOCUMENT_MATCH']

/** Where only a branch checks, the profile stands under the older key too. */
const withOlder = (answer: Answer): Answer => {
  const { id_documents, face_capture } = answer.resources
  const isOfBranchOnly =
    answer.checks.every(({ type }) => branchChecks.includes(type)) &&
    face_capture.length === 0 &&
    id_documents.every(({ tasks }) => tasks.length === 0)
  if (!isOfBranchOnly) return answer
  const [applicant_profile] = answer.resources.applicant_profiles
  return { ...answer, resources: { ...answer.resources, ...(applicant_profile && { applicant_profile }) } }
}

test.each(Object.entries(realAnswers))(
  'an answer of Yoti is imported, and what is lost is told: %s',
  (what, answer) => {
    expectDocumented('yoti', 'getSession', 200, answer)
    const { made, notExpressed } = madeOf(answer)
    expect(notExpressed).toEqual(notSaid[what] ?? [])
    if (notSaid[what] === undefined) expect(signature(made)).toBe(signature(withOlder(answer)))
  },
)
