/**
 * What every part of the kernel stands on: its state, the processor's contexts and regions, moves
 * between process states, blocking and completing a system call, and the event trace.
 *
 * A system call that can't go on yet returns a `Wait`: plain data that says what it waits for and how it
 * will be completed. Whoever makes it possible calls `complete`. Nothing is ever retried.
 */
import { peekInode } from './files/inode-table';
import { errnoName } from '../abi/errno';
import type { ProgramImage } from '../abi/image';
import { systemCallName } from '../abi/system-calls';
import { setResult, type ExecutionContext } from '../vm/context';
import type { SharedRegion } from '../vm/shared-region';
import type { Finding, ProcessState, TraceEvent, WaitReason } from './events';
import type { Executables } from './executables';
import type { KernelState } from './kernel-state';
import { append, lengthOf } from './persistent-log';
import type { Pid } from './pid';
import { pointedAfter } from './pointed-arguments';
import type { PollRequest } from './readiness/poll-request';
import type { Process } from './processes/process';
import { currentProcessor, processorOf, shortenTurn } from './scheduling/processors';
import type { Thread, Wait } from './threads/thread';
import type { Budgets, Outcome } from './report';
import type { Timing } from './scheduling/scheduler';
import { newRecord, recordTransition } from './scheduling/scheduling-record';
import type { Costs } from './time/virtual-time';
import { removeTimer } from './time/timers';
import { addressText } from './sockets/address';
import { socketName } from './sockets/queues';

export interface Kernel {
  /** Replaced as a whole when a snapshot is restored. */
  state: KernelState;
  /** Registers and memory of every thread, by its id. */
  readonly contexts: Map<Pid, ExecutionContext>;
  /** Bytes of KernelState.regions. */
  readonly regions: Map<number, SharedRegion>;
  readonly executables: Executables;
  /** Programs that were booted from an image, by the path that argv[0] gave them. */
  readonly booted: Map<string, ProgramImage>;
  readonly budgets: Budgets;
  readonly costs: Costs;
  /** Processes in memory at one time; others wait in the job queue. */
  readonly admittedMax: number;
  /** Of processes in main memory; others are swapped out. */
  readonly mainMemoryBytes: number;
  readonly orphans: 'init' | 'cascade';
  readonly traceFull: boolean;
  /** Memories of ended processes by pid, for snapshots in which they live: buffers to use again. */
  readonly spareMemories: Map<Pid, Pick<ExecutionContext, 'image' | 'memory'>>;
  /** Whether the clock or the scheduler decides when timers ring, signals arrive and locks are handed over. */
  readonly timing: Timing;
}

/** A value or -errno; a Wait: the calling thread blocks; 'no-return': it ended, or runs another program now. */
export type CallResult = number | Wait | 'no-return';

/** The calling thread is `currentThread(kernel)`, and `context` is its context. */
export type SystemCallHandler = (
  kernel: Kernel,
  process: Process,
  context: ExecutionContext,
) => CallResult;

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
export type EventBody = DistributiveOmit<TraceEvent, 'step' | 'timeNs' | 'pid'>;

/** Past these, chatty events are dropped, and later all: a trace never fills the host's memory. */
const CHATTY_EVENTS_MAX = 300_000;
const EVENTS_MAX = 400_000;
const FINDINGS_MAX = 1_000;

/** Of a thread; of a process's first thread by its pid. */
export function contextOf(kernel: Kernel, pid: Pid): ExecutionContext {
  const context = kernel.contexts.get(pid);
  if (context === undefined) throw new Error(`thread ${pid} has no context`);
  return context;
}

export function processOf(kernel: Kernel, pid: Pid): Process {
  const process = kernel.state.processes.get(pid);
  if (process === undefined) throw new Error(`no process ${pid}`);
  return process;
}

export function threadOf(kernel: Kernel, id: Pid): Thread {
  const thread = kernel.state.threads.get(id);
  if (thread === undefined) throw new Error(`no thread ${id}`);
  return thread;
}

/** In order of creation, the first thread first. */
export function threadsOf(kernel: Kernel, process: Process): Thread[] {
  return process.threads.map((id) => threadOf(kernel, id));
}

/** The running thread: who makes the system call that is handled. */
export function currentThread(kernel: Kernel): Thread {
  const { running } = currentProcessor(kernel.state);
  if (running === null) throw new Error('nobody runs');
  return threadOf(kernel, running);
}

