import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** Public by its number, yet the inside of somebody's cloud: Azure's own services to their machines. */
const insideOfClouds = new Set(['168.63.129.16']);
const globalIPv6 = ipaddr.parseCIDR('2000::/3') as [ipaddr.IPv6, number];

/**
 * Whether an address belongs to the open Internet (D-56). Everything else is inside: loopback, private, link-local
 * (with the metadata services), shared (CGNAT), multicast, reserved, and IPv6 that only wraps an IPv4 address.
 */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 0 || insideOfClouds.has(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast') return false;
  return !(parsed instanceof ipaddr.IPv6) || parsed.match(globalIPv6);
}

/** A host as addresses are compared: lower case, without brackets and without the dot of the root. */
export const bareHost = (host: string): string =>
  host
    .toLowerCase()
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '');

/** The hosts that the operator vouches for: `host` for any of its ports, `host:port` for one. */
export class Vouched {
  private readonly entries: ReadonlySet<string>;
  constructor(entries: readonly string[]) {
    this.entries = new Set(entries.map((entry) => entry.trim().toLowerCase()));
  }
  has(host: string, port: number): boolean {
    const bare = bareHost(host);
    return this.entries.has(bare) || this.entries.has(`${bare}:${port}`);
  }
}
