/**
 * A property: what must hold in all executions. Its judge follows one execution step by step and says
 * what is violated. Judges are copied with the states of a search; what one knows of the past is part of
 * a state's key as far as it decides what it will say, so that two ways to a state are only taken for one
 * where it can't tell them apart.
 */
import type { Occurrence } from '../occurrence';
import type { Violation, ViolationKind } from '../result';
import type { Scene } from '../scene';
import type { EndKind } from './observer';

/**
 * What of the executions a search has to keep so that the property is decided. `executions`: one of each
 * class of executions that differ only in the order of independent steps. `states`: each state that can
 * be reached; a search that leaves out states can't decide it.
 */
export type Needs = 'executions' | 'states';

export interface Property {
  readonly kind: ViolationKind;
  readonly needs: Needs;
  judge(): Judge;
}

export interface Judge {
  /** In the first state. */
  began?(scene: Scene): Violation | null;
  /** In the state after a step. */
  stepped(occurrence: Occurrence, scene: Scene): Violation | null;
  /** In the last state of an execution. */
  ended(end: EndKind, scene: Scene): Violation | null;
  /** In the last state of a schedule that ends before the execution does. */
  stopped?(scene: Scene): Violation | null;
  clone(): Judge;
  /** What it remembers, as far as it decides what it will say. */
  key(): string;
}
