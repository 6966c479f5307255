import { type Config, isLoopback } from '../server/config/config.js'
import type { Scenario } from '../server/engine/scenarios/scenario.js'

const openLine = '  Control API               open to everybody who reaches this address: --control-token protects it\n'

/** What a newcomer needs next: where it is, how to point an SDK here, which results there are, what to type. */
export const startMessage = (
  url: string,
  { scenario, host, controlToken, scenarios: directory }: Config,
  scenarios: readonly Scenario[],
): string => {
  const api = `${url}/idverify/v1`
  const names = scenarios
    .filter(({ group, provenance }) => group === 'counter' && provenance !== 'invented')
    .map(({ id }) => id)
  const isOpen = controlToken === undefined && !isLoopback(host)
  const named = names.filter((id) => !id.endsWith('-expired'))
  const list = directory === undefined ? 'mock-yoti scenarios' : `mock-yoti scenarios --scenarios ${directory}`
  return `mock-yoti listens on ${url}

  Console                   ${url}/${controlToken === undefined ? '' : '#token=TOKEN'}

  Point your code here      Node              new IDVClient(sdkId, key, { apiUrl: '${api}' })
                            Go, Python, PHP,  YOTI_DOC_SCAN_API_URL=${api}
                            Ruby, .NET
                            Java              -Dyoti.docs.url=${api}
  Named results             ${named.join(', ')}
                            (all ${scenarios.length}: ${list})
  Any session, one result   ${url}/scenario/${scenario === 'all-approve' ? 'profile-mismatch' : scenario}/idverify/v1
  A key for your SDK        mock-yoti keys
${isOpen ? openLine : ''}  Try                       curl ${api}/sessions/${scenario}
`
}
