import ipaddr from 'ipaddr.js';

/** Who is counted together: an IPv4 address, or an IPv6 household (/64). An IPv4 in IPv6 clothes is the IPv4. */
export function networkOf(address: string): string {
  if (!ipaddr.isValid(address)) return 'unknown';
  const parsed = ipaddr.process(address);
  if (parsed.kind() === 'ipv4') return parsed.toString();
  return (parsed as ipaddr.IPv6).parts
    .slice(0, 4)
    .map((part) => part.toString(16))
    .join(':');
}
