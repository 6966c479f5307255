import { fromJsonSchema, type McpServer } from '@modelcontextprotocol/server'

const say = (text: string) => ({ messages: [{ role: 'user' as const, content: { type: 'text' as const, text } }] })

type Result = { result: string; language?: string }
type Refused = { request_id?: string }

/** Two ways to begin. */
export const registerPrompts = (server: McpServer): void => {
  server.registerPrompt(
    'test_a_result',
    {
      title: 'Test a result',
      description: 'Write a test of how the code handles a result of Yoti',
      argsSchema: fromJsonSchema<Result>({
        type: 'object',
        properties: {
          result: { type: 'string', description: 'What happens, in words: the photo on the document was changed' },
          language: { type: 'string', description: 'Of the code under test' },
        },
        required: ['result'],
      }),
    },
    ({ result, language = 'the project’s language' }) =>
      say(`Write an integration test in ${language} for this result of an identity check: ${result}.

1. Call get_status for the base URLs and read_docs with name agents.
2. Call find_scenarios with words of the result, and again with the id of the scenario that fits best. Prefer one that is documented or observed to one that is invented, and tell me which you took and why.
3. Write the test: the code under test reads the session by the scenario's own id, or creates one after choose_scenario with scope next. Assert what the code decides, not what Yoti answers.
4. Run it, then call verify_requests to see that the code asked what it should have.`),
  )
  server.registerPrompt(
    'why_refused',
    {
      title: 'Why was this refused?',
      description: 'Find out why a request was refused, and mend the code that sent it',
      argsSchema: fromJsonSchema<Refused>({
        type: 'object',
        properties: {
          request_id: { type: 'string', description: 'Its number in the journal; the last refused one unless given' },
        },
      }),
    },
    ({ request_id }) =>
      say(`Find out why ${request_id === undefined ? 'the last request with a status of 400 or more' : `request ${request_id}`} was refused.

1. Call find_requests with status 4xx and detail full. Read error, hint, signature.explanation and nearMiss: the hint says what the sender never sees.
2. For a signature call read_docs with name signatures. Compare the string that was signed with the one that was expected.
3. Mend the code that sends the request, send it again, and call find_requests to see that it passes. Do not loosen the mock's policy instead.`),
  )
}
