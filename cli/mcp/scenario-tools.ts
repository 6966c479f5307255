import { UsageError } from '../../server/base/errors.js'
import type { ControlClient } from '../../server/client/control-client.js'
import { about, cap, given, integer, list, object, oneOf, type Tool, text, tool, upTo } from './tool.js'

type Summary = Awaited<ReturnType<ControlClient['scenarios']['list']>>[number]

type Search = {
  id?: string
  text?: string
  outcome?: string
  check?: string
  reason?: string
  group?: string
  limit?: number
}

const hasText = (values: readonly string[], wanted: string) =>
  wanted
    .toLowerCase()
    .split(/\s+/)
    .every((word) => values.some((value) => value.toLowerCase().includes(word)))

/** Those whose id has the words come first, the shortest id of them before the others. */
const byId = (found: readonly Summary[], wanted: string | undefined): readonly Summary[] => {
  if (wanted === undefined) return found
  const rank = ({ id }: Summary) => (hasText([id], wanted) ? id.length : 1000)
  return found.toSorted((one, other) => rank(one) - rank(other))
}

const findScenarios = tool<Search>({
  name: 'find_scenarios',
  title: 'Find scenarios',
  description:
    'The results that the mock can give. Search by words, outcome, check, reason or group; or give an id for one scenario with the answer of GET /sessions/{id}, its session URL and its base URL.',
  input: {
    properties: {
      id: about('one scenario, such as profile-mismatch'),
      text: about('words of its id, title or use'),
      outcome: about('a recommendation or state: APPROVE, REJECT, NOT_AVAILABLE, EXPIRED, ONGOING'),
      check: about('the type of a check that is not approved, such as ID_DOCUMENT_AUTHENTICITY'),
      reason: about('the reason of a check, such as TAMPERED'),
      group: about('the folder of its file, such as counter'),
      limit: upTo(50, 'at most so many; 10 unless said'),
    },
  },
  output: {
    properties: { scenarios: list, left_out: integer, scenario: object, session_url: text, base_url: text },
    required: [],
  },
  hints: { readOnlyHint: true },
  run: async (asked, { control, apiUrl, scenarioUrl }) => {
    if (asked.id !== undefined) {
      const scenario = await control.scenarios.get(asked.id)
      return { scenario, session_url: `${apiUrl}/sessions/${scenario.session_id}`, base_url: scenarioUrl(asked.id) }
    }
    const found = (await control.scenarios.list()).filter(
      ({ id, title, use_when, group, shape, checks }) =>
        (asked.text === undefined || hasText([id, title, use_when], asked.text)) &&
        (asked.group === undefined || group === asked.group) &&
        (asked.outcome === undefined || shape.includes(asked.outcome.toUpperCase())) &&
        (asked.check === undefined ||
          checks.some(({ type, recommendation }) => type === asked.check && recommendation !== 'APPROVE')) &&
        (asked.reason === undefined || checks.some(({ reason }) => reason === asked.reason)),
    )
    const { shown, left_out } = cap(byId(found, asked.text), asked.limit ?? 10)
    return {
      scenarios: shown.map(({ id, title, use_when, shape, provenance, session_id }) => ({
        id,
        title,
        use_when,
        shape,
        provenance,
        session_id,
      })),
      left_out,
    }
  },
})

type Choice = { scenario: string; scope: 'next' | 'application' | 'server'; sdkId?: string; times?: number }

const chooseScenario = tool<Choice>({
  name: 'choose_scenario',
  title: 'Choose what the next sessions become',
  description:
    'Which scenario a session gets that the code under test creates: the next one (times for more), every one of an application, or every one of the server.',
  input: {
    properties: {
      scenario: about('its id'),
      scope: oneOf(['next', 'application', 'server'], 'for which sessions'),
      sdkId: about('the application; required for application'),
      times: upTo(1000, 'for next: for so many sessions; one unless said'),
    },
    required: ['scenario', 'scope'],
  },
  output: { properties: { holds: text, scenario: text, sdkId: text, times: integer }, required: ['holds', 'scenario'] },
  hints: { readOnlyHint: false, destructiveHint: false },
  run: async ({ scenario, scope, sdkId, times }, { control }) => {
    if (scope === 'next') {
      const next = await control.nextSession({ scenario, ...given({ sdkId, times }) })
      return { holds: `for the next ${next.times} created ${next.times === 1 ? 'session' : 'sessions'}`, ...next }
    }
    if (scope === 'server') return { holds: 'until a reset', ...(await control.defaults.set({ scenario })) }
    if (sdkId === undefined) throw new UsageError('application needs sdkId')
    await control.applications.put(sdkId, { scenario })
    return { holds: 'for sessions of this application', scenario, sdkId }
  },
})

export const scenarioTools: readonly Tool[] = [findScenarios, chooseScenario]
