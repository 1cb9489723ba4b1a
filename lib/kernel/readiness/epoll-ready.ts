/**
 * The ready lists of epoll(7). An interest enters the list when one of its events comes up, or when more
 * is there to read than before; whoever waits takes it from there. Level-triggered ones stay in the list
 * while they are ready, edge-triggered ones leave it once they are told.
 */
import { eventObject } from '../event-descriptors/object-of-inode';
import type { EpollObject, Interest } from '../event-descriptors/event-object';
import type { Kernel } from '../kernel';
import type { Pid } from '../pid';
import { EpollFlag, READABLE, Ready } from './poll-events';
import { amountOf, readinessOf } from './readiness';

/** Epoll descriptors may watch each other, so deep: fs/eventpoll.c. */
const NESTING_MAX = 5;

export interface EpollEvent {
  readonly events: number;
  readonly data: bigint;
}

/** Puts every interest that has news into the list of its epoll. */
export function noteNews(kernel: Kernel): void {
  const { epolls } = kernel.state;
  for (let depth = 0; depth < NESTING_MAX && epolls.length > 0; depth++) {
    let changed = false;
    for (const inode of epolls) {
      const object = eventObject(kernel, inode);
      if (object?.kind === 'epoll' && lookAtAll(kernel, object)) changed = true;
    }
    if (!changed) return;
  }
}

/** True: the ready list has grown. */
function lookAtAll(kernel: Kernel, object: EpollObject): boolean {
  const before = object.ready;
  object.interests = object.interests.map((interest) => {
    const description = kernel.state.descriptions.get(interest.description);
    if (description === undefined) return interest;
    const seenEvents = eventsOf(kernel, interest, interest.owner);
    const seenAmount = amountOf(kernel, description, interest.owner);
    if (seenEvents === interest.seenEvents && seenAmount === interest.seenAmount) return interest;
    const comesUp = (seenEvents & ~interest.seenEvents) !== 0;
    const more = (seenEvents & READABLE) !== 0 && seenAmount > interest.seenAmount;
    if ((comesUp || more) && !interest.disabled && !object.ready.includes(interest.number))
      object.ready = [...object.ready, interest.number];
    return { ...interest, seenEvents, seenAmount };
  });
  return object.ready !== before;
}

/** Which of its events an interest has now. `viewer`: the thread whose signals a signalfd tells. */
function eventsOf(kernel: Kernel, interest: Interest, viewer: Pid): number {
  const description = kernel.state.descriptions.get(interest.description);
  if (description === undefined || interest.disabled) return 0;
  const always = Ready.POLLERR | Ready.POLLHUP;
  return readinessOf(kernel, description, viewer) & (interest.events | always);
}

/** Takes what a waiting thread is told, at most `max` events; none leaves the list as it is but for what is over. */
export function collect(
  kernel: Kernel,
  object: EpollObject,
  viewer: Pid,
  max: number,
): readonly EpollEvent[] {
  const told: EpollEvent[] = [];
  const waiting = object.ready;
  let rest: readonly number[] = [];
  const again: number[] = [];
  for (const [k, number] of waiting.entries()) {
    if (told.length === max) {
      rest = waiting.slice(k);
      break;
    }
    const interest = object.interests.find((each) => each.number === number);
    if (interest === undefined) continue;
    const events = eventsOf(kernel, interest, viewer);
    if (events === 0) continue;
    told.push({ events, data: interest.data });
    if ((interest.events & EpollFlag.EPOLLONESHOT) !== 0)
      object.interests = object.interests.map((each) =>
        each === interest ? { ...each, disabled: true } : each,
      );
    else if ((interest.events & EpollFlag.EPOLLET) === 0) again.push(number);
  }
  object.ready = [...rest, ...again];
  return told;
}
