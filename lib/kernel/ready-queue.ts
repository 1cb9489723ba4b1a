/** What every policy does with a ready queue. Ready queues are never empty where these are called. */
import type { Pid } from './pid';

export function oldest(ready: readonly Pid[]): Pid {
  return at(ready, 0);
}

export function at(ready: readonly Pid[], index: number): Pid {
  const pid = ready[index];
  if (pid === undefined) throw new Error(`no ready process ${index} of ${ready.length}`);
  return pid;
}
