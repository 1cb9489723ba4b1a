import type { LoggedCall } from '@/lib/trace/call-log/call-log';
import { reasonText } from '../../figures/process-texts';
import { timeText } from '../time-text';

/** "Took 1.2 ms, 1.1 ms of it waiting for data in a pipe." Empty where nothing is worth telling. */
export function durationText(row: LoggedCall, position: number): string {
  const { returned, waitsFor, timeNs } = row;
  const reason = waitsFor === null ? '' : ` ${reasonText(waitsFor)}`;
  if (returned === null || returned.step > position)
    return waitsFor === null ? '' : `Waits${reason}.`;
  if (returned.blockedNs === 0) return '';
  const tookNs = Math.max(returned.blockedNs, returned.timeNs - timeNs);
  return `Took ${timeText(tookNs)}, waiting${reason}.`;
}
