/** One end of something that a process tells another. */
import type { SourcePosition } from '../../kernel/events';
import type { Pid } from '../../kernel/pid';

export const MESSAGE_KINDS = [
  'pipe',
  'queue',
  'connection',
  'socket',
  'signal',
  'semaphore',
  'exit',
] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number];

export interface Endpoint {
  /** Counts endpoints from 0, in order of happening. */
  readonly index: number;
  readonly direction: 'sent' | 'received';
  readonly kind: MessageKind;
  /** The pipe, the queue, the socket: what it goes through, for people. */
  readonly channel: string;
  readonly process: Pid;
  readonly step: number;
  readonly timeNs: number;
  readonly at: SourcePosition | null;
  /** 0 where there are none: signals, units, connections. */
  readonly byteCount: number;
  /** The first bytes, a character for each; or a signal's name, an exit status. */
  readonly content: string;
  /** Of sockets on which both sides send: what asks, and what answers. */
  readonly role: 'call' | 'reply' | null;
  /** Bytes or things that were sent and never received. */
  readonly pending: number;
}

export type GrowingEndpoint = { -readonly [K in keyof Endpoint]: Endpoint[K] };
