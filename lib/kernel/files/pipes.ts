/**
 * Reading and writing pipes: who blocks, who wakes, end of file and SIGPIPE.
 * Every change of a pipe ends in `settle`, which completes the calls that have become possible.
 */
import { Errno } from '../../abi/errno';
import { Signal } from '../../abi/signals';
import {
  complete,
  contextOf,
  currentThread,
  note,
  processOf,
  threadOf,
  type CallResult,
  type Kernel,
} from '../kernel';
import { inodeOf } from './file-system';
import { OpenFlag, readable, writable, type OpenFileDescription } from './open-file';
import { put, room, take, PIPE_BUF, type Pipe } from './pipe';
import { headOf } from '../pointed-arguments';
import type { Process } from '../processes/process';
import { settlePollers } from '../readiness/pollers';
import { send } from '../signals/signals';
import { byteCountOf, scatter, type UserBuffer } from '../memory/user-buffers';
import type { Thread, Wait } from '../threads/thread';

export function pipeOf(kernel: Kernel, id: number): Pipe {
  const pipe = kernel.state.pipes.get(id);
  if (pipe === undefined) throw new Error(`no pipe ${id}`);
  return pipe;
}

/** A description of an end (or, of a FIFO, both) came to be. Who waited for it in open goes on. */
export function openPipeEnd(kernel: Kernel, description: OpenFileDescription, id: number): void {
  const pipe = pipeOf(kernel, id);
  if (readable(description)) pipe.readEnds++;
  if (writable(description)) {
    pipe.writeEnds++;
    pipe.hadWriter = true;
  }
}

export function closePipeEnd(kernel: Kernel, description: OpenFileDescription, id: number): void {
  const pipe = pipeOf(kernel, id);
  if (readable(description)) pipe.readEnds--;
  if (writable(description)) pipe.writeEnds--;
  if (pipe.readEnds > 0 || pipe.writeEnds > 0) {
    settle(kernel, pipe);
    return;
  }
  kernel.state.pipes.delete(id);
  const { content } = inodeOf(kernel.state.files, pipe.inode);
  if (content.kind === 'pipe') content.pipe = null;
}

export function readPipe(
  kernel: Kernel,
  process: Process,
  description: OpenFileDescription,
  pipe: Pipe,
  into: readonly UserBuffer[],
): CallResult {
  if (byteCountOf(into) === 0) return 0;
  if (pipe.length > 0) {
    const result = deliver(kernel, currentThread(kernel), pipe, into);
    settle(kernel, pipe);
    return result;
  }
  if (pipe.writeEnds === 0) return 0;
  if ((description.flags & OpenFlag.O_NONBLOCK) !== 0) return -Errno.EAGAIN;
  pipe.readers.push(currentThread(kernel).id);
  return { kind: 'pipe-read', pipe: pipe.id, into };
}

export function writePipe(
  kernel: Kernel,
  process: Process,
  description: OpenFileDescription,
  pipe: Pipe,
  bytes: Uint8Array,
): CallResult {
  if (pipe.readEnds === 0) {
    send(kernel, process, Signal.SIGPIPE, null);
    return -Errno.EPIPE;
  }
  if (bytes.length === 0) return 0;
  const fits = bytes.length <= room(pipe);
  if ((description.flags & OpenFlag.O_NONBLOCK) !== 0) {
    if (!fits && (bytes.length <= PIPE_BUF || room(pipe) === 0)) return -Errno.EAGAIN;
    const part = bytes.subarray(0, room(pipe));
    fill(kernel, currentThread(kernel), pipe, part);
    settle(kernel, pipe);
    return part.length;
  }
  // A writer never overtakes one that waits; but where all is chosen, it may, as on Linux.
  let written = 0;
  const atomic = bytes.length <= PIPE_BUF;
  const first = pipe.writers.length === 0 || kernel.timing === 'chosen';
  while (first && (!atomic || fits) && room(pipe) > 0) {
    const part = bytes.subarray(written, written + room(pipe));
    fill(kernel, currentThread(kernel), pipe, part);
    written += part.length;
    settle(kernel, pipe);
    if (written === bytes.length) return written;
  }
  pipe.writers.push(currentThread(kernel).id);
  return { kind: 'pipe-write', pipe: pipe.id, bytes, written };
}

