import { didYouMean } from '../base/nearest.js'
import { idDocumentTypes } from '../engine/identity/index.js'
import { fixedError } from '../engine/scenarios/fixed-error.js'
import type { Scenario } from '../engine/scenarios/scenario.js'
import { resultChanges } from './changed-result.js'
import { documentOperations } from './document-operation.js'
import { gatewayAnswerNames } from './gateway-answer.js'
import { stateNames } from './shape.js'
import { orders, stages } from './situation.js'

/** A parameter of a provider state. Its values are strings. */
export type StateParameter = {
  readonly description: string
  readonly required: boolean
  /** The values that it takes, or the pattern that they have. */
  readonly values?: readonly string[]
  readonly pattern?: string
}

/** A provider state that a mock-yoti with these scenarios can be put in. */
export type ProviderState = {
  readonly name: string
  readonly description: string
  readonly parameters: Readonly<Record<string, StateParameter>>
  /** Names of the values that it hands out, for injection. */
  readonly hands: readonly string[]
}

const word = '^[A-Z][A-Z0-9_]*$'
const ids = ['sessionId', 'requirementId', 'requirementId2', 'faceRequirementId', 'resourceId', 'mediaId']
const operationIds = documentOperations.map(({ operationId }) => operationId)

const choice = (description: string, values: readonly string[], required = false): StateParameter => ({
  description,
  required,
  values,
})

/** The provider states, with the values that their parameters take. */
export const providerStates = (scenarios: readonly Scenario[]): readonly ProviderState[] => [
  {
    name: stateNames.result,
    description: 'A session whose result is that of a scenario.',
    hands: ['sessionId'],
    parameters: {
      result: choice(
        'The id of a scenario.',
        scenarios.filter((scenario) => fixedError(scenario, 'getSession') === undefined).map(({ id }) => id),
        true,
      ),
      extent: choice('minimum: without what Yoti may leave out.', ['maximum', 'minimum']),
      reason: { description: 'The reason of every check that rejects.', required: false, pattern: word },
      id_document: choice('The type of the identity document that was brought.', [...idDocumentTypes]),
      supplementary_document: {
        description: 'The type of the supplementary document that was brought.',
        required: false,
        pattern: word,
      },
    },
  },
  {
    name: stateNames.success,
    description: 'A session for which an operation succeeds, if it is about one.',
    hands: ids,
    parameters: {
      operation: choice('The operationId.', operationIds, true),
      order: choice('What was ordered: an example of createSession in openapi.yaml.', orders),
      stage: choice('How far the session has come.', stages),
      media: {
        description: 'Where the media stands in the result: pages, document_fields, facemap, …',
        required: false,
        pattern: '^[a-z_]+$',
      },
    },
  },
  {
    name: stateNames.error,
    description: 'A session for which an operation answers an error, or a base path under which it does.',
    hands: [...ids, 'base'],
    parameters: {
      operation: choice('The operationId.', operationIds, true),
      code: { description: 'A code that openapi.yaml gives the operation.', required: true, pattern: word },
    },
  },
  {
    name: stateNames.changed,
    description: 'A session whose result is that of a scenario, changed in one respect.',
    hands: ['sessionId'],
    parameters: {
      result: choice(
        'The id of the scenario.',
        [...new Set(Object.values(resultChanges()).map(({ result }) => result))],
        true,
      ),
      change: choice('What is different.', Object.keys(resultChanges()), true),
    },
  },
  {
    name: stateNames.gateway,
    description: 'A session whose result a gateway answers for, with something that is not of Yoti.',
    hands: ['sessionId'],
    parameters: { answer: choice('What it answers.', gatewayAnswerNames, true) },
  },
]

/** Something wrong with a provider state that was asked for; `property` is `state` or `params.<name>`. */
export type StateProblem = { readonly property: string; readonly message: string }

/** No state takes nearly as many. */
const mostParams = 100

const listed = (names: readonly string[]) => names.join(', ')

const judgeValue = (name: string, value: unknown, { values, pattern }: StateParameter): StateProblem[] => {
  const property = `params.${name}`
  if (typeof value !== 'string')
    return [{ property, message: `${name} is ${JSON.stringify(value)}; a string is expected` }]
  if (values !== undefined && !values.includes(value))
    return [{ property, message: `${name} is '${value}'.${didYouMean(value, values)} Known: ${listed(values)}` }]
  if (pattern !== undefined && !new RegExp(pattern).test(value))
    return [
      {
        property,
        message: `${name} is '${value}'; expected ${pattern === word ? 'upper-case' : 'lower-case'} words joined by '_'`,
      },
    ]
  return []
}

/** Where the values of a state's parameters are listed. */
const howToFind = (name: string) =>
  name === stateNames.result
    ? "'mock-yoti scenarios' lists them"
    : "'mock-yoti shapes' lists states with their parameters"

/** What keeps a provider state from being set up; empty when nothing does. */
export const judgeState = (
  name: string,
  params: Readonly<Record<string, unknown>>,
  states: readonly ProviderState[],
): StateProblem[] => {
  const names = states.map((state) => state.name)
  const state = states.find((candidate) => candidate.name === name)
  if (state === undefined) {
    const message = `No provider state is called '${name}'.${didYouMean(name, names)} Known: ${listed(names)}`
    return [{ property: 'state', message }]
  }
  const known = Object.keys(state.parameters)
  const missing = known
    .filter((parameter) => state.parameters[parameter]?.required && params[parameter] === undefined)
    .map((parameter) => ({
      property: `params.${parameter}`,
      message: `the state '${name}' needs the parameter '${parameter}': ${state.parameters[parameter]?.description} ${howToFind(name)}`,
    }))
  const wrong = Object.entries(params)
    .slice(0, mostParams)
    .flatMap(([key, value]) => {
      const parameter = state.parameters[key]
      if (parameter !== undefined) return judgeValue(key, value, parameter)
      const message = `the state '${name}' takes no parameter '${key}'.${didYouMean(key, known)} Known: ${listed(known)}`
      return [{ property: `params.${key}`, message }]
    })
  return [...missing, ...wrong]
}
