/**
 * All interleavings, one after the other, without any reduction: what the other searches are measured
 * against, and far too slow for anything but small programs.
 */
import { ObservedSystem } from '../observed-system';
import type { EndKind } from '../properties/observer';
import type { CutBy, Violation } from '../result';
import { PATIENCE, type SearchOptions, type SearchResult } from '../search';
import type { Move, Pending, Step, System } from '../system';

interface Branching {
  /** Of the steps so far; the state is that after them. */
  readonly depth: number;
  restore(): void;
  /** Moves not yet tried, the next one last. */
  readonly untried: Move[];
}

/** Bounds of preemptions and states make no sense here. */
export function searchPlain<Snapshot, S extends System<Snapshot>>(
  system: S,
  options: SearchOptions<S>,
): SearchResult {
  return new PlainSearch<Snapshot, S>(system, options).search();
}

class PlainSearch<Snapshot, S extends System<Snapshot>> {
  private readonly system: ObservedSystem<Snapshot, S>;
  private readonly steps: Step[] = [];
  private readonly branchings: Branching[] = [];
  private schedules = 0;
  private transitions = 0;
  private cutBy: CutBy | 'misjudged' | null = null;
  private isStopped = false;

  constructor(
    system: S,
    private readonly options: SearchOptions<S>,
  ) {
    this.system = new ObservedSystem(system, options.observers, (violation) =>
      this.violated(violation),
    );
  }

  search(): SearchResult {
    this.follow();
    for (let next = this.branchings.at(-1); next !== undefined; next = this.branchings.at(-1)) {
      const { schedules = Infinity } = this.options.bounds;
      if (this.schedules >= schedules) this.stop('schedules');
      if (this.isStopped) break;
      const move = next.untried.pop();
      if (next.untried.length === 0) this.branchings.pop();
      if (move === undefined) continue;
      next.restore();
      this.steps.length = next.depth;
      this.take(move);
      this.follow();
    }
    const { cutBy, schedules, transitions } = this;
    return { complete: cutBy === null, cutBy, states: 0, schedules, blocked: 0, transitions };
  }

  /** To the end of an execution, always by the first move. */
  private follow(): void {
    const { depth = Infinity } = this.options.bounds;
    while (!this.isStopped) {
      const pending = this.system.pending();
      if (this.system.misjudged) return this.stop('misjudged');
      const [first, ...others] = movesOf(pending);
      if (first === undefined) return this.conclude(pending.length > 0 ? 'deadlock' : 'finished');
      if (this.steps.length >= depth) {
        this.cutBy ??= 'depth';
        return;
      }
      if (others.length > 0) {
        const snapshot = this.system.snapshot();
        const restore = () => this.system.restore(snapshot);
        this.branchings.push({ depth: this.steps.length, restore, untried: others.reverse() });
      }
      this.take(first);
    }
  }

  private take(move: Move): void {
    const { transitions = Infinity } = this.options.bounds;
    if (this.transitions >= transitions) return this.stop('transitions');
    if (
      this.transitions % PATIENCE === 0 &&
      !this.options.keepGoing({ states: 0, transitions: this.transitions })
    )
      return this.stop('time');
    this.transitions++;
    this.steps.push(this.system.take(move));
  }

  private conclude(end: EndKind): void {
    this.schedules++;
    this.options.ended(end);
    for (const violation of this.system.ended(end)) this.violated(violation);
  }

  private violated(violation: Violation): void {
    if (this.isStopped) return;
    if (this.options.violated(violation, this.steps) === 'stop') this.stop('violation');
  }

  private stop(by: CutBy | 'misjudged'): void {
    if (!this.isStopped) this.cutBy = by;
    this.isStopped = true;
  }
}

function movesOf(pending: readonly Pending[]): Move[] {
  return pending
    .filter(({ enabled }) => enabled)
    .flatMap(({ thread, ways }) => Array.from({ length: ways }, (_, way) => ({ thread, way })));
}
