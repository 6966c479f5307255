import type { Application, SignaturePolicy } from '../../auth/application.js'
import { createDemoApplication, demoSdkId } from '../../auth/demo-application.js'
import { day, systemClock } from '../../base/clock.js'
import type { ResponseConfig } from '../../engine/sandbox/response-config.js'
import type { Snapshot } from '../snapshot.js'
import type { Answer } from './connection.js'
import { parse, type Store, textOf, textsOf } from './store.js'

/** What is kept of an application that nobody has changed anything of for so long is forgotten. */
const keptUnused = 90 * day

/** The applications that are known, and what the sandbox finds in their sessions. */
export class Applications {
  readonly #store: Store
  readonly #policy: SignaturePolicy
  readonly #startScenario: string

  constructor(store: Store, policy: SignaturePolicy, scenario: string) {
    this.#store = store
    this.#policy = policy
    this.#startScenario = scenario
  }

  /** Marks an application as used: what is kept of it stays. */
  touch = (sdkId: string): (string | number)[][] => [
    ['ORDER', this.#store.key('apps'), sdkId],
    ['ZADD', this.#store.key('apps-used'), systemClock.now() + keptUnused, sdkId],
  ]

  /** An application, as it was read. */
  read(sdkId: string | undefined, kept: Answer | undefined): Application | undefined {
    return parse<Application>(kept) ?? (sdkId === demoSdkId ? createDemoApplication() : undefined)
  }

  policyOf(application: Application | undefined): SignaturePolicy {
    return application?.signatures ?? this.#policy
  }

  /** @param chosen the default scenario that was set, as it was read */
  scenarioOf(application: Application | undefined, chosen: Answer | undefined): string {
    return application?.scenario ?? textOf(chosen) ?? this.#startScenario
  }

  async find(sdkId: string): Promise<Application | undefined> {
    const [kept] = await this.#store.read([['HGET', this.#store.key(`app:${sdkId}`), 'a']])
    return this.read(sdkId, kept)
  }

  async #ids(): Promise<readonly string[]> {
    const [ids] = await this.#store.read([['ZRANGE', this.#store.key('apps'), '0', '-1']])
    return [demoSdkId, ...textsOf(ids).filter((id) => id !== demoSdkId)]
  }

  async list(): Promise<readonly Application[]> {
    const ids = await this.#ids()
    const kept = await this.#store.read(ids.map((id) => ['HGET', this.#store.key(`app:${id}`), 'a']))
    return ids.flatMap((id, at) => this.read(id, kept[at]) ?? [])
  }

  put(sdkId: string, change: Partial<Omit<Application, 'sdkId'>>): Promise<Application> {
    const key = this.#store.key(`app:${sdkId}`)
    return this.#store.update([['HGET', key, 'a']], ([kept]) => {
      const application = { ...(this.read(sdkId, kept) ?? { sdkId, keys: [] }), ...change }
      return { writes: [['HSET', key, 'a', JSON.stringify(application)], ...this.touch(sdkId)], result: application }
    })
  }

  async defaults(): Promise<{ readonly scenario: string; readonly policy: SignaturePolicy }> {
    const [chosen] = await this.#store.read([['HGET', this.#store.key('world'), 'd']])
    return { scenario: this.scenarioOf(undefined, chosen), policy: this.#policy }
  }

  async setDefaultScenario(scenario: string): Promise<void> {
    await this.#store.apply([], [['HSET', this.#store.key('world'), 'd', scenario]])
  }

  /** What keeps the sandbox's responses of an application. */
  writeResponses(sdkId: string, config: ResponseConfig): (string | number)[][] {
    return [['HSET', this.#store.key(`app:${sdkId}`), 'r', JSON.stringify(config)], ...this.touch(sdkId)]
  }

  /** Forgets the default scenario and the responses of an application, or everybody's. Keys and policies stay. */
  async reset(sdkId?: string): Promise<void> {
    for (const id of sdkId === undefined ? await this.#ids() : [sdkId]) {
      const key = this.#store.key(`app:${id}`)
      await this.#store.update([['HGET', key, 'a']], ([kept]) => {
        const application = parse<Application>(kept)
        const { scenario: _scenario, ...rest } = application ?? { sdkId: id, keys: [] }
        const keeps = application?.scenario === undefined ? [] : [['HSET', key, 'a', JSON.stringify(rest)]]
        return { writes: [['HDEL', key, 'r'], ...keeps], result: undefined }
      })
    }
    if (sdkId === undefined) await this.#store.apply([], [['HDEL', this.#store.key('world'), 'd']])
  }

  async take(sdkId?: string): Promise<Pick<Snapshot, 'scenario' | 'applications' | 'responses'>> {
    const ids = (await this.#ids()).filter((id) => sdkId === undefined || id === sdkId)
    const reads = ids.map((id) => ['HGET', this.#store.key(`app:${id}`), 'r'])
    const [chosen, ...responses] = await this.#store.read([['HGET', this.#store.key('world'), 'd'], ...reads])
    const scenario = sdkId === undefined ? textOf(chosen) : undefined
    return {
      ...(scenario !== undefined && { scenario }),
      applications: (await this.list()).filter((application) => ids.includes(application.sdkId)),
      responses: ids.flatMap((id, at) => {
        const config = parse<ResponseConfig>(responses[at])
        return config === undefined ? [] : [{ sdkId: id, config }]
      }),
    }
  }

  async restore({
    scenario,
    applications,
    responses,
  }: Pick<Snapshot, 'scenario' | 'applications' | 'responses'>): Promise<void> {
    await this.#store.write([
      ...(scenario === undefined ? [] : [['HSET', this.#store.key('world'), 'd', scenario]]),
      ...applications.flatMap((application) => [
        ['HSET', this.#store.key(`app:${application.sdkId}`), 'a', JSON.stringify(application)],
        ...this.touch(application.sdkId),
      ]),
      ...responses.flatMap(({ sdkId, config }) => this.writeResponses(sdkId, config)),
    ])
  }
}
