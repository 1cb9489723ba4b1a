/**
 * What of the kernel tells states apart: everything that what can happen next depends on. Left out are
 * virtual time and who used an IPC object last (unless the program asks for them), counts of instructions and
 * calls, accounting, the logs of events, choices and findings, times of files; and output, which is told
 * apart by itself. Processes, descriptions and regions are numbered by descent (pid-lineage.ts), so they need
 * no renaming; pipes, inodes, sockets and IPC objects in order of their creation, so what refers to them counts.
 */
import type { Kernel } from '../../kernel/kernel';
import { user } from '../../kernel/files/credentials';
import type { Inode } from '../../kernel/files/inode';
import { allInodes, peekInode } from '../../kernel/files/inode-table';
import type { OpenTarget } from '../../kernel/files/open-file';
import type { IpcPermissions } from '../../kernel/ipc/ipc';
import type { KernelState } from '../../kernel/kernel-state';
import type { Log } from '../../kernel/persistent-log';
import type { Process } from '../../kernel/processes/process';
import type { Thread } from '../../kernel/threads/thread';
import type { OutputChunk } from '../../kernel/terminal/console';
import { StateHash, type Digest } from './state-hash';
import type { Timer } from '../../kernel/time/timers';
import { hashUnchanging, hashValue } from './value-hash';

/** What counts only where the program can tell. */
export interface AskedFor {
  /** Virtual time, and when timers ring. */
  readonly time: boolean;
  /** Who used each System V object last. */
  readonly lastUsers: boolean;
}

export interface KernelHashOptions extends AskedFor {
  readonly files: InitialFiles;
}

/** The files that there were at first, of which few can change. */
export interface InitialFiles {
  /** Those that the program may change. */
  readonly writable: readonly number[];
  /** Later ones have numbers from here on. */
  readonly firstInode: number;
}

export function initialFiles({ state }: Kernel): InitialFiles {
  const writable = allInodes(state.files.inodes)
    .filter(({ owner, mode }) => owner === user.student.user || (mode & 0o022) !== 0)
    .map(({ number }) => number);
  return { writable, firstInode: state.files.nextInode };
}

export function hashKernel(
  hash: StateHash,
  kernel: Kernel,
  { time, lastUsers, files }: KernelHashOptions,
): void {
  const { state } = kernel;
  hash.text(state.outcome?.kind ?? '');
  hashValue(hash, state.firstStatus);
  for (const process of sorted(state.processes)) {
    hashProcess(hash, process);
    for (const id of process.threads) {
      const thread = state.threads.get(id);
      if (thread !== undefined) hashThread(hash, thread);
    }
  }
  for (const { pid, leftZombie } of state.ended) if (leftZombie) hash.number(pid);
  hash.int(0);
  hash.flag(state.ended.every(({ reapedBy }) => reapedBy !== null));
  for (const [id, { attached, named }] of [...state.regions].sort(byNumber)) {
    hash.number(id);
    hash.int(attached);
    hash.int(named);
  }
  hashObjects(hash, kernel, files);
  hashSystemV(hash, state, lastUsers);
  for (const timer of state.timers) {
    hash.text(timer.kind);
    hash.number(timer.pid);
    hashTimer(hash, timer);
    if (time) hash.number(timer.untilNs - state.timeNs);
  }
  if (time) hash.number(state.timeNs);
}

function hashTimer(hash: StateHash, timer: Timer): void {
  switch (timer.kind) {
    case 'wake':
    case 'alarm':
    case 'device':
      hash.flag(timer.intervalNs > 0);
      return;
    case 'posix':
      hash.number(timer.timer);
      return;
    case 'descriptor':
      hash.number(timer.inode);
  }
}

function sorted<T>(map: ReadonlyMap<number, T>): T[] {
  return [...map].sort(byNumber).map(([, value]) => value);
}

function byNumber([a]: readonly [number, unknown], [b]: readonly [number, unknown]): number {
  return a - b;
}

