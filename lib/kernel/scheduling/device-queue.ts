/** A simulated device's queue: plain data. Who is served when is device.ts. */
import type { Pid } from '../pid';

export interface Device {
  /** The process that is served, then those that wait. */
  queue: readonly DeviceRequest[];
}

export interface DeviceRequest {
  readonly pid: Pid;
  readonly serviceNs: number;
}

export function cloneDevice(device: Device): Device {
  return { ...device };
}
