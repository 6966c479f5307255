import type { JSX } from 'preact'
import type { SessionView } from '../core/types.js'
import { Badge, type Tone } from '../ui/badge.js'
import { Name } from '../ui/name.js'
import { ScrollTable } from '../ui/scroll-table.js'

type SubCheck = {
  readonly sub_check?: string
  readonly result?: string
  readonly details?: readonly { readonly name?: string; readonly value?: string }[]
}
type Check = {
  readonly id?: string
  readonly type?: string
  readonly state?: string
  readonly report?: {
    readonly recommendation?: {
      readonly value?: string
      readonly reason?: string
      readonly recovery_suggestion?: string
    }
    readonly breakdown?: readonly SubCheck[]
  }
}

const tones: Readonly<Record<string, Tone>> = {
  APPROVE: 'ok',
  PASS: 'ok',
  REJECT: 'bad',
  FAIL: 'bad',
  NOT_AVAILABLE: 'warn',
}

const Breakdown = ({ breakdown }: { breakdown: readonly SubCheck[] }): JSX.Element => (
  <details>
    <summary>
      {breakdown.length} sub-checks{' '}
      {breakdown.some(({ result }) => result !== 'PASS') && (
        <span class="soft">({breakdown.filter(({ result }) => result !== 'PASS').length} not passed)</span>
      )}
    </summary>
    <ul class="breakdown">
      {breakdown.map(({ sub_check: name, result, details = [] }) => (
        <li key={name}>
          <Badge tone={tones[result ?? ''] ?? 'plain'}>{result}</Badge>{' '}
          <code>
            <Name text={name ?? ''} />
          </code>
          {details.length > 0 && (
            <small>{details.map(({ name: field, value }) => `${field}: ${value}`).join(', ')}</small>
          )}
        </li>
      ))}
    </ul>
  </details>
)

/** The checks of a session as Yoti answers them now. */
export const SessionChecks = ({ view }: { view: SessionView }): JSX.Element => {
  // The answer is Yoti's, which may lack anything.
  const { checks = [] } = view.answer as { checks?: readonly Check[] }
  if (checks.length === 0) return <p class="soft">No check is made yet.</p>
  return (
    <ScrollTable label="Checks">
      <table class="flow wide">
        <caption class="off-screen">Checks</caption>
        <thead>
          <tr>
            <th scope="col">Check</th>
            <th scope="col">State</th>
            <th scope="col">Recommendation</th>
            <th scope="col">Reason</th>
            <th scope="col">Sub-checks</th>
          </tr>
        </thead>
        <tbody>
          {checks.map(({ id, type, state, report }) => (
            <tr key={id}>
              <th scope="row">
                <code>
                  <Name text={type ?? ''} />
                </code>
              </th>
              <td data-label="state">{state}</td>
              <td>
                {report?.recommendation?.value !== undefined && (
                  <Badge tone={tones[report.recommendation.value] ?? 'plain'}>{report.recommendation.value}</Badge>
                )}
              </td>
              <td>
                {report?.recommendation?.reason !== undefined && <Name text={report.recommendation.reason} />}
                {report?.recommendation?.recovery_suggestion !== undefined && (
                  <small>{report.recommendation.recovery_suggestion}</small>
                )}
              </td>
              <td>{report?.breakdown !== undefined && <Breakdown breakdown={report.breakdown} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollTable>
  )
}
