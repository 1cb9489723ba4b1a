/**
 * System calls of forkyard/workload.h, which make processes that behave like a textbook's: processor
 * bursts of a given length, announced ones, and services of devices.
 */
import { Errno } from '../../abi/errno';
import { argument, argument32 } from '../../vm/context';
import { requestService } from './device';
import { currentThread, type SystemCallHandler } from '../kernel';
import { recordOf } from './scheduling-record';

/** An hour. */
const TIME_NS_MAX = 3_600_000_000_000;

/** cpu_burst(ns): uses the processor for so long. */
export const cpuBurst: SystemCallHandler = (kernel, _process, context) => {
  const lengthNs = argument(context, 0);
  if (lengthNs < 0 || lengthNs > TIME_NS_MAX) return -Errno.EINVAL;
  recordOf(kernel.state, currentThread(kernel).id).spendNs += lengthNs;
  return 0;
};

/** announce_burst(ns): the scheduler may know how long the next burst is, that after the next wait. */
export const announceBurst: SystemCallHandler = (kernel, _process, context) => {
  const lengthNs = argument(context, 0);
  if (lengthNs < 0 || lengthNs > TIME_NS_MAX) return -Errno.EINVAL;
  recordOf(kernel.state, currentThread(kernel).id).nextAnnouncedNs = lengthNs;
  return 0;
};

/** device_service(device, ns): waits until the device has served it for so long. */
export const deviceService: SystemCallHandler = (kernel, _process, context) => {
  const device = argument32(context, 0);
  const serviceNs = argument(context, 1);
  if (device < 0 || serviceNs < 0 || serviceNs > TIME_NS_MAX) return -Errno.EINVAL;
  requestService(kernel.state, device, currentThread(kernel).id, serviceNs);
  return { kind: 'device', device };
};
