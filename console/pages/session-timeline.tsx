import type { JSX } from 'preact'
import { clock } from '../core/data.js'
import { relative } from '../core/format.js'
import { serverNow } from '../core/now.js'
import { linkTo } from '../core/route.js'
import { deliveryTones } from '../core/tones.js'
import type { RequestSummary, SessionEvent, SessionView } from '../core/types.js'
import { Badge, Status } from '../ui/badge.js'
import { Name } from '../ui/name.js'
import { ScrollTable } from '../ui/scroll-table.js'
import { Time } from '../ui/time.js'
import { VerdictBadge } from '../ui/verdict.js'

type Item = {
  readonly at: string
  readonly key: string
  readonly kind: 'event' | 'request' | 'webhook'
  readonly what: JSX.Element
  readonly detail: JSX.Element | string
}

const eventItem = (event: SessionEvent, index: number, when: string): Item => ({
  at: event.at,
  key: `${when} ${index}`,
  kind: 'event',
  what: <strong>{event.type.replaceAll('-', ' ')}</strong>,
  detail: [event.document, event.reason].filter(Boolean).join(', '),
})

const requestItem = (request: RequestSummary): Item => ({
  at: request.at,
  key: `request ${request.id}`,
  kind: 'request',
  what: (
    <a href={linkTo('requests', undefined, { sel: request.id })}>
      <Name text={request.operation ?? `${request.method} ${request.path}`} />
    </a>
  ),
  detail: (
    <>
      <Status status={request.status} /> <VerdictBadge verdict={request.verdict} />
    </>
  ),
})

const webhookItems = ({ deliveries = [] }: SessionView): Item[] =>
  deliveries.map(({ id, topic, due, status, attempts }) => {
    const last = attempts.at(-1)
    const answered =
      last === undefined ? '' : (last.error ?? `answered ${last.status} in ${last.milliseconds.toFixed(0)} ms`)
    return {
      at: last?.at ?? due,
      key: `webhook ${id}`,
      kind: 'webhook',
      what: (
        <a href={linkTo('webhooks', undefined, { sel: id })}>
          <Name text={topic} />
        </a>
      ),
      detail: (
        <>
          <Badge tone={deliveryTones[status]}>{status}</Badge> {answered}
        </>
      ),
    }
  })

const byTime = (a: Item, b: Item) => new Date(a.at).getTime() - new Date(b.at).getTime()

const Row = ({ item, isComing }: { item: Item; isComing: boolean }): JSX.Element => (
  <tr class={isComing ? 'coming' : undefined}>
    <td>{isComing ? <span title={item.at}>{relative(item.at, serverNow())}</span> : <Time at={item.at} />}</td>
    <td class="late">
      <span class={`kind ${item.kind}`}>{item.kind}</span>
    </td>
    <td class="wide what">{item.what}</td>
    <td class="wide">{item.detail}</td>
  </tr>
)

/** What happened and what is to come, requests and webhooks among it, on one axis. */
export const SessionTimeline = ({
  view,
  requests,
}: {
  view: SessionView
  requests: readonly RequestSummary[]
}): JSX.Element => {
  const isFrozen = clock.value.value?.frozen === true
  const hooks = webhookItems(view)
  const now = serverNow()
  const isLater = ({ at }: Item) => new Date(at).getTime() > now
  const created: Item = {
    at: view.created_at,
    key: 'created',
    kind: 'event',
    what: <strong>created</strong>,
    detail: view.scenario,
  }
  const past = [
    created,
    ...view.happened.map((event, index) => eventItem(event, index, 'happened')),
    ...requests.map(requestItem),
    ...hooks.filter((item) => !isLater(item)),
  ].sort(byTime)
  const deadline = {
    at: view.deadline,
    key: 'deadline',
    kind: 'event' as const,
    what: <strong>deadline</strong>,
    detail: 'the session expires',
  }
  const future = [
    ...view.coming.map((event, index) => eventItem(event, index, 'coming')),
    ...hooks.filter(isLater),
    ...(view.state === 'ONGOING' ? [deadline] : []),
  ].sort(byTime)
  return (
    <ScrollTable label="Timeline">
      <table class="flow">
        <caption class="off-screen">What happened to the session and what is to come</caption>
        <thead>
          <tr>
            <th scope="col">At</th>
            <th scope="col" class="late">
              Kind
            </th>
            <th scope="col">What</th>
            <th scope="col">Detail</th>
          </tr>
        </thead>
        <tbody>
          {past.map((item) => (
            <Row key={item.key} item={item} isComing={false} />
          ))}
          <tr class="present">
            <td colSpan={4}>
              now
              {future.length > 0 &&
                (isFrozen
                  ? '; the clock stands still, so nothing below happens until it is moved'
                  : '; what is below happens by itself')}
            </td>
          </tr>
          {future.map((item) => (
            <Row key={item.key} item={item} isComing />
          ))}
        </tbody>
      </table>
    </ScrollTable>
  )
}
