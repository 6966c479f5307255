import { fromJsonSchema, McpServer } from '@modelcontextprotocol/server'
import { UsageError } from '../../server/base/errors.js'
import { assertKnownNames } from '../../server/base/known-names.js'
import { packageVersion } from '../../server/base/package-files.js'
import { ControlError } from '../../server/client/control-error.js'
import { registerPrompts } from './prompts.js'
import { registerResources } from './resources.js'
import { scenarioTools } from './scenario-tools.js'
import { serverTools } from './server-tools.js'
import { sessionTools } from './session-tools.js'
import type { Driven, Tool } from './tool.js'
import { trafficTools } from './traffic-tools.js'

/** Every tool, in the order in which they are listed. */
export const tools: readonly Tool[] = [...serverTools, ...scenarioTools, ...sessionTools, ...trafficTools]

const instructions =
  'mock-yoti is a local fake of Yoti’s identity-verification API for tests. Call get_status first. Choose a result with find_scenarios; code under test reads it at session_url, or creates a session after choose_scenario. find_requests says why a request was refused.'

type Arguments = Readonly<Record<string, unknown>>

const register = (server: McpServer, { name, title, description, input, output, hints, run }: Tool, driven: Driven) => {
  const inputSchema = fromJsonSchema<Arguments>({ type: 'object', ...input })
  const outputSchema = fromJsonSchema<Arguments>({ type: 'object', ...output })
  const annotations = { ...hints, openWorldHint: false }
  server.registerTool(name, { title, description, inputSchema, outputSchema, annotations }, async (args) => {
    try {
      assertKnownNames(args, Object.keys(input.properties), `the arguments of ${name}`)
      const structuredContent = { ...(await run(args as never, driven)) }
      return { content: [{ type: 'text' as const, text: JSON.stringify(structuredContent) }], structuredContent }
    } catch (error) {
      if (!(error instanceof ControlError || error instanceof UsageError)) throw error
      return { isError: true, content: [{ type: 'text' as const, text: error.message }] }
    }
  })
}

/** The protocol's server: tools, resources and prompts that drive a mock. */
export const createMcpServer = (driven: Driven): McpServer => {
  const server = new McpServer({ name: 'mock-yoti', version: packageVersion() }, { instructions })
  for (const one of tools) register(server, one, driven)
  registerResources(server, driven)
  registerPrompts(server)
  return server
}
