import { lookup } from 'node:dns'
import { BlockList, isIP, type LookupFunction } from 'node:net'
import { URL } from 'node:url'
import { UsageError } from '../base/errors.js'

/** A host that nothing is sent to. Trying again does not help. */
export class RefusedAddress extends Error {
  override readonly name = 'RefusedAddress'
}

/** Link-local networks, and the addresses at which clouds hand out credentials. */
const refused = new BlockList()
// AWS, Google, Azure, Oracle, DigitalOcean, OpenStack and others: all in the link-local network.
refused.addSubnet('169.254.0.0', 16)
refused.addSubnet('fe80::', 10, 'ipv6')
// Alibaba, Azure's host, Oracle's older instances.
refused.addAddress('100.100.100.200')
refused.addAddress('168.63.129.16')
refused.addAddress('192.0.0.192')
// AWS (instances, containers, pods), Google, Oracle, Linode, Scaleway.
for (const [network, prefix] of [
  ['fd00:ec2::', 32],
  ['fd20:ce::', 32],
  ['fd00:c1::', 32],
  ['fd00:a9fe:a9fe::', 48],
  ['fd00:42::', 32],
] as const)
  refused.addSubnet(network, prefix, 'ipv6')

/** The eight groups of an IPv6 address. */
const groupsOf = (address: string): number[] => {
  const { hostname } = new URL(`http://[${address}]`)
  const [head = '', tail] = hostname.slice(1, -1).split('::')
  const groups = (text: string) => (text === '' ? [] : text.split(':').map((group) => Number.parseInt(group, 16)))
  const [before, after] = [groups(head), groups(tail ?? '')]
  return [...before, ...Array<number>(8 - before.length - after.length).fill(0), ...after]
}

/** The IPv4 addresses that an IPv6 address may lead to: mapped, compatible, translated (NAT64, SIIT), 6to4 and ISATAP. */
const embeddedIn = (address: string): string[] => {
  const groups = groupsOf(address)
  const ipv4 = (high = 0, low = 0) => `${high >> 8}.${high & 255}.${low >> 8}.${low & 255}`
  const ends = ipv4(groups[6], groups[7])
  const begins = (...prefix: number[]) => prefix.every((group, at) => groups[at] === group)
  if (begins(0x2002)) return [ipv4(groups[1], groups[2])]
  // Networks that run NAT64 themselves choose where the address stands: 96 or 48 bits in (RFC 6052).
  if (begins(0x64, 0xff9b, 1)) return [ends, ipv4(groups[3], (((groups[4] ?? 0) & 255) << 8) | ((groups[5] ?? 0) >> 8))]
  if (begins(0x64, 0xff9b) || begins(0, 0, 0, 0) || (groups[5] === 0x5efe && (groups[4] ?? 0) % 0x200 === 0))
    return [ends]
  return []
}

const isRefused = (address: string): boolean => {
  if (isIP(address) !== 6) return refused.check(address)
  const [withoutZone = ''] = address.split('%')
  return refused.check(withoutZone, 'ipv6') || embeddedIn(withoutZone).some((ipv4) => refused.check(ipv4))
}

/** @throws RefusedAddress for a link-local address and for those of cloud metadata */
const assertAllowed = (host: string, address: string) => {
  if (isRefused(address))
    throw new RefusedAddress(
      `${host === address ? host : `${host} is ${address}, which`} is link-local or cloud metadata: never a receiver`,
    )
}

/**
 * Looks up a host as `lookup` does, and fails when an address of it is refused: the one that was judged is the one that is
 * connected to.
 */
export const guardLookup =
  (resolve: LookupFunction = lookup): LookupFunction =>
  (hostname, options, callback) => {
    resolve(hostname, options, (error, found, family) => {
      try {
        if (error === null)
          for (const { address } of typeof found === 'string' ? [{ address: found }] : found)
            assertAllowed(hostname, address)
        callback(error, found, family)
      } catch (refusal) {
        // Nothing but RefusedAddress is thrown above.
        callback(refusal as RefusedAddress, '')
      }
    })
  }

const hostName = /^[a-z0-9_]([a-z0-9_.-]*[a-z0-9_])?$/i

/**
 * The hosts that may be sent to, as they are compared. IPv6 addresses may stand in brackets.
 * @throws UsageError for what no host can be: an address with a scheme, a path or a port
 */
export const allowedHosts = (names: readonly string[]): string[] =>
  names.map((name) => {
    const host = name.replace(/^\[(.*)\]$/, '$1').toLowerCase()
    if (isIP(host) !== 0 || hostName.test(host)) return host
    throw new UsageError(
      `--notify-allow takes a host without scheme, port or path, such as receiver.local; got '${name}'`,
    )
  })

/**
 * Judges what can be judged before a name is looked up.
 * @param allowed the only hosts that are sent to, in lower case; any when empty
 * @throws RefusedAddress
 */
export const assertReceiver = (endpoint: URL, allowed: readonly string[]): void => {
  const host = endpoint.hostname.replace(/^\[(.*)\]$/, '$1')
  if (allowed.length > 0 && !allowed.includes(host))
    throw new RefusedAddress(`${host} is none of the hosts that --notify-allow names: ${allowed.join(', ')}`)
  // A host that is an address is connected to without being looked up.
  if (isIP(host) !== 0) assertAllowed(host, host)
}
