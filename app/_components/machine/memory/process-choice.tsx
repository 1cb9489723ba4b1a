import type { ProcessView } from '@/lib/kernel/inspection/machine-view';
import type { Pid } from '@/lib/kernel/pid';
import type { ProcessNames } from '../process-names';
import { nameOf } from './memory-words';

type ProcessChoiceProps = {
  readonly processes: readonly ProcessView[];
  readonly names: ProcessNames;
  /** Empty: whoever runs. */
  readonly chosen: readonly Pid[];
  readonly shown: readonly Pid[];
  readonly onChoose: (pids: readonly Pid[]) => void;
};

/** Whose memory is shown, and whose beside it. */
export function ProcessChoice({ processes, names, chosen, shown, onChoose }: ProcessChoiceProps) {
  const [first, second] = chosen;
  const [present] = shown;
  const all = [...new Set([...processes.map(({ pid }) => pid), ...chosen])];
  const pidOf = (text: string) => all.find((pid) => String(pid) === text);
  return (
    <div className="flex shrink-0 flex-wrap items-center gap-x-4 gap-y-1 border-b px-2 py-1 text-sm">
      <label className="flex min-w-0 items-center gap-2">
        <span className="text-muted">Memory of</span>
        <select
          value={first ?? ''}
          onChange={({ target }) => {
            const pid = pidOf(target.value);
            if (pid === undefined) return onChoose([]);
            onChoose(second === undefined || second === pid ? [pid] : [pid, second]);
          }}
          className="h-8 min-w-0 rounded-md border border-edge bg-surface px-2"
        >
          <option value="">
            whoever runs
            {first === undefined && present !== undefined && ` (${nameOf(names, present)})`}
          </option>
          {all.map((pid) => (
            <option key={pid} value={pid}>
              {nameOf(names, pid)}
            </option>
          ))}
        </select>
      </label>
      <label className="flex min-w-0 items-center gap-2">
        <span className="text-muted">beside</span>
        <select
          value={second ?? ''}
          disabled={all.length < 2}
          onChange={({ target }) => {
            const pid = pidOf(target.value);
            const one = first ?? present;
            if (one === undefined) return;
            onChoose(pid === undefined ? [one] : [one, pid]);
          }}
          className="h-8 min-w-0 rounded-md border border-edge bg-surface px-2"
        >
          <option value="">nobody</option>
          {all
            .filter((pid) => pid !== (first ?? present))
            .map((pid) => (
              <option key={pid} value={pid}>
                {nameOf(names, pid)}
              </option>
            ))}
        </select>
      </label>
    </div>
  );
}
