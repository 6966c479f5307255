import { createHash } from 'node:crypto'
import type { BrokerStore, PactContent, Publication } from './store.js'

const template = (href: string) => ({ href, templated: true })

export const named = (title: string, name: string, href: string): object => ({ title, name, href })

export const indexLinks = (base: string): object => ({
  _links: {
    'pb:provider-pacts-for-verification': template(`${base}/pacts/provider/{provider}/for-verification`),
    'pb:pacticipant': template(`${base}/pacticipants/{pacticipant}`),
    'pb:publish-contracts': { href: `${base}/contracts/publish` },
    'pb:environments': { href: `${base}/environments` },
    'pb:pacticipant-version': template(`${base}/pacticipants/{pacticipant}/versions/{version}`),
  },
})

export const pacticipantLinks = (base: string, name: string): object => ({
  name,
  _links: {
    'pb:branch-version': template(`${base}/pacticipants/${name}/branches/{branch}/versions/{version}`),
    'pb:version-tag': template(`${base}/pacticipants/${name}/versions/{version}/tags/{tag}`),
    'pb:version': template(`${base}/pacticipants/${name}/versions/{version}`),
  },
})

export const versionLinks = (base: string, store: BrokerStore, pacticipant: string, number: string): object => ({
  number,
  _links: {
    'pb:record-deployment': store.environments.map(({ name, uuid }) => ({
      name,
      href: `${base}/pacticipants/${pacticipant}/versions/${number}/deployed-versions/environment/${uuid}`,
    })),
  },
})

export const pactLinks = (base: string, { consumer, provider, sha, version }: Publication): { self: object } => {
  const self = `${base}/pacts/provider/${provider}/consumer/${consumer}/pact-version/${sha}`
  return {
    self: { href: self, name: `Pact between ${consumer} (${version}) and ${provider}` },
    ...{
      'pb:consumer': { href: `${base}/pacticipants/${consumer}`, name: consumer },
      'pb:provider': { href: `${base}/pacticipants/${provider}`, name: provider },
      'pb:publish-verification-results': { href: `${self}/verification-results` },
    },
  }
}

/** A broker gives each interaction an id, by which results name it. */
export const interactionsWithIds = ({ interactions }: PactContent): object[] =>
  interactions.map((interaction) => ({
    ...interaction,
    _id: createHash('sha256').update(JSON.stringify(interaction)).digest('hex').slice(0, 40),
  }))
