/**
 * Simulated devices with service times: each serves one process at a time, the others wait in its queue,
 * first come, first served. Leaves out: files that lie on a device; a program asks for a service by
 * forkyard/workload.h.
 */
import type { Device } from './device-queue';
import type { KernelState } from '../kernel-state';
import type { Pid } from '../pid';
import { addTimer, removeTimer } from '../time/timers';

/** A process joins the queue; a free device begins at once. */
export function requestService(
  state: KernelState,
  number: number,
  pid: Pid,
  serviceNs: number,
): void {
  const device = state.devices.get(number) ?? { queue: [] };
  state.devices.set(number, device);
  device.queue = [...device.queue, { pid, serviceNs }];
  if (device.queue.length === 1) startService(state, device);
}

/** A process's service is over, or it ends: the next one's begins. */
export function leaveDevice(state: KernelState, number: number, pid: Pid): void {
  const device = state.devices.get(number);
  if (device === undefined) return;
  const served = device.queue[0]?.pid === pid;
  device.queue = device.queue.filter((request) => request.pid !== pid);
  if (!served) return;
  removeTimer(state, pid, 'device');
  startService(state, device);
}

function startService(state: KernelState, device: Device): void {
  const [first] = device.queue;
  if (first === undefined) return;
  const untilNs = state.timeNs + first.serviceNs;
  addTimer(state, { kind: 'device', untilNs, pid: first.pid, intervalNs: 0 });
}