export function regionOf(kernel: Kernel, region: number): SharedRegion {
  const found = kernel.regions.get(region);
  if (found === undefined) throw new Error(`no region ${region}`);
  return found;
}

/** Records an event. Chatty kinds are left out of a trace of kind 'checks'. */
export function note(kernel: Kernel, pid: Pid, body: EventBody): void {
  const { state } = kernel;
  const chatty =
    body.kind === 'state' ||
    body.kind === 'switched' ||
    body.kind === 'pipe' ||
    body.kind === 'message' ||
    body.kind === 'socket' ||
    body.kind === 'called' ||
    body.kind === 'returned';
  if (chatty && !kernel.traceFull) return;
  if (lengthOf(state.events) >= (chatty ? CHATTY_EVENTS_MAX : EVENTS_MAX)) {
    state.eventsDropped++;
    return;
  }
  state.events = append(state.events, {
    step: state.step,
    timeNs: state.timeNs,
    pid,
    ...body,
  });
}

export function noteFinding(kernel: Kernel, pid: Pid, finding: Finding): void {
  note(kernel, pid, { kind: 'finding', finding });
  const { state } = kernel;
  if (lengthOf(state.findings) < FINDINGS_MAX)
    state.findings = append(state.findings, { ...finding, pid });
}

/** The only place that changes a thread's state. Keeps the ready queue, `running` and its process's state in step. */
export function setState(kernel: Kernel, thread: Thread, to: ProcessState): void {
  const { state } = kernel;
  const from = thread.state;
  if (from === to) return;
  if (from === 'ready') state.ready = state.ready.filter((id) => id !== thread.id);
  if (from === 'running') freeProcessor(state, thread.id, to);
  thread.state = to;
  if (to === 'ready') {
    state.ready.push(thread.id);
    shortenTurn(state);
    if (from !== 'running') for (const processor of state.processors) processor.arrival = true;
  }
  if (to === 'running') currentProcessor(state).running = thread.id;
  const record = state.scheduling.get(thread.id) ?? newRecord(state.timeNs);
  recordTransition(record, from, to, state.timeNs);
  if (to === 'terminated') state.scheduling.delete(thread.id);
  else state.scheduling.set(thread.id, record);
  const process = state.processes.get(thread.process);
  if (process?.status === null) process.state = nearestToRunning(kernel, process);
  if (kernel.traceFull)
    note(kernel, thread.id, {
      kind: 'state',
      from,
      to,
      reason: to === 'waiting' ? waitReason(kernel, thread) : null,
    });
}

function freeProcessor(state: KernelState, id: Pid, to: ProcessState): void {
  const processor = processorOf(state, id);
  if (processor === null) throw new Error(`thread ${id} runs nowhere`);
  processor.running = null;
  processor.freedBy = to === 'waiting' ? 'blocked' : to === 'ready' ? 'yield' : 'ended';
}

function nearestToRunning(kernel: Kernel, process: Process): ProcessState {
  const states = threadsOf(kernel, process).map(({ state }) => state);
  const order: readonly ProcessState[] = ['running', 'ready', 'new', 'waiting'];
  return order.find((state) => states.includes(state)) ?? process.state;
}

export function block(kernel: Kernel, thread: Thread, wait: Wait): void {
  thread.wait = wait;
  setState(kernel, thread, 'waiting');
}

/** Ends the system call that a thread is blocked in: it is ready, or stays stopped. */
export function complete(kernel: Kernel, thread: Thread, result: number): void {
  if (thread.wait === null) throw new Error(`thread ${thread.id} is not in a blocking call`);
  thread.wait = null;
  removeTimer(kernel.state, thread.id, 'wake');
  finishCall(kernel, thread, result);
  makeReady(kernel, thread);
}

/** A thread that waits for nothing any more goes on, unless its process is stopped. */
export function makeReady(kernel: Kernel, thread: Thread): void {
  if (processOf(kernel, thread.process).stopped === null) setState(kernel, thread, 'ready');
}

/** Leaves a system call's result where the program finds it. */
export function finishCall(kernel: Kernel, thread: Thread, result: number): void {
  const context = contextOf(kernel, thread.id);
  const call = kernel.traceFull ? systemCallName.get(thread.call) : undefined;
  // The result takes the place of the first argument.
  const pointed =
    call === undefined || isError(result) ? null : pointedAfter(context, thread.call, result);
  setResult(context, result);
  if (call === undefined) return;
  note(kernel, thread.id, {
    kind: 'returned',
    call,
    result: isError(result) ? -1 : result,
    errno: isError(result) ? (errnoName.get(-result) ?? null) : null,
    ...(pointed === null ? {} : { pointed }),
  });
}

