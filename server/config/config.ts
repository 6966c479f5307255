import { type SignaturePolicy, signaturePolicies } from '../auth/application.js'
import type { KeyFile } from '../auth/key-files.js'
import { type LogFormat, logFormats } from '../base/log.js'
import {
  parseCount,
  parseHosts,
  parseKeyFiles,
  parseNumber,
  parseOneOf,
  parseOrigins,
  parsePort,
  parsePrefix,
  parseRetries,
  parseStore,
  parseSwitch,
  parseText,
} from './setting-parsers.js'

/** Everything that can be set when a server is started. */
export type Config = {
  /** The address to listen on. */
  readonly host: string
  /** The port to listen on; 0 picks a free one. */
  readonly port: number
  /** The scenario of created sessions that name none. */
  readonly scenario: string
  /** A directory of scenario files that adds to the built-in ones or overrides them. */
  readonly scenarios: string | undefined
  readonly log: LogFormat
  /** What callers of the control API must send as a bearer token; the control API is open without one. */
  readonly controlToken: string | undefined
  /** Origins whose pages may send requests, beside the pages of this server. */
  readonly allowOrigin: readonly string[]
  /** Names that the server is reached by, beside local ones: for the control API and for pages. */
  readonly allowHost: readonly string[]
  /** Checks every answer against its OpenAPI document; one that does not fit becomes a 500. */
  readonly checkAnswers: boolean
  /** What is done about signatures, for applications without a policy of their own. */
  readonly signatures: SignaturePolicy
  /** Public keys of applications. */
  readonly keys: readonly KeyFile[]
  /** The PEM files of a certificate and its key; https when both are given. */
  readonly tlsCert: string | undefined
  readonly tlsKey: string | undefined
  /** Whether visits of created sessions happen by themselves. */
  readonly visits: 'auto' | 'manual'
  /** Seconds from what makes a visit possible to the visit. */
  readonly visitDelay: number
  /** How many created sessions are kept. */
  readonly maxSessions: number
  /** The only hosts that notifications are sent to; any when empty. */
  readonly notifyAllow: readonly string[]
  /** Whether a receiver's certificate may be anybody's. */
  readonly notifyInsecure: boolean
  /** Seconds that a receiver has to answer. */
  readonly notifyTimeout: number
  /** How often a notification is tried again after a failure that may pass. */
  readonly notifyRetries: number
  /** Seconds that answers and webhooks have to finish when the server is told to end. */
  readonly shutdownTimeout: number
  /** How many requests the journal keeps. */
  readonly journalSize: number
  /** The file that what is remembered is read from at the start, and written to at the end. */
  readonly state: string | undefined
  /** Where several servers share what is remembered: a Redis or Valkey. */
  readonly store: string | undefined
  /** What the names of all keys in it begin with. */
  readonly storePrefix: string
  /** Seconds that it may take to be there at the start. */
  readonly storeWait: number
  /** Whether spans are sent to OpenTelemetry's collector; of the command only. */
  readonly otlp: boolean
  /** What the people and documents of sessions are generated from, beside the session's id. */
  readonly seed: string
}

/** Whether an address to listen on is reached from this machine only. */
export const isLoopback = (host: string): boolean => host === 'localhost' || host === '::1' || /^127\./.test(host)

/** One setting: its default, and its option on the command line. A switch has no `value`; a list can be repeated. */
export type Setting<Value> = {
  readonly value?: string
  readonly help: string
  readonly default: Value
  /** How the help names a default that is no text or number. */
  readonly shown?: string
  /** What a program that starts a server does not set. */
  readonly isOfCommand?: true
  /** Never shown to anybody. */
  readonly isSecret?: true
  /** The option's name, where it is not the setting's. */
  readonly option?: string
  /** @param name how the caller calls the setting, for messages @throws UsageError */
  readonly parse: (text: string, name: string) => Value
}

