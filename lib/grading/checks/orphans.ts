/** Processes that live on when their parent has ended, and are adopted. Zombies that are passed on don't count. */
import type { Check } from '../exercise';
import { failed, type JudgeRun, passed } from './check';

export const judgeOrphans: JudgeRun<Extract<Check, { kind: 'orphans' }>> = (
  { expected },
  { events },
) => {
  const ended = new Set<number>();
  const adopted = new Set<number>();
  for (const event of events) {
    if (event.kind === 'ended') ended.add(event.pid);
    if (event.kind === 'reparented' && !ended.has(event.pid)) adopted.add(event.pid);
  }
  if (adopted.size === expected) return passed;
  return failed(
    adopted.size === 0
      ? 'No process lives longer than its parent: there is no orphan.'
      : `${adopted.size === 1 ? 'One process was' : `${adopted.size} processes were`} still there when the parent ended, and became ${adopted.size === 1 ? 'an orphan' : 'orphans'}.`,
    {
      detail:
        expected === 0
          ? 'A parent should outlive its children here.'
          : `There should be ${expected}.`,
      expected: String(expected),
      actual: String(adopted.size),
    },
  );
};
