/**
 * What people call the processes and threads of a run: "parent", "child 2", "child 1.2" for a grandchild,
 * "thread `worker` 1". Told from what the kernel knows at a time; whoever has ended keeps its name.
 */
import { TEXT_BASE } from '../../abi/address-space';
import { functionAt } from '../../vm/debug-info';
import { studentFrames } from '../../vm/stack-walk';
import type { Kernel } from '../../kernel/kernel';
import { FIRST_PID, type Pid } from '../../kernel/pid';
import type { ThreadId } from '../system';

interface Known {
  readonly process: number;
  /** Who made the process, or the thread; null: the first. */
  readonly maker: number | null;
  /** Of a thread beside its process's first: the function that it runs. */
  start: string | null;
}

export class ThreadNames {
  private readonly known = new Map<ThreadId, Known>();

  /** Takes note of who is there. */
  update(kernel: Kernel): void {
    const { processes, threads } = kernel.state;
    for (const process of processes.values())
      if (!this.known.has(process.pid))
        this.known.set(process.pid, {
          process: process.pid,
          maker: process.createdBy,
          start: null,
        });
    for (const { id, process } of threads.values()) {
      if (id === process) continue;
      const known = this.known.get(id);
      if (known?.start != null) continue;
      const start = startOf(kernel, id);
      if (known === undefined) this.known.set(id, { process, maker: process, start });
      else known.start = start;
    }
  }

  nameOf(id: ThreadId): string {
    const known = this.known.get(id);
    if (known === undefined) return `process ${id}`;
    const { process } = known;
    const owner = this.processName(process);
    if (id === process) return owner;
    const ofFirst = process === FIRST_PID;
    const thread = this.threadName(id, known);
    return ofFirst ? thread : `${owner}'s ${thread}`;
  }

  private processName(process: number): string {
    if (process === FIRST_PID) {
      if (this.childrenOf(process).length > 0) return 'parent';
      return this.known.size > 1 ? '`main`' : 'the process';
    }
    const path = this.pathOf(process);
    const [, ...rest] = path;
    const only = rest.length === 0 && this.childrenOf(FIRST_PID).length === 1;
    return only ? 'child' : `child ${path.join('.')}`;
  }

  /** Which child of which child, from 1. */
  private pathOf(process: number): readonly number[] {
    const maker = this.known.get(process)?.maker ?? null;
    if (maker === null) return [];
    const place = this.childrenOf(maker).indexOf(process) + 1;
    return maker === FIRST_PID ? [place] : [...this.pathOf(maker), place];
  }

  private childrenOf(process: number): readonly number[] {
    const children: number[] = [];
    for (const [id, known] of this.known)
      if (id === known.process && known.maker === process) children.push(id);
    return children.sort((a, b) => a - b);
  }

  private threadName(id: ThreadId, { process, start }: Known): string {
    const same = [...this.known]
      .filter(
        ([other, known]) => known.process === process && other !== process && known.start === start,
      )
      .map(([other]) => other)
      .sort((a, b) => a - b);
    const name = start === null ? 'thread' : `thread \`${start}\``;
    return same.length > 1 ? `${name} ${same.indexOf(id) + 1}` : name;
  }
}

/** The outermost function of the student's on the stack, or what thread_create was given. */
function startOf(kernel: Kernel, id: Pid): string | null {
  const context = kernel.contexts.get(id);
  if (context === undefined) return null;
  const outermost = [...studentFrames(context)].at(-1);
  if (outermost !== undefined) return outermost.function.name;
  // Before its first step: the start routine is the first parameter of the library's frame.
  const address = context.memory.readInt64(context.fp + 16) ?? 0;
  const found = functionAt(context.image, (address - TEXT_BASE) / 4);
  return found === null || found.library ? null : found.name;
}
