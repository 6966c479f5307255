// What scripts/generate.mjs builds beside this file from scenarios/scenario.schema.json.
import type { ErrorObject } from 'ajv'

export const validateScenario: ((value: unknown) => boolean) & { errors?: ErrorObject[] | null }
