/** What open file descriptions refer to: files, pipes, sockets, the terminal, devices, queues. */
import { assertNever } from '../../../abi/assert-never';
import { peekInode } from '../../files/inode-table';
import type { Inode } from '../../files/inode';
import type { OpenTarget } from '../../files/open-file';
import { PIPE_CAPACITY, type Pipe } from '../../files/pipe';
import type { Kernel } from '../../kernel';
import type { Pid } from '../../pid';
import { addressText } from '../../sockets/address';
import type { Socket } from '../../sockets/socket';
import { expirations } from '../../event-descriptors/event-object';
import { bytesView, NO_BYTES, piecesView, type BytesView } from './bytes';
import type { DescriptionView } from './open-descriptions';
import type { Waiter } from './waiter';
import { posixQueueKey } from './message-queues';

export interface OpenObject {
  readonly key: string;
  /** Its path, or what it is: "pipe 3". */
  readonly name: string;
  readonly body: ObjectBody;
  readonly waiting: readonly Waiter[];
}

export type ObjectBody =
  /** `links` 0: it has no name any more, and goes with its last description. */
  | {
      readonly kind: 'file';
      readonly bytes: BytesView;
      readonly links: number;
      readonly isMapped: boolean;
    }
  | { readonly kind: 'directory' }
  | {
      readonly kind: 'pipe';
      readonly isNamed: boolean;
      readonly bytes: BytesView;
      readonly capacity: number;
      /** Descriptions at each end. */
      readonly readEnds: number;
      readonly writeEnds: number;
    }
  | {
      readonly kind: 'socket';
      readonly family: Socket['family'];
      readonly type: Socket['type'];
      readonly state: Socket['state'];
      readonly local: string | null;
      readonly remote: string | null;
      /** `OpenObject.key` of the other end of the connection. */
      readonly peer: string | null;
      /** Arrived and not yet received: a stream's bytes are one piece. */
      readonly arrived: readonly BytesView[];
      readonly byteCount: number;
      readonly hasEnded: boolean;
      /** Connections that nobody has accepted yet, and how many may be. */
      readonly pending: number;
      readonly backlog: number;
    }
  /** `input`: typed or given, and not yet read. */
  | { readonly kind: 'terminal' | 'stdin' | 'stdout' | 'stderr'; readonly input: BytesView }
  | { readonly kind: 'device' | 'generated' }
  /** `MessageQueueView.key` */
  | { readonly kind: 'message-queue'; readonly queue: string }
  | { readonly kind: 'counter'; readonly count: string }
  | { readonly kind: 'timer'; readonly expirations: number; readonly nextNs: number | null }
  | { readonly kind: 'signals' }
  | { readonly kind: 'epoll'; readonly descriptors: readonly number[] };

export function openObjectsOf(
  kernel: Kernel,
  descriptions: readonly DescriptionView[],
): readonly OpenObject[] {
  const objects = new Map<string, OpenObject>();
  for (const { id, object, path } of descriptions) {
    const target = kernel.state.descriptions.get(id)?.target;
    if (target !== undefined && !objects.has(object))
      objects.set(object, objectView(kernel, object, path, target));
  }
  return [...objects.values()];
}

function objectView(
  kernel: Kernel,
  key: string,
  path: string | null,
  target: OpenTarget,
): OpenObject {
  const inode = peekInode(kernel.state.files.inodes, target.inode);
  const body = bodyOf(kernel, target, inode);
  const name = path ?? nameOf(body, target);
  return { key, name, body, waiting: waitersOf(kernel, target, inode) };
}

function nameOf(body: ObjectBody, target: OpenTarget): string {
  switch (body.kind) {
    case 'pipe':
      return target.kind === 'pipe' ? `pipe ${target.pipe}` : 'pipe';
    case 'socket':
      return body.local ?? (target.kind === 'socket' ? `socket ${target.socket}` : 'socket');
    case 'counter':
      return 'event counter';
    case 'signals':
      return 'signals';
    default:
      return body.kind;
  }
}

