import type { Server } from 'node:http'
import type { AddressInfo, LookupFunction } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { createAuthenticate } from './auth/authenticate.js'
import { readKeyFiles } from './auth/key-files.js'
import { createKeyReader } from './auth/public-key.js'
import { createAbortController } from './base/abort.js'
import { type Clock, systemClock } from './base/clock.js'
import { UsageError } from './base/errors.js'
import { createProcessFacts, nodeVersion, otherRuntime, runtimeVersions } from './base/host.js'
import { type Ids, randomIds } from './base/ids.js'
import { createLog, type Log } from './base/log.js'
import { packageVersion } from './base/package-files.js'
import { type Config, isLoopback } from './config/config.js'
import type { OtlpSettings } from './config/otlp-settings.js'
import { EventHub } from './control/events/event-hub.js'
import { Tally } from './control/metrics/tally.js'
import { ShapeList } from './control/shape-list.js'
import type { TraceExporter } from './control/traces/trace-exporter.js'
import { builtInScenarios, Catalogue } from './engine/scenarios/catalogue.js'
import { NamedSessions } from './engine/sessions/named-sessions.js'
import { createHttpServer } from './http/app.js'
import { trackConnections } from './http/connections.js'
import { InFlight } from './http/in-flight.js'
import { refuseTunnel, refuseUnreadable } from './http/refuse-unreadable.js'
import { createEncoder } from './http/send.js'
import { loadAnswerCheck, loadNotificationCheck, loadRequestCheck } from './openapi/validators.js'
import { createMemoryState } from './state/memory/index.js'
import type { StateOptions } from './state/options.js'
import type { State } from './state/state.js'
import { loadStateFile, saveStateFile } from './state/state-file.js'
import { startWebhooks } from './webhooks/index.js'

/** What the outside world gives a server. */
export type World = {
  /** Takes one line of the log, without its end. */
  readonly write: (line: string) => void
  readonly clock?: Clock
  readonly ids?: Ids
  /** How names of receivers of notifications become addresses; the system's way unless given. */
  readonly lookup?: LookupFunction
  /** Variables of the environment that look like settings and are not: said once in the log. */
  readonly ignoredVariables?: readonly string[]
  /** Whether scenario files with mistakes are left out, and told by the health check; otherwise they end the start. */
  readonly startsDegraded?: boolean
  /** Where spans of requests and webhooks are sent; nowhere unless given. */
  readonly otlp?: OtlpSettings
  /** Makes what keeps everything that changes; memory unless given. */
  readonly createState?: (options: StateOptions, clock: Clock) => State
}

/** A server that listens. */
export type Running = {
  readonly url: string
  readonly catalogue: Catalogue
  readonly log: Log
  /** The requests that are being answered: id, method and path. */
  readonly inFlight: () => string[]
  /** Finishes the answers and webhooks that have begun, within `shutdownTimeout`, and ends. */
  readonly close: () => Promise<void>
}

const listen = (server: Server, host: string, port: number): Promise<AddressInfo> =>
  new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE'
      reject(
        new UsageError(
          taken
            ? `Port ${port} on ${host} is taken. Stop what uses it, or pick a free one with --port 0`
            : `Cannot listen on ${host}, port ${port}: ${error.code ?? error.message}`,
        ),
      )
    })
    // An address of a TCP server is never a string.
    server.listen(port, host, () => resolve(server.address() as AddressInfo))
  })

const urlOf = ({ address, family, port }: AddressInfo, scheme: string) => {
  const everywhere = address === '0.0.0.0' || address === '::'
  const host = everywhere ? '127.0.0.1' : family === 'IPv6' ? `[${address}]` : address
  return `${scheme}://${host}:${port}`
}

/** What keeps everything that changes. The client of a shared store is loaded when there is one. */
const openState = async (config: Config, world: World, log: Log, catalogue: Catalogue): Promise<State> => {
  const clock = world.clock ?? systemClock
  const { store, state } = config
  if (store === undefined) return (world.createState ?? createMemoryState)(config, clock)
  if (state !== undefined) throw new UsageError('--store keeps the state already; leave --state out')
  const { openRedisState } = await import('./state/redis/index.js')
  return openRedisState({ ...config, store, describeScenarios: () => JSON.stringify(catalogue.list()) }, clock, log)
}

/** Loaded when it is wanted. */
const openTraces = async ({ otlp }: World, log: Log, { changes }: State): Promise<TraceExporter | undefined> => {
  if (otlp === undefined) return undefined
  const traces = new (await import('./control/traces/trace-exporter.js')).TraceExporter(otlp, packageVersion(), log)
  changes.on('delivery', (delivery) => traces.delivery(delivery))
  return traces
}

/** @throws UsageError elsewhere: the HTTP servers of Bun and Deno lose methods, headers, and what broken requests are about */
const assertNodeJs = () => {
  const other = otherRuntime(runtimeVersions)
  if (other !== undefined)
    throw new UsageError(
      `the server needs Node.js 20.19 or newer; this is ${other}. Start it with Node.js (npx mock-yoti), and use connectMockYoti(url) here`,
    )
}

