/** What has arrived at a socket: put there by a sender, taken by a receiver. Pure transitions. */
import type { Message, Socket } from './socket';

/** What a datagram socket of unix(7) holds at most (net.unix.max_dgram_qlen). */
const MESSAGES_MAX = 10;
const RIGHTS_NONE: readonly number[] = [];

/** Bytes that a connected peer takes at once: of TCP both buffers hold some, of unix(7) the sender's. */
export function streamRoom(sender: Socket, receiver: Socket): number {
  const capacity =
    sender.family === 'internet'
      ? sender.options.sendBytes + receiver.options.receiveBytes
      : sender.options.sendBytes;
  return Math.max(0, capacity - receiver.incomingBytes);
}

/** Whether one more datagram finds room. Over UDP it is dropped where not, over unix(7) the sender waits. */
export function datagramFits(receiver: Socket, byteCount: number): boolean {
  if (receiver.family === 'local') return receiver.incoming.length <= MESSAGES_MAX;
  return receiver.incomingBytes + byteCount <= receiver.options.receiveBytes;
}

export function put(receiver: Socket, message: Message): void {
  receiver.incoming.push(message);
  receiver.incomingBytes += message.bytes.length;
}

export interface Taken {
  readonly bytes: Uint8Array;
  /** Of the message that it was part of, which may be longer than what was asked for. */
  readonly messageBytes: number;
  readonly message: Message | null;
  readonly descriptions: readonly number[];
}

/** One message, cut to `count` bytes; what is cut off is lost. */
export function takeMessage(socket: Socket, count: number, peek: boolean): Taken | null {
  const [message] = socket.incoming;
  if (message === undefined) return null;
  if (!peek) {
    socket.incoming.shift();
    socket.incomingBytes -= message.bytes.length;
  }
  return {
    bytes: message.bytes.subarray(0, count),
    messageBytes: message.bytes.length,
    message,
    descriptions: peek ? RIGHTS_NONE : message.descriptions,
  };
}

/** At most `count` bytes of a stream. Descriptors end it: they come with the first byte they were sent with. */
export function takeBytes(socket: Socket, count: number, peek: boolean): Taken | null {
  if (socket.incoming.length === 0) return null;
  const parts: Uint8Array[] = [];
  let descriptions = RIGHTS_NONE;
  let taken = 0;
  let whole = 0;
  for (const message of socket.incoming) {
    if (taken === count) break;
    if (message.descriptions.length > 0) {
      if (whole > 0 || parts.length > 0) break;
      if (!peek) ({ descriptions } = message);
    }
    const part = message.bytes.subarray(0, count - taken);
    parts.push(part);
    taken += part.length;
    if (part.length === message.bytes.length) whole++;
    else if (!peek)
      socket.incoming[whole] = {
        ...message,
        bytes: message.bytes.subarray(part.length),
        descriptions: RIGHTS_NONE,
      };
    if (descriptions.length > 0) break;
  }
  if (!peek) {
    socket.incoming.splice(0, whole);
    socket.incomingBytes -= taken;
  }
  return { bytes: join(parts, taken), messageBytes: taken, message: null, descriptions };
}

function join(parts: readonly Uint8Array[], byteCount: number): Uint8Array {
  const [only] = parts;
  if (only !== undefined && parts.length === 1) return only;
  const bytes = new Uint8Array(byteCount);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
