import { type Option, readArguments } from '../base/arguments.js'
import { UsageError } from '../base/errors.js'
import { didYouMean } from '../base/nearest.js'
import {
  type Config,
  defaults,
  librarySettingNames,
  type Setting,
  type SettingName,
  settingNames,
  settings,
} from './config.js'

/** A setting's option on the command line, without the dashes. */
export const optionName = (name: SettingName): string =>
  settings[name].option ?? name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

/** The environment variable that sets an option. */
export const environmentName = (option: string): string => `MOCK_YOTI_${option.toUpperCase().replaceAll('-', '_')}`

const optionOf = (name: SettingName): Option<Config> => {
  const { value, help, default: initial, shown, parse }: Setting<unknown> = settings[name]
  const option = optionName(name)
  return {
    ...(value !== undefined && { value }),
    help,
    default: shown ?? String(initial),
    environment: environmentName(option),
    parse: (text) => ({ [name]: parse(text, `--${option}`) }),
  }
}

/** Every option of `mock-yoti serve`, by its name on the command line. */
export const options: Readonly<Record<string, Option<Config>>> = Object.fromEntries(
  settingNames.map((name) => [optionName(name), optionOf(name)]),
)

/** The settings of a program, as documentation lists them. */
export const describedSettings = (): { name: string; option: string; help: string; default: string }[] =>
  librarySettingNames.map((name) => {
    const { help, default: initial = '' } = optionOf(name)
    return { name, option: optionName(name), help, default: initial }
  })

/** What Kubernetes and Docker links put into every container beside a service that is called mock-yoti. */
const ofService =
  /^MOCK_YOTI_(?:[A-Z0-9_]*_)?(?:SERVICE_HOST|SERVICE_PORT(?:_[A-Z0-9_]+)?|PORT_\d+_(?:TCP|UDP|SCTP)(?:_[A-Z]+)?)$/
const isOfService = (name: string, text = '') =>
  ofService.test(name) || (/^MOCK_YOTI_(?:[A-Z0-9_]*_)?PORT$/.test(name) && /^(?:tcp|udp|sctp):\/\//.test(text))

/** Variables that begin like ours and describe a service on the network: they are ignored. */
export const serviceVariables = (env: Readonly<Record<string, string | undefined>>): string[] =>
  Object.keys(env).filter((name) => isOfService(name, env[name]))

// Read by tests that run against a server elsewhere, and by compose files.
const foreignVariables = ['MOCK_YOTI_URL']

const fromEnvironment = (env: Readonly<Record<string, string | undefined>>): Partial<Config>[] => {
  const known = Object.keys(options).map(environmentName)
  const ignored = [...foreignVariables, ...serviceVariables(env)]
  for (const name of Object.keys(env))
    if (name.startsWith('MOCK_YOTI_') && !ignored.includes(name) && !known.includes(name))
      throw new UsageError(`Unknown environment variable ${name}.${didYouMean(name, known)}`)
  return Object.entries(options).flatMap(([option, { parse }]) => {
    const name = environmentName(option)
    const text = env[name]
    if (text === undefined || ignored.includes(name)) return []
    // An empty token would leave the control API open without a word.
    if (text === '') throw new UsageError(`${name} is empty; give it a value, or unset it`)
    return [parse(text)]
  })
}

/** Lists collect the values of every time that their option is given. */
const joined = (given: readonly Partial<Config>[]): Partial<Config> => {
  const listed = settingNames.filter((name) => Array.isArray(settings[name].default))
  const lists = listed.flatMap((name) => {
    const values = given.flatMap((part) => (part[name] as readonly unknown[] | undefined) ?? [])
    return values.length === 0 ? [] : [{ [name]: values }]
  })
  return Object.assign({}, ...given, ...lists)
}

/**
 * The settings of a server, from the command line, then the environment, then the defaults.
 * @param argv the arguments after the command's name
 * @throws UsageError for an option or a variable that does not exist, or a value that it does not take
 */
export const parseConfig = (argv: readonly string[], env: Readonly<Record<string, string | undefined>>): Config =>
  Object.assign({}, defaults, ...fromEnvironment(env), joined(readArguments(options, argv)))