export function isError(result: number): boolean {
  return result < 0 && result >= -4095;
}

/** Ends the whole run. The first verdict stands. */
export function endRun(kernel: Kernel, outcome: Outcome): void {
  kernel.state.outcome ??= outcome;
}

/** What a thread in state `waiting` waits for. */
export function waitReason(kernel: Kernel, thread: Thread): WaitReason {
  const { wait } = thread;
  if (wait === null) return { kind: 'stopped' };
  switch (wait.kind) {
    case 'child':
      return { kind: 'child', pid: wait.target > 0 ? (wait.target as Pid) : null };
    case 'vfork':
      return { kind: 'child', pid: wait.child };
    case 'sleep':
      return { kind: 'sleep', untilNs: wait.untilNs };
    case 'pipe-read':
    case 'pipe-write':
      return { kind: wait.kind, pipe: wait.pipe };
    case 'fifo-open':
      return { kind: 'fifo-open', path: wait.path, for: wait.writes ? 'reader' : 'writer' };
    case 'record-lock':
    case 'whole-lock':
      return { kind: 'file-lock', path: wait.path };
    case 'poll':
      return { kind: 'poll', descriptors: descriptorsOf(kernel, wait.request) };
    case 'event-read':
    case 'event-write': {
      const content = peekInode(kernel.state.files.inodes, wait.inode)?.content;
      const source = content?.kind === 'events' ? content.object.kind : 'counter';
      return { kind: 'event', for: wait.kind === 'event-read' ? 'read' : 'write', source };
    }
    case 'queue-send':
    case 'queue-receive':
      return {
        kind: wait.kind === 'queue-send' ? 'message-send' : 'message-receive',
        queue: `message queue ${wait.name}`,
      };
    case 'message-send':
    case 'message-receive':
      return { kind: wait.kind, queue: `message queue ${wait.queue}` };
    case 'terminal-read':
      return { kind: 'terminal' };
    case 'semaphore-set':
      return { kind: 'semaphore', name: wait.name, value: wait.value };
    case 'posix-semaphore':
      return { kind: 'semaphore', name: wait.name, value: 0 };
    case 'device':
      return { kind: 'device', device: wait.device };
    case 'socket-receive':
      return {
        kind: 'socket',
        for: 'data',
        address: socketName(kernel.state.network, wait.socket),
      };
    case 'socket-send':
      return {
        kind: 'socket',
        for: 'room',
        address: socketName(kernel.state.network, wait.socket),
      };
    case 'socket-accept':
      return {
        kind: 'socket',
        for: 'connection',
        address: socketName(kernel.state.network, wait.socket),
      };
    case 'socket-connect':
      return { kind: 'socket', for: 'accept', address: addressText(wait.to) };
    case 'signal':
    case 'signal-wait':
      return { kind: 'signal' };
    case 'background':
      return { kind: 'stopped' };
    case 'lock':
      return {
        kind: 'lock',
        object: wait.object,
        name: wait.name,
        owner: ownerOf(kernel, thread, wait),
      };
    case 'thread':
      return { kind: 'thread', thread: wait.thread };
    case 'other-threads':
      return { kind: 'other-threads' };
  }
}

function descriptorsOf({ state }: Kernel, { items, answer }: PollRequest): readonly number[] {
  if (answer.kind !== 'epoll') return items.map(({ fd }) => fd);
  const content = peekInode(state.files.inodes, answer.inode)?.content;
  if (content?.kind !== 'events' || content.object.kind !== 'epoll') return [];
  return content.object.interests.map(({ fd }) => fd);
}

/** A mutex begins with its owner, whose upper bit is a mark; a read-write lock has its writer after the readers' count. */
function ownerOf(kernel: Kernel, thread: Thread, wait: Wait & { kind: 'lock' }): Pid | null {
  if (wait.object !== 'mutex' && wait.object !== 'read-lock' && wait.object !== 'write-lock')
    return null;
  const at = wait.object === 'mutex' ? wait.address : wait.address + 4;
  const owner = (contextOf(kernel, thread.id).memory.readInt32(at) ?? 0) & 0x7fff_ffff;
  return owner === 0 ? null : (owner as Pid);
}
