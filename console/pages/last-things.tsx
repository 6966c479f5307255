import type { JSX } from 'preact'
import { deliveries, requests, sessions } from '../core/data.js'
import { linkTo } from '../core/route.js'
import { deliveryTones } from '../core/tones.js'
import { Badge, Status } from '../ui/badge.js'
import { Name } from '../ui/name.js'
import { ScrollTable } from '../ui/scroll-table.js'
import { Time } from '../ui/time.js'
import { VerdictBadge } from '../ui/verdict.js'

type Happening = {
  readonly at: string
  readonly key: string
  readonly what: string
  readonly name: JSX.Element
  readonly detail: JSX.Element | string
}

const happenings = (): Happening[] => {
  const asked = requests.rows.value.slice(0, 20).map(
    (request): Happening => ({
      at: request.at,
      key: `request ${request.id}`,
      what: 'request',
      name: (
        <a href={linkTo('requests', undefined, { sel: request.id })}>
          <Name text={request.operation ?? `${request.method} ${request.path}`} />
        </a>
      ),
      detail: (
        <>
          <Status status={request.status} /> <VerdictBadge verdict={request.verdict} />
        </>
      ),
    }),
  )
  const made = sessions.rows.value.slice(0, 20).map(
    (session): Happening => ({
      at: session.created_at,
      key: `session ${session.session_id}`,
      what: 'session',
      name: (
        <a href={linkTo('sessions', session.session_id)}>
          <Name text={session.scenario} />
        </a>
      ),
      detail: session.stage,
    }),
  )
  const sent = deliveries.rows.value.slice(0, 20).map(
    (delivery): Happening => ({
      at: delivery.last?.at ?? delivery.due,
      key: `webhook ${delivery.id}`,
      what: 'webhook',
      name: (
        <a href={linkTo('webhooks', undefined, { sel: delivery.id })}>
          <Name text={delivery.topic} />
        </a>
      ),
      detail: <Badge tone={deliveryTones[delivery.status]}>{delivery.status}</Badge>,
    }),
  )
  return [...asked, ...made, ...sent].sort((a, b) => new Date(b.at).getTime() - new Date(a.at).getTime()).slice(0, 20)
}

/** Requests, sessions and webhooks, the newest first. */
export const LastThings = (): JSX.Element => {
  const all = happenings()
  return (
    <section class="card" aria-labelledby="last">
      <header>
        <h2 id="last">What happened last</h2>
      </header>
      {all.length === 0 ? (
        <div class="body">
          <p class="soft">Nothing yet. Make a first request above, or run your tests against this server.</p>
        </div>
      ) : (
        <ScrollTable label="What happened last">
          <table class="flow">
            <caption class="off-screen">What happened last</caption>
            <thead class="off-screen">
              <tr>
                <th scope="col">At</th>
                <th scope="col" class="soon">
                  Kind
                </th>
                <th scope="col">What</th>
                <th scope="col">Detail</th>
              </tr>
            </thead>
            <tbody>
              {all.map(({ at, key, what, name, detail }) => (
                <tr key={key}>
                  <td>
                    <Time at={at} />
                  </td>
                  <td class="soon">
                    <span class={`kind ${what}`}>{what}</span>
                  </td>
                  <td class="wide what">{name}</td>
                  <td>{detail}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollTable>
      )}
    </section>
  )
}
