/**
 * What an execution shows of others: for each race of an earlier event with a later step, the
 * beginning of executions in which the step comes first, added to the wakeup tree of the state before
 * the event, unless it's explored or planned already.
 *
 * A step races with an event of another thread if they conflict and the step was next in its thread
 * whether or not the event took place. If there was a third event between that happened after the one
 * and before the other, then for steps that can't be disabled the races with the third show all there
 * is to explore. A step that may block can be possible before the event and not before the third (a
 * lock that was given back: the step is possible only before it was taken, not before it was given
 * back), or never come, so all events count that it conflicts with. Whether it's possible in a state
 * that wasn't visited is found out by going there.
 *
 * A step that could have been taken in another way races with itself.
 */
import type { Footprint, Move, Pending, Step, ThreadId } from '../system';
import type { Execution } from './execution';
import type { FootprintId, Footprints } from './footprints';
import type { Node } from './node';
import { graft, graftFor, isWeakInitial, type Graft, type PlannedEvent } from './wakeup-tree';

/** A step that could have come before an event. */
interface LaterStep {
  readonly thread: ThreadId;
  readonly way: number;
  readonly footprint: FootprintId;
  /** When it came; the execution's length if it never did. */
  readonly at: number;
  /** The thread's event before it, or what created the thread. */
  readonly past: number;
  /** Whether it could be impossible in other states. */
  readonly mayBlock: boolean;
  /** Whether it touches all of its footprint. */
  readonly isExact: boolean;
  /** Impossible before all events of this thread. */
  readonly afterEndOf: ThreadId | undefined;
}

/** What has to be seen of a system to try a step out. */
interface TriedSystem {
  /** Then steps may be others than they were, and all that is planned is void. */
  readonly misjudged: boolean;
  pending(): readonly Pending[];
  expected(thread: ThreadId): Footprint;
  retake(move: Move): Step;
}

export class Races {
  /** Something stopped a thread before a step that nothing disables otherwise: a signal. */
  allMayBlock = false;
  /** Steps that can't be taken at the end of the execution. */
  private waiting: LaterStep[] = [];

  constructor(
    private readonly system: TriedSystem,
    private readonly execution: Execution,
    private readonly footprints: Footprints,
    private readonly nodes: readonly Node[],
    private readonly goTo: (depth: number) => void,
  ) {}

  /** The system is at the end of an execution. */
  noteWaiting(): void {
    const pending = this.nodes.at(-1)?.pending ?? [];
    this.waiting = pending
      .filter(({ enabled }) => !enabled)
      .map(({ thread }) => this.neverTaken(thread));
  }

  /** Leaves the system in any state. */
  plan(): void {
    for (const [at, { ended }] of this.nodes.entries()) {
      if (this.system.misjudged) return;
      if (ended.length > 0 && at < this.execution.length) this.goTo(at);
      for (const thread of ended) this.waiting.push(this.neverTaken(thread));
    }
    for (let at = 0; at < this.execution.length; at++) this.planFor(at);
    for (const step of this.waiting) this.planConflicts(step);
  }

  /** A thread's next step in the system's state, which the execution doesn't have. */
  private neverTaken(thread: ThreadId): LaterStep {
    return {
      thread,
      way: 0,
      footprint: this.footprints.numberOf(this.system.expected(thread)),
      at: this.execution.length,
      past: this.execution.pastOfNext(thread),
      mayBlock: true,
      isExact: false,
      afterEndOf: undefined,
    };
  }

  private planFor(at: number): void {
    const { execution } = this;
    const node = this.nodes[at];
    const thread = execution.thread(at);
    const pending = node?.pending.find((other) => other.thread === thread);
    if (node === undefined || pending === undefined) throw new Error(`no state before event ${at}`);
    const footprint = execution.expected(at);
    const isExact = footprint === execution.footprint(at);
    const step: LaterStep = {
      thread,
      way: 0,
      footprint,
      at,
      past: execution.past(at),
      mayBlock: this.allMayBlock || (pending.mayBlock ?? true),
      isExact,
      afterEndOf: pending.afterEndOf,
    };
    if (step.mayBlock || !isExact) this.planConflicts(step);
    else for (const race of node.races) this.planReversal(race, step);
    for (let way = 0; way < pending.ways; way++)
      if (way !== execution.way(at)) this.planReversal(at, { ...step, way, mayBlock: false });
  }

  private planConflicts(step: LaterStep): void {
    const { execution } = this;
    for (let event = step.at - 1; event >= 0; event--)
      if (
        execution.thread(event) !== step.thread &&
        execution.thread(event) !== step.afterEndOf &&
        !execution.happensBefore(event, step.past) &&
        this.footprints.conflict(execution.footprint(event), step.footprint)
      )
        this.planReversal(event, step);
  }

