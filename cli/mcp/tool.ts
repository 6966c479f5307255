import type { ControlClient } from '../../server/client/control-client.js'

/** The server that is driven. */
export type Driven = {
  readonly url: string
  readonly apiUrl: string
  readonly scenarioUrl: (scenarioId: string) => string
  readonly control: ControlClient
}

type Schema = Readonly<Record<string, unknown>>

/** One thing that an agent can do. Inputs are flat, with enums; the output is an object. */
export type Tool = {
  readonly name: string
  readonly title: string
  readonly description: string
  readonly input: { readonly properties: Readonly<Record<string, Schema>>; readonly required?: readonly string[] }
  /** Its properties with their types; all are there unless `optional` names them. */
  readonly output: { readonly properties: Readonly<Record<string, Schema>>; readonly required: readonly string[] }
  readonly hints: { readonly readOnlyHint: boolean; readonly destructiveHint?: boolean }
  /** The arguments are as `input` says: the protocol's library checks them. @throws ControlError */
  readonly run: (args: never, driven: Driven) => Promise<Readonly<Record<string, unknown>>>
}

/** A tool whose arguments have a type. */
export const tool = <Args>(
  described: Omit<Tool, 'run'> & {
    readonly run: (args: Args, driven: Driven) => Promise<Readonly<Record<string, unknown>>>
  },
  // What arrives was checked against `input`, which says the same as the type.
): Tool => described as Tool

export const text: Schema = { type: 'string' }
export const flag: Schema = { type: 'boolean' }
export const list: Schema = { type: 'array', items: { type: 'object' } }
export const object: Schema = { type: 'object' }
export const integer: Schema = { type: 'integer' }

/** A property with what it means. */
export const about = (description: string, schema: Schema = text): Schema => ({ ...schema, description })
export const oneOf = (values: readonly string[], description: string): Schema => ({
  type: 'string',
  enum: values,
  description,
})
export const upTo = (most: number, description: string): Schema => ({
  type: 'integer',
  minimum: 1,
  maximum: most,
  description,
})

/** The first of a list, and how many were left out. */
export const cap = <Item>(items: readonly Item[], limit: number): { shown: readonly Item[]; left_out: number } => ({
  shown: items.slice(0, limit),
  left_out: Math.max(0, items.length - limit),
})

/** Only what is given: the control API refuses `undefined`. */
export const given = <Values extends object>(
  values: Values,
): { [Name in keyof Values]?: Exclude<Values[Name], undefined> } =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [Name in keyof Values]?: Exclude<Values[Name], undefined>
  }
