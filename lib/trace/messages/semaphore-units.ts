/** Units of semaphores that let somebody go on who waited: who gave them. */
import type { TraceEvent } from '../../kernel/events';
import type { Pid } from '../../kernel/pid';
import type { CallPlaces, LastCall } from './call-places';

export interface Unit {
  readonly name: string;
  readonly from: LastCall;
}

const GIVING = /^(sem_post|semop|semtimedop|semctl|exit|exit_group)$/;

export class SemaphoreUnits {
  /** The semaphores that threads wait for. */
  private readonly waiting = new Map<Pid, string>();

  /** null: nobody's semaphore is given to anybody by this change. */
  changed(event: TraceEvent & { readonly kind: 'state' }, { last }: CallPlaces): Unit | null {
    const { pid, to, reason, step } = event;
    const name = this.waiting.get(pid);
    this.waiting.delete(pid);
    if (to === 'waiting' && reason?.kind === 'semaphore') this.waiting.set(pid, reason.name);
    if (name === undefined || to !== 'ready' || last === null) return null;
    // It goes on within the call that gives: the last one of all, not yet over.
    const gives = last.thread !== pid && last.step === step && !last.isOver;
    return gives && GIVING.test(last.call) ? { name, from: last } : null;
  }
}