  private planReversal(event: number, step: LaterStep): void {
    const { execution } = this;
    const others: number[] = [];
    for (let other = event + 1; other < execution.length; other++)
      if (
        !execution.happensBefore(event, other) &&
        !(step.at > event && step.at <= other && execution.happensBefore(step.at, other))
      )
        others.push(other);
    if (!step.mayBlock) {
      this.planSequence(event, step, others);
      return;
    }
    const affecting = others.filter(
      (other) =>
        this.footprints.affects(execution.footprint(other), step.footprint) &&
        !execution.happensBefore(other, step.past),
    );
    this.planSubsets(event, step, others, affecting);
  }

  /**
   * Without each of the sets of events that could make the step impossible: it may be possible only
   * before both, the event and others that are independent of it.
   */
  private planSubsets(
    event: number,
    step: LaterStep,
    others: readonly number[],
    affecting: readonly number[],
  ): void {
    const [first, ...rest] = affecting;
    if (first === undefined) {
      this.planSequence(event, step, others);
      return;
    }
    this.planSubsets(event, step, others, rest);
    const isKept = (other: number) => !this.execution.happensBefore(first, other);
    this.planSubsets(event, step, others.filter(isKept), rest.filter(isKept));
  }

  private planSequence(event: number, step: LaterStep, others: readonly number[]): void {
    const node = this.nodes[event];
    if (node === undefined) throw new Error(`no state before event ${event}`);
    const { before, after } = this.around(step, others);
    const first = this.uncovered(node, before, step, after);
    if (first === undefined) return;
    if (!step.mayBlock && step.isExact) {
      graft(first);
      return;
    }
    if (step.isExact && step.past < event && !before.some((other) => this.affects(other, step))) {
      const pending = node.pending.find(({ thread }) => thread === step.thread);
      if (pending?.enabled === true) graft(first);
      return;
    }
    const footprint = this.tryOut(event, before, step);
    if (footprint === undefined) return;
    const exact = this.uncovered(node, before, { ...step, footprint }, after);
    if (exact !== undefined) graft(exact);
  }

  /**
   * The step comes where it came, but after all events that conflict with it: those that came after it
   * are the ones that it would have conflicted with if it had touched more.
   */
  private around(
    step: LaterStep,
    others: readonly number[],
  ): { before: readonly number[]; after: readonly number[] } {
    const { execution, footprints } = this;
    const conflicting = others.filter(
      (other) => other > step.at && footprints.conflict(execution.footprint(other), step.footprint),
    );
    const isBefore = (other: number) =>
      other < step.at || conflicting.some((later) => execution.happensBefore(other, later));
    return {
      before: others.filter(isBefore),
      after: others.filter((other) => !isBefore(other)),
    };
  }

  private affects(event: number, step: LaterStep): boolean {
    return this.footprints.affects(this.execution.footprint(event), step.footprint);
  }

  /** What the step touches after those events; nothing if it can't be taken then. */
  private tryOut(
    event: number,
    before: readonly number[],
    { thread, way }: LaterStep,
  ): FootprintId | undefined {
    const { system, execution } = this;
    this.goTo(event);
    for (const other of before) {
      if (system.misjudged) return undefined;
      system.retake({ thread: execution.thread(other), way: execution.way(other) });
    }
    if (system.misjudged) return undefined;
    const pending = system.pending().find((other) => other.thread === thread);
    if (pending?.enabled !== true || way >= pending.ways) return undefined;
    return this.footprints.numberOf(system.retake({ thread, way }).footprint);
  }

  /** Where and what to add for this sequence, unless it's explored or planned. */
  private uncovered(
    node: Node,
    before: readonly number[],
    { thread, way, footprint }: LaterStep,
    after: readonly number[],
  ): Graft | undefined {
    const sequence = before.map((event) => this.planned(event));
    sequence.push({ thread, way, footprint });
    for (const event of after) sequence.push(this.planned(event));
    const current = node.tree.slice(0, 1);
    const isExplored = [...node.sleep, ...current].some((other) =>
      isWeakInitial(other, sequence, this.footprints),
    );
    return isExplored ? undefined : graftFor(node.tree, sequence, this.footprints);
  }

  private planned(event: number): PlannedEvent {
    const { execution } = this;
    return {
      thread: execution.thread(event),
      way: execution.way(event),
      footprint: execution.footprint(event),
    };
  }
}
