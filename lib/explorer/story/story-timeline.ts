/**
 * A counterexample as a timeline: what the run's events tell, and the accesses to shared memory that its
 * story tells, in order of happening, with the pairs of accesses whose order matters and could have been
 * another one.
 */
import { pid } from '../../kernel/pid';
import type { Pid } from '../../kernel/pid';
import type { Conflict, Lane, Mark, MarkIndex, Timeline } from '../../trace/timeline/timeline';
import type { Story } from './story';
import type { StoryKind } from './story-step';

/** `run`: of the same execution, made again with a full trace. */
export function storyTimeline(run: Timeline, story: Story): Timeline {
  const accesses: Told[] = story.steps.flatMap(({ kind, step, thread, text, at }, index) =>
    kind === 'read' || kind === 'write'
      ? [
          {
            index,
            mark: { kind, step, thread: pid(thread), text: plain(text), at, violation: null },
          },
        ]
      : [],
  );
  const marks: Mark[] = [];
  /** Where each mark of the run, and each step of the story, is now. */
  const ofRun: MarkIndex[] = [];
  const ofStory = new Map<number, MarkIndex>();
  let next = 0;
  const takeUntil = (step: number): void => {
    for (let told = accesses[next]; told !== undefined; told = accesses[next]) {
      if (told.mark.step > step) return;
      ofStory.set(told.index, marks.length);
      marks.push(told.mark);
      next++;
    }
  };
  for (const mark of run.marks) {
    // A step of the search ends before the next operation: what is told at the same step comes first.
    takeUntil(mark.step);
    ofRun.push(marks.length);
    marks.push(mark);
  }
  takeUntil(Infinity);
  nameCalls(marks, story);
  const moved = (index: MarkIndex): MarkIndex => ofRun[index] ?? index;
  const movedOrNull = (index: MarkIndex | null): MarkIndex | null =>
    index === null ? null : moved(index);
  const lanes = run.lanes.map((lane) => ({
    ...lane,
    ended: movedOrNull(lane.ended),
    reaped: movedOrNull(lane.reaped),
    threads: lane.threads.map((thread) => ({
      ...thread,
      begins: moved(thread.begins),
      ends: movedOrNull(thread.ends),
    })),
  }));
  const lineage = new Lineage(lanes, marks);
  const essential = new Set(story.essential);
  return {
    lanes,
    marks: withViolation(marks, story),
    waits: run.waits.map((wait) => ({
      ...wait,
      from: moved(wait.from),
      to: movedOrNull(wait.to),
    })),
    conflicts: story.conflicts.flatMap(({ first, second, object }): readonly Conflict[] => {
      const from = ofStory.get(first);
      const to = ofStory.get(second);
      if (from === undefined || to === undefined || lineage.orders(from, to)) return [];
      const isEssential = essential.has(first) && essential.has(second);
      return [{ first: from, second: to, object: plain(object), isEssential }];
    }),
    omitted: run.omitted,
  };
}

const OF_CALLS: ReadonlySet<StoryKind> = new Set(['lock', 'unlock', 'wait', 'notify', 'message']);

/** What a call does to which object says more than its name: "takes a unit from full", not "sem_wait()". */
function nameCalls(marks: Mark[], { steps }: Story): void {
  const named = new Set<MarkIndex>();
  for (const { kind, step, thread, text } of steps) {
    if (!OF_CALLS.has(kind)) continue;
    const index = marks.findLastIndex((mark) => mark.thread === thread && mark.step <= step);
    const mark = marks[index];
    // Of a call that has to wait, that it waits is what comes first.
    if (mark?.kind !== 'call' || named.has(index)) continue;
    named.add(index);
    marks[index] = { ...mark, text: plain(text) };
  }
}

interface Told {
  readonly index: number;
  readonly mark: Mark;
}

/** Who made whom: what came before a fork came before all that the child does, in any schedule. */
class Lineage {
  private readonly births = new Map<Pid, { readonly by: Pid | null; readonly at: MarkIndex }>();
  private readonly laneOf = new Map<Pid, Lane>();

  constructor(
    lanes: readonly Lane[],
    private readonly marks: readonly Mark[],
  ) {
    for (const lane of lanes)
      for (const { id, begins } of lane.threads) {
        const maker = marks[begins]?.thread ?? id;
        this.births.set(id, { by: maker === id ? null : maker, at: begins });
        this.laneOf.set(id, lane);
      }
  }

  /** That the one comes before the other is no accident. */
  orders(first: MarkIndex, second: MarkIndex): boolean {
    const one = this.marks[first]?.thread;
    const other = this.marks[second]?.thread;
    if (one === undefined || other === undefined) return false;
    return this.madeAfter(other, one, first) || this.waitedFor(one, other, second);
  }

  /** The thread, or one that it comes from, was made by `maker` after its mark. */
  private madeAfter(thread: Pid, maker: Pid, mark: MarkIndex): boolean {
    for (let birth = this.births.get(thread); birth !== undefined && birth.at >= mark;) {
      if (birth.by === maker) return true;
      birth = birth.by === null ? undefined : this.births.get(birth.by);
    }
    return false;
  }

  /** The process had ended and its parent had waited for it before the parent's mark. */
  private waitedFor(thread: Pid, parent: Pid, mark: MarkIndex): boolean {
    const lane = this.laneOf.get(thread);
    return (
      lane?.reaped != null && lane.reaped <= mark && this.births.get(lane.process)?.by === parent
    );
  }
}

/** The last mark is where it has gone wrong, unless one says so itself. */
function withViolation(marks: readonly Mark[], { violation }: Story): readonly Mark[] {
  if (violation === null || marks.some((mark) => mark.violation !== null)) return marks;
  return marks.map((mark, k) =>
    k === marks.length - 1 ? { ...mark, violation: violation.message } : mark,
  );
}

/** Marks are short and have no code in them that would be set apart. */
function plain(text: string): string {
  return text.replaceAll('`', '');
}