/** Every setting. A new one is a field of {@link Config} and a row here. */
export const settings: { readonly [Name in keyof Config]: Setting<Config[Name]> } = {
  port: { value: 'PORT', help: 'the port to listen on; 0 picks a free one', default: 9684, parse: parsePort },
  host: { value: 'HOST', help: 'the address to listen on', default: '127.0.0.1', parse: parseText },
  scenario: {
    value: 'ID',
    help: 'the scenario of created sessions that name none',
    default: 'all-approve',
    parse: parseText,
  },
  scenarios: {
    value: 'DIR',
    help: 'scenario files that add to the built-in ones, or replace those of the same name',
    default: undefined,
    shown: 'the built-in ones only',
    parse: parseText,
  },
  log: {
    value: 'FORMAT',
    help: `the log: ${logFormats.join(', ')}`,
    default: 'text',
    parse: parseOneOf(...logFormats),
  },
  controlToken: {
    value: 'TOKEN',
    help: 'what callers of /__mock must send as a bearer token',
    default: undefined,
    isSecret: true,
    shown: 'none, the control API is open',
    parse: parseText,
  },
  allowOrigin: {
    value: 'ORIGIN',
    help: 'take requests from web pages of this origin too, such as http://localhost:3000; repeatable',
    default: [],
    shown: "the server's own pages only",
    parse: parseOrigins,
  },
  allowHost: {
    value: 'NAME',
    help: 'answer the console and /__mock by this name of the host too, such as mock.example.com; repeatable',
    default: [],
    shown: 'addresses and local names only',
    parse: parseHosts,
  },
  checkAnswers: { help: 'check every answer against its OpenAPI document', default: false, parse: parseSwitch },
  signatures: {
    value: 'POLICY',
    help: `what is done about signatures: ${signaturePolicies.join(', ')}`,
    default: 'lenient',
    parse: parseOneOf(...signaturePolicies),
  },
  keys: {
    option: 'key',
    value: 'SDKID=FILE',
    help: 'the public key of an application; repeatable',
    default: [],
    shown: 'the demo key only',
    parse: parseKeyFiles,
  },
  tlsCert: {
    value: 'FILE',
    help: 'serve https with this certificate (PEM)',
    default: undefined,
    shown: 'plain http',
    parse: parseText,
  },
  tlsKey: {
    value: 'FILE',
    help: 'the key of that certificate (PEM)',
    default: undefined,
    shown: 'none',
    parse: parseText,
  },
  visits: {
    value: 'WHEN',
    help: 'auto: created sessions are visited by themselves; manual: when the control API says so',
    default: 'auto',
    parse: parseOneOf('auto', 'manual'),
  },
  visitDelay: {
    value: 'SECONDS',
    help: 'delay before a visit, counted from the instructions (in branch) or from creation (at home)',
    default: 3,
    parse: parseNumber,
  },
  maxSessions: {
    value: 'COUNT',
    help: 'created sessions that are kept; the oldest are removed first',
    default: 10_000,
    parse: parseNumber,
  },
  notifyAllow: {
    value: 'HOST',
    help: 'send notifications to this host only; repeatable',
    default: [],
    shown: 'any host',
    parse: (text) => text.split(',').map((host) => host.trim()),
  },
  notifyInsecure: { help: 'accept any certificate of a receiver of notifications', default: false, parse: parseSwitch },
  notifyTimeout: {
    value: 'SECONDS',
    help: 'how long a receiver of notifications has to answer',
    default: 10,
    parse: parseNumber,
  },
  notifyRetries: {
    value: 'COUNT',
    help: 'attempts after the first one, if the failure may pass; the waits grow to 64 s',
    default: 12,
    parse: parseRetries,
  },
  shutdownTimeout: {
    value: 'SECONDS',
    help: 'how long answers and webhooks that have begun may take when the server is told to end',
    default: 2,
    parse: parseNumber,
  },
  journalSize: {
    value: 'COUNT',
    help: 'requests that the journal keeps; 0 keeps none',
    default: 1000,
    parse: parseCount,
  },
  state: {
    value: 'FILE',
    help: 'read what is remembered from this file at the start, if it is there, and write it there at the end',
    default: undefined,
    shown: 'everything is forgotten',
    parse: parseText,
  },
  store: {
    // It may hold a password.
    isSecret: true,
    value: 'URL',
    help: 'share what is remembered with other servers in this Redis or Valkey, such as redis://user:password@host:6379/0',
    default: undefined,
    shown: 'the memory of this process',
    parse: parseStore,
  },
  storePrefix: {
    value: 'TEXT',
    help: 'what the names of all keys in the store begin with; servers with the same prefix share a state',
    default: 'mock-yoti',
    parse: parsePrefix,
  },
  storeWait: {
    value: 'SECONDS',
    help: 'how long to wait at the start for a store that is not there yet',
    default: 0,
    parse: parseNumber,
  },
  otlp: {
    isOfCommand: true,
    help: 'send spans of requests and webhooks to the collector that OTEL_EXPORTER_OTLP_ENDPOINT names (http://localhost:4318)',
    default: false,
    parse: parseSwitch,
  },
  seed: { value: 'TEXT', help: 'what people and documents are generated from', default: 'mock-yoti', parse: parseText },
}

export type SettingName = keyof Config
/** The names of all settings, in the order of the table. */
export const settingNames: readonly SettingName[] = Object.keys(settings) as SettingName[]

/** The settings of a server that is told nothing. */
export const defaults: Config = Object.assign({}, ...settingNames.map((name) => ({ [name]: settings[name].default })))

/** What a program that starts a server can set. */
export type LibraryConfig = Omit<Config, 'otlp'>
export const librarySettingNames: readonly SettingName[] = settingNames.filter((name) => {
  const { isOfCommand }: Setting<unknown> = settings[name]
  return isOfCommand !== true
})
