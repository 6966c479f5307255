import { readdirSync, readFileSync } from 'node:fs'
import * as apps from 'kubernetes-models/apps/v1'
import * as policy from 'kubernetes-models/policy/v1'
import * as core from 'kubernetes-models/v1'
import { expect, test } from 'vitest'
import { parseAllDocuments } from 'yaml'
import { runCommand } from '../support/command.js'
import { scenarioFiles } from '../support/scenario-files.js'

type Manifest = { apiVersion: string; kind: string; data?: Record<string, string>; [field: string]: unknown }
/** A class of kubernetes-models, which checks an object against Kubernetes' own schema. */
type Model = new (manifest: Manifest) => { validate: () => void }

const folder = new URL('../../deploy/kubernetes/', import.meta.url)
const read = (name: string) =>
  parseAllDocuments(readFileSync(new URL(name, folder), 'utf8')).map((document) => document.toJS() as Manifest)
const manifests = read('mock-yoti.yaml')

/** The value, noting the path of each field until it is read. */
const watched = (value: unknown, at: string, unread: Set<string>): unknown => {
  if (typeof value !== 'object' || value === null) return value
  const fields = Object.entries(value).map(([name, field]) => {
    unread.add(`${at}.${name}`)
    return [name, watched(field, `${at}.${name}`, unread)] as const
  })
  const copy = Array.isArray(value) ? fields.map(([, field]) => field) : Object.fromEntries(fields)
  return new Proxy(copy as object, {
    get: (target, name) => {
      unread.delete(`${at}.${String(name)}`)
      return Reflect.get(target, name)
    },
  })
}

/** What is wrong with a manifest. Kubernetes refuses unknown fields; its schema passes over them, and so never reads them. */
const problemsOf = (manifest: Manifest): string[] => {
  const models = { v1: core, 'apps/v1': apps, 'policy/v1': policy }[manifest.apiVersion] as unknown as
    | Record<string, Model>
    | undefined
  const Kind = models?.[manifest.kind]
  if (Kind === undefined) return [`no ${manifest.apiVersion} ${manifest.kind}`]
  const unread = new Set<string>()
  const model = new Kind(manifest)
  for (const [name, field] of Object.entries(manifest)) Object.assign(model, { [name]: watched(field, name, unread) })
  try {
    model.validate()
  } catch (error) {
    return [(error as Error).message]
  }
  return [...unread].map((field) => `${field} is unknown`)
}

test('every manifest for Kubernetes is as the schemas of Kubernetes say', () => {
  const kinds = readdirSync(folder).map((name) => [name, read(name).map(({ kind }) => kind)])
  expect(Object.fromEntries(kinds)).toEqual({
    'mock-yoti.yaml': ['Secret', 'ConfigMap', 'Deployment', 'Service'],
    'replicas.yaml': ['Deployment', 'Service', 'PodDisruptionBudget'],
  })
  for (const name of readdirSync(folder)) for (const manifest of read(name)) expect(problemsOf(manifest)).toEqual([])
})

test('of two servers one stays when a machine is emptied, and one whose store is away gets no requests and is not restarted', () => {
  const [deployment, service, budget] = read('replicas.yaml') as unknown as readonly {
    readonly spec: {
      readonly replicas: number
      readonly minAvailable: number
      readonly selector: object
      readonly template: {
        readonly metadata: { readonly labels: object }
        readonly spec: { readonly containers: readonly Record<string, object>[] }
      }
    }
  }[]
  const [container] = deployment?.spec.template.spec.containers ?? []
  expect([deployment?.spec.replicas, budget?.spec.minAvailable]).toEqual([2, 1])
  const labels = { 'app.kubernetes.io/name': 'mock-yoti' }
  expect(deployment?.spec.template.metadata.labels).toEqual(labels)
  expect([deployment?.spec.selector, budget?.spec.selector, service?.spec.selector]).toEqual([
    { matchLabels: labels },
    { matchLabels: labels },
    labels,
  ])
  expect(container?.['readinessProbe']).toMatchObject({ httpGet: { path: '/__mock/health', port: 'http' } })
  expect(container?.['livenessProbe']).toMatchObject({ tcpSocket: { port: 'http' } })
  expect(container?.['startupProbe']).toMatchObject({ tcpSocket: { port: 'http' } })
  expect(container?.['ports']).toEqual([{ name: 'http', containerPort: 9684 }])
})

test('a wrong manifest is noticed', () => {
  const deployment = manifests.find(({ kind }) => kind === 'Deployment') as Manifest & { spec: object }
  const changed = (spec: object) => problemsOf({ ...deployment, spec: { ...deployment.spec, ...spec } })
  expect(changed({ replicas: 'one' })).toEqual(['data/spec/replicas must be integer'])
  expect(changed({ replica: 1 })).toEqual(['spec.replica is unknown'])
})

test('its scenario files have no problems', async () => {
  const files = manifests.find(({ kind }) => kind === 'ConfigMap')?.data ?? {}
  await using directory = await scenarioFiles(files)
  expect(await runCommand(['scenarios', 'lint', directory.path])).toEqual({
    code: 0,
    stdout: '1 scenario file: no problems\n',
    stderr: '',
  })
})
