import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { quote } from '../core/action.js'
import { ApiError, get } from '../core/api.js'
import { deliveries } from '../core/data.js'
import { go, linkWith, parameter } from '../core/route.js'
import { deliveryTones } from '../core/tones.js'
import type { Delivery } from '../core/types.js'
import { ActionButton } from '../ui/action-button.js'
import { Badge, Status } from '../ui/badge.js'
import { Body, Headers } from '../ui/body.js'
import { Code } from '../ui/code.js'
import { SessionLink } from '../ui/id.js'
import { Name } from '../ui/name.js'
import { Problem } from '../ui/problem.js'
import { Tabs } from '../ui/tabs.js'
import { Relative, Time } from '../ui/time.js'

const asCurl = ({ endpoint, headers, body }: Delivery) =>
  [
    `curl -i -X POST ${quote(endpoint)}`,
    ...Object.entries(headers)
      .filter(([name]) => !/^(?:host|content-length|connection|user-agent|accept)$/i.test(name))
      .map(([name, value]) => `-H ${quote(`${name}: ${value}`)}`),
    `-d ${quote(JSON.stringify(body))}`,
  ].join(' \\\n  ')

const Attempts = ({ delivery: { attempts, status, due } }: { delivery: Delivery }): JSX.Element => (
  <>
    {attempts.length === 0 && <p class="soft">No attempt yet.</p>}
    {attempts.map(({ at, milliseconds, status: answered, answer, error }, index) => (
      <section key={at} class="attempt">
        <h3>
          Attempt {index + 1} <Status status={answered} />{' '}
          <span class="soft">
            <Time at={at} />, {milliseconds.toFixed(0)} ms
          </span>
        </h3>
        {error !== undefined && <p>{error}</p>}
        {answer !== undefined && answer.body !== '' && (
          <Code text={answer.body} what={`the answer to attempt ${index + 1}`} />
        )}
      </section>
    ))}
    {status === 'waiting' && (
      <p>
        {attempts.length === 0 ? 'It is due' : 'The next attempt is due'} <Relative at={due} />.
      </p>
    )}
  </>
)

const tabs = (attempts: number) => [
  { id: 'attempts', label: 'Attempts', count: attempts },
  { id: 'sent', label: 'What is sent' },
  { id: 'code', label: 'Copy as' },
]

/** One webhook: its attempts with what the receiver answered, what is sent, and ways to send it again. */
export const WebhookDetail = ({ id }: { id: string }): JSX.Element => {
  const [delivery, setDelivery] = useState<Delivery>()
  const [error, setError] = useState<ApiError>()
  const summary = deliveries.find(Number(id))
  useEffect(() => {
    get<Delivery>(`/notifications/${encodeURIComponent(id)}`).then(setDelivery, (reason: unknown) =>
      setError(reason instanceof ApiError ? reason : new ApiError(0, 'UNKNOWN', String(reason))),
    )
  }, [id, summary])
  if (delivery === undefined) return error === undefined ? <p class="soft">Reading …</p> : <Problem error={error} />
  const { endpoint, topic, status, sessionId, attempts } = delivery
  const tab = parameter('tab') || 'attempts'
  const again = (label: string, verb: 'send' | 'duplicate') => ({
    label,
    method: 'POST' as const,
    path: `/notifications/${delivery.id}/${verb}`,
    call: `await yoti.control.notifications.${verb}(${delivery.id})`,
    done: 'The receiver was asked; the last attempt says what it answered',
    onDone: (answer: Delivery) => {
      if (verb === 'send') setDelivery(answer)
    },
  })
  return (
    <>
      <dl class="facts">
        <dt>Topic</dt>
        <dd>{topic}</dd>
        <dt>Status</dt>
        <dd>
          <Badge tone={deliveryTones[status]}>{status}</Badge>
        </dd>
        <dt>To</dt>
        <dd>
          <code>
            <Name text={endpoint} />
          </code>
        </dd>
        <dt>Session</dt>
        <dd>
          <SessionLink id={sessionId} />
        </dd>
      </dl>
      <div class="row">
        <ActionButton kind="main" action={again(attempts.length === 0 ? 'Send now' : 'Send again', 'send')} />
        <ActionButton action={again('Duplicate', 'duplicate')} />
      </div>
      <Tabs
        label="About the webhook"
        tabs={tabs(attempts.length)}
        selected={tab}
        onSelect={(next) => go(linkWith({ tab: next }), true)}
      >
        {tab === 'attempts' && <Attempts delivery={delivery} />}
        {tab === 'sent' && (
          <>
            <h3>Body</h3>
            <Body value={delivery.body} what="the body of the webhook" />
            <h3>Headers</h3>
            <Headers headers={delivery.headers} />
          </>
        )}
        {tab === 'code' && <Code text={asCurl(delivery)} language="sh" what="curl to the receiver" />}
      </Tabs>
    </>
  )
}
