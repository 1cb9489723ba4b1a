/**
 * A counterexample as a timeline: what the run's events tell, and the accesses to shared memory that its
 * story tells, in order of happening, with the pairs of accesses whose order matters.
 */
import { pid } from '../../kernel/pid';
import type { Conflict, Mark, MarkIndex, Timeline } from '../../trace/timeline/timeline';
import type { Story } from './story';

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
  const moved = (index: MarkIndex): MarkIndex => ofRun[index] ?? index;
  const movedOrNull = (index: MarkIndex | null): MarkIndex | null =>
    index === null ? null : moved(index);
  return {
    lanes: run.lanes.map((lane) => ({
      ...lane,
      ended: movedOrNull(lane.ended),
      reaped: movedOrNull(lane.reaped),
      threads: lane.threads.map((thread) => ({
        ...thread,
        begins: moved(thread.begins),
        ends: movedOrNull(thread.ends),
      })),
    })),
    marks: withViolation(marks, story),
    waits: run.waits.map((wait) => ({
      ...wait,
      from: moved(wait.from),
      to: movedOrNull(wait.to),
    })),
    conflicts: story.conflicts.flatMap(({ first, second, object }): readonly Conflict[] => {
      const from = ofStory.get(first);
      const to = ofStory.get(second);
      return from === undefined || to === undefined
        ? []
        : [{ first: from, second: to, object: plain(object) }];
    }),
    omitted: run.omitted,
  };
}

interface Told {
  readonly index: number;
  readonly mark: Mark;
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
