/** How a program is run where nothing is said about it. Apart, so that a page that names it doesn't load the machine. */
import type { ScheduleSpec } from './schedule-spec';

export const defaultSchedule = { scheduler: 'rr', quantum: 1000 } as const satisfies ScheduleSpec;
