import { type Option, type Options, oneOf } from '../../server/base/arguments.js'

/** What the words after `mock-yoti scenarios` can be given. */
export type Settings = {
  /** A directory of scenario files that add to the built-in ones. */
  readonly scenarios?: string
  readonly group?: string
  readonly provenance?: 'documented' | 'observed' | 'invented'
  readonly check?: string
  readonly reason?: string
  /** Each scenario with other documents too. */
  readonly documents?: boolean
  readonly json?: boolean
  /** A directory of own recordings, which raise grades. */
  readonly evidence?: string
  /** Tables as wide as their content. */
  readonly wide?: boolean
  readonly from?: string
  readonly id?: string
  readonly allowEmpty?: boolean
}

const scenarios: Option<Settings> = {
  value: 'DIR',
  help: 'scenario files that add to the built-in ones',
  default: 'the built-in ones only',
  environment: 'MOCK_YOTI_SCENARIOS',
  parse: (directory) => ({ scenarios: directory }),
}
const json: Option<Settings> = { help: 'print JSON', default: 'false', parse: () => ({ json: true }) }
const wide: Option<Settings> = {
  help: 'print the whole table, wider than the terminal',
  default: 'false',
  parse: () => ({ wide: true }),
}

export const listOptions: Options<Settings> = {
  group: { value: 'GROUP', help: 'only those of a folder', default: 'all', parse: (group) => ({ group }) },
  provenance: {
    value: 'WORD',
    help: 'only documented, observed or invented ones',
    default: 'all',
    parse: (text) => ({ provenance: oneOf('--provenance', text, ['documented', 'observed', 'invented']) }),
  },
  check: {
    value: 'TYPE',
    help: 'only those whose answer has this check',
    default: 'all',
    parse: (check) => ({ check }),
  },
  reason: {
    value: 'REASON',
    help: 'only those in which a check gives this reason',
    default: 'all',
    parse: (reason) => ({ reason }),
  },
  documents: {
    help: 'also each scenario with other documents: ID@DOCUMENT',
    default: 'false',
    parse: () => ({ documents: true }),
  },
  json,
  wide,
  scenarios,
}

export const showOptions: Options<Settings> = {
  json,
  evidence: {
    value: 'DIR',
    help: "your own recordings of Yoti's answers, which raise the grade",
    default: 'none',
    parse: (evidence) => ({ evidence }),
  },
  scenarios,
}

const target: Option<Settings> = {
  value: 'DIR',
  help: 'where the file goes',
  default: './scenarios',
  environment: 'MOCK_YOTI_SCENARIOS',
  parse: (directory) => ({ scenarios: directory }),
}

export const newOptions: Options<Settings> = {
  from: {
    value: 'ID',
    help: 'the scenario to start from',
    default: 'none: it must be given',
    parse: (from) => ({ from }),
  },
  scenarios: target,
}

export const importOptions: Options<Settings> = {
  id: {
    value: 'ID',
    help: 'what the scenario is called; of a directory what the ids of its scenarios begin with',
    default: "imported; of a directory the files' names",
    parse: (id) => ({ id }),
  },
  scenarios: target,
  json,
}

export const lintOptions: Options<Settings> = {
  'allow-empty': {
    help: 'a directory without scenario files is fine',
    default: 'false',
    parse: () => ({ allowEmpty: true }),
  },
  json,
  scenarios: {
    value: 'DIR',
    help: 'the directory, where no argument names it',
    default: "the package's own files",
    environment: 'MOCK_YOTI_SCENARIOS',
    parse: (directory) => ({ scenarios: directory }),
  },
}
