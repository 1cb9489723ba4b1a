/** What is under way: each channel a queue, first in, first out, of bytes or of messages with borders. */
import type { GrowingEndpoint } from './endpoint';

export type Borders = 'bytes' | 'messages';

interface Part {
  /** Index of the sender's endpoint; null: unknown. */
  readonly sent: number | null;
  readonly byteCount: number;
}

export class Channels {
  private readonly queues = new Map<string, Queue>();

  put(channel: string, endpoint: GrowingEndpoint, borders: Borders): void {
    endpoint.pending = borders === 'bytes' ? endpoint.byteCount : 1;
    const queue = this.queues.get(channel) ?? { sent: [], first: 0 };
    this.queues.set(channel, queue);
    queue.sent.push(endpoint);
  }

  /** From whom it comes: several where bytes of several have been received at once. */
  take(channel: string, { byteCount }: GrowingEndpoint, borders: Borders): readonly Part[] {
    const queue = this.queues.get(channel);
    if (borders === 'messages') {
      const message = queue?.sent[queue.first];
      if (queue === undefined || message === undefined) return [{ sent: null, byteCount }];
      queue.first++;
      message.pending = 0;
      return [{ sent: message.index, byteCount }];
    }
    const parts: Part[] = [];
    let left = byteCount;
    while (left > 0) {
      const sender = queue?.sent[queue.first];
      if (queue === undefined || sender === undefined) {
        parts.push({ sent: null, byteCount: left });
        break;
      }
      const count = Math.min(left, sender.pending);
      sender.pending -= count;
      left -= count;
      if (sender.pending === 0) queue.first++;
      if (count > 0) parts.push({ sent: sender.index, byteCount: count });
    }
    return parts;
  }
}

interface Queue {
  readonly sent: GrowingEndpoint[];
  /** Those before have been received whole. */
  first: number;
}
