/**
 * A property as a search sees it: an observer of the steps of the path that the search is on. What it
 * remembers of the path is part of the state that the search tells apart (`key`), and goes back with it
 * (`snapshot`, `restore`). A search leaves out orders of independent steps, so what an observer says must
 * not depend on their order.
 */
import type { Move, Step, System } from '../system';
import type { Violation } from '../result';

/** finished: all threads ended. deadlock: some are left, and none can go on. */
export type EndKind = 'finished' | 'deadlock';

export interface Observer<S extends System<unknown> = System<unknown>> {
  readonly name: string;
  /** As of `Property`; left out: every state. */
  readonly needs?: 'executions' | 'states';
  /** In the first state of a search; again if it begins again. What private work before it does counts, too. */
  begin(system: S): readonly Violation[];
  /** The system stands before the step. */
  before?(system: S, move: Move): void;
  /** The step was taken. */
  after(system: S, step: Step): readonly Violation[];
  /** The path ends here. */
  ended(system: S, end: EndKind): readonly Violation[];
  snapshot(): unknown;
  restore(snapshot: unknown): void;
  /** Equal where the same would be said of all that may follow. */
  key(): string;
}
