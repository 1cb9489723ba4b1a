/**
 * Which call made what is open or shared, and at which line: from the calls of a run. Descriptors and
 * mappings that came with fork are looked for in the parent. Leaves out: descriptors that came in a message,
 * objects that were there before the run.
 */
import type { SourcePosition, TraceEvent } from '../../kernel/events';
import type { Pid } from '../../kernel/pid';
import { int32At } from '../call-log/bytes-text';

export interface Making {
  /** When the call had returned. */
  readonly step: number;
  readonly at: SourcePosition | null;
}

/** Calls whose result is a descriptor. */
const OPENING =
  /^(open|openat|creat|socket|accept4?|dup[23]?|mq_open|shm_open|memfd_create|epoll_create1?|eventfd2?|timerfd_create|signalfd4?)$/;
/** Calls whose result is the id of an object. */
const GETTING: Readonly<Record<string, string>> = {
  shmget: 'segment',
  semget: 'set',
  msgget: 'queue',
};
const F_DUPFD = 0;
const F_DUPFD_CLOEXEC = 1030;

type Called = TraceEvent & { readonly kind: 'called' };

export class Makings {
  /** By what was made, in order of time. */
  private readonly made = new Map<string, Making[]>();
  private readonly parents = new Map<Pid, { readonly parent: Pid; readonly step: number }>();
  private readonly processes = new Map<Pid, Pid>();

  constructor(events: readonly TraceEvent[]) {
    const calls = new Map<Pid, Called>();
    for (const event of events) {
      switch (event.kind) {
        case 'created':
          if (event.parent !== null)
            this.parents.set(event.pid, { parent: event.parent, step: event.step });
          break;
        case 'thread-created':
          this.processes.set(event.pid, event.process);
          break;
        case 'called':
          calls.set(event.pid, event);
          break;
        case 'returned': {
          const called = calls.get(event.pid);
          if (called?.call === event.call && event.errno === null) this.addCall(called, event);
          break;
        }
        default:
      }
    }
  }

  descriptor(process: Pid, fd: number, step: number): Making | null {
    return this.inherited(process, (pid) => `fd ${pid} ${fd}`, step);
  }

  mapping(process: Pid, address: number, step: number): Making | null {
    return this.inherited(process, (pid) => `mapping ${pid} ${address}`, step);
  }

  /** One without a name, in memory. */
  semaphore(process: Pid, address: number, step: number): Making | null {
    return this.inherited(process, (pid) => `semaphore ${pid} ${address}`, step);
  }

  /** "segment 0", "set 1", "queue 2", or the name of a POSIX object. */
  object(name: string): Making | null {
    return this.made.get(name)?.[0] ?? null;
  }

  private addCall(called: Called, returned: TraceEvent & { readonly kind: 'returned' }): void {
    const { call, args, pointed, at } = called;
    const { result, step } = returned;
    const process = this.processes.get(called.pid) ?? called.pid;
    const making = { step, at };
    const object = GETTING[call];
    if (OPENING.test(call) || (call === 'fcntl' && isDuplicate(args[1])))
      this.add(`fd ${process} ${result}`, making);
    if (object !== undefined) this.add(`${object} ${result}`, making);
    switch (call) {
      case 'pipe':
      case 'pipe2':
      case 'socketpair': {
        const pair = returned.pointed?.[call === 'socketpair' ? 3 : 0];
        if (typeof pair !== 'string') return;
        for (const at of [0, 4]) this.add(`fd ${process} ${int32At(pair, at)}`, making);
        return;
      }
      case 'mmap':
      case 'shmat':
        this.add(`mapping ${process} ${result}`, making);
        return;
      case 'sem_init':
        this.add(`semaphore ${process} ${args[0] ?? 0}`, making);
        return;
      case 'sem_open':
      case 'mq_open': {
        const name = pointed?.[0];
        if (typeof name === 'string') this.add(name.startsWith('/') ? name : `/${name}`, making);
        return;
      }
      default:
    }
  }

  private add(what: string, making: Making): void {
    const before = this.made.get(what);
    if (before === undefined) this.made.set(what, [making]);
    else before.push(making);
  }

  private inherited(process: Pid, what: (pid: Pid) => string, step: number): Making | null {
    let pid = process;
    let until = step;
    for (;;) {
      const own = this.made.get(what(pid))?.findLast((making) => making.step <= until);
      if (own !== undefined) return own;
      const creation = this.parents.get(pid);
      if (creation === undefined) return null;
      pid = creation.parent;
      until = creation.step;
    }
  }
}

function isDuplicate(command: number | undefined): boolean {
  return command === F_DUPFD || command === F_DUPFD_CLOEXEC;
}
