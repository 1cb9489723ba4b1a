import { describe, expect, it } from 'vitest';
import { Machine } from '../../kernel/machine';
import { replay } from '../../kernel/scheduling/policies/replay';
import { parseSchedule } from '../../kernel/scheduling/schedule-text';
import { Recording } from '../../trace/recording/recording';
import { runTimeline } from '../../trace/timeline/run-timeline';
import { explainViolation } from '../counterexamples/explain';
import { explore } from '../explore';
import { exploredMachine, programOf } from '../testing/c-program';
import { storyTimeline } from './story-timeline';

const program = programOf(`
int main(void) {
  int *count = shared(1);
  if (fork() == 0) {
    *count = *count + 1;
    _exit(0);
  }
  *count = *count + 1;
  wait(NULL);
  assert(*count == 2);
  return 0;
}`);

describe('the timeline of a counterexample', () => {
  const found = explore({ program, machine: exploredMachine }).violations[0];
  if (found === undefined) throw new Error('not refuted');
  const { schedule, story } = explainViolation(found, {
    program,
    machine: exploredMachine,
    timing: 'any',
    properties: [],
  });
  const parsed = parseSchedule(schedule);
  if (parsed.kind !== 'schedule') throw new Error(parsed.message);
  const machine = new Machine({
    ...exploredMachine,
    trace: 'full',
    scheduler: replay(parsed.choices, parsed.timing),
  });
  machine.boot(program.image, program.argv, program.env);
  const recording = new Recording(machine, [{ step: 0, bytes: null }]);
  while (recording.record(100_000) === 'recording');
  const timeline = storyTimeline(runTimeline(recording.events), story);

  it('has the reads and writes that lose an update, in order, joined where they conflict', () => {
    const accesses = timeline.marks.filter(({ kind }) => kind === 'read' || kind === 'write');
    const writes = accesses.filter(({ kind }) => kind === 'write').map(({ at }) => at?.line);
    expect(writes).toHaveLength(2);
    expect(new Set(writes).size).toBe(2);
    expect(timeline.conflicts.length).toBeGreaterThan(0);
    for (const { first, second, object } of timeline.conflicts) {
      expect(timeline.marks[first]?.thread).not.toBe(timeline.marks[second]?.thread);
      expect(first).toBeLessThan(second);
      expect(object).toContain('count');
    }
    const steps = timeline.marks.map(({ step }) => step);
    expect(steps).toEqual(steps.toSorted((a, b) => a - b));
  });

  it('says where it has gone wrong', () => {
    expect(timeline.marks.filter(({ violation }) => violation !== null)).toMatchObject([
      { violation: expect.stringContaining('*count == 2') as string },
    ]);
  });

  it('goes to each of its marks', () => {
    for (const { step } of timeline.marks.toReversed()) {
      recording.goTo(step);
      expect(recording.position).toBe(step);
    }
  });
});
