/**
 * A pipe: a bounded buffer of bytes between open file descriptions. Pure transitions; who blocks and
 * who wakes is pipes.ts. Leaves out: F_SETPIPE_SZ, packet mode.
 */
import type { Pid } from '../pid';

export const PIPE_CAPACITY = 65_536;
/** Writes up to this size are never mixed with another writer's bytes. */
export const PIPE_BUF = 4_096;

export interface Pipe {
  readonly id: number;
  /** Contents are bytes[start .. start + length), wrapping round. Its length is a power of two. */
  buffer: Uint8Array;
  start: number;
  length: number;
  /** Its inode's number: what tells pipes apart in /proc. */
  readonly inode: number;
  /** Open file descriptions at each end. With no writers an empty pipe is at its end. */
  readEnds: number;
  writeEnds: number;
  /** Nobody to write is the end only after somebody was there. */
  hadWriter: boolean;
  /** Blocked processes, first come, first served. Readers wait only while it is empty. */
  readers: Pid[];
  writers: Pid[];
  /** Blocked in open until the other end of the FIFO is opened, too. */
  openers: Pid[];
}

export function newPipe(id: number, inode: number): Pipe {
  return {
    id,
    inode,
    buffer: new Uint8Array(256),
    start: 0,
    length: 0,
    readEnds: 0,
    writeEnds: 0,
    hadWriter: false,
    readers: [],
    writers: [],
    openers: [],
  };
}

export function room(pipe: Pipe): number {
  return PIPE_CAPACITY - pipe.length;
}

/** Precondition: bytes.length <= room(pipe). */
export function put(pipe: Pipe, bytes: Uint8Array): void {
  if (bytes.length > room(pipe)) throw new Error('pipe overfilled');
  if (pipe.length + bytes.length > pipe.buffer.length) grow(pipe, pipe.length + bytes.length);
  const end = (pipe.start + pipe.length) & (pipe.buffer.length - 1);
  const first = Math.min(bytes.length, pipe.buffer.length - end);
  pipe.buffer.set(bytes.subarray(0, first), end);
  pipe.buffer.set(bytes.subarray(first), 0);
  pipe.length += bytes.length;
}

/** Takes at most `count` bytes. */
export function take(pipe: Pipe, count: number): Uint8Array {
  const taken = Math.min(count, pipe.length);
  const bytes = new Uint8Array(taken);
  const first = Math.min(taken, pipe.buffer.length - pipe.start);
  bytes.set(pipe.buffer.subarray(pipe.start, pipe.start + first));
  bytes.set(pipe.buffer.subarray(0, taken - first), first);
  pipe.start = (pipe.start + taken) & (pipe.buffer.length - 1);
  pipe.length -= taken;
  return bytes;
}

export function clonePipe(pipe: Pipe): Pipe {
  return {
    ...pipe,
    buffer: pipe.buffer.slice(),
    readers: pipe.readers.slice(),
    writers: pipe.writers.slice(),
    openers: pipe.openers.slice(),
  };
}

function grow(pipe: Pipe, bytesMin: number): void {
  let size = pipe.buffer.length;
  while (size < bytesMin) size *= 2;
  const length = pipe.length;
  const bytes = take(pipe, length);
  pipe.buffer = new Uint8Array(size);
  pipe.buffer.set(bytes);
  pipe.start = 0;
  pipe.length = length;
}
