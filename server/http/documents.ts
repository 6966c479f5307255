/** The address that the documents are written for. */
const writtenFor = 'http://127.0.0.1:9684'

type Server = { readonly url: string; readonly description?: string }
type Item = { readonly servers?: readonly Server[] }
export type Document = Item & { readonly paths: Readonly<Record<string, Item>> }

/** Servers of this mock at its own address; others, such as Yoti itself, are left out: nobody is to try requests there. */
const ownServers = (servers: readonly Server[], address: string): Server[] =>
  servers
    .filter(({ url }) => url.startsWith(`${writtenFor}/`))
    .map(({ url, ...rest }) => ({
      url: `${address}${url.slice(writtenFor.length)}`,
      ...rest,
      ...(rest.description === 'mock-yoti on its default port' && { description: 'this server' }),
    }))

const withOwnServers = <Part extends Item>(part: Part, address: string): Part =>
  part.servers === undefined ? part : { ...part, servers: ownServers(part.servers, address) }

/** A document whose servers are this one, at the address that was asked. */
export const documentAt = <Of extends Document>(document: Of, address: string): Of => ({
  ...withOwnServers(document, address),
  paths: Object.fromEntries(
    Object.entries(document.paths).map(([path, item]) => [path, withOwnServers(item, address)]),
  ),
})
