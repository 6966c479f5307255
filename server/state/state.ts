import type { EventEmitter } from 'node:events'
import type { Application, SignaturePolicy } from '../auth/application.js'
import type { Claim } from '../auth/claim.js'
import type { KnownCaller } from '../auth/known-caller.js'
import type { ClockChange } from '../base/clock.js'
import type { Maybe } from '../base/maybe.js'
import type { FaceRegister } from '../engine/model/face-register.js'
import type { Session } from '../engine/model/session.js'
import type {
  Attempt,
  Delivery,
  DeliveryStatus,
  NewDelivery,
  OwnerFilter,
  PlannedDelivery,
} from '../engine/notifications/delivery.js'
import type { ResponseConfig } from '../engine/sandbox/response-config.js'
import type { CountedFault, FaultRule, ScenarioCounts } from '../faults/fault.js'
import type { Entry, Opening } from '../journal/entry.js'
import type { NextSession } from './next-session.js'
import type { Snapshot } from './snapshot.js'

/*
 * Everything that changes while the server runs. Only interfaces: what comes and goes is plain data, so that it can be
 * kept in this process (state/memory) or elsewhere. A request loads once, decides, and commits at most once.
 */

/** What a request is about, as far as that is known before anything is loaded. */
export type ContextKey = {
  readonly claim: Pick<Claim, 'access' | 'sdkId' | 'bearer' | 'clientToken' | 'nonce'>
  readonly operation: string
  readonly sessionId: string | undefined
  /**
   * Given when the request is about applicants and pools: the ids of those that it names. What one of them belongs to is
   * loaded: the register that everybody shares, if it is there, else the caller's own.
   */
  readonly faces?: readonly string[]
}

/** The applicants and pools of an application, and their version; 0 when there are none yet. */
export type StoredFaces = { readonly register: FaceRegister; readonly version: number }

/** A created session, its version, and the time by the clock of its application. */
export type StoredSession = { readonly session: Session; readonly version: number; readonly now: number }

/** Everything that a request may read. */
export type RequestContext = {
  readonly caller: KnownCaller
  /** The created session; named sessions are computed. */
  readonly stored: StoredSession | undefined
  /** Of a session that has an owner: the owner's policy. */
  readonly ownerPolicy: SignaturePolicy | undefined
  /** By the clock that nothing moves, which named sessions follow. */
  readonly unmoved: number
  /** The scenario of sessions that name none, and what the sandbox finds in them. */
  readonly defaults: { readonly scenario: string; readonly responses: ResponseConfig | undefined }
  /** The oldest choice that fits the caller. */
  readonly nextSession: (NextSession & { readonly id: number }) | undefined
  /** When the request is about them. */
  readonly faces: StoredFaces | undefined
  readonly faults: readonly CountedFault[]
  /** Those of the session, or of the caller's application and the operation. */
  readonly scenarioCounts: readonly ScenarioCounts[]
  /** Of the choices, rules and counts together. */
  readonly version: number
}

/** What a change relies on: none of it may have changed since it was loaded. A session that is not there has version 0. */
export type Read = {
  readonly stored?: { readonly version: number } | undefined
  readonly faces?: { readonly version: number } | undefined
  readonly version?: number
}

/** What a request writes. */
export type Changes = {
  session?: { readonly put: Session } | { readonly remove: string }
  /** The id of the choice that was used once. */
  usedNextSession?: number
  /** New counts of rules. */
  faultCounts?: readonly Pick<CountedFault, 'id' | 'matched' | 'applied'>[]
  /** New counts of a scenario's rules; without rules they are forgotten. */
  scenarioCounts?: ScenarioCounts
  /** What the sandbox finds in the sessions of an application from now on. */
  responses?: { readonly sdkId: string; readonly config: ResponseConfig }
  /** The applicants and pools of an application, or of everybody, from now on. */
  faces?: FaceRegister
  /** A nonce that the application sent. */
  nonce?: { readonly sdkId: string; readonly nonce: string }
  token?: { readonly token: string; readonly sdkId: string; readonly expiresAt: number }
}

