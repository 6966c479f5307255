import {
  type Clock,
  type ClockChange,
  type ClockSetting,
  changeSetting,
  neverBack,
  readSetting,
  unmovedSetting,
} from '../../base/clock.js'
import type { ClockSettings } from '../snapshot.js'
import type { ClockReading } from '../state.js'
import type { Answer } from './connection.js'
import { parse, type Store, textsOf } from './store.js'

/** Clocks of applications, kept as settings of the clock that nothing moves. */
export class Clocks {
  readonly #store: Store
  readonly #unmoved: Clock

  constructor(store: Store, clock: Clock) {
    this.#store = store
    this.#unmoved = neverBack(clock)
  }

  unmoved(): number {
    return this.#unmoved.now()
  }

  /** @param own the application's setting, as it was read @param shared that of all others */
  now(own: Answer | undefined, shared: Answer | undefined): number {
    return readSetting(settingOf(own, shared), this.unmoved())
  }

  /** What has to be read to tell an application's time: its own setting, and the shared one. */
  reads(sdkId: string | undefined): readonly [readonly string[], readonly string[]] {
    return [
      ['HGET', this.#store.key(`app:${sdkId ?? ''}`), 'c'],
      ['HGET', this.#store.key('world'), 'c'],
    ]
  }

  async read(sdkId?: string): Promise<ClockReading> {
    const [own, shared] = await this.#store.read(this.reads(sdkId))
    const setting = settingOf(own, shared)
    const unmoved = this.unmoved()
    return { now: readSetting(setting, unmoved), frozen: setting.heldAt !== undefined, unmoved }
  }

  async #all(): Promise<{ readonly shared: ClockSetting; readonly own: ReadonlyMap<string, ClockSetting> }> {
    const [sdkIds, shared] = await this.#store.read([
      ['ZRANGE', this.#store.key('apps'), '0', '-1'],
      ['HGET', this.#store.key('world'), 'c'],
    ])
    const ids = textsOf(sdkIds)
    const settings = await this.#store.read(ids.map((id) => ['HGET', this.#store.key(`app:${id}`), 'c']))
    const own = ids.flatMap((id, at) => {
      const setting = parse<ClockSetting>(settings[at])
      return setting === undefined ? [] : [[id, setting] as const]
    })
    return { shared: settingOf(undefined, shared), own: new Map(own) }
  }

  async furthest(sdkId?: string): Promise<{ readonly sdkId?: string; readonly now: number }> {
    if (sdkId !== undefined) return { sdkId, now: (await this.read(sdkId)).now }
    const { shared, own } = await this.#all()
    const unmoved = this.unmoved()
    return [...own]
      .map(([id, setting]) => ({ sdkId: id, now: readSetting(setting, unmoved) }))
      .reduce<{ sdkId?: string; now: number }>((one, other) => (other.now > one.now ? other : one), {
        now: readSetting(shared, unmoved),
      })
  }

  /** @param message what the others are told in the same step @param touch what marks an application as used */
  async change(
    sdkId: string | undefined,
    change: ClockChange,
    { touch, tell }: { touch: (sdkId: string) => (string | number)[][]; tell: (string | number)[] },
  ): Promise<void> {
    const key = (name: string) => this.#store.key(name)
    if (sdkId !== undefined) {
      await this.#store.update(this.reads(sdkId), ([own, shared]) => {
        const setting = changeSetting(settingOf(own, shared), change, this.unmoved())
        const put = ['HSET', key(`app:${sdkId}`), 'c', JSON.stringify(setting)]
        return { writes: [put, ...touch(sdkId), tell], result: undefined }
      })
      return
    }
    const { own } = await this.#all()
    const ids = [...own.keys()]
    const reads = [['HGET', key('world'), 'c'], ...ids.map((id) => ['HGET', key(`app:${id}`), 'c'])]
    await this.#store.update(reads, ([shared, ...settings]) => {
      const unmoved = this.unmoved()
      const write = (setting: ClockSetting) => JSON.stringify(changeSetting(setting, change, unmoved))
      return {
        writes: [
          ['HSET', key('world'), 'c', write(settingOf(undefined, shared))],
          ...ids.flatMap((id, at) => {
            const setting = parse<ClockSetting>(settings[at])
            return setting === undefined ? [] : [['HSET', key(`app:${id}`), 'c', write(setting)]]
          }),
          tell,
        ],
        result: undefined,
      }
    })
  }

  async reset(sdkId?: string): Promise<void> {
    const key = (name: string) => this.#store.key(name)
    if (sdkId !== undefined) return void (await this.#store.apply([], [['HDEL', key(`app:${sdkId}`), 'c']]))
    const { own } = await this.#all()
    await this.#store.write([
      ['HDEL', key('world'), 'c'],
      ...[...own.keys()].map((id) => ['HDEL', key(`app:${id}`), 'c']),
    ])
  }

  async take(sdkId?: string): Promise<ClockSettings> {
    const { shared, own } = await this.#all()
    if (sdkId !== undefined) return { shared: unmovedSetting, own: [{ sdkId, ...(own.get(sdkId) ?? shared) }] }
    return { shared, own: [...own].map(([id, setting]) => ({ sdkId: id, ...setting })) }
  }

  async restore(
    settings: ClockSettings,
    touch: (sdkId: string) => (string | number)[][],
    sdkId?: string,
  ): Promise<void> {
    const key = (name: string) => this.#store.key(name)
    await this.#store.write([
      ...(sdkId === undefined ? [['HSET', key('world'), 'c', JSON.stringify(settings.shared)]] : []),
      ...settings.own.flatMap(({ sdkId: id, ...setting }) => [
        ['HSET', key(`app:${id}`), 'c', JSON.stringify(setting)],
        ...touch(id),
      ]),
    ])
  }
}

const settingOf = (own: Answer | undefined, shared: Answer | undefined): ClockSetting =>
  parse<ClockSetting>(own) ?? parse<ClockSetting>(shared) ?? unmovedSetting
