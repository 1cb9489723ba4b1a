/** What the executions of a search come to, so that searches can be compared. */
import type { SearchLimits, SearchObserver, SearchResult } from '../search';
import type { Step, System } from '../system';

export interface Findings {
  readonly result: SearchResult;
  /** Last states, deadlocks marked. */
  readonly ends: ReadonlySet<string>;
  /** Mazurkiewicz traces, and how many executions each had. */
  readonly classes: ReadonlyMap<string, number>;
}

type Search<Snapshot> = (
  system: System<Snapshot>,
  observer: SearchObserver,
  limits: SearchLimits,
) => SearchResult;

export function findingsOf<Snapshot>(
  system: System<Snapshot>,
  search: Search<Snapshot>,
  limits: SearchLimits = {},
): Findings {
  const ends = new Set<string>();
  const classes = new Map<string, number>();
  const result = search(
    system,
    {
      ended: (end) => {
        ends.add(`${end.kind} ${system.stateKey()}`);
        const name = classOf(end.steps());
        classes.set(name, (classes.get(name) ?? 0) + 1);
        return 'continue';
      },
    },
    limits,
  );
  return { result, ends, classes };
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
    return `${name}(${earlier.map((other) => other.name).sort().join(' ')})`;
  });
  return events.sort().join(' ');
}

function conflict(a: Step['footprint'], b: Step['footprint']): boolean {
  return [...a].some(([object, use]) => {
    const other = b.get(object);
    return other !== undefined && (use === 'write' || other === 'write');
  });
}
