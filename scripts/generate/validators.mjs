import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

// Ajv is CommonJS: its named entry for JSON Schema 2020-12, the dialect of OpenAPI 3.1, is reached by require.
const require = createRequire(import.meta.url)
const { Ajv2020 } = require('ajv/dist/2020')
const addFormats = require('ajv-formats').default
const standaloneCode = require('ajv/dist/standalone').default

const openapiKeywords = ['example', 'discriminator', 'xml', 'externalDocs']

const newAjv = (options) => {
  const ajv = new Ajv2020({
    allErrors: true,
    strict: false,
    code: { source: true, esm: true },
    validateFormats: true,
    ...options,
  })
  addFormats(ajv)
  ajv.addVocabulary(openapiKeywords)
  return ajv
}

/** More errors than anybody reads. */
const mostErrors = 200
/** An answer of our own is not bounded: in a long list each item may first fail the other form that it may have. */
const unbounded = 'Infinity'

/**
 * Makes validators stop at that many errors: Ajv collects all, or one. They throw the list then, as a property of an
 * error. Otherwise a list of wrong items takes time that grows with the square of its length.
 */
const stopEarly = (code, most) =>
  code
    .replace(/vErrors\.push\((err\d+)\)/g, 'collect(vErrors, [$1])')
    .replace(/vErrors\.concat\((\w+\.errors)\)/g, 'collect(vErrors, $1)')
    .concat(`
const collect = (errors, more) => {
  errors.push(...more);
  if (errors.length >= ${most}) throw Object.assign(new Error('too many errors'), { validationErrors: errors });
  return errors;
};`)

/** Ajv's standalone modules still `require` Ajv's runtime helpers: bundling makes them plain ESM. */
const bundle = async (code, most) => {
  const { outputFiles } = await build({
    stdin: { contents: stopEarly(code, most), resolveDir: fileURLToPath(new URL('.', import.meta.url)) },
    bundle: true,
    format: 'esm',
    platform: 'node',
    minify: true,
    write: false,
  })
  return outputFiles[0].text
}

const mapDeep = (value, change) => {
  if (Array.isArray(value)) return value.map((item) => mapDeep(item, change))
  if (value === null || typeof value !== 'object') return value
  return change(Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapDeep(item, change)])))
}

/** Objects that list their properties take no others: a misspelt field in an answer is found. */
const closeObjects = (node) =>
  node.type === 'object' && node.properties && node.additionalProperties === undefined
    ? { ...node, additionalProperties: false }
    : node

const resolve = (document, node) =>
  node.$ref
    ? node.$ref
        .slice(2)
        .split('/')
        .reduce((at, key) => at[key], document)
    : node

const jsonSchema = (body) => body?.content?.['application/json']?.schema

const answerSchemas = (name, document, operationsOf) =>
  operationsOf(document).flatMap(({ operationId, method, path }) =>
    Object.entries(document.paths[path][method.toLowerCase()].responses).flatMap(([status, response]) => {
      const schema = jsonSchema(resolve(document, response))
      return schema ? [[`${name}_${operationId}_${status}`, schema]] : []
    }),
  )

/** The bodies that are posted to receivers, by topic. */
const webhookSchemas = (name, document) =>
  Object.entries(document.webhooks ?? {}).map(([topic, { post }]) => [
    `${name}_webhook_${topic}`,
    jsonSchema(post.requestBody),
  ])

const sentSchemas = (name, document, operationsOf) => [
  ...answerSchemas(name, document, operationsOf),
  ...webhookSchemas(name, document),
]

/** True when every value that can arrive satisfies it: there is nothing to check. */
const takesAnything = ({ in: where, required, schema }) =>
  schema.type === 'string' &&
  Object.keys(schema).every((key) => key === 'type' || (where === 'path' && key === 'minLength')) &&
  (where === 'path' || !required)

/** One schema per operation that takes a body; its name says whether the body may be left out. */
const bodySchemas = (name, document, operationsOf) =>
  operationsOf(document).flatMap(({ operationId, method, path }) => {
    const { requestBody } = document.paths[path][method.toLowerCase()]
    const schema = requestBody && jsonSchema(resolve(document, requestBody))
    return schema ? [[`${name}_${operationId}_${requestBody.required ? 'body' : 'optionalBody'}`, schema]] : []
  })

/** One schema per operation that asks anything of its path or query. */
const parameterSchemas = (name, document, operationsOf) =>
  operationsOf(document).flatMap(({ operationId, method, path }) => {
    const item = document.paths[path]
    const parameters = [...(item.parameters ?? []), ...(item[method.toLowerCase()].parameters ?? [])]
      .map((parameter) => resolve(document, parameter))
      .filter((parameter) => ['path', 'query'].includes(parameter.in) && !takesAnything(parameter))
    if (parameters.length === 0) return []
    const part = (where) => {
      const those = parameters.filter((parameter) => parameter.in === where)
      return {
        type: 'object',
        properties: Object.fromEntries(those.map((p) => [p.name, p.schema])),
        required: those.filter((p) => p.required).map((p) => p.name),
      }
    }
    const schema = { type: 'object', properties: { path: part('path'), query: part('query') } }
    return [[`${name}_${operationId}`, schema]]
  })

const requestSchemas = (...input) => [...parameterSchemas(...input), ...bodySchemas(...input)]

const compile = (documents, schemasOf, operationsOf, { change, most }) => {
  const ajv = newAjv()
  const exported = {}
  for (const [name, document] of Object.entries(documents)) {
    ajv.addSchema(mapDeep({ components: document.components }, change), `doc:${name}`)
    const absolute = (node) => (node.$ref ? { ...node, $ref: `doc:${name}${node.$ref}` } : node)
    for (const [id, schema] of schemasOf(name, document, operationsOf)) {
      ajv.addSchema({ ...mapDeep(mapDeep(schema, change), absolute), $id: id })
      exported[id] = id
    }
  }
  return bundle(standaloneCode(ajv, exported), most)
}

/** @returns path → code of the answer and the request validators of every operation */
export const compileValidators = async (documents, operationsOf) => ({
  'server/openapi/generated/answer-validators.js': await compile(documents, sentSchemas, operationsOf, {
    change: closeObjects,
    most: unbounded,
  }),
  'server/openapi/generated/request-validators.js': await compile(documents, requestSchemas, operationsOf, {
    change: (node) => node,
    most: mostErrors,
  }),
})

/** The validator of one schema with its errors in full, exported by that name. */
export const compileSchemaValidator = (schema, name) => {
  const ajv = newAjv({ verbose: true })
  ajv.addSchema(schema)
  return bundle(standaloneCode(ajv, { [name]: schema.$id }), mostErrors)
}
