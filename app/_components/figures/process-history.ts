import type {
  ExitStatus,
  ProcessState,
  SourcePosition,
  TraceEvent,
  WaitReason,
} from '@/lib/kernel/events';
import type { Pid } from '@/lib/kernel/pid';

/** A process as it is at one moment of a run. */
export type ProcessView = {
  readonly pid: Pid;
  /** Who made it; the tree is drawn by this, adoption does not move a process. */
  readonly createdBy: Pid | null;
  /** Who waits for it now: the maker, or init after the maker ended. */
  readonly parent: Pid | null;
  readonly name: string;
  readonly state: ProcessState;
  readonly reason: WaitReason | null;
  readonly status: ExitStatus | null;
  readonly reapedBy: Pid | null;
  /** Where it was forked. */
  readonly at: SourcePosition | null;
};

/** Processes in order of creation. */
export type Processes = readonly ProcessView[];

const INIT = 1;

/**
 * The moments of a run at which its tree of processes looks different, the empty one first.
 * Processes are shared between moments, so a long run takes little memory.
 */
export function processHistory(events: readonly TraceEvent[]): readonly Processes[] {
  const moments: Processes[] = [[]];
  let current: Processes = [];
  for (const event of events) {
    const next = after(current, event);
    if (next === current) continue;
    current = next;
    moments.push(current);
  }
  return moments;
}

function after(processes: Processes, event: TraceEvent): Processes {
  if (Number(event.pid) === INIT) return processes;
  const change = changeOf(event);
  if (event.kind === 'created') {
    return [
      ...processes,
      {
        pid: event.pid,
        createdBy: Number(event.parent) === INIT ? null : event.parent,
        parent: event.parent,
        name: event.name,
        state: 'new',
        reason: null,
        status: null,
        reapedBy: null,
        at: event.at,
      },
    ];
  }
  if (change === null) return processes;
  return processes.map((process) =>
    process.pid === event.pid ? { ...process, ...change } : process,
  );
}

function changeOf(event: TraceEvent): Partial<ProcessView> | null {
  switch (event.kind) {
    case 'executed':
      return { name: event.argv[0] ?? event.path };
    case 'state':
      return { state: event.to, reason: event.reason };
    case 'ended':
      return { status: event.status };
    case 'reaped':
      return { reapedBy: event.by };
    case 'reparented':
      return { parent: event.to };
    default:
      return null;
  }
}

export function statusText(status: ExitStatus): string {
  return status.kind === 'exited' ? `exit ${status.code}` : status.signal;
}

const LOCK_NAMES = {
  mutex: 'mutex',
  condition: 'condition variable',
  'read-lock': 'lock',
  'write-lock': 'lock',
  barrier: 'barrier',
  futex: 'futex',
} as const;

export function reasonText(reason: WaitReason): string {
  switch (reason.kind) {
    case 'child':
      return reason.pid === null ? 'for any child' : `for child ${reason.pid}`;
    case 'sleep':
      return 'asleep';
    case 'pipe-read':
      return 'for data in a pipe';
    case 'pipe-write':
      return 'for room in a pipe';
    case 'event':
      return `for an event (${reason.source})`;
    case 'poll':
      return `for one of the descriptors ${reason.descriptors.join(', ')}`;
    case 'message-send':
      return `for room in ${reason.queue}`;
    case 'message-receive':
      return `for a message in ${reason.queue}`;
    case 'socket':
      return {
        data: 'for data from a socket',
        room: 'for room in a socket',
        connection: 'for a client',
        accept: 'for a server',
      }[reason.for];
    case 'file-lock':
      return 'for a lock on a file';
    case 'fifo-open':
      return `for a ${reason.for} of a FIFO`;
    case 'terminal':
      return 'for input';
    case 'semaphore':
      return `for semaphore ${reason.name}`;
    case 'device':
      return `for device ${reason.device}`;
    case 'signal':
      return 'for a signal';
    case 'lock':
      return `for ${LOCK_NAMES[reason.object]} ${reason.name}`;
    case 'thread':
      return `for thread ${reason.thread}`;
    case 'other-threads':
      return 'for its other threads';
    case 'stopped':
      return 'stopped by a signal';
  }
}
