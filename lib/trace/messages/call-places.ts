/** Which call each thread has made last, and so at which line a process sends or receives. */
import type { SystemCallName } from '../../abi/system-calls';
import type { SourcePosition, TraceEvent } from '../../kernel/events';
import type { Pid } from '../../kernel/pid';
import type { MessageKind } from './endpoint';

export interface LastCall {
  readonly thread: Pid;
  readonly process: Pid;
  readonly call: SystemCallName;
  readonly step: number;
  readonly at: SourcePosition | null;
  isOver: boolean;
}

const CALLS: Readonly<Record<MessageKind, RegExp>> = {
  pipe: /read|write|sendfile|splice/,
  queue: /^(msg|mq_)/,
  connection: /^(connect|accept)/,
  socket: /read|write|send|recv/,
  signal: /kill|sig|pause|sleep|wait/,
  semaphore: /^sem/,
  exit: /exit|wait/,
};

export class CallPlaces {
  private readonly processes = new Map<Pid, Pid>();
  private readonly threads = new Map<Pid, Pid[]>();
  private readonly calls = new Map<Pid, LastCall>();
  /** Of anybody. */
  last: LastCall | null = null;

  add(event: TraceEvent): void {
    const { pid, step } = event;
    switch (event.kind) {
      case 'created':
        this.threads.set(pid, [pid]);
        return;
      case 'thread-created':
        this.processes.set(pid, event.process);
        this.threads.get(event.process)?.push(pid);
        return;
      case 'called': {
        const { call, at } = event;
        const process = this.processOf(pid);
        this.last = { thread: pid, process, call, step, at, isOver: false };
        this.calls.set(pid, this.last);
        return;
      }
      case 'returned': {
        const call = this.calls.get(pid);
        if (call?.call === event.call) call.isOver = true;
        return;
      }
      default:
        return;
    }
  }

  processOf(thread: Pid): Pid {
    return this.processes.get(thread) ?? thread;
  }

  callOf(thread: Pid): LastCall | null {
    return this.calls.get(thread) ?? null;
  }

  /** The line of the process's call that has to do with such messages, an unfinished one first. */
  placeOf(process: Pid, kind: MessageKind): SourcePosition | null {
    const calls = (this.threads.get(process) ?? []).flatMap((id) => this.calls.get(id) ?? []);
    const fitting = calls.filter(({ call }) => CALLS[kind].test(call));
    return (fitting.find(({ isOver }) => !isOver) ?? fitting.at(-1) ?? calls[0])?.at ?? null;
  }
}
