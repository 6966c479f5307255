import type { Application } from '../auth/application.js'
import type { ClockSetting } from '../base/clock.js'
import type { FaceRegister } from '../engine/model/face-register.js'
import type { Session } from '../engine/model/session.js'
import type { Delivery, OwnerFilter } from '../engine/notifications/delivery.js'
import type { ResponseConfig } from '../engine/sandbox/response-config.js'
import type { CountedFault, ScenarioCounts } from '../faults/fault.js'
import type { NextSession } from './next-session.js'

/** The clocks of applications that were moved or held by themselves, and the one that the others share. */
export type ClockSettings = {
  readonly shared: ClockSetting
  readonly own: readonly (ClockSetting & { readonly sdkId: string })[]
}

/** What is sent about a session: the keys of what was handed out already. */
export type HandedOut = { readonly sessionId: string; readonly keys: readonly string[] }

/** An access token that was issued, and until when it holds by the clock of its application. */
export type AccessToken = { readonly token: string; readonly sdkId: string; readonly expiresAt: number }

/**
 * What a server remembers, or what it remembers of one application, so that another one can go on from there. The journal
 * is no part of it. It holds session tokens, access tokens and the `Authorization` of webhooks, and no private keys.
 */
export type Snapshot = {
  /** By the clock that nothing moves. */
  readonly takenAt: number
  /** The only application that it is about. */
  readonly sdkId?: string
  readonly clocks: ClockSettings
  /** The default scenario, where it was changed. */
  readonly scenario?: string
  readonly applications: readonly Application[]
  readonly responses: readonly { readonly sdkId: string; readonly config: ResponseConfig }[]
  readonly nextSessions: readonly NextSession[]
  /** Missing in a snapshot of a version that had none. */
  readonly faceRegisters?: readonly FaceRegister[]
  readonly faults: readonly CountedFault[]
  readonly scenarioCounts: readonly ScenarioCounts[]
  /** The oldest first. */
  readonly sessions: readonly Session[]
  readonly handedOut: readonly HandedOut[]
  /** The oldest first. */
  readonly deliveries: readonly Delivery[]
  readonly holds: readonly OwnerFilter[]
  /** Handed out by provider states that nobody has torn down. */
  readonly providerStates: readonly { readonly key: string; readonly sessionId: string }[]
  readonly tokens: readonly AccessToken[]
}

/** The clocks of a snapshot for a server whose unmoved clock shows `unmoved`, so that each shows what it showed when it was taken. */
export const clocksAsTaken = ({ clocks, takenAt }: Snapshot, unmoved: number): ClockSettings => {
  const asTaken = <Setting extends ClockSetting>(setting: Setting): Setting => ({
    ...setting,
    aheadMs: setting.aheadMs + takenAt - unmoved,
  })
  return { shared: asTaken(clocks.shared), own: clocks.own.map(asTaken) }
}
