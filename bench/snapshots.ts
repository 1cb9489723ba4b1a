/** What a snapshot costs, and going back to it: the explorer does both at every choice. */
import { bootMachine } from '../lib/grading/run';
import { compiled } from './simulated';
import { median, processorMs, row, times, us } from './measure';

const REPEATED = 1000;
const INSTRUCTIONS = 1000;

/** A machine of three processes, all of which go on for ever. */
export function benchSnapshots(rounds: number): void {
  console.log('a machine of three processes, against 1,000 of its instructions');
  const machine = bootMachine(compiled('three-processes.c'));
  machine.closeInput();
  machine.run(20_000);
  const each = (work: () => void) => () =>
    processorMs(() => {
      for (let k = 0; k < REPEATED; k += 1) work();
    }) / REPEATED;
  const kept = machine.snapshot();
  const run = each(() => void machine.run(INSTRUCTIONS));
  const figures: readonly (readonly [string, () => number])[] = [
    ['snapshot', each(() => void machine.snapshot())],
    [
      'snapshot and back',
      each(() => {
        machine.restore(machine.snapshot());
      }),
    ],
    [
      'back to an earlier one',
      each(() => {
        machine.restore(kept);
      }),
    ],
  ];
  run();
  for (const [what, cost] of figures) {
    cost();
    const pairs = Array.from({ length: rounds }, () => ({ a: cost(), b: run() }));
    const a = median(pairs.map((pair) => pair.a));
    const b = median(pairs.map((pair) => pair.b));
    row(what, us(a), us(b), times(median(pairs.map((pair) => pair.a / pair.b))));
  }
}
