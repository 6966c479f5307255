import { readFileSync } from 'node:fs'

type Node = {
  readonly $ref?: string
  readonly properties?: Readonly<Record<string, Node>>
  readonly items?: Node
  readonly enum?: readonly string[]
  readonly oneOf?: readonly Node[]
  readonly const?: string
}

const document = JSON.parse(
  readFileSync(new URL('../../server/openapi/generated/yoti.json', import.meta.url), 'utf8'),
) as { components: { schemas: Readonly<Record<string, Node>> } }

type Place = { readonly node: Node; readonly name: string }

const refName = (ref: string) => ref.slice(ref.lastIndexOf('/') + 1)

const named = (name: string): Place => {
  const node = document.components.schemas[name]
  if (node === undefined) throw new Error(`openapi.yaml has no schema '${name}'`)
  return { node, name }
}

/** What a reference points to; places are named after their schema. */
const resolve = ({ node, name }: Place): Place => (node.$ref === undefined ? { node, name } : named(refName(node.$ref)))

/** Every property of a schema and what it refers to, as `Schema.property`, and every enum value, as `Schema.property=VALUE`. */
export const placesOf = (schema: string, seen: Set<string> = new Set()): Set<string> => {
  const places = new Set<string>()
  const visit = (place: Place) => {
    const { node, name } = resolve(place)
    if (node.$ref === undefined && place.node.$ref !== undefined) {
      if (seen.has(name)) return
      seen.add(name)
    }
    for (const alternative of node.oneOf ?? []) visit({ node: alternative, name })
    if (node.items) visit({ node: node.items, name })
    for (const value of node.enum ?? []) places.add(`${name}=${value}`)
    for (const [key, property] of Object.entries(node.properties ?? {})) {
      places.add(`${name}.${key}`)
      visit({ node: property, name: `${name}.${key}` })
    }
  }
  visit({ node: { $ref: `#/components/schemas/${schema}` }, name: schema })
  return places
}

/** Whether every property that a kind of object has one value for has it. */
const isOfKind = ({ properties = {} }: Node, value: object) =>
  Object.entries(properties).every(([key, { const: only }]) => {
    const given: unknown = (value as Readonly<Record<string, unknown>>)[key]
    return only === undefined || given === only
  })

/** The places of a schema that an answer fills. */
export const placesIn = (schema: string, answer: unknown): Set<string> => {
  const places = new Set<string>()
  const visit = (place: Place, value: unknown): void => {
    const { node, name } = resolve(place)
    const alternatives = (node.oneOf ?? []).filter(({ $ref }) => $ref !== undefined)
    if (alternatives.length > 0 && typeof value === 'object' && value !== null) {
      for (const alternative of alternatives)
        if (isOfKind(resolve({ node: alternative, name }).node, value)) visit({ node: alternative, name }, value)
    } else if (Array.isArray(value)) for (const item of value) visit({ node: node.items ?? {}, name }, item)
    else if (typeof value === 'object' && value !== null)
      for (const [key, property] of Object.entries(value)) {
        const next = node.properties?.[key]
        if (next === undefined) continue
        places.add(`${name}.${key}`)
        visit({ node: next, name: `${name}.${key}` }, property)
      }
    else if (node.enum?.includes(String(value))) places.add(`${name}=${String(value)}`)
  }
  visit(named(schema), answer)
  return places
}
