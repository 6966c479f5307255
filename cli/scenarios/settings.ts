import { type Option, type Options, oneOf } from '../../server/base/arguments.js'

/** What the words after `mock-yoti scenarios` can be given. */
export type Settings = {
  /** A directory of scenario files that add to the built-in ones. */
  readonly scenarios?: string
  readonly group?: string
  readonly provenance?: 'documented' | 'observed' | 'invented'
  readonly check?: string
  readonly reason?: string
  readonly json?: boolean
  readonly from?: string
  readonly id?: string
}

/** What a command prints, and its exit code. */
export type CommandResult = { readonly text: string; readonly exitCode: number }

const scenarios: Option<Settings> = {
  value: 'DIR',
  help: 'scenario files that add to the built-in ones [MOCK_YOTI_SCENARIOS]',
  parse: (directory) => ({ scenarios: directory }),
}
const json: Option<Settings> = { help: 'print JSON', parse: () => ({ json: true }) }

export const listOptions: Options<Settings> = {
  group: { value: 'GROUP', help: 'only those of a folder', parse: (group) => ({ group }) },
  provenance: {
    value: 'WORD',
    help: 'only documented, observed or invented ones',
    parse: (text) => ({ provenance: oneOf('--provenance', text, ['documented', 'observed', 'invented']) }),
  },
  check: { value: 'TYPE', help: 'only those whose answer has this check', parse: (check) => ({ check }) },
  reason: { value: 'REASON', help: 'only those in which a check gives this reason', parse: (reason) => ({ reason }) },
  json,
  scenarios,
}

export const showOptions: Options<Settings> = { json, scenarios }

const target: Option<Settings> = {
  value: 'DIR',
  help: 'where the file goes (./scenarios) [MOCK_YOTI_SCENARIOS]',
  parse: (directory) => ({ scenarios: directory }),
}

export const newOptions: Options<Settings> = {
  from: { value: 'ID', help: 'the scenario to start from', parse: (from) => ({ from }) },
  scenarios: target,
}

export const importOptions: Options<Settings> = {
  id: { value: 'ID', help: 'what the scenario is called (imported)', parse: (id) => ({ id }) },
  scenarios: target,
}

export const lintOptions: Options<Settings> = { scenarios }
