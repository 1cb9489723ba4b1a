/** Clocks and timers. */
import { alarm, getitimer, setitimer } from '../time/interval-timers';
import {
  timerCreate,
  timerDelete,
  timerGetoverrun,
  timerGettime,
  timerSettime,
} from '../time/posix-timers';
import {
  clockGetres,
  clockGettime,
  clockNanosleep,
  gettimeofday,
  nanosleep,
  time,
} from '../time/time';
import type { SystemCallRows } from './row';

export const timeCalls = {
  nanosleep: [2, nanosleep],
  alarm: [1, alarm],
  time: [1, time],
  gettimeofday: [2, gettimeofday],
  clock_gettime: [2, clockGettime],
  clock_getres: [2, clockGetres],
  clock_nanosleep: [4, clockNanosleep],
  getitimer: [2, getitimer],
  setitimer: [3, setitimer],
  timer_create: [3, timerCreate],
  timer_settime: [4, timerSettime],
  timer_gettime: [2, timerGettime],
  timer_getoverrun: [1, timerGetoverrun],
  timer_delete: [1, timerDelete],
} satisfies SystemCallRows;