function hashProcess(hash: StateHash, process: Process): void {
  hash.number(process.pid);
  hash.number(process.parent);
  hash.text(process.state === 'zombie' ? 'z' : process.executable);
  hashValue(hash, process.status);
  hashValue(hash, process.stopped);
  hash.int(
    (process.continued ? 1 : 0) + (process.leftZombie ? 2 : 0) + (process.subreaper ? 4 : 0),
  );
  hash.number(process.group);
  hash.number(process.session);
  hash.number(process.directory);
  hash.int(process.umask);
  hash.int(process.nice);
  hash.int(process.parentDeathSignal);
  hash.flag(process.executed);
  hashUnchanging(hash, process.limits);
  hashUnchanging(hash, process.argv);
  hash.int(process.descriptors.length);
  for (const descriptor of process.descriptors) {
    hash.number(descriptor === null ? -1 : descriptor.description);
    hash.flag(descriptor?.closeOnExec === true);
  }
  hashValue(hash, process.signals.pending);
  hashUnchanging(hash, process.signals.actions);
  for (const { address, byteCount, offset, region, mayWrite } of process.attachments) {
    hash.number(address);
    hash.number(byteCount);
    hash.number(offset);
    hash.number(region);
    hash.flag(mayWrite);
  }
  hash.flag(process.endedUnseen);
  hashValue(hash, process.undo);
  hashValue(hash, [...process.posixTimers]);
  for (const [handle, { thread, result }] of process.joinable) {
    hash.number(handle);
    hash.number(thread);
    if (result !== null) hash.bytes(result);
  }
}

function hashThread(hash: StateHash, thread: Thread): void {
  hash.number(thread.id);
  hash.text(thread.state);
  hashValue(hash, thread.wait);
  hash.flag(thread.beforeVisible);
  hash.flag(thread.detached);
  hash.int(thread.tasksMade);
  hash.int(thread.numbersGiven);
  hashValue(hash, thread.cancel);
  hashValue(hash, [thread.name, thread.robust]);
  hash.big(thread.affinity);
  const { pending, blocked, frames, alternateStack } = thread.signals;
  hashValue(hash, pending);
  hash.big(blocked);
  hashValue(hash, frames);
  hashValue(hash, alternateStack);
}

function hashObjects(
  hash: StateHash,
  { state }: Kernel,
  { writable, firstInode }: InitialFiles,
): void {
  for (const [id, pipe] of [...state.pipes].sort(byNumber)) {
    hash.number(id);
    hash.int(pipe.readEnds);
    hash.int(pipe.writeEnds);
    hash.flag(pipe.hadWriter);
    hash.int(pipe.length);
    for (let k = 0; k < pipe.length; k++)
      hash.int(pipe.buffer[(pipe.start + k) & (pipe.buffer.length - 1)] ?? 0);
    hashValue(hash, [pipe.readers, pipe.writers, pipe.openers]);
  }
  for (const [id, { references, flags, offset, target }] of [...state.descriptions].sort(
    byNumber,
  )) {
    hash.number(id);
    hash.int(references);
    hash.int(flags);
    hash.number(offset);
    hashTarget(hash, target);
  }
  for (const number of writable) {
    const inode = peekInode(state.files.inodes, number);
    if (inode !== undefined) hashInode(hash, number, inode);
  }
  for (let number = firstInode; number < state.files.nextInode; number++) {
    const inode = peekInode(state.files.inodes, number);
    if (inode !== undefined) hashInode(hash, number, inode);
  }
  for (const [name, region] of state.posixSemaphores.named) {
    hash.text(name);
    hash.number(region);
  }
  hashValue(hash, [...state.posixSemaphores.waiting]);
  hashValue(hash, [...state.lockQueues]);
  hashValue(hash, [state.pollers, state.epolls]);
  const { records, whole, waiting } = state.fileLocks;
  hashValue(hash, [[...records], [...whole], waiting]);
  if (state.network.sockets.size > 0) hashValue(hash, [...state.network.sockets]);
  const { ready, readyOffset, readers, settings, window } = state.console;
  hash.int(ready.length);
  hash.int(readyOffset);
  hashValue(hash, readers);
  hashUnchanging(hash, settings);
  hashUnchanging(hash, window);
  hash.number(state.foreground);
  hash.number(state.terminalSession);
  for (const counter of [
    state.nextPid,
    state.nextPipe,
    state.files.nextInode,
    state.network.nextSocket,
    state.network.nextPort,
    state.network.nextAutobind,
    state.semaphoreSets.nextId,
    state.messageQueues.nextId,
    state.sharedMemory.nextId,
  ])
    hash.number(counter);
}

