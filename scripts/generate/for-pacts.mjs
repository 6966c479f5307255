// openapi.yaml for tools that compare pacts with it.
const base = '/idverify/v1'

/** A schema that any object fits. */
const isOpen = ({ type, additionalProperties, ...more }) =>
  type === 'object' && additionalProperties === true && Object.keys(more).every((key) => key === 'description')

const mapSchemas = (value) => {
  if (Array.isArray(value)) return value.map(mapSchemas)
  if (typeof value !== 'object' || value === null) return value
  if (isOpen(value)) return {}
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, mapSchemas(part)]))
}

/**
 * The document with the base path in its paths, as pacts have it: `openapi-pact-comparator` reads no `servers`. It also closes
 * every object, so that one that is open on purpose becomes a schema that anything fits.
 */
export const forPacts = ({ servers, paths, ...document }) => ({
  ...mapSchemas(document),
  servers: servers.map((server) => ({ ...server, url: server.url.slice(0, -base.length) })),
  paths: Object.fromEntries(Object.entries(paths).map(([path, item]) => [`${base}${path}`, mapSchemas(item)])),
})
