/** What is known of the objects that a machine's threads touch: numbers, which are shared, which are not whole. */
import type { Kernel } from '../../kernel/kernel';
import type { Thread } from '../../kernel/threads/thread';
import type { ExecutionContext } from '../../vm/context';
import type { Pid } from '../../kernel/pid';
import type { Process } from '../../kernel/processes/process';
import type { ThreadId, Use } from '../system';
import { EVERYTHING } from './objects';
import { Sharing } from './sharing';
import { Spaces } from './spaces';
import { stackOf, type StackRange } from './stack-range';
import { Touched, type ObjectsTouched } from './touched';
import { UnannouncedEnds } from './unannounced-ends';

export class SharedObjects implements ObjectsTouched {
  readonly sharing = new Sharing();
  readonly spaces = new Spaces();
  readonly ends = new UnannouncedEnds();
  /** Where each thread has its stack that ever touched anything. */
  readonly stacks = new Map<ThreadId, StackRange>();
  /** Somebody reads the clock: then time is part of the state. */
  clockIsRead = false;
  /** Somebody asks who used a System V object last: then that is, too. */
  lastUsersAreRead = false;
  /** Some thread is never joined. */
  somethingDetached = false;
  /** Words of which different bytes are used. */
  private readonly split = new Set<number>();
  private forcing = false;

  constructor(private readonly kernel: Kernel) {}

  noteStack({ id }: Thread, context: ExecutionContext): void {
    if (!this.stacks.has(id)) this.stacks.set(id, stackOf(context));
  }

  spaceOf(kind: 'p' | 'r', id: number): number {
    return this.spaces.numberOf(kind, id);
  }

  touches(object: number, thread: ThreadId, use: Use): boolean {
    if (this.forcing && use === 'read' && object !== EVERYTHING) this.sharing.share(object);
    if (this.othersAreDone()) return this.sharing.isShared(object);
    return this.sharing.touch(object, thread, use);
  }

  isSplit(word: number): boolean {
    return this.split.has(word);
  }

  splitWord(word: number): void {
    this.split.add(word);
    this.sharing.grown = true;
  }

  detaches(): void {
    if (this.somethingDetached) return;
    this.somethingDetached = true;
    this.sharing.grown = true;
  }

  readsClock(): void {
    if (this.clockIsRead) return;
    this.clockIsRead = true;
    this.sharing.grown = true;
  }

  readsLastUsers(): void {
    if (this.lastUsersAreRead) return;
    this.lastUsersAreRead = true;
    this.sharing.grown = true;
  }

  /** Processes that a step ended or stopped, of which its operation didn't tell. */
  noteEnds(thread: ThreadId, pc: number, ended: readonly Pid[]): void {
    if (ended.length > 0 && this.ends.note(thread, pc, ended)) this.sharing.grown = true;
  }

  /** What is read meanwhile is shared from now on. */
  shareReads(reading: () => void): void {
    this.forcing = true;
    reading();
    this.forcing = false;
  }

  /** Somebody looks at memory from outside: changes of what is shared there are steps of their own. Gives what is. */
  watch(process: Process, address: number, bytes: number): Iterable<number> {
    const touched = new Touched(this, process.pid, process);
    this.shareReads(() => {
      touched.memory(address, bytes, 'read');
    });
    return touched.footprint.keys();
  }

  /**
   * Whether all that anybody else ever did lies behind the only thread that is left: it has waited for
   * them all. One that ended and wasn't waited for may as well be late, and so may the signal whose handler
   * it is in.
   */
  othersAreDone(): boolean {
    const { threads, processes, ended, timers } = this.kernel.state;
    if (threads.size > 1 || processes.size > 1 || timers.length > 0) return false;
    if (this.somethingDetached && this.kernel.state.tasksCreated > 1) return false;
    for (const { joinable } of processes.values()) if (joinable.size > 1) return false;
    for (const { signals } of threads.values()) if (signals.frames.length > 0) return false;
    return ended.every(({ reapedBy }) => reapedBy !== null);
  }
}
