import type { components as control, operations as controlOperations } from './generated/control.js'
import type { components as yoti } from './generated/yoti.js'

/** A schema of openapi.yaml by its name. */
export type Schema<Name extends keyof yoti['schemas']> = yoti['schemas'][Name]

/** A schema of control.openapi.yaml by its name. */
export type ControlSchema<Name extends keyof control['schemas']> = control['schemas'][Name]

/** The query parameters of an operation of control.openapi.yaml. */
export type ControlQuery<Id extends keyof controlOperations> = controlOperations[Id] extends {
  parameters: { query?: infer Query }
}
  ? Query
  : never
