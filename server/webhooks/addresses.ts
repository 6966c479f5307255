import { lookup } from 'node:dns'
import { BlockList, isIP, type LookupFunction } from 'node:net'
import { UsageError } from '../base/errors.js'

/** A host that nothing is sent to. Trying again does not help. */
export class RefusedAddress extends Error {
  override readonly name = 'RefusedAddress'
}

/** Link-local networks, and the addresses where clouds hand out credentials. IPv4 also as it is written within IPv6. */
const refused = new BlockList()
refused.addSubnet('169.254.0.0', 16)
refused.addAddress('100.100.100.200')
refused.addAddress('168.63.129.16')
refused.addAddress('192.0.0.192')
refused.addSubnet('fe80::', 10, 'ipv6')
refused.addAddress('fd00:ec2::254', 'ipv6')
refused.addAddress('fd20:ce::254', 'ipv6')
for (const prefix of ['::', '64:ff9b::']) refused.addSubnet(`${prefix}a9fe:0`, 112, 'ipv6')
refused.addSubnet('2002:a9fe::', 32, 'ipv6')

/** @throws RefusedAddress for a link-local address and for those of cloud metadata */
const assertAllowed = (host: string, address: string) => {
  if (refused.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4'))
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
