/** What stepping through a large recorded run costs: 1,000,000 instructions of 200 processes. */
import { nextBelow, randomState } from '../lib/kernel/random';
import { defaultSchedule } from '../lib/grading/default-schedule';
import { bootMachine } from '../lib/grading/run';
import { Recording } from '../lib/trace/recording/recording';
import type { Direction } from '../lib/trace/recording/event-steps';
import { findMoment, type Target } from '../lib/trace/recording/stepping';
import { median, ms, quantile, row, timeMs } from './measure';
import { compiled } from './simulated';

const INSTRUCTIONS = 1_000_000;

export function benchRecordings(moments: number): void {
  console.log('a recorded run of 200 processes');
  const image = compiled('two-hundred.c', { WORK: 115 });
  const machine = bootMachine(image, { schedule: defaultSchedule, trace: 'full' });
  const recording = new Recording(machine, [{ step: 0, bytes: null }]);
  const recordMs = timeMs(() => {
    while (recording.record(INSTRUCTIONS) === 'recording');
  });
  const { end, events, snapshotCount } = recording;
  row(
    'recorded',
    ms(recordMs),
    `${end.toLocaleString('en')} instructions`,
    `${events.length.toLocaleString('en')} events`,
    `${snapshotCount} snapshots`,
    `${Math.round(process.memoryUsage().rss / 2 ** 20)} MB`,
  );
  const random = randomState(1);
  const anywhere = (): number => nextBelow(random, end);
  const figures: readonly (readonly [string, () => void])[] = [
    ['to a random moment', () => recording.goTo(anywhere())],
    ['back a line, from a random moment', () => step(recording, anywhere(), LINE, 'backward')],
    ['on a line, from a random moment', () => step(recording, anywhere(), LINE, 'forward')],
    ['back a line again and again', () => step(recording, recording.position, LINE, 'backward')],
    ['back a call, from a random moment', () => step(recording, anywhere(), CALL, 'backward')],
  ];
  for (const [what, work] of figures) {
    const each = Array.from({ length: moments }, () => timeMs(work));
    row(what, ms(median(each)), `p95 ${ms(quantile(each, 0.95))}`);
  }
}

const LINE: Target = { kind: 'line', thread: null };
const CALL: Target = { kind: 'event', of: 'call', thread: null };

function step(recording: Recording, from: number, target: Target, direction: Direction): void {
  recording.goTo(from);
  const search = findMoment(recording, target, direction);
  for (;;) {
    const { done, value } = search.next();
    if (done !== true) continue;
    if (value !== null) recording.goTo(value);
    return;
  }
}
