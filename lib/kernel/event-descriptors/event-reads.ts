/**
 * read(2) and write(2) on event objects: 8 bytes of a counter or a timer, signals as signalfd_siginfo.
 * A thread that finds nothing waits, and is served by whoever makes the event happen.
 */
import { Errno } from '../../abi/errno';
import {
  complete,
  contextOf,
  currentThread,
  processOf,
  threadOf,
  type CallResult,
  type Kernel,
} from '../kernel';
import { byteCountOf, scatter, type UserBuffer } from '../memory/user-buffers';
import { OpenFlag, type OpenFileDescription } from '../files/open-file';
import { settlePollers } from '../readiness/pollers';
import { lowestPending } from '../signals/pending-signals';
import type { Thread } from '../threads/thread';
import { eventObject } from './object-of-inode';
import { COUNT_MAX, type EventCounter, type EventObject } from './event-object';
import { SIGNAL_RECORD_BYTES, takeSignals } from './signal-records';
import { takeExpirations } from './timer-expirations';

const COUNT_BYTES = 8;

export function readEvents(
  kernel: Kernel,
  description: OpenFileDescription,
  into: readonly UserBuffer[],
): CallResult {
  const { inode } = description.target;
  const object = eventObject(kernel, inode);
  const room = byteCountOf(into);
  if (object === null || object.kind === 'epoll') return -Errno.EINVAL;
  if (room < (object.kind === 'signals' ? SIGNAL_RECORD_BYTES : COUNT_BYTES)) return -Errno.EINVAL;
  const thread = currentThread(kernel);
  const bytes = take(kernel, thread, inode, object, room);
  if (bytes !== null) {
    const result = scatter(contextOf(kernel, thread.id).memory, into, bytes);
    if (object.kind === 'counter') settleCounter(kernel, inode, object);
    settlePollers(kernel);
    return result;
  }
  if ((description.flags & OpenFlag.O_NONBLOCK) !== 0) return -Errno.EAGAIN;
  if (object.kind !== 'signals') object.readers = [...object.readers, thread.id];
  return { kind: 'event-read', inode, into };
}

export function writeEvents(
  kernel: Kernel,
  description: OpenFileDescription,
  bytes: Uint8Array,
): CallResult {
  const { inode } = description.target;
  const object = eventObject(kernel, inode);
  if (object?.kind !== 'counter' || bytes.length < COUNT_BYTES) return -Errno.EINVAL;
  const value = new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0, true);
  if (value > COUNT_MAX) return -Errno.EINVAL;
  if (object.count + value <= COUNT_MAX) {
    object.count += value;
    settleCounter(kernel, inode, object);
    settlePollers(kernel);
    return COUNT_BYTES;
  }
  if ((description.flags & OpenFlag.O_NONBLOCK) !== 0) return -Errno.EAGAIN;
  object.writers = [...object.writers, currentThread(kernel).id];
  return { kind: 'event-write', inode, value };
}

/** Whoever waits for a counter and can go on does. */
function settleCounter(kernel: Kernel, inode: number, object: EventCounter): void {
  for (;;) {
    const [reader] = object.readers;
    const [writer] = object.writers;
    const wait = writer === undefined ? null : threadOf(kernel, writer).wait;
    if (reader !== undefined && object.count > 0n) serve(kernel, threadOf(kernel, reader), inode);
    else if (
      writer !== undefined &&
      wait?.kind === 'event-write' &&
      object.count + wait.value <= COUNT_MAX
    ) {
      object.writers = object.writers.slice(1);
      object.count += wait.value;
      complete(kernel, threadOf(kernel, writer), COUNT_BYTES);
    } else return;
  }
}

/** A timer that descriptors read has rung. */
export function ringDescriptor(kernel: Kernel, inode: number): void {
  const object = eventObject(kernel, inode);
  if (object?.kind !== 'timer') return;
  const [reader] = object.readers;
  if (reader !== undefined) serve(kernel, threadOf(kernel, reader), inode);
  settlePollers(kernel);
}

/** A signal is pending for a thread that may read of signals. True: its call is over. */
export function serveSignals(kernel: Kernel, thread: Thread): boolean {
  const { wait } = thread;
  if (wait?.kind !== 'event-read' || processOf(kernel, thread.process).stopped !== null)
    return false;
  return eventObject(kernel, wait.inode)?.kind === 'signals' && serve(kernel, thread, wait.inode);
}

/** Whether a blocked thread reads of signals, and one of them is pending. */
export function canServeSignals(kernel: Kernel, { wait, signals, process }: Thread): boolean {
  if (wait?.kind !== 'event-read') return false;
  const object = eventObject(kernel, wait.inode);
  if (object?.kind !== 'signals') return false;
  return lowestPending(object.set, signals, processOf(kernel, process).signals) !== null;
}

/** Completes a thread's read if there is something to read. */
function serve(kernel: Kernel, thread: Thread, inode: number): boolean {
  const { wait } = thread;
  const object = eventObject(kernel, inode);
  if (object === null || wait?.kind !== 'event-read') return false;
  const bytes = take(kernel, thread, inode, object, byteCountOf(wait.into));
  if (bytes === null) return false;
  if (object.kind === 'counter' || object.kind === 'timer')
    object.readers = object.readers.filter((id) => id !== thread.id);
  complete(kernel, thread, scatter(contextOf(kernel, thread.id).memory, wait.into, bytes));
  return true;
}

/** What a thread reads; null: nothing yet. */
function take(
  kernel: Kernel,
  thread: Thread,
  inode: number,
  object: EventObject,
  room: number,
): Uint8Array | null {
  switch (object.kind) {
    case 'counter': {
      if (object.count === 0n) return null;
      const taken = object.semaphore ? 1n : object.count;
      object.count -= taken;
      return eightBytes(taken);
    }
    case 'timer': {
      const count = takeExpirations(kernel, inode, object);
      return count === 0 ? null : eightBytes(BigInt(count));
    }
    case 'signals':
      return takeSignals(kernel, thread, object.set, Math.floor(room / SIGNAL_RECORD_BYTES));
    case 'epoll':
      return null;
  }
}

function eightBytes(value: bigint): Uint8Array {
  const bytes = new Uint8Array(COUNT_BYTES);
  new DataView(bytes.buffer).setBigUint64(0, value, true);
  return bytes;
}
