/**
 * Puts the steps of a machine into occurrences: looks at what a thread is about to do, and when it is done
 * at what came of it. For searches and for replays alike.
 */
import { Opcode } from '../../abi/opcodes';
import { type SystemCallName, systemCallName } from '../../abi/system-calls';
import type { SourcePosition, TraceEvent } from '../../kernel/events';
import { contextOf, processOf, waitReason, type Kernel } from '../../kernel/kernel';
import { keyOf } from '../../kernel/ipc/posix-semaphores';
import { entriesOf, lengthOf } from '../../kernel/persistent-log';
import { INIT_PID, pid } from '../../kernel/pid';
import type { Thread, Wait } from '../../kernel/threads/thread';
import { studentPosition } from '../../vm/stack-walk';
import { CallContext } from '../machine/call-context';
import type { Action as Choice } from '../machine/operation';
import type { Access, Action, Occurrence, SharedObject } from '../occurrence';
import type { ThreadId } from '../system';
import { accessesOfNext } from './accesses';
import { deedsOf, type Deed } from './call-actions';

/** What is known before a step. */
export interface Upcoming {
  readonly thread: ThreadId;
  readonly at: SourcePosition | null;
  readonly accesses: readonly Access[];
  readonly call: SystemCallName | null;
  /** The call's first argument. */
  readonly argument: number | null;
  /** If the thread can go on through its call. */
  readonly deeds: readonly Deed[];
  /** Length of the event log. */
  readonly events: number;
}

const noTouches = {
  touch: () => undefined,
  region: () => undefined,
  memory: () => undefined,
  wholeMemory: () => undefined,
};

/** `choice`: what the machine is told to do with the thread, or with its process's timer. */
export function upcoming(kernel: Kernel, id: ThreadId, choice: Choice): Upcoming {
  const thread = kernel.state.threads.get(pid(id));
  const events = lengthOf(kernel.state.events);
  const nothing = {
    thread: id,
    at: null,
    accesses: [],
    call: null,
    argument: null,
    deeds: [],
    events,
  };
  if (thread === undefined) return nothing;
  const context = contextOf(kernel, thread.id);
  const at = studentPosition(context);
  if (choice.kind !== 'run')
    return { ...nothing, at, deeds: eventDeeds(kernel, thread, choice.kind) };
  if (!thread.beforeVisible) return { ...nothing, at };
  const { code } = context.image;
  if (code[context.pc] !== Opcode.SYS)
    return { ...nothing, at, accesses: accessesOfNext(kernel, thread) };
  const call = systemCallName.get(code[context.pc + 1] as number) ?? null;
  if (call === null) return { ...nothing, at };
  const process = processOf(kernel, thread.process);
  const made = new CallContext(kernel, process, thread, context, noTouches);
  return { ...nothing, at, call, argument: made.arg(0), deeds: deedsOf(made, call, choice.way) };
}

function eventDeeds(
  kernel: Kernel,
  thread: Thread,
  event: Exclude<Choice['kind'], 'run'>,
): readonly Deed[] {
  switch (event) {
    case 'acquire': {
      const { wait } = thread;
      if (wait?.kind !== 'lock' || wait.mutex === null) return [];
      const object = lockObject(kernel, thread, 'mutex', wait.mutex.address);
      return [{ kind: 'lock', object, mode: 'exclusive', tried: false }];
    }
    case 'signal': {
      const object: SharedObject = { kind: 'signal', key: `${thread.process}`, local: null };
      return [{ kind: 'notified', object }];
    }
    case 'timeout':
      return [{ kind: 'timeout' }];
    case 'alarm':
      return [];
  }
}

/** What came of it: the machine has taken the step. */
export function occurred(kernel: Kernel, before: Upcoming): Occurrence {
  const { thread, at } = before;
  const after = kernel.state.threads.get(pid(thread));
  const by = (deed: Deed): Action => {
    const { by: other, ...rest } = deed;
    const place = other === undefined ? at : positionOf(kernel, other);
    return { ...rest, thread: other ?? thread, at: place };
  };
  const actions: Action[] = [...before.accesses];
  const blocked = after === undefined ? null : blockedIn(after, before);
  if (blocked !== null && after !== undefined) {
    for (const deed of before.deeds)
      if (deed.kind === 'unlock' || deed.kind === 'arrive') actions.push(by(deed));
    actions.push({
      kind: 'wait',
      thread,
      at,
      object: waitObject(kernel, after, blocked),
      reason: waitReason(kernel, after),
    });
  } else actions.push(...before.deeds.map(by));
  const told = actions.length;
  for (const event of entriesOf(kernel.state.events, before.events)) {
    const action = eventAction(event, thread, at);
    if (action !== null) actions.push(action);
  }
  if (before.call !== null && told === 0 && actions.length === 0)
    actions.push({ kind: 'call', thread, at, name: before.call });
  return { thread, actions };
}

