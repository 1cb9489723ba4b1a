/** A violation in words for a student: what is wrong, then where and how. */
import type { Violation } from '../../explorer/result';
import type { WaitingThread } from '../../explorer/properties/endings';
import { outcomeText } from '../explain-run';

export interface ViolationText {
  /** Fit for a hidden check. */
  readonly summary: string;
  readonly detail: string | null;
}

export function violationText({ kind, message, details }: Violation): ViolationText {
  if (kind === 'deadlock' && hasWaiting(details))
    return {
      summary: 'There is an order of steps after which nobody can go on.',
      detail: outcomeText({ kind: 'deadlock', waiting: [...details.waiting] }),
    };
  if (kind === 'invariant')
    return {
      summary: 'There is an order of steps that leads where the program must never be.',
      detail: message,
    };
  if (kind === 'mutual-exclusion')
    return {
      summary: 'There is an order of steps in which too many are there at the same time.',
      detail: message,
    };
  return { summary: message, detail: null };
}

function hasWaiting(details: unknown): details is { readonly waiting: readonly WaitingThread[] } {
  return (
    typeof details === 'object' &&
    details !== null &&
    'waiting' in details &&
    Array.isArray(details.waiting)
  );
}
