import { didYouMean } from '../../base/nearest.js'
import {
  describeUnknownDocument,
  documentFamily,
  splitVariant,
  takesNoDocument,
  withDocument,
} from './document-variant.js'
import { describeFamily, memberFile, membersOf, splitId } from './family.js'
import { type Scenario, type ScenarioFile, type ScenarioSources, scenarioDefaults } from './scenario.js'

/** The ids of the scenarios that a file makes: its own, or one for each member. */
const idsOf = (id: string, file: ScenarioFile): string[] => {
  const members = membersOf(file)
  return members === undefined ? [id] : Object.keys(members).map((member) => `${id}:${member}`)
}

const allIds = (sources: ScenarioSources) => Object.entries(sources).flatMap(([id, { file }]) => idsOf(id, file))

/** A file with another document than it says. */
const mergeVariant = (
  [base, name]: readonly [base: string, name: string],
  sources: ScenarioSources,
  derived: readonly string[],
): ScenarioFile | string => {
  const merged = merge(base, sources, derived)
  if (typeof merged === 'string') return merged
  const family = sources[documentFamily]?.file
  const known = (family && Object.keys(membersOf(family) ?? {})) ?? []
  if (!known.includes(name)) return `'extends' names no scenario: ${describeUnknownDocument(name, known)}`
  const naming = merge(`${documentFamily}:${name}`, sources, derived)
  if (typeof naming === 'string') return naming
  const [document] = naming.documents ?? []
  const refused = takesNoDocument(base, merged)
  if (refused !== undefined || document === undefined) return `'extends' names no scenario: ${refused}`
  return withDocument(merged, name, document)
}

/** A file with its bases and the defaults filled in, or a text that describes the problem with its base. */
const merge = (id: string, sources: ScenarioSources, derived: readonly string[] = []): ScenarioFile | string => {
  const [base, document] = splitVariant(id)
  if (document === undefined) return mergeFile(id, sources, derived)
  return mergeVariant([base, document], sources, [...derived, id])
}

const mergeFile = (id: string, sources: ScenarioSources, derived: readonly string[]): ScenarioFile | string => {
  const [name, member] = splitId(id)
  if (derived.includes(id)) return `'extends' goes round in a circle: ${[...derived, id].join(' → ')}`
  const file = Object.hasOwn(sources, name) ? sources[name]?.file : undefined
  const members = file && membersOf(file)
  if (file !== undefined && members !== undefined && member === undefined)
    return `'extends' names no scenario: ${describeFamily(id, idsOf(name, file))}`
  if (file === undefined || (member !== undefined && !Object.hasOwn(members ?? {}, member)))
    return `'extends' names no scenario: '${id}'.${didYouMean(id, allIds(sources))}`
  const { extends: base, ...own } = file
  const below = base === undefined ? scenarioDefaults : merge(base, sources, [...derived, id])
  if (typeof below === 'string') return below
  const merged = { ...below, ...own }
  return member === undefined ? merged : memberFile(merged, member, members?.[member])
}

/** A file that has no valid base. */
export type UnresolvedFile = { readonly name: string; readonly message: string }

/**
 * Fills in every scenario's base and defaults, and makes the members of families.
 * @returns the scenarios by id, and the problems of those that have no valid base
 */
export const resolveScenarios = (sources: ScenarioSources): { scenarios: Scenario[]; problems: UnresolvedFile[] } => {
  const scenarios: Scenario[] = []
  const problems: UnresolvedFile[] = []
  for (const [name, { group, file }] of Object.entries(sources).sort(([a], [b]) => (a < b ? -1 : 1))) {
    const made = idsOf(name, file).map((id) => ({ id, merged: merge(id, sources) }))
    const refused = made.map(({ merged }) => merged).find((merged) => typeof merged === 'string')
    if (refused !== undefined) problems.push({ name, message: refused })
    // The defaults fill in every key that a file may leave out.
    for (const { id, merged } of refused === undefined ? made : [])
      scenarios.push({ ...(merged as Required<ScenarioFile>), id, group, ...(id !== name && { family: name }) })
  }
  return { scenarios, problems }
}
