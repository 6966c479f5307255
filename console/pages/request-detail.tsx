import type { ComponentChildren, JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { ApiError, get } from '../core/api.js'
import { applications, requests, settings } from '../core/data.js'
import { go, linkWith, parameter } from '../core/route.js'
import type { RecordedRequest } from '../core/types.js'
import { asCurl, asFetch, asHar, asTest, asVerification } from '../snippets/request-code.js'
import { Badge, Status } from '../ui/badge.js'
import { Body, Headers } from '../ui/body.js'
import { Code } from '../ui/code.js'
import { ScenarioLink, SessionLink } from '../ui/id.js'
import { Name } from '../ui/name.js'
import { Problem } from '../ui/problem.js'
import { Tabs } from '../ui/tabs.js'
import { Time } from '../ui/time.js'
import { VerdictBadge } from '../ui/verdict.js'
import { SignaturePane } from './signature-pane.js'

type About = { readonly request: RecordedRequest }

const Facts = ({ rows }: { rows: readonly (readonly [string, ComponentChildren])[] }): JSX.Element => (
  <dl class="facts">
    {rows.map(([name, value]) => (
      <>
        <dt>{name}</dt>
        <dd>{value}</dd>
      </>
    ))}
  </dl>
)

const operationAt = (method: string, path: string) => `${method} ${path}`

const Why = ({ request }: About): JSX.Element => {
  const { error, nearMiss, notes = [], fault, signature, matched, status } = request
  const isPlain = error === undefined && nearMiss === undefined && notes.length === 0 && fault === undefined
  return (
    <div class="why">
      {isPlain && (
        <p>
          {matched ? `The operation ${request.operation} answered it` : 'No operation answers it'}
          {status !== undefined && ` with ${status}`}. Nothing is odd about it
          {signature?.explanation === undefined ? '.' : ', but for its signature.'}
        </p>
      )}
      {error !== undefined && (
        <section>
          <h3>What the client saw</h3>
          <p>
            <code>
              <Name text={error.code} />
            </code>{' '}
            {error.message}
          </p>
          {error.errors !== undefined && error.errors.length > 0 && (
            <ul>
              {error.errors.map(({ property, message }) => (
                <li key={`${property} ${message}`}>
                  <code>{property}</code> {message}
                </li>
              ))}
            </ul>
          )}
          {error.hint !== undefined && (
            <div class="hint">
              <h3>What it never sees</h3>
              <p>{error.hint}</p>
            </div>
          )}
        </section>
      )}
      {nearMiss !== undefined && (
        <section>
          <h3>What it may have meant</h3>
          <p>
            <code>
              <Name text={operationAt(nearMiss.method, nearMiss.path)} />
            </code>{' '}
            ({nearMiss.operation}): {nearMiss.difference}
          </p>
        </section>
      )}
      {fault !== undefined && (
        <section>
          <h3>A fault was applied</h3>
          <p>
            <a href="#/faults">{fault.id}</a>:{' '}
            {[fault.status, fault.code, fault.spoil, fault.delay && `${fault.delay} ms late`]
              .filter(Boolean)
              .join(', ')}
          </p>
        </section>
      )}
      {notes.length > 0 && (
        <section>
          <h3>What was chosen or passed over</h3>
          <ul>
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </section>
      )}
      {signature?.explanation !== undefined && error?.hint !== signature.explanation && (
        <section>
          <h3>Its signature</h3>
          <p>{signature.explanation}</p>
        </section>
      )}
    </div>
  )
}

const Sent = ({ request }: About): JSX.Element => {
  const { method, path, query, headers, body, bodySize } = request
  return (
    <>
      <p class="mono line">
        <span class="method">{method}</span> <Name text={path} />
      </p>
      {Object.keys(query).length > 0 && (
        <>
          <h3>Query</h3>
          <Headers headers={query} />
        </>
      )}
      <h3>Body</h3>
      <Body value={body} size={bodySize} what="the body of the request" />
      <h3>Headers</h3>
      <Headers headers={headers} />
    </>
  )
}

const Answered = ({ request }: About): JSX.Element => {
  const { answer, status } = request
  if (answer === undefined)
    return <p class="soft">{status === undefined ? 'Nothing was sent.' : `${status}, no more.`}</p>
  return (
    <>
      <h3>Body</h3>
      <Body value={answer.body} size={answer.bodySize} what="the body of the answer" />
      <h3>Headers</h3>
      <Headers headers={answer.headers} />
    </>
  )
}

const forms: readonly (readonly [string, string, 'sh' | 'js' | 'json', (request: RecordedRequest) => string])[] = [
  ['curl', 'curl, signed as it came', 'sh', (request) => asCurl(request, true)],
  ['unsigned', 'curl, unsigned', 'sh', (request) => asCurl(request, false)],
  ['test', 'a vitest test', 'js', asTest],
  ['fetch', 'fetch', 'js', asFetch],
  ['verify', 'an expectation', 'js', asVerification],
  ['har', 'a HAR entry', 'json', asHar],
]

const AsCode = ({ request }: About): JSX.Element => {
  const [chosen, choose] = useState('curl')
  const [id, label, language, write] = forms.find(([form]) => form === chosen) ?? forms[0] ?? []
  return (
    <>
      <div class="row">
        {forms.map(([form, name]) => (
          <button key={form} type="button" class="small" aria-pressed={form === id} onClick={() => choose(form)}>
            {name.replace(/^an? /, '')}
          </button>
        ))}
      </div>
      {write !== undefined && <Code text={write(request)} language={language ?? 'text'} what={label ?? 'the code'} />}
    </>
  )
}

const tabs = [
  { id: 'why', label: 'Why' },
  { id: 'request', label: 'Request' },
  { id: 'answer', label: 'Answer' },
  { id: 'signature', label: 'Signature' },
  { id: 'code', label: 'Copy as' },
]

const Head = ({ request }: About): JSX.Element => (
  <Facts
    rows={[
      [
        'Answer',
        <>
          <Status status={request.status} />{' '}
          {request.milliseconds === undefined ? 'not finished' : `in ${request.milliseconds.toFixed(1)} ms`}
        </>,
      ],
      ['Operation', request.operation ?? 'none'],
      ['At', <Time key="at" at={request.at} />],
      ['Signature', <VerdictBadge key="v" verdict={request.signature?.verdict} />],
      ...(request.sessionId === undefined
        ? []
        : ([['Session', <SessionLink key="s" id={request.sessionId} />]] as const)),
      ...(request.scenario === undefined
        ? []
        : ([['Scenario', <ScenarioLink key="c" id={request.scenario} />]] as const)),
      ...(request.sdkId === undefined ? [] : ([['Application', <code key="a">{request.sdkId}</code>]] as const)),
      ...(request.fault === undefined
        ? []
        : ([
            [
              'Fault',
              <Badge key="f" tone="warn">
                {request.fault.id}
              </Badge>,
            ],
          ] as const)),
    ]}
  />
)

/** One request: why it was answered so, what came, what was sent, what was signed, and the same as code. */
export const RequestDetail = ({ id }: { id: string }): JSX.Element => {
  const [request, setRequest] = useState<RecordedRequest>()
  const [error, setError] = useState<ApiError>()
  // What is being answered is read again when its answer is known.
  const summary = requests.find(Number(id))
  useEffect(() => {
    applications.want()
    settings.want()
    get<RecordedRequest>(`/requests/${encodeURIComponent(id)}`).then(setRequest, (reason: unknown) =>
      setError(reason instanceof ApiError ? reason : new ApiError(0, 'UNKNOWN', String(reason))),
    )
  }, [id, summary?.milliseconds])
  if (error !== undefined && request === undefined) return <Problem error={error} />
  if (request === undefined) return <p class="soft">Reading …</p>
  const tab = parameter('tab') || 'why'
  return (
    <>
      <p class="mono line">
        <span class="method">{request.method}</span> <Name text={request.path} />
      </p>
      <Head request={request} />
      <Tabs label="About the request" tabs={tabs} selected={tab} onSelect={(next) => go(linkWith({ tab: next }), true)}>
        {tab === 'why' && <Why request={request} />}
        {tab === 'request' && <Sent request={request} />}
        {tab === 'answer' && <Answered request={request} />}
        {tab === 'signature' && <SignaturePane request={request} />}
        {tab === 'code' && <AsCode request={request} />}
      </Tabs>
    </>
  )
}
