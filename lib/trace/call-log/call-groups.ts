/** System calls by what they are about, as a reader of a log wants to choose them. */
import type { SystemCallName } from '../../abi/system-calls';

export const CALL_GROUPS = [
  'process',
  'thread',
  'file',
  'ipc',
  'signal',
  'memory',
  'time',
] as const;
export type CallGroup = (typeof CALL_GROUPS)[number];

/** The first that matches. What matches nothing is about files: their calls have all kinds of names. */
const GROUPS: readonly (readonly [CallGroup, RegExp])[] = [
  ['thread', /^(thread_|mutex_|cond_|rwlock_|barrier_|futex|gettid$)/],
  ['signal', /^(rt_sig|sig|kill$|tgkill$|pause$|signalfd)/],
  ['ipc', /^(pipe|sem|shm|msg|mq_|socket|bind$|listen$|accept|connect$|send|recv|shutdown$)/],
  ['ipc', /^(getsockname|getpeername|[gs]etsockopt|eventfd)/],
  [
    'memory',
    /^(brk|m(map|unmap|protect|remap|sync|incore|advise|lock|unlock|lockall|unlockall)|munmap|munlock(all)?)$/,
  ],
  ['time', /^(time|gettimeofday|clock_|nanosleep|alarm|[gs]etitimer|timer|times$)/],
  [
    'process',
    /^(v?fork|execve|exit|wait|[gs]et(p|s|re|e|res)?[ug]?id|get(ppid|pgrp|euid|egid|groups|priority|rlimit|rusage|cpu)|set)/,
  ],
  ['process', /^(uname|prctl|prlimit|sched_|cpu_burst|announce_burst|assert_fail|compile)/],
];

export function groupOf(call: SystemCallName): CallGroup {
  return GROUPS.find(([, pattern]) => pattern.test(call))?.[0] ?? 'file';
}