/** The wait that its call has led to. */
function blockedIn(thread: Thread, { call, deeds }: Upcoming): Wait | null {
  if (thread.state !== 'waiting' || thread.wait === null || call === null) return null;
  // It has gone on, and sleeps now, or waits in a later call that nobody else notices.
  if (thread.wait.kind === 'sleep' && deeds.length > 0) return null;
  return thread.wait;
}

/** What a blocked thread waits for. */
export function waitObject(kernel: Kernel, thread: Thread, wait: Wait): SharedObject | null {
  switch (wait.kind) {
    case 'lock':
      return lockWaitedFor(kernel, thread, wait);
    case 'posix-semaphore': {
      const address = contextOf(kernel, thread.id).memory.readInt64(
        contextOf(kernel, thread.id).sp,
      );
      return { kind: 'semaphore', key: wait.key, local: address };
    }
    case 'semaphore-set': {
      const set = kernel.state.semaphoreSets.sets.get(wait.set);
      const [first] = wait.operations;
      const key =
        set?.values.length === 1 ? `set ${wait.set}` : `${first?.index ?? 0} of set ${wait.set}`;
      return { kind: 'semaphore', key, local: null };
    }
    case 'pipe-read':
    case 'pipe-write':
      return { kind: 'pipe', key: `${wait.pipe}`, local: null };
    case 'message-send':
    case 'message-receive':
      return { kind: 'queue', key: `${wait.queue}`, local: null };
    case 'queue-send':
    case 'queue-receive':
      return { kind: 'queue', key: wait.name, local: null };
    case 'signal':
    case 'signal-wait':
      return { kind: 'signal', key: `${thread.process}`, local: null };
    default:
      return null;
  }
}

function lockWaitedFor(
  kernel: Kernel,
  thread: Thread,
  wait: Wait & { readonly kind: 'lock' },
): SharedObject {
  switch (wait.object) {
    case 'mutex':
      return lockObject(kernel, thread, 'mutex', wait.mutex?.address ?? wait.address);
    case 'condition':
      return lockObject(kernel, thread, 'condition', wait.address);
    case 'read-lock':
    case 'write-lock':
      return lockObject(kernel, thread, 'read-write-lock', wait.address);
    case 'barrier':
      return lockObject(kernel, thread, 'barrier', wait.address);
    case 'futex':
      return lockObject(kernel, thread, 'futex', wait.address);
  }
}

function lockObject(
  kernel: Kernel,
  thread: Thread,
  kind: SharedObject['kind'],
  address: number,
): SharedObject {
  return { kind, key: keyOf(processOf(kernel, thread.process), address), local: address };
}

function eventAction(
  event: TraceEvent,
  thread: ThreadId,
  at: SourcePosition | null,
): Action | null {
  const base = { thread, at };
  switch (event.kind) {
    case 'created':
      return { ...base, kind: 'create', child: event.pid, of: 'process' };
    case 'thread-created':
      return { ...base, kind: 'create', child: event.pid, of: 'thread' };
    case 'thread-ended':
      return { ...base, kind: 'end', ended: event.pid, of: 'thread' };
    case 'ended':
      return { ...base, kind: 'end', ended: event.pid, of: 'process' };
    case 'thread-joined':
      return { ...base, kind: 'join', child: event.pid, of: 'thread' };
    case 'reaped':
      // By init: nobody of the program waited for it.
      return event.by === INIT_PID
        ? null
        : { ...base, kind: 'join', child: event.pid, of: 'process' };
    case 'output':
      return { ...base, kind: 'output', stream: event.stream, text: event.text };
    case 'finding':
      return { ...base, kind: 'finding', finding: event.finding, at: event.finding.at };
    case 'signal':
      if (event.action === 'ignore') return null;
      return {
        thread: event.pid,
        at: event.pid === thread ? at : null,
        kind: 'signal',
        handled: event.action === 'handle',
        name: event.signal,
      };
    default:
      return null;
  }
}

function positionOf(kernel: Kernel, thread: ThreadId): SourcePosition | null {
  const context = kernel.contexts.get(pid(thread));
  return context === undefined ? null : studentPosition(context);
}
