// What scripts/generate.mjs builds beside this file: one Ajv function per operation and status.
export {}
