/**
 * Reading and writing pipes: who blocks, who wakes, end of file and SIGPIPE.
 * Every change of a pipe ends in `settle`, which completes the calls that have become possible.
 */
import { Errno } from '../abi/errno';
import { Signal } from '../abi/signals';
import { complete, contextOf, processOf, type CallResult, type Kernel } from './kernel';
import { OpenFlag, type OpenFileDescription } from './open-file';
import { put, room, take, PIPE_BUF, type Pipe } from './pipe';
import type { Process } from './process';
import { send } from './signals';

export function pipeOf(kernel: Kernel, id: number): Pipe {
  const pipe = kernel.state.pipes.get(id);
  if (pipe === undefined) throw new Error(`no pipe ${id}`);
  return pipe;
}

export function readPipe(
  kernel: Kernel,
  process: Process,
  description: OpenFileDescription,
  pipe: Pipe,
  address: number,
  count: number,
): CallResult {
  if (count === 0) return 0;
  if (pipe.length > 0) {
    const result = deliver(kernel, process, pipe, address, count);
    settle(kernel, pipe);
    return result;
  }
  if (pipe.writeEnds === 0) return 0;
  if ((description.flags & OpenFlag.O_NONBLOCK) !== 0) return -Errno.EAGAIN;
  pipe.readers.push(process.pid);
  return { kind: 'pipe-read', pipe: pipe.id, address, count };
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
    put(pipe, part);
    settle(kernel, pipe);
    return part.length;
  }
  // A writer never overtakes one that waits.
  let written = 0;
  const atomic = bytes.length <= PIPE_BUF;
  while (pipe.writers.length === 0 && (!atomic || fits) && room(pipe) > 0) {
    const part = bytes.subarray(written, written + room(pipe));
    put(pipe, part);
    written += part.length;
    settle(kernel, pipe);
    if (written === bytes.length) return written;
  }
  pipe.writers.push(process.pid);
  return { kind: 'pipe-write', pipe: pipe.id, bytes, written };
}

/** Completes every blocked call that the pipe's state now allows, in order of arrival. */
export function settle(kernel: Kernel, pipe: Pipe): void {
  for (let moved = true; moved;) {
    moved = settleReader(kernel, pipe) || settleWriter(kernel, pipe);
  }
}

function settleReader(kernel: Kernel, pipe: Pipe): boolean {
  const pid = pipe.readers[0];
  if (pid === undefined || (pipe.length === 0 && pipe.writeEnds > 0)) return false;
  const reader = processOf(kernel, pid);
  const { wait } = reader;
  if (wait?.kind !== 'pipe-read') return false;
  pipe.readers.shift();
  complete(kernel, reader, deliver(kernel, reader, pipe, wait.address, wait.count));
  return true;
}

function settleWriter(kernel: Kernel, pipe: Pipe): boolean {
  const pid = pipe.writers[0];
  if (pid === undefined) return false;
  const writer = processOf(kernel, pid);
  const { wait } = writer;
  if (wait?.kind !== 'pipe-write') return false;
  if (pipe.readEnds === 0) {
    pipe.writers.shift();
    if (wait.written === 0) send(kernel, writer, Signal.SIGPIPE, null);
    complete(kernel, writer, wait.written > 0 ? wait.written : -Errno.EPIPE);
    return true;
  }
  const left = wait.bytes.length - wait.written;
  const part = wait.bytes.length > PIPE_BUF ? Math.min(left, room(pipe)) : left;
  if (part === 0 || part > room(pipe)) return false;
  put(pipe, wait.bytes.subarray(wait.written, wait.written + part));
  if (part === left) {
    pipe.writers.shift();
    complete(kernel, writer, wait.bytes.length);
  } else writer.wait = { ...wait, written: wait.written + part };
  return true;
}

function deliver(
  kernel: Kernel,
  reader: Process,
  pipe: Pipe,
  address: number,
  count: number,
): number {
  const bytes = take(pipe, count);
  const { memory } = contextOf(kernel, reader.pid);
  return memory.writeBytes(address, bytes) ? bytes.length : -Errno.EFAULT;
}
