/** Every process that ends is waited for by the process that created it. */
import type { Check } from '../exercise';
import type { TraceEvent } from '../../kernel/events';
import { failed, type JudgeRun, passed } from './check';

export const judgeNoZombies: JudgeRun<Extract<Check, { kind: 'no-zombies' }>> = (
  _check,
  { report, events },
) => {
  const left = report.processes.filter(({ leftZombie }) => leftZombie);
  const first = left[0];
  if (first === undefined) return passed;
  const line = createdAtLine(events, first.pid);
  return failed(
    left.length === 1
      ? 'One process ended and its parent never waited for it: it stayed a zombie.'
      : `${left.length} processes ended and their parents never waited for them: they stayed zombies.`,
    {
      detail: `Process ${first.pid}${line === null ? '' : `, created in line ${line},`} is ${left.length === 1 ? 'the one' : 'the first of them'}. Its parent, process ${first.createdBy ?? '?'}, needs a wait or waitpid for each child that it creates.`,
      line,
    },
  );
};

function createdAtLine(events: readonly TraceEvent[], pid: number): number | null {
  const created = events.find((event) => event.kind === 'created' && event.pid === pid);
  return created?.kind === 'created' ? (created.at?.line ?? null) : null;
}
