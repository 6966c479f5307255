import { UsageError } from '../base/errors.js'
import { assertKnownNames } from '../base/known-names.js'
import { type Config, librarySettingNames, type Setting, type SettingName, settings } from './config.js'

const isKeyFile = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  ['sdkId', 'file'].every((key) => typeof (value as Record<string, unknown>)[key] === 'string')

const assertValue = (name: SettingName, value: unknown) => {
  const { default: initial, parse }: Setting<unknown> = settings[name]
  const refuse = (expected: string): never => {
    throw new UsageError(`${name} takes ${expected}; got ${JSON.stringify(value) ?? String(value)}`)
  }
  if (name === 'keys') {
    if (!Array.isArray(value) || !value.every(isKeyFile)) refuse('a list of { sdkId, file }')
  } else if (Array.isArray(initial)) {
    if (!Array.isArray(value) || !value.every((item) => typeof item === 'string')) refuse('a list of texts')
    // The check above made sure that it is a list.
    for (const item of value as readonly string[]) parse(item, name)
  } else {
    // Settings without a default are texts.
    const sample = initial ?? ''
    if (typeof value !== typeof sample) refuse(typeof sample === 'string' ? 'a text' : `a ${typeof sample}`)
    if (value === '') throw new UsageError(`${name} is empty; give it a value, or leave it out`)
    parse(String(value), name)
  }
}

/**
 * Settings that a program gives, checked: values that are undefined are left out.
 * @param others names that the caller takes beside the settings
 * @throws UsageError for a setting that does not exist, or a value that it does not take
 */
export const checkSettings = (given: object, others: readonly string[] = []): Partial<Config> => {
  assertKnownNames(given, [...librarySettingNames, ...others], 'the settings')
  const own = Object.entries(given).filter(([name, value]) => value !== undefined && !others.includes(name))
  for (const [name, value] of own) assertValue(name as SettingName, value)
  return Object.fromEntries(own)
}
