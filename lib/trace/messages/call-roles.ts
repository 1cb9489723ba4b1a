/**
 * Calls and replies: of two sockets that both send to each other, the client is who connected, or where
 * nobody did who sent first. What it sends are calls, what comes back replies.
 */
import type { GrowingEndpoint } from './endpoint';

interface Pair {
  readonly client: number;
  readonly calls: GrowingEndpoint[];
  readonly replies: GrowingEndpoint[];
}

export class CallRoles {
  private readonly pairs = new Map<string, Pair>();
  /** What was received, and its sender. */
  private readonly arrivals: (readonly [GrowingEndpoint, GrowingEndpoint])[] = [];

  connected(client: number, server: number): void {
    this.pairs.set(key(client, server), { client, calls: [], replies: [] });
  }

  sent(endpoint: GrowingEndpoint, from: number, to: number): void {
    const pair = this.pairs.get(key(from, to)) ?? { client: from, calls: [], replies: [] };
    this.pairs.set(key(from, to), pair);
    (from === pair.client ? pair.calls : pair.replies).push(endpoint);
  }

  received(endpoint: GrowingEndpoint, sender: GrowingEndpoint): void {
    this.arrivals.push([endpoint, sender]);
  }

  /** Once all is known: one-way traffic is neither. */
  settle(): void {
    for (const { calls, replies } of this.pairs.values()) {
      if (calls.length === 0 || replies.length === 0) continue;
      for (const each of calls) each.role = 'call';
      for (const each of replies) each.role = 'reply';
    }
    for (const [endpoint, sender] of this.arrivals) endpoint.role = sender.role;
  }
}

function key(a: number, b: number): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}
