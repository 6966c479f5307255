import { type McpServer, ResourceTemplate, type Variables } from '@modelcontextprotocol/server'
import controlDocument from '../../server/openapi/generated/control.json' with { type: 'json' }
import yotiDocument from '../../server/openapi/generated/yoti.json' with { type: 'json' }
import { listDocs, readDoc } from './docs.js'
import type { Driven } from './tool.js'

const asJson = (uri: URL, value: unknown) => ({
  contents: [{ uri: uri.href, mimeType: 'application/json', text: JSON.stringify(value) }],
})

const nameIn = (variables: Variables, name: string) => decodeURIComponent(String(variables[name]))

const most = 100

/** The documentation, both OpenAPI documents, scenarios and sessions, for clients that read resources. */
export const registerResources = (server: McpServer, { control }: Driven): void => {
  const json = { mimeType: 'application/json' }
  server.registerResource(
    'docs',
    new ResourceTemplate('mock-yoti://docs/{name}', {
      list: async () => ({
        resources: (await listDocs()).map((name) => ({
          uri: `mock-yoti://docs/${name}`,
          name,
          mimeType: 'text/markdown',
        })),
      }),
      complete: { name: async (begun) => (await listDocs()).filter((name) => name.startsWith(begun)) },
    }),
    { title: 'Documentation', description: 'One page of it', mimeType: 'text/markdown' },
    async (uri, variables) => ({
      contents: [{ uri: uri.href, mimeType: 'text/markdown', text: await readDoc(nameIn(variables, 'name')) }],
    }),
  )
  const documents = { openapi: yotiDocument, 'control-openapi': controlDocument }
  const about = { openapi: 'Yoti’s API as the mock answers it', 'control-openapi': 'The control API' }
  for (const name of ['openapi', 'control-openapi'] as const)
    server.registerResource(
      name,
      `mock-yoti://${name}`,
      { title: about[name], description: 'OpenAPI 3.1', ...json },
      async (uri) => asJson(uri, documents[name]),
    )
  server.registerResource(
    'scenario',
    new ResourceTemplate('mock-yoti://scenario/{id}', {
      list: undefined,
      complete: {
        id: async (begun) =>
          (await control.scenarios.list())
            .map(({ id }) => id)
            .filter((id) => id.startsWith(begun))
            .slice(0, most),
      },
    }),
    { title: 'Scenario', description: 'One scenario with the answer that it gives', ...json },
    async (uri, variables) => asJson(uri, await control.scenarios.get(nameIn(variables, 'id'))),
  )
  server.registerResource(
    'session',
    new ResourceTemplate('mock-yoti://session/{id}', { list: undefined }),
    { title: 'Session', description: 'One session as it stands', ...json },
    async (uri, variables) => asJson(uri, await control.sessions.get(nameIn(variables, 'id'))),
  )
}
