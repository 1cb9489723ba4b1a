/** Scheduling, and the calls by which a program states what load it is. */
import {
  getpriority,
  schedGetPriorityMax,
  schedGetPriorityMin,
  schedGetparam,
  schedGetscheduler,
  schedSetparam,
  schedSetscheduler,
  setpriority,
} from '../processes/priorities';
import { getcpu, schedGetaffinity, schedSetaffinity } from '../scheduling/affinity';
import { announceBurst, cpuBurst, deviceService } from '../scheduling/workload-calls';
import { schedYield } from '../scheduling/yield';
import type { SystemCallRows } from './row';

export const schedulingCalls = {
  getpriority: [2, getpriority],
  setpriority: [3, setpriority],
  sched_setparam: [2, schedSetparam],
  sched_getparam: [2, schedGetparam],
  sched_setscheduler: [3, schedSetscheduler],
  sched_getscheduler: [1, schedGetscheduler],
  sched_get_priority_max: [1, schedGetPriorityMax],
  sched_getaffinity: [3, schedGetaffinity],
  sched_setaffinity: [3, schedSetaffinity],
  getcpu: [3, getcpu],
  sched_get_priority_min: [1, schedGetPriorityMin],
  sched_yield: [0, schedYield],
  cpu_burst: [1, cpuBurst],
  announce_burst: [1, announceBurst],
  device_service: [2, deviceService],
} satisfies SystemCallRows;
