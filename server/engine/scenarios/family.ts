import type { ScenarioFile } from './scenario.js'

/** The values of a family's members, by member name; undefined for a file that is no family. */
export const membersOf = ({ members }: ScenarioFile): Readonly<Record<string, unknown>> | undefined => {
  if (members === undefined) return undefined
  return Array.isArray(members) ? Object.fromEntries(members.map((name: string) => [name, name])) : members
}

const setAt = (holder: unknown, [key, ...rest]: readonly string[], value: unknown): unknown => {
  if (key === undefined) return value
  if (Array.isArray(holder))
    return holder.map((item: unknown, index) => (String(index) === key ? setAt(item, rest, value) : item))
  // A value that is not an object is replaced by one.
  const held = typeof holder === 'object' && holder !== null ? (holder as Readonly<Record<string, unknown>>) : {}
  return { ...held, [key]: setAt(Object.hasOwn(held, key) ? held[key] : undefined, rest, value) }
}

/** A member of a family: the file with the member's value at the path of `varies`, and the member's name in the title. */
export const memberFile = (file: ScenarioFile, member: string, value: unknown): ScenarioFile => {
  const { varies = '', members: _members, ...shared } = file
  // The value at the path is checked when files are linted, like every value.
  const varied = setAt(shared, varies.split('.'), value) as ScenarioFile
  return { ...varied, title: `${file.title}: ${member}` }
}

/** Splits `family:MEMBER`. */
export const splitId = (id: string): [name: string, member?: string] => {
  const at = id.indexOf(':')
  return at === -1 ? [id] : [id.slice(0, at), id.slice(at + 1)]
}

/** The message about a family's id in a place that needs a scenario. */
export const describeFamily = (family: string, members: readonly string[]): string =>
  `'${family}' is a family of scenarios. Name one of its members: ${members.join(', ')}`
