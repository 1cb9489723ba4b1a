import type { Pid } from '../../pid';

/** Stands in a queue. */
export interface Waiter {
  readonly thread: Pid;
  /** What it would do: "read", "takes 2", "write lock". */
  readonly wants: string;
}
