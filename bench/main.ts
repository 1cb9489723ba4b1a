/**
 * `npm run bench`: everything as ratios and medians of one run on one machine. `--quick` does fewer
 * rounds and ends within 50 s.
 */
import { benchExecution } from './execution';
import { benchExplorer } from './explorer/bench-explorer';
import { benchKernel } from './kernel-costs';
import { Machine } from '../lib/kernel/machine';
import { hasGcc } from './native';
import { benchOtherInterpreter } from './other-interpreter';
import { benchRecordings } from './recordings';
import { benchSnapshots } from './snapshots';
import { benchSubmission } from './submission';
import { benchTyping } from './typing';
import { benchWholeRun } from './whole-run';

const quick = process.argv.includes('--quick');
const rounds = quick ? 3 : 9;

Machine.rehearse();
if (hasGcc()) {
  benchExecution(quick ? 1 : rounds, quick ? 0.1 : 1);
  benchWholeRun(quick ? 5 : 15);
  benchKernel(rounds);
  benchOtherInterpreter(rounds);
  benchTyping(quick ? 9 : 25);
} else {
  console.log('No gcc on this machine: nothing to compare the simulator with.');
}
benchSnapshots(rounds);
benchRecordings(quick ? 20 : 100);
benchExplorer(quick);
await benchSubmission(quick ? 10 : 50);
