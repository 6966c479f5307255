import type { components } from './generated/scenario.js'

/** A scenario as its file has it. */
export type ScenarioFile = components['schemas']['Scenario']

/** One document of a scenario: the required document and its outcome. */
export type ScenarioDocument = components['schemas']['document']

/** One capture of a document. */
export type ScenarioCapture = components['schemas']['capture']

/** The fixed properties of a scenario's applicant. */
export type ScenarioApplicant = components['schemas']['applicant']

/** The outcomes of checks, by type. */
export type ScenarioChecks = components['schemas']['checks']

/** A type of check that can be asked for. */
export type OrderedCheckType = components['schemas']['checkType']

/** A type of task that can be asked for. */
export type OrderedTaskType = components['schemas']['taskType']

/** Operations whose answer is fixed, by operationId. */
export type ScenarioAnswers = components['schemas']['answers']

/** Keys without a default. */
type Unset = 'applicant' | 'identity_profile' | 'import_token' | 'familiar_face'

/** A scenario with its base and the defaults filled in. */
export type Scenario = Required<Omit<ScenarioFile, 'extends' | 'varies' | 'members' | Unset>> &
  Pick<ScenarioFile, Unset> & {
    readonly id: string
    /** The folder of its file. */
    readonly group: string
    /** The id of the file that it is a member of. */
    readonly family?: string
  }

/** A scenario file and the folder that it stands in. */
export type ScenarioSource = { readonly group: string; readonly file: ScenarioFile }

/** Scenario files by id, which is the file's name. */
export type ScenarioSources = Readonly<Record<string, ScenarioSource>>

type Prose = 'title' | 'use_when' | 'provenance' | 'source'

/** The values of keys that neither a file nor its base has. */
export const scenarioDefaults: Omit<Scenario, 'id' | 'group' | 'family' | Unset | Prose> = {
  order: 'branch',
  documents: [{ asked: 'PASSPORT' }, { asked: 'UTILITY_BILL' }],
  instructions: true,
  faces: ['used'],
  liveness: ['used'],
  visit: 'completed',
  expired: false,
  timeline: {},
  letter_takes: 'PT0S',
  checks: {},
  media: {},
  answers: {},
  notifications: {},
  faults: [],
}

/** A problem in a file. `line` counts from 1 and is missing if the whole file is meant. */
export type FileProblem = {
  file: string
  line?: number
  message: string
  /** Whether the file cannot be read at all, whoever wrote it: no mistake in what it says of a scenario. */
  unreadable?: true
}
