/**
 * Stands for `runs.default` where a manifest has none: the same as an empty entry of `runs:`. Written out, so that
 * a worker which only runs programs doesn't load what reads manifests.
 */
import { defaultSchedule } from './default-schedule';
import type { RunSpec } from './exercise';

export const defaultRun: RunSpec = {
  args: [],
  stdin: '',
  schedules: [defaultSchedule],
  bounds: {},
};
