/* Properties in pthread_mutex_t's and pthread_mutexattr_t's `__kind` beside its type, as the kernel knows
   them (lib/kernel/threads/mutexes.ts), for the C library only. */
#ifndef _FORKYARD_LOCKS_H
#define _FORKYARD_LOCKS_H
#include <time.h>

/* It is taken without the kernel; `__owner` has the upper bit set while somebody may wait for it. */
#define __MUTEX_WORD 8
#define __MUTEX_OWNER 0x7fffffff
#define __MUTEX_ROBUST 16
#define __MUTEX_INHERITS 32
#define __MUTEX_PROTECTED 64
/* Of attributes only. */
#define __MUTEX_SHARED 128
/* Of a robust mutex's `__robustness`: its owner ended. */
#define __MUTEX_INCONSISTENT 1

/* Deadlines are on one of these two. */
#define __is_clock_to_wait_for(clock) ((clock) == CLOCK_REALTIME || (clock) == CLOCK_MONOTONIC)
#endif
