import type { FaceRegister } from '../../engine/model/face-register.js'
import type { StoredFaces } from '../state.js'

/** The register that everybody shares has no application's id. */
const keyOf = (sdkId: string | undefined): string => sdkId ?? ''

const holds = ({ applicants, pools }: FaceRegister, ids: readonly string[]) =>
  [...applicants, ...pools].some(({ id }) => ids.includes(id))

/** Applicants and pools, by the application that they belong to. */
export class FaceRegisters {
  readonly #kept = new Map<string, StoredFaces>()

  find(sdkId: string | undefined, ids: readonly string[]): StoredFaces {
    const shared = this.#kept.get(keyOf(undefined))
    if (shared !== undefined && holds(shared.register, ids)) return shared
    const register = { ...(sdkId !== undefined && { sdkId }), applicants: [], pools: [] }
    return this.#kept.get(keyOf(sdkId)) ?? { register, version: 0 }
  }

  versionOf({ sdkId }: FaceRegister): number {
    return this.#kept.get(keyOf(sdkId))?.version ?? 0
  }

  put(register: FaceRegister): void {
    this.#kept.set(keyOf(register.sdkId), { register, version: this.versionOf(register) + 1 })
  }

  list(): readonly FaceRegister[] {
    return [...this.#kept.values()].map(({ register }) => register)
  }

  /** Forgets the applicants and pools of an application, or all. */
  clear(sdkId?: string): void {
    // The version goes on, so that nobody who has read takes the new register for the old one.
    for (const { register } of this.#kept.values())
      if (sdkId === undefined || register.sdkId === sdkId) this.put({ ...register, applicants: [], pools: [] })
  }
}
