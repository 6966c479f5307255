// What scripts/generate.mjs builds beside this file from gauntlet/gauntlet.schema.json.
import type { ErrorObject } from 'ajv'

export const validateDescription: ((value: unknown) => boolean) & { errors?: ErrorObject[] | null }
