/** What happens when a timer's time has come: a sleeper goes on, a wait is over, an alarm rings. */
import { Errno } from '../../abi/errno';
import { Signal } from '../../abi/signals';
import { complete, processOf, threadOf, type Kernel } from '../kernel';
import type { Process } from '../processes/process';
import { ringDescriptor } from '../event-descriptors/event-reads';
import { endPolling } from '../readiness/pollers';
import { send } from '../signals/signals';
import { leaveCondition } from '../threads/condition-variables';
import { leaveQueues } from '../wait-queues';
import { timeoutResult } from './timeouts';
import { ringPosixTimer } from './posix-timers';
import { addTimer, type TaskTimer, type Timer } from './timers';

/** Precondition: the timer is out of the list. */
export function endTimer(kernel: Kernel, timer: Timer): void {
  if (timer.kind === 'alarm') {
    ring(kernel, processOf(kernel, timer.pid), timer);
    return;
  }
  if (timer.kind === 'descriptor') {
    ringDescriptor(kernel, timer.inode);
    return;
  }
  if (timer.kind === 'posix') {
    ringPosixTimer(kernel, processOf(kernel, timer.pid), timer.timer);
    return;
  }
  const thread = threadOf(kernel, timer.pid);
  if (thread.wait?.kind === 'poll') {
    endPolling(kernel, thread, thread.wait);
    return;
  }
  if (thread.wait?.kind === 'lock' && thread.wait.object === 'condition') {
    leaveCondition(kernel, thread, -Errno.ETIMEDOUT);
    return;
  }
  const result = timeoutResult(thread.wait);
  leaveQueues(kernel, thread);
  complete(kernel, thread, result);
}

function ring(kernel: Kernel, process: Process, timer: TaskTimer): void {
  const { state } = kernel;
  if (timer.intervalNs > 0) {
    const missed = Math.floor((state.timeNs - timer.untilNs) / timer.intervalNs);
    addTimer(state, { ...timer, untilNs: timer.untilNs + (missed + 1) * timer.intervalNs });
  }
  send(kernel, process, Signal.SIGALRM, null);
}
