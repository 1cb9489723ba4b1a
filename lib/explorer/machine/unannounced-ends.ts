/**
 * Steps that turned out to end or stop a process though nothing announced it: the private work after
 * them fails, the thread sends itself a signal, or nobody reads what it writes. What the end of a process
 * touches belongs to such a step. Like what is shared, this is found out: the search begins again, and
 * then each step of that thread from the same place is taken for one that may end the process. Once a
 * search comes to its end without a new one, no step touched more than it said before.
 */
import type { Pid } from '../../kernel/pid';
import type { Process } from '../../kernel/processes/process';
import type { ThreadId } from '../system';

const CODE_SIZE_MAX = 2 ** 28;

export class UnannouncedEnds {
  /** By thread and place in its code: whose ends a step from there may bring. */
  private readonly known = new Map<number, readonly Pid[]>();

  at(thread: ThreadId, pc: number): readonly Pid[] {
    return this.known.get(thread * CODE_SIZE_MAX + pc) ?? [];
  }

  /** Processes that a step ended or stopped. True: one of them was not known to. */
  note(thread: ThreadId, pc: number, ended: readonly Pid[]): boolean {
    const known = this.at(thread, pc);
    const others = ended.filter((each) => !known.includes(each));
    if (others.length > 0) this.known.set(thread * CODE_SIZE_MAX + pc, [...known, ...others]);
    return others.length > 0;
  }
}

export function goesOn(process: Process | undefined): boolean {
  return process !== undefined && process.state !== 'zombie' && process.stopped === null;
}
