import { type Config, type Setting, type SettingName, settingNames, settings } from '../config/config.js'
import { environmentName, optionName } from '../config/parse-config.js'
import type { ControlSchema } from '../openapi/schema.js'

const describe = (name: SettingName, value: unknown): ControlSchema<'Setting'> => {
  const { help, isSecret }: Setting<unknown> = settings[name]
  const option = optionName(name)
  const shown = isSecret === true ? { is_set: value !== undefined } : value === undefined ? {} : { value }
  return { ...shown, option: `--${option}`, variable: environmentName(option), help }
}

/** Every setting by its name, with its value unless that is a secret. */
export const describeSettings = (config: Config): Record<string, ControlSchema<'Setting'>> =>
  Object.fromEntries(settingNames.map((name) => [name, describe(name, config[name])]))