/** Completes every blocked call that the pipe's state now allows, in order of arrival. */
export function settle(kernel: Kernel, pipe: Pipe): void {
  for (let moved = true; moved;) {
    moved = settleReader(kernel, pipe) || settleWriters(kernel, pipe);
  }
  settlePollers(kernel);
}

function settleReader(kernel: Kernel, pipe: Pipe): boolean {
  const pid = pipe.readers[0];
  if (pid === undefined || (pipe.length === 0 && pipe.writeEnds > 0)) return false;
  const reader = threadOf(kernel, pid);
  const { wait } = reader;
  if (wait?.kind !== 'pipe-read') return false;
  pipe.readers.shift();
  complete(kernel, reader, deliver(kernel, reader, pipe, wait.into));
  return true;
}

/** The first writer goes on; where all is chosen, only if there is nobody to read any more. */
function settleWriters(kernel: Kernel, pipe: Pipe): boolean {
  const pid = pipe.writers[0];
  if (pid === undefined) return false;
  if (kernel.timing === 'chosen' && pipe.readEnds > 0) return false;
  return goOnWriting(kernel, pipe, threadOf(kernel, pid));
}

function goOnWriting(kernel: Kernel, pipe: Pipe, writer: Thread): boolean {
  const { wait } = writer;
  if (wait?.kind !== 'pipe-write') return false;
  const leave = (): void => {
    pipe.writers = pipe.writers.filter((id) => id !== writer.id);
  };
  if (pipe.readEnds === 0) {
    leave();
    send(kernel, processOf(kernel, writer.process), Signal.SIGPIPE, null);
    complete(kernel, writer, wait.written > 0 ? wait.written : -Errno.EPIPE);
    return true;
  }
  const part = takes(pipe, wait);
  if (part === 0) return false;
  fill(kernel, writer, pipe, wait.bytes.subarray(wait.written, wait.written + part));
  if (wait.written + part === wait.bytes.length) {
    leave();
    complete(kernel, writer, wait.bytes.length);
  } else writer.wait = { ...wait, written: wait.written + part };
  return true;
}

/** How much of what is left the pipe would take now. */
function takes(pipe: Pipe, { bytes, written }: Wait & { readonly kind: 'pipe-write' }): number {
  const left = bytes.length - written;
  if (bytes.length > PIPE_BUF) return Math.min(left, room(pipe));
  return left <= room(pipe) ? left : 0;
}

/** It waits in the middle of writing to a pipe that has room by now. */
export function canWriteOn({ state }: Kernel, { wait }: Thread): boolean {
  if (wait?.kind !== 'pipe-write') return false;
  const pipe = state.pipes.get(wait.pipe);
  return pipe !== undefined && takes(pipe, wait) > 0;
}

/** Precondition: `canWriteOn`. */
export function writeOn(kernel: Kernel, thread: Thread): void {
  const { wait } = thread;
  const pipe = wait?.kind === 'pipe-write' ? kernel.state.pipes.get(wait.pipe) : undefined;
  if (pipe === undefined) throw new Error('no wait for room in a pipe');
  goOnWriting(kernel, pipe, thread);
  settle(kernel, pipe);
}

function fill(kernel: Kernel, writer: Thread, pipe: Pipe, bytes: Uint8Array): void {
  put(pipe, bytes);
  noteBytes(kernel, writer, pipe, 'written', bytes);
}

function deliver(kernel: Kernel, reader: Thread, pipe: Pipe, into: readonly UserBuffer[]): number {
  const bytes = take(pipe, byteCountOf(into));
  if (bytes.length > 0) noteBytes(kernel, reader, pipe, 'read', bytes);
  return scatter(contextOf(kernel, reader.id).memory, into, bytes);
}

function noteBytes(
  kernel: Kernel,
  thread: Thread,
  pipe: Pipe,
  direction: 'written' | 'read',
  bytes: Uint8Array,
): void {
  if (!kernel.traceFull) return;
  const { length } = pipe;
  note(kernel, thread.process, {
    kind: 'pipe',
    pipe: pipe.id,
    direction,
    byteCount: bytes.length,
    head: headOf(bytes),
    length,
  });
}
