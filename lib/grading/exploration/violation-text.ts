/** A violation in words for a student: what is wrong, then where and how. */
import { assertNever } from '../../abi/assert-never';
import type { Violation } from '../../explorer/result';

export interface ViolationText {
  /** Fit for a hidden check. */
  readonly summary: string;
  /** Told where there is no story. */
  readonly detail: string | null;
}

export function violationText({ kind, message }: Violation): ViolationText {
  switch (kind) {
    case 'deadlock':
      return orderIn('after which nobody can go on (a deadlock)', message);
    case 'livelock':
    case 'budget':
      return orderIn('in which the program never ends', message);
    case 'invariant':
      return orderIn('that leads where the program must never be', message);
    case 'mutual-exclusion':
      return orderIn('in which too many are there at the same time', message);
    case 'data-race':
      return orderIn(
        'in which two get to the same memory at the same time, and one of them writes (a data race)',
        message,
      );
    case 'busy-wait':
      return orderIn('in which somebody waits by looping (busy waiting)', message);
    case 'starvation':
      return orderIn('in which somebody waits for ever while others go on (starvation)', message);
    case 'bounded-waiting':
      return orderIn('in which others go first again and again', message);
    case 'zombie':
      return orderIn('in which a child stays a zombie', message);
    case 'leftover':
      return orderIn('after which something shared is left behind', message);
    case 'memory-error':
      return orderIn('in which memory is used wrongly', message);
    case 'assertion':
      return orderIn('in which an assertion fails', message);
    case 'abnormal-end':
      return orderIn('in which a process is ended by a signal', message);
    case 'output':
    case 'leak':
    case 'lock-order':
    case 'lost-wakeup':
    case 'unreached':
      return { summary: message, detail: null };
    default:
      return assertNever(kind);
  }
}

function orderIn(which: string, detail: string): ViolationText {
  return { summary: `There is an order of steps ${which}.`, detail };
}