function bodyOf(
  kernel: Kernel,
  target: OpenTarget,
  inode: Readonly<Inode> | undefined,
): ObjectBody {
  const { state } = kernel;
  switch (target.kind) {
    case 'file': {
      if (inode?.content.kind !== 'file') return { kind: 'device' };
      const { size, bytes, region } = inode.content;
      const shared = region === null ? undefined : kernel.regions.get(region);
      return {
        kind: 'file',
        bytes: bytesView((shared?.bytes ?? bytes).subarray(0, size), size),
        links: inode.links,
        isMapped: (region === null ? 0 : (state.regions.get(region)?.attached ?? 0)) > 0,
      };
    }
    case 'directory':
      return { kind: 'directory' };
    case 'pipe': {
      const pipe = state.pipes.get(target.pipe);
      return {
        kind: 'pipe',
        isNamed: (inode?.links ?? 0) > 0,
        bytes: pipe === undefined ? NO_BYTES : pipeBytes(pipe),
        capacity: PIPE_CAPACITY,
        readEnds: pipe?.readEnds ?? 0,
        writeEnds: pipe?.writeEnds ?? 0,
      };
    }
    case 'socket':
      return socketBody(kernel, target.socket);
    case 'console': {
      const { console } = state;
      const [first, ...rest] = console.ready;
      const unread = first === undefined ? [] : [first.subarray(console.readyOffset), ...rest];
      const reads = console.terminal || target.stream === 'stdin';
      return {
        kind: console.terminal ? 'terminal' : target.stream,
        input: reads ? piecesView(unread) : NO_BYTES,
      };
    }
    case 'message-queue':
      return { kind: 'message-queue', queue: posixQueueKey(target.inode) };
    case 'events':
      return eventBody(kernel, inode);
    case 'generated':
      return { kind: 'generated' };
    case 'null':
    case 'zero':
    case 'full':
    case 'random':
    case 'urandom':
      return { kind: 'device' };
    default:
      return assertNever(target);
  }
}

function pipeBytes({ buffer, start, length }: Pipe): BytesView {
  const untilEnd = buffer.subarray(start, Math.min(buffer.length, start + length));
  return piecesView([untilEnd, buffer.subarray(0, length - untilEnd.length)]);
}

function socketBody({ state }: Kernel, id: number): ObjectBody {
  const socket = state.network.sockets.get(id);
  if (socket === undefined) return { kind: 'device' };
  const { family, type, local, remote, incoming, incomingBytes, ended, pending, backlog } = socket;
  const pieces = incoming.map(({ bytes }) => bytes);
  const peer = socket.peer === null ? undefined : state.network.sockets.get(socket.peer);
  return {
    kind: 'socket',
    family,
    type,
    state: socket.state,
    local: local === null ? null : addressText(local),
    remote: remote === null ? null : addressText(remote),
    peer: peer === undefined ? null : `inode ${peer.inode}`,
    arrived:
      type === 'stream'
        ? incomingBytes > 0
          ? [piecesView(pieces)]
          : []
        : pieces.map((bytes) => bytesView(bytes)),
    byteCount: incomingBytes,
    hasEnded: ended,
    pending: pending.length,
    backlog,
  };
}

function eventBody({ state }: Kernel, inode: Readonly<Inode> | undefined): ObjectBody {
  if (inode?.content.kind !== 'events') return { kind: 'device' };
  const { object } = inode.content;
  switch (object.kind) {
    case 'counter':
      return { kind: 'counter', count: String(object.count) };
    case 'timer':
      return {
        kind: 'timer',
        expirations: expirations(object, state.timeNs),
        nextNs: object.nextNs,
      };
    case 'signals':
      return { kind: 'signals' };
    case 'epoll':
      return { kind: 'epoll', descriptors: object.interests.map(({ fd }) => fd) };
  }
}

function waitersOf(
  { state }: Kernel,
  target: OpenTarget,
  inode: Readonly<Inode> | undefined,
): readonly Waiter[] {
  const all = (threads: readonly Pid[], wants: string): readonly Waiter[] =>
    threads.map((thread) => ({ thread, wants }));
  switch (target.kind) {
    case 'pipe': {
      const pipe = state.pipes.get(target.pipe);
      if (pipe === undefined) return [];
      return [
        ...all(pipe.readers, 'read'),
        ...all(pipe.writers, 'write'),
        ...all(pipe.openers, 'open'),
      ];
    }
    case 'socket': {
      const socket = state.network.sockets.get(target.socket);
      if (socket === undefined) return [];
      return [
        ...all(socket.receivers, 'receive'),
        ...all(socket.senders, 'send'),
        ...all(socket.acceptors, 'accept'),
        ...all(socket.connectors, 'connect'),
      ];
    }
    case 'console':
      return target.stream === 'stdin' || state.console.terminal
        ? all(state.console.readers, 'read')
        : [];
    case 'events': {
      if (inode?.content.kind !== 'events') return [];
      const { object } = inode.content;
      if (object.kind === 'counter')
        return [...all(object.readers, 'read'), ...all(object.writers, 'write')];
      return object.kind === 'timer' ? all(object.readers, 'read') : [];
    }
    default:
      return [];
  }
}