/**
 * Builds a server and listens. The only place that puts the parts together.
 * @throws UsageError when a setting cannot be used: an unknown scenario, a bad directory, a taken port
 */
export const start = async (config: Config, world: World): Promise<Running> => {
  assertNodeJs()
  const log = createLog(config.log, world.write)
  if (world.ignoredVariables !== undefined && world.ignoredVariables.length > 0)
    log.info(`ignored, because they describe a service that is called mock-yoti: ${world.ignoredVariables.join(', ')}`)
  const catalogue = new Catalogue(builtInScenarios())
  let events: EventHub | undefined
  const { scenarios: directory } = config
  const { startsDegraded = false } = world
  const onRead = () => events?.noteScenarios()
  const followed = directory === undefined ? undefined : { directory, catalogue, log, startsDegraded, onRead }
  // Loaded when a directory is given: YAML and watching are most of the start otherwise.
  const stopFollowing =
    followed && (await (await import('./engine/scenarios/follow-directory.js')).followDirectory(followed))
  let opened: State | undefined
  try {
    if (catalogue.find(config.scenario) === undefined)
      throw new UsageError(`--scenario: ${catalogue.describeUnknown(config.scenario)}`)
    const ids = world.ids ?? randomIds
    const state = await openState(config, world, log, catalogue)
    opened = state
    const keyFiles = await readKeyFiles(config.keys)
    const namedSessions = new NamedSessions(catalogue)
    const readKey = createKeyReader()
    const isTls = config.tlsCert !== undefined || config.tlsKey !== undefined
    // Loaded when it is wanted: TLS is a good part of the start otherwise.
    const create = isTls ? await (await import('./http/tls.js')).readTlsFiles(config) : undefined
    const visitPolicy = { visits: config.visits, visitDelayMs: config.visitDelay * 1000 }
    const webhooks = startWebhooks({
      config,
      state,
      log,
      ...(world.lookup && { lookup: world.lookup }),
      ...(config.checkAnswers && { check: await loadNotificationCheck() }),
    })
    const checkRequest = await loadRequestCheck()
    // When somebody listens who sends what waits.
    if (config.state !== undefined) {
      const isFound = await loadStateFile(config.state, { state, catalogue, checkRequest })
      log.info(`${config.state}: ${isFound ? 'the state goes on from there' : 'a new file; the state starts empty'}`)
    }
    for (const { sdkId, keys } of keyFiles) await state.applications.put(sdkId, { keys })
    const shared = { ...state, catalogue, namedSessions, visitPolicy }
    const inFlight = new InFlight()
    const hub = new EventHub({ state, version: packageVersion(), ids, log })
    events = hub
    const tally = new Tally()
    state.changes.on('delivery', (delivery) => tally.delivery(delivery))
    const traces = await openTraces(world, log, state)
    const allowedPages = { allowedOrigins: config.allowOrigin, allowedHosts: config.allowHost }
    const deps = {
      inFlight,
      state,
      catalogue,
      namedSessions,
      visitPolicy,
      ids,
      log,
      readKey,
      authenticate: createAuthenticate({ readKey, listApplications: state.applications.list }),
      control: {
        ...shared,
        dispatcher: webhooks.dispatcher,
        events: hub,
        tally,
        traces,
        shapes: new ShapeList(),
        processFacts: createProcessFacts(),
        config,
        ids,
        version: packageVersion(),
        nodeVersion,
      },
      isTls,
      tally,
      traces,
      access: { token: config.controlToken, isLoopback: isLoopback(config.host), ...allowedPages },
      ...allowedPages,
      pages: { ...shared, allowedOrigins: config.allowOrigin },
      seed: config.seed,
      encode: createEncoder(),
      checkRequest,
      ...(config.checkAnswers && { checkAnswer: await loadAnswerCheck() }),
    }
    const server = createHttpServer(deps, create)
      .on('clientError', refuseUnreadable({ ids, log, inFlight }))
      .on('connect', refuseTunnel({ ids, log, inFlight }))
    const cutConnections = trackConnections(server)
    const url = urlOf(await listen(server, config.host, config.port), isTls ? 'https' : 'http')
    // A server that listens goes on when it cannot take one connection, for example for lack of file descriptors.
    server.on('error', (error) => log.error('a connection could not be taken', error))
    const finish = async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      hub.close()
      const late = createAbortController()
      const timeout = sleep(config.shutdownTimeout * 1000, undefined, { signal: late.signal }).catch(() => undefined)
      await Promise.race([
        inFlight
          .drain()
          .then(webhooks.settled)
          .then(() => traces?.close()),
        timeout,
      ])
      late.abort()
      cutConnections()
      webhooks.close()
      if (config.state !== undefined) await saveStateFile(config.state, state)
      await Promise.all([closed, stopFollowing?.(), state.close()])
    }
    let closing: Promise<void> | undefined
    const close = () => {
      closing ??= finish()
      return closing
    }
    return { url, catalogue, log, inFlight: () => inFlight.requests(), close }
  } catch (error) {
    await opened?.close()
    await stopFollowing?.()
    throw error
  }
}
