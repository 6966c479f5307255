import yoti from '../openapi/generated/yoti.json' with { type: 'json' }

/** A schema of openapi.yaml, as far as contracts need it. The packed types name no package that a project has not. */
export type SchemaObject = {
  readonly type?: string | readonly string[]
  readonly properties?: Readonly<Record<string, DocumentSchema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: unknown
  readonly items?: DocumentSchema
  readonly oneOf?: readonly DocumentSchema[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly format?: string
  readonly pattern?: string
}

/** A schema of openapi.yaml, or a reference to one. */
export type DocumentSchema = SchemaObject | { readonly $ref: string }

// The JSON of openapi.yaml has its own, narrower type for each schema.
const schemas = yoti.components.schemas as unknown as Readonly<Record<string, SchemaObject>>

/** A schema of openapi.yaml by its name. */
export const schemaNamed = (name: string): SchemaObject => {
  const schema = schemas[name]
  if (schema === undefined) throw new Error(`openapi.yaml has no schema '${name}'`)
  return schema
}

/** The schemas that a schema may stand for: itself, what it refers to, or its alternatives. */
export const alternativesOf = (schema: DocumentSchema): readonly SchemaObject[] => {
  if ('$ref' in schema) return alternativesOf(schemaNamed(schema.$ref.split('/').at(-1) ?? ''))
  return schema.oneOf === undefined ? [schema] : schema.oneOf.flatMap(alternativesOf)
}

/** The schema of a property, in whichever alternative has it. */
export const propertyOf = (schema: DocumentSchema, name: string): DocumentSchema | undefined =>
  alternativesOf(schema).flatMap(({ properties }) => properties?.[name] ?? [])[0]

/** The alternative that an object is of: the first whose fixed words are its own. */
export const alternativeOf = (schema: DocumentSchema, value: object): DocumentSchema => {
  const fits = ({ properties = {} }: SchemaObject) =>
    Object.entries(value).every(([name, item]) => {
      const property = properties[name]
      if (property === undefined || '$ref' in property) return true
      const { const: only, enum: words = only === undefined ? undefined : [only] } = property
      return words?.includes(item) ?? true
    })
  return alternativesOf(schema).find(fits) ?? schema
}

/** The names that an object of this schema may have. */
export const propertyNames = (schema: DocumentSchema): string[] => [
  ...new Set(alternativesOf(schema).flatMap(({ properties }) => Object.keys(properties ?? {}))),
]

/** The schema of the items of a list. */
export const itemsOf = (schema: DocumentSchema): DocumentSchema | undefined =>
  alternativesOf(schema).flatMap((one) => ('items' in one && one.items) || [])[0]

/** Whether an object may have any properties, because openapi.yaml lists none. */
export const isOpen = (schema: DocumentSchema): boolean =>
  alternativesOf(schema).some(({ additionalProperties, properties }) => additionalProperties === true && !properties)
