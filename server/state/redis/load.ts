import { callerSdkId } from '../../auth/claim.js'
import type { ResponseConfig } from '../../engine/sandbox/response-config.js'
import { removedAt } from '../../engine/sessions/create.js'
import type { ContextKey, RequestContext, StoredSession } from '../state.js'
import type { Answer } from './connection.js'
import { gather } from './gather.js'
import { oldest, type ReadNext } from './next-sessions.js'
import type { Parts } from './parts.js'
import { groupEnd, type ReadCounts, readCounts } from './scenario-counts.js'
import { parse, type Store, textOf } from './store.js'
import { Tokens } from './tokens.js'

/** What a context was made from: what a change compares. */
export type Loaded = { readonly counts: ReadCounts; readonly next: ReadNext | undefined }

type Kept = readonly (string | null)[] | null

/** An application's keys as the script reads them: what is known of it, its clock, its responses. */
type Candidate = readonly [
  sdkId: string,
  app: Kept,
  next: string | null,
  isNonceSeen: number,
  counts: readonly string[],
]

type Reply = readonly [
  token: string | null,
  world: readonly (string | null)[],
  faults: Answer,
  faultCounts: Answer,
  session: readonly [version: string, owner: string | null, text: string | null, app: Kept] | null,
  candidates: readonly Candidate[],
  next: string | null,
]

/** So many requests are loaded by one run of the script, which others wait for. */
const mostTogether = 32

type LoadDeps = Pick<Parts, 'clocks' | 'sessions' | 'applications' | 'faults' | 'faceRegisters'> & {
  readonly store: Store
}

/** Brings everything that a request may read, in one round trip. */
export const createLoad = (deps: LoadDeps) => {
  const { store, clocks, sessions, applications, faults, faceRegisters } = deps

  const readSession = (session: Reply[4], sessionId: string, shared: string | null): StoredSession | undefined => {
    if (session === null) return undefined
    const [version, , text, app] = session
    const found = sessions.read(sessionId, version, text ?? undefined)
    const now = clocks.now(app?.[1], shared)
    return found === undefined || now >= removedAt(found)
      ? undefined
      : { session: found, version: Number(version), now }
  }

  // The script answers in this shape.
  const loadAll = async (requests: readonly (readonly string[])[]) =>
    (await store.connection.run('load', requests.flat(), requests.length)) as unknown as readonly Reply[]
  const loadOne = gather(loadAll, mostTogether)

  return async (key: ContextKey): Promise<{ context: RequestContext; loaded: Loaded }> => {
    const { claim, sessionId = '' } = key
    const known = sessions.knownVersion(sessionId)
    const args = [claim.sdkId, claim.bearer, sessionId, claim.nonce, groupEnd(key), ...faults.versions, known]
    const reply = await loadOne(args.map((arg) => arg ?? ''))
    const [tokenText, [shared = null, chosen = null, ...versions], rules, ruleCounts, session, candidates, next] = reply
    const of = (sdkId: string | undefined) => candidates.find(([id]) => id === (sdkId ?? ''))
    const appOf = (sdkId: string | undefined) => applications.read(sdkId, of(sdkId)?.[1]?.[0])
    const token = Tokens.read(tokenText ?? undefined)
    const namedPolicy = applications.policyOf(appOf(claim.sdkId))
    const sdkId = callerSdkId(claim, namedPolicy, token?.sdkId)
    const application = appOf(sdkId)
    const [, app, ownNext, isNonceSeen, counts] = of(sdkId) ?? []
    const stored = readSession(session, sessionId, shared)
    const owner = stored?.session.sdkId
    const read = readCounts(counts)
    const choice = oldest(next, ownNext)
    const context: RequestContext = {
      caller: {
        sdkId,
        application,
        policy: namedPolicy === 'off' ? 'off' : applications.policyOf(application),
        namedPolicy,
        token,
        now: clocks.now(app?.[1], shared),
        nonceSeen: isNonceSeen === 1,
      },
      stored,
      ownerPolicy: owner === undefined ? undefined : applications.policyOf(applications.read(owner, session?.[3]?.[0])),
      unmoved: clocks.unmoved(),
      defaults: {
        scenario: applications.scenarioOf(application, chosen),
        responses: parse<ResponseConfig>(textOf(app?.[2])),
      },
      nextSession: choice?.next,
      // A second round trip, for the few requests that are about applicants and pools.
      faces: key.faces && (await faceRegisters.find(sdkId, key.faces)),
      faults: faults.update(versions, rules, ruleCounts),
      scenarioCounts: read.counts,
      // Each rule, count and choice is compared by itself.
      version: 0,
    }
    return { context, loaded: { counts: read, next: choice } }
  }
}
