/** Every process ends by itself: no deadlock, no endless loop. */
import type { Check } from '../exercise';
import { outcomeText } from '../explain-run';
import { failed, type JudgeRun, passed } from './check';

export const judgeAllEnd: JudgeRun<Extract<Check, { kind: 'all-end' }>> = (_check, { report }) => {
  const problem = outcomeText(report.outcome);
  return problem === null ? passed : failed(problem);
};
