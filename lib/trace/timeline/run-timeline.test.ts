import { describe, expect, it } from 'vitest';
import { runMain } from '../../kernel/testing/c-program';
import { runTimeline } from './run-timeline';

describe('the timeline of a run', () => {
  const { events } = runMain(`
    int ends[2]; char c;
    pipe(ends);
    if (fork() == 0) {
      read(ends[0], &c, 1);
      _exit(3);
    }
    usleep(10);
    write(ends[1], "x", 1);
    wait(NULL);
    printf("done\\n");`);
  const { lanes, marks, waits } = runTimeline(events);

  it('has a lane for each process and a mark for each thing that others notice', () => {
    expect(lanes.map(({ name }) => name)).toEqual(['parent', 'child']);
    const told = marks.map(({ thread, text, at }) => `${thread} ${text} ${at?.line ?? ''}`.trim());
    expect(told).toEqual([
      '100 starts',
      '100 pipe() 17',
      '100 fork() makes child 18',
      '100 sleep() 22',
      '101 read() gives 1 19',
      '100 write() gives 1 23',
      '100 wait() gives 101 24',
      '101 ends, status 3 20',
      '100 prints “done\\n”',
      '100 ends, status 0',
    ]);
  });

  it('knows who waited for what, and who let them go on', () => {
    const told = waits.map(({ thread, from, to, reason }) => [
      thread,
      reason.kind,
      marks[from]?.text,
      to === null ? null : marks[to]?.text,
    ]);
    expect(told).toEqual([
      [100, 'sleep', 'sleep()', 'read() gives 1'],
      [101, 'pipe-read', 'read() gives 1', 'write() gives 1'],
      [100, 'child', 'wait() gives 101', 'ends, status 3'],
    ]);
  });
});
