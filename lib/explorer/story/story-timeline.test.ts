import { describe, expect, it } from 'vitest';
import { Machine } from '../../kernel/machine';
import { replay } from '../../kernel/scheduling/policies/replay';
import { parseSchedule } from '../../kernel/scheduling/schedule-text';
import { Recording } from '../../trace/recording/recording';
import { runTimeline } from '../../trace/timeline/run-timeline';
import { explainViolation } from '../counterexamples/explain';
import { explore } from '../explore';
import type { ExploredProgram } from '../machine/explored-program';
import { exploredMachine, programOf, TEST_HEADERS } from '../testing/c-program';
import { type Story, tellStory } from './story';
import { storyTimeline } from './story-timeline';

const LOST_UPDATE = programOf(`
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

const TURNS_SOURCE = `
struct all { sem_t turn; int count; };
int main(void) {
  struct all *all = (struct all *)shared(sizeof(struct all));
  all->count = 7;
  sem_init(&all->turn, 1, 1);
  if (fork() == 0) {
    sem_wait(&all->turn);
    all->count++;
    sem_post(&all->turn);
    _exit(0);
  }
  sem_wait(&all->turn);
  all->count++;
  sem_post(&all->turn);
  wait(NULL);
  printf("%d\\n", all->count);
  return 0;
}`;

describe('the timeline of a counterexample', () => {
  const found = explore({ program: LOST_UPDATE, machine: exploredMachine }).violations[0];
  if (found === undefined) throw new Error('not refuted');
  const { schedule, story } = explainViolation(found, {
    program: LOST_UPDATE,
    machine: exploredMachine,
    timing: 'any',
    properties: [],
  });
  const recording = recordingOf(LOST_UPDATE, schedule);
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
    expect(timeline.conflicts.some(({ isEssential }) => isEssential)).toBe(true);
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

describe('the timeline of processes that take turns', () => {
  const program = programOf(TURNS_SOURCE);
  const output = explore({ program, machine: exploredMachine }).outputs[0];
  if (output === undefined) throw new Error('no output');
  const { schedule } = output;
  const { events } = recordingOf(program, schedule);
  const timeline = storyTimeline(runTimeline(events), storyOf(program, schedule));

  it('names what calls are about', () => {
    const texts = timeline.marks.map(({ text }) => text);
    expect(texts.filter((text) => /^takes .*all->turn \(now 0\)$/.test(text))).toHaveLength(2);
    expect(texts.filter((text) => /^gives .*all->turn \(now 1\)$/.test(text))).toHaveLength(2);
    expect(texts.some((text) => text.startsWith('sem_wait'))).toBe(false);
  });

  it('joins only what could have come in another order', () => {
    const lineOf = (text: string) =>
      (TEST_HEADERS + TURNS_SOURCE).split('\n').findIndex((line) => line.includes(text)) + 1;
    expect(timeline.conflicts.length).toBeGreaterThan(0);
    for (const { first, second } of timeline.conflicts) {
      // What was there before the fork, and what is read after the wait.
      expect(timeline.marks[first]?.at?.line).not.toBe(lineOf('count = 7'));
      expect(timeline.marks[second]?.at?.line).not.toBe(lineOf('printf'));
    }
  });
});

function recordingOf(program: ExploredProgram, schedule: string): Recording {
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
  return recording;
}

function storyOf(program: ExploredProgram, schedule: string): Story {
  const told = tellStory({
    program,
    machine: exploredMachine,
    schedule,
    violation: null,
    properties: [],
  });
  if (told.kind === 'misfit') throw new Error(told.message);
  return told.story;
}
