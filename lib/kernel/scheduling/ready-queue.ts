/** What every policy does with a ready queue. Ready queues are never empty where these are called. */
import type { Pid } from '../pid';

export function oldest(ready: readonly Pid[]): Pid {
  return at(ready, 0);
}

export function at(ready: readonly Pid[], index: number): Pid {
  const pid = ready[index];
  if (pid === undefined) throw new Error(`no ready process ${index} of ${ready.length}`);
  return pid;
}

/** The one with the least measure; the oldest among equals. */
export function leastBy(ready: readonly Pid[], measure: (pid: Pid) => number): Pid {
  let best = oldest(ready);
  let least = measure(best);
  for (const pid of ready) {
    const value = measure(pid);
    if (value < least) {
      best = pid;
      least = value;
    }
  }
  return best;
}

export function checkQuantum(quantum: number): void {
  if (!Number.isSafeInteger(quantum) || quantum < 1) throw new Error(`bad quantum ${quantum}`);
}
