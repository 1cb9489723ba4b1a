/** How many processes a run makes, whoever creates them. */
import type { Check } from '../exercise';
import { failed, type JudgeRun, passed } from './check';

export const judgeProcessCount: JudgeRun<Extract<Check, { kind: 'process-count' }>> = (
  { expected },
  { report },
) => {
  const made = report.processes.length;
  if (made === expected) return passed;
  return failed(`The program makes ${processes(made)} (counting the first).`, {
    detail: `It should make ${expected}. ${
      made > expected
        ? 'A child that does not end runs on into code that was meant for its parent, and forks there.'
        : 'Look which process comes to each fork, and how often.'
    }`,
    expected: String(expected),
    actual: String(made),
  });
};

export function processes(n: number): string {
  return n === 1 ? 'one process' : `${n} processes`;
}
