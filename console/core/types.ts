import type { ControlSchema } from '../../server/openapi/schema.js'

/** The schemas of control.openapi.yaml that the console shows. */
export type Version = ControlSchema<'Version'>
