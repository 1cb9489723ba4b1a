/** What all searches have in common: what they are asked, and what they say when they are through. */
import type { EndKind, Observer } from './properties/observer';
import type { Bounds, CutBy, Violation } from './result';
import type { Futures } from './states/futures';
import type { Step, System } from './system';

export interface SearchOptions<S extends System<unknown>> {
  readonly bounds: Bounds;
  /** Of a search of states: what is known of what threads may still do. Then only persistent sets of steps are explored. */
  readonly futures?: Futures;
  readonly observers: readonly Observer<S>[];
  /** A path has come to its end. */
  ended(end: EndKind): void;
  /** 'stop' ends the search. */
  violated(violation: Violation, steps: readonly Step[]): 'continue' | 'stop';
  /** Asked now and then, with what was done so far; false: the host's time is up. */
  keepGoing(done: WorkDone): boolean;
}

export type Search<S extends System<unknown>> = (
  system: S,
  options: SearchOptions<S>,
) => SearchResult;

export type WorkDone = Pick<SearchResult, 'states' | 'transitions'>;

export interface SearchResult {
  /** Everything that can happen was explored. */
  readonly complete: boolean;
  readonly cutBy: CutBy | 'misjudged' | null;
  /** That were told apart; 0 where a search doesn't compare states. */
  readonly states: number;
  /** Executions explored to their end; in a search of traces, one of each. */
  readonly schedules: number;
  /** Executions given up, since what follows is explored elsewhere. */
  readonly blocked: number;
  /** Steps taken; not those taken again to come back to a state. */
  readonly transitions: number;
  /** Some execution comes back to a state in which it was: it may go on for ever. Left out where states aren't compared. */
  readonly cyclic?: boolean;
}

/** Steps between two questions whether to go on. */
export const PATIENCE = 64;
