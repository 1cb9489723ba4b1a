/**
 * Where a request came from, for rate limits. Each proxy of ours appends the address that it saw, so the entry
 * that many from the right is the last that the sender could not write himself. Next.js fills the header in when
 * there is none; with no proxy at all a sender can forge it, hence the rules that count by e-mail alone.
 */
export function senderAddress(
  forwardedFor: string | null | undefined,
  trustedProxies: number,
): string {
  const entries = (forwardedFor ?? '').split(',').map((entry) => entry.trim());
  const address = entries[Math.max(0, entries.length - Math.max(1, trustedProxies))];
  return address === undefined || address === '' ? 'unknown' : address.slice(0, 64);
}
