/**
 * What pipes and message queues are called in a story: a pipe by the array that its descriptors were
 * written to when it was made; and what there is only one of needs no number.
 */
import type { SharedObject } from '../occurrence';
import type { Upcoming } from '../operations/follower';
import type { Kernel } from '../../kernel/kernel';
import type { ThreadId } from '../system';

export class ChannelNames {
  private readonly pipes = new Map<string, string | null>();
  private next: string | null = null;

  /** In the state before a step. `nameAt`: what lies at an address, for the thread. */
  about(
    { thread, call, argument }: Upcoming,
    nameAt: (thread: ThreadId, address: number) => string,
  ): void {
    const isPipe = call === 'pipe' || call === 'pipe2';
    this.next =
      isPipe && argument !== null ? nameAt(thread, argument).replace(/\[0\]`$/, '`') : null;
  }

  /** In the state after it. */
  happened({ state }: Kernel): void {
    for (const pipe of state.pipes.keys())
      if (!this.pipes.has(`${pipe}`)) this.pipes.set(`${pipe}`, this.next);
  }

  /** null: it has only a number. */
  nameOf({ kind, key }: SharedObject, { state }: Kernel): string | null {
    if (kind === 'pipe') {
      const name = this.pipes.get(key);
      if (name?.startsWith('`') === true) return `the pipe ${name}`;
      return this.pipes.size === 1 ? 'the pipe' : null;
    }
    if (kind === 'queue' && /^\d+$/.test(key) && state.messageQueues.queues.size <= 1)
      return 'the message queue';
    return null;
  }
}
