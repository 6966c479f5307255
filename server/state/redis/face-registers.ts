import { day } from '../../base/clock.js'
import type { FaceRegister } from '../../engine/model/face-register.js'
import type { Read, StoredFaces } from '../state.js'
import { type Check, type Command, parse, type Store, textsOf } from './store.js'
import { newVersions } from './versions.js'

/** Applicants and pools that nobody has changed for so long are forgotten. */
const keptMs = 90 * day

const holds = ({ applicants, pools }: FaceRegister, ids: readonly string[]) =>
  [...applicants, ...pools].some(({ id }) => ids.includes(id))

/** Applicants and pools, by the application that they belong to. */
export class FaceRegisters {
  readonly #store: Store
  readonly #version = newVersions()

  constructor(store: Store) {
    this.#store = store
  }

  /** The register that everybody shares has no application's id. */
  #key(sdkId = ''): string {
    return this.#store.key(`faces:${sdkId}`)
  }

  async find(sdkId: string | undefined, ids: readonly string[]): Promise<StoredFaces> {
    const reads = [undefined, sdkId].map((owner) => ['HMGET', this.#key(owner), 'v', 'r'])
    const [shared, own] = (await this.#store.read(reads)).map((answer): StoredFaces | undefined => {
      const [version, text] = textsOf(answer)
      const register = parse<FaceRegister>(text)
      return register && { register, version: Number(version) }
    })
    if (shared !== undefined && holds(shared.register, ids)) return shared
    return own ?? { register: { ...(sdkId !== undefined && { sdkId }), applicants: [], pools: [] }, version: 0 }
  }

  /** Keeps a register, if it still is the one that was read. */
  put(register: FaceRegister, read: Read['faces']): [Check[], Command[]] {
    const key = this.#key(register.sdkId)
    const version = read?.version ?? 0
    return [
      [{ command: ['HGET', key, 'v'], expected: version === 0 ? null : String(version) }],
      [
        ['HSET', key, 'v', this.#version(), 'r', JSON.stringify(register)],
        ['PEXPIRE', key, keptMs],
        ['SADD', this.#store.key('faces-of'), register.sdkId ?? ''],
      ],
    ]
  }

  async #owners(): Promise<readonly string[]> {
    const [owners] = await this.#store.read([['SMEMBERS', this.#store.key('faces-of')]])
    return textsOf(owners)
  }

  async list(): Promise<readonly FaceRegister[]> {
    const kept = await this.#store.read((await this.#owners()).map((owner) => ['HGET', this.#key(owner), 'r']))
    return kept.flatMap((text) => parse<FaceRegister>(text) ?? [])
  }

  /** Forgets the applicants and pools of an application, or all. */
  async clear(sdkId?: string): Promise<void> {
    const owners = sdkId === undefined ? await this.#owners() : [sdkId]
    const writes = owners.flatMap((owner) => [
      ['UNLINK', this.#key(owner)],
      ['SREM', this.#store.key('faces-of'), owner],
    ])
    await this.#store.write(writes)
  }
}