/** What a description refers to: that it is this one of several depends on who came first. */
function hashTarget(hash: StateHash, target: OpenTarget): void {
  hash.int(target.inode);
  switch (target.kind) {
    case 'pipe':
      hash.int(target.pipe);
      return;
    case 'socket':
      hash.int(target.socket);
      return;
    case 'generated':
      hash.bytes(target.text);
      return;
    default:
  }
}

function hashSystemV(
  hash: StateHash,
  { semaphoreSets, messageQueues, sharedMemory }: KernelState,
  lastUsers: boolean,
): void {
  for (const set of semaphoreSets.sets.values()) {
    hashObject(hash, set);
    hashValue(hash, [set.values, set.waiting]);
    if (lastUsers) hashValue(hash, set.lastPids);
  }
  for (const queue of messageQueues.queues.values()) {
    hashObject(hash, queue);
    hash.int(queue.bytesMax);
    hashValue(hash, [queue.messages, queue.senders, queue.receivers]);
    if (lastUsers) hashValue(hash, [queue.lastSender, queue.lastReceiver]);
  }
  for (const segment of sharedMemory.segments.values()) {
    hashObject(hash, segment);
    hash.number(segment.region);
    hash.number(segment.byteCount);
    hash.int(segment.attached);
    if (lastUsers) hashValue(hash, [segment.creator, segment.lastPid]);
  }
}

function hashObject(hash: StateHash, object: IpcPermissions & { readonly id: number }): void {
  const { id, key, mode } = object;
  hash.int(id);
  hash.number(key);
  hash.int(mode);
}

/** Contents of files that nobody has written are the same object in all states. */
const fileNumbers = new WeakMap<Uint8Array, Digest>();

function hashInode(hash: StateHash, number: number, inode: Readonly<Inode>): void {
  const { content } = inode;
  switch (content.kind) {
    case 'file': {
      hash.int(number);
      hash.int(inode.links);
      hash.int(inode.mode);
      hash.int(content.size);
      hash.number(content.region ?? -1);
      if (content.size === 0 || content.region !== null) return;
      // Whether a snapshot has them, too, is no part of the state.
      let digest = content.shared ? fileNumbers.get(content.bytes) : undefined;
      if (digest === undefined) {
        const own = new StateHash();
        own.bytes(content.bytes.subarray(0, content.size));
        digest = own.result();
        if (content.shared) fileNumbers.set(content.bytes, digest);
      }
      hash.digest(digest);
      return;
    }
    case 'directory':
      hash.int(number);
      hash.int(content.entries.size);
      hash.int(content.parent);
      hash.int(inode.mode);
      for (const [name, entry] of content.entries) {
        hash.text(name);
        hash.int(entry);
      }
      return;
    case 'message-queue':
      hash.int(number);
      hash.int(inode.links);
      hashValue(hash, [content.messages, content.senders, content.receivers, content.notification]);
      return;
    case 'events':
      hash.int(number);
      hashValue(hash, content.object);
      return;
    case 'pipe':
    case 'socket':
      hash.int(number);
      hash.int(inode.links);
      hashValue(hash, content);
      return;
    case 'symbolic-link':
      hash.int(number);
      hash.int(inode.links);
      hash.text(content.target);
      return;
    case 'device':
    case 'console':
    case 'proc':
  }
}

const outputs = new WeakMap<object, { readonly stdout: Digest; readonly stderr: Digest }>();
const NOTHING: Digest = { a: 0, b: 0, c: 0 };

/** What was written to the standard output and error so far. */
export function digestOfOutput(log: Log<OutputChunk>): Digest {
  const { stdout, stderr } = streamsOf(log);
  const hash = new StateHash();
  hash.digest(stdout);
  hash.digest(stderr);
  return hash.result();
}

function streamsOf(log: Log<OutputChunk>): {
  readonly stdout: Digest;
  readonly stderr: Digest;
} {
  if (log === null) return { stdout: NOTHING, stderr: NOTHING };
  const known = outputs.get(log);
  if (known !== undefined) return known;
  const before = streamsOf(log.previous);
  const { stream, bytes } = log.value;
  let digest = before[stream];
  // Byte by byte: how output is cut into writes is not part of it.
  for (const byte of bytes) {
    const hash = new StateHash();
    hash.digest(digest);
    hash.int(byte);
    digest = hash.result();
  }
  const now = { ...before, [stream]: digest };
  outputs.set(log, now);
  return now;
}