/** What a clock shows, and what the clock shows that nothing moves. */
export type ClockReading = { readonly now: number; readonly frozen: boolean; readonly unmoved: number }

/** A rule of a scenario, and what it was counted for: a session, or an application's calls that are about none. */
export type ScenarioFault = CountedFault & {
  readonly scenario: string
  readonly sessionId?: string
  readonly sdkId?: string
}

/** A provider state as a verifier names it, when it sets it up and when it tears it down. */
export type AskedState = { readonly name: string; readonly params: Readonly<Record<string, unknown>> }

/** In how many milliseconds something is due for a session; nothing when its clock stands still or nothing is planned. */
export type DueWait = { readonly sessionId: string; readonly ms: number | undefined }

/**
 * What happened: a session was kept or is gone; a clock was moved, an application's or every one; the status of a delivery
 * has changed; a request was answered; rules of faults or their counts have changed; what is known of applications, or
 * which scenario is chosen, has; the journal was cleared, or everything reset, of an application or all.
 */
export type StateChanges = {
  readonly kept: [session: Session]
  readonly removed: [sessionId: string]
  readonly clock: [sdkId?: string]
  readonly delivery: [delivery: Delivery]
  readonly request: [entry: Entry]
  readonly faults: []
  readonly applications: []
  readonly cleared: [sdkId?: string]
  readonly reset: [sdkId?: string]
  /** Anything may have happened that this process was not told of. */
  readonly missed: []
}

/**
 * What this process has to do: what was kept here is to be planned, what waits is to be sent, what is due by a clock that was
 * moved here is to be handed out. Of several that share a state, one has to.
 */
export type StateTasks = Pick<StateChanges, 'kept' | 'removed' | 'clock' | 'delivery'> & {
  /** Something waits in a session, and nobody works on it. */
  readonly waiting: [sessionId: string]
  /** These sessions are to wait no longer for their next attempt. */
  readonly retry: [sessionIds: readonly string[]]
}

