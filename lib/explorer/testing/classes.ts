/** What the executions of a search come to, so that searches can be compared. */
import type { Observer } from '../properties/observer';
import type { Bounds } from '../result';
import type { Search, SearchResult } from '../search';
import type { Step, System } from '../system';

export interface Findings {
  readonly result: SearchResult;
  /** Last states, deadlocks marked. */
  readonly ends: ReadonlySet<string>;
  /** Mazurkiewicz traces, and how many executions each had. */
  readonly classes: ReadonlyMap<string, number>;
}

export function findingsOf<S extends System<unknown>>(
  system: S,
  search: Search<S>,
  bounds: Bounds = {},
): Findings {
  const ends = new Set<string>();
  const classes = new Map<string, number>();
  const path = new Path();
  const result = search(system, {
    bounds,
    observers: [path],
    ended: (end) => {
      ends.add(`${end} ${system.stateKey()}`);
      const name = classOf(path.steps);
      classes.set(name, (classes.get(name) ?? 0) + 1);
    },
    violated: () => 'continue',
    keepGoing: () => true,
  });
  return { result, ends, classes };
}

/** Remembers the steps that led to the present state. */
class Path implements Observer {
  readonly name = 'path';
  steps: readonly Step[] = [];

  begin(): readonly [] {
    this.steps = [];
    return [];
  }

  after(_system: System<unknown>, step: Step): readonly [] {
    this.steps = [...this.steps, step];
    return [];
  }

  ended(): readonly [] {
    return [];
  }

  snapshot(): unknown {
    return this.steps;
  }

  restore(steps: readonly Step[]): void {
    this.steps = steps;
  }

  key(): string {
    return '';
  }
}

/** The same for executions that differ only in the order of steps that commute. */
export function classOf(steps: readonly Step[]): string {
  const counts = new Map<number, number>();
  const named = steps.map(({ move: { thread, way }, footprint }) => {
    const index = (counts.get(thread) ?? 0) + 1;
    counts.set(thread, index);
    return { name: `${thread}.${index}.${way}`, footprint };
  });
  const events = named.map(({ name, footprint }, at) => {
    const earlier = named.slice(0, at).filter((other) => conflict(other.footprint, footprint));
    return `${name}(${earlier
      .map((other) => other.name)
      .sort()
      .join(' ')})`;
  });
  return events.sort().join(' ');
}

function conflict(a: Step['footprint'], b: Step['footprint']): boolean {
  return [...a].some(([object, use]) => {
    const other = b.get(object);
    return other !== undefined && (use === 'write' || other === 'write');
  });
}
