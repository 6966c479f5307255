import { setImmediate as nextTurn } from 'node:timers/promises'
import { stringify } from 'yaml'

type Map = Readonly<Record<string, unknown>>

const isMap = (value: unknown): value is Map =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length > 0

const indented = (text: string) => text.replace(/^(?=.)/gm, '  ')

/**
 * A document as YAML. It is written in parts, with turns for others between them: the whole takes a good part of a second.
 * A module of its own, so that the library is loaded when a document is asked for.
 * @param levels how deep maps are taken apart
 */
export const writeYaml = async (value: Map, levels = 2): Promise<string> => {
  const parts: string[] = []
  for (const [key, part] of Object.entries(value)) {
    if (part === undefined) continue
    if (levels > 0 && isMap(part))
      parts.push(`${stringify(key).trimEnd()}:\n`, indented(await writeYaml(part, levels - 1)))
    else parts.push(stringify({ [key]: part }, { aliasDuplicateObjects: false }))
    await nextTurn()
  }
  return parts.join('')
}