export type State = {
  readonly load: (key: ContextKey) => Maybe<RequestContext>
  /** All or nothing. @returns false when something that it relies on has changed: load and decide again */
  readonly commit: (read: Read, changes: Changes) => Maybe<boolean>
  /** Never waited for: a request is not slower for being recorded. */
  readonly journal: {
    /**
     * Begins the entry of a request. The caller goes on to note in it what it finds; until the entry is closed, a list in
     * the same process shows that.
     */
    readonly open: (opening: Opening) => Entry
    /** Keeps what became of it. */
    readonly close: (entry: Entry) => void
    /** The oldest first. */
    readonly list: () => Maybe<readonly Entry[]>
    /** Whether a request had to make room, of an application or of any, that came after the entry `since`. */
    readonly hasForgotten: (of: { readonly sdkId?: string; readonly since?: number }) => Maybe<boolean>
    readonly clear: (sdkId?: string) => Maybe<void>
  }
  readonly sessions: {
    /** The created sessions that are still kept, the newest first. */
    readonly list: () => Maybe<readonly StoredSession[]>
    readonly find: (sessionId: string) => Maybe<StoredSession | undefined>
  }
  /** Clocks of applications; without an sdkId, the one that the others share. */
  readonly clocks: {
    readonly read: (sdkId?: string) => Maybe<ClockReading>
    /** Changes an application's clock, or every one. */
    readonly change: (sdkId: string | undefined, change: ClockChange) => Maybe<void>
    /** The furthest of the clocks that a change is about, and whose it is. */
    readonly furthest: (sdkId?: string) => Maybe<{ readonly sdkId?: string; readonly now: number }>
  }
  readonly applications: {
    readonly find: (sdkId: string) => Maybe<Application | undefined>
    /** In the order in which they were first known; the demo application is the first. */
    readonly list: () => Maybe<readonly Application[]>
    /** Changes what is known of an application, or adds it. */
    readonly put: (sdkId: string, change: Partial<Omit<Application, 'sdkId'>>) => Maybe<Application>
    /** What holds for applications that have nothing of their own. */
    readonly defaults: () => Maybe<{ readonly scenario: string; readonly policy: SignaturePolicy }>
    readonly setDefaultScenario: (scenario: string) => Maybe<void>
  }
  readonly faults: {
    /** @returns nothing when there are too many already; those that are spent make room */
    readonly add: (rule: FaultRule) => Maybe<CountedFault | undefined>
    /** In the order in which they were added: those of an application, or all. */
    readonly list: (sdkId?: string) => Maybe<readonly CountedFault[]>
    readonly listOfScenarios: (sdkId?: string) => Maybe<readonly ScenarioFault[]>
    readonly find: (id: string) => Maybe<CountedFault | undefined>
    readonly remove: (id: string) => Maybe<void>
    /** Forgets the rules of an application and what was counted for it, or all. */
    readonly clear: (sdkId?: string) => Maybe<void>
  }
  readonly faceRegisters: {
    /** The register that holds one of these ids and that everybody shares, else that of the application. */
    readonly find: (sdkId: string | undefined, ids: readonly string[]) => Maybe<StoredFaces>
  }
  readonly nextSessions: { readonly add: (next: NextSession) => Maybe<void> }
  /** The sessions that provider states have handed out and that nobody has torn down yet. */
  readonly providerStateSessions: {
    readonly keep: (state: AskedState, sessionId: string) => Maybe<void>
    /** The session that was handed out first for a state; it is not known any more. */
    readonly take: (state: AskedState) => Maybe<string | undefined>
  }
  readonly deliveries: {
    /** Replaces what is to be sent about a session, as it was kept, but for what was handed out. */
    readonly plan: (session: Session, planned: readonly PlannedDelivery[]) => Maybe<void>
    /**
     * Has what is due wait for its turn: of a session, of an application, or all; the earliest first. One that is too
     * much has failed.
     */
    readonly claimDue: (
      of: OwnerFilter,
    ) => Maybe<{ readonly queued: readonly Delivery[]; readonly waits: readonly DueWait[] }>
    /** The delivery of a session whose turn it is, unless it is held back. Nobody else gets it meanwhile. */
    readonly claimNext: (sessionId: string) => Maybe<Delivery | undefined>
    /** Work on what waits in a session broke off because the state was away: it is woken again when it is back. */
    readonly giveUp: (sessionId: string) => void
    /** Keeps one that waits for no turn. */
    readonly add: (delivery: NewDelivery) => Maybe<Delivery>
    /** Takes one out of its turn: it is sent at once. */
    readonly withdraw: (id: number) => Maybe<void>
    /** Adds an attempt; `waiting` when another one follows. @returns nothing when the delivery was forgotten */
    readonly record: (
      id: number,
      attempt: Attempt,
      status: Exclude<DeliveryStatus, 'held'>,
    ) => Maybe<Delivery | undefined>
    /** The oldest first. */
    readonly list: (of: OwnerFilter) => Maybe<readonly Delivery[]>
    readonly find: (id: number) => Maybe<Delivery | undefined>
    /** Keeps back what waits and what comes, until it is released. */
    readonly hold: (of: OwnerFilter) => Maybe<void>
    /**
     * Ends the holds of a session, of an application, or all; what they kept back waits again.
     * @returns the deliveries of it that were held, as they are now: another hold may still keep some back
     */
    readonly release: (of: OwnerFilter) => Maybe<readonly Delivery[]>
    /** Ends the wait for the next attempt in these sessions. */
    readonly retry: (sessionIds: readonly string[]) => Maybe<void>
  }
  /** Whichever process it happened in. */
  readonly changes: EventEmitter<StateChanges>
  readonly tasks: EventEmitter<StateTasks>
  readonly snapshots: {
    /** What is remembered now, of an application or all; see {@link Snapshot}. */
    readonly take: (sdkId?: string) => Maybe<Snapshot>
    /** Forgets what a reset forgets, of the snapshot's application or all, and remembers the snapshot in its place. */
    readonly restore: (snapshot: Snapshot) => Maybe<void>
  }
  /** Forgets what belongs to an application, or everything but keys and policies. */
  readonly reset: (sdkId?: string) => Maybe<void>
  readonly close: () => Promise<void>
}
