/** For tests: the state of a machine in a few characters. */
import { createHash } from 'node:crypto';
import type { Machine } from '../../kernel/machine';

/** Everything that the machine's next instructions could depend on: kernel, registers, memory. */
export function machineDigest(machine: Machine): string {
  const hash = createHash('sha1');
  const add = (value: unknown): void => {
    if (ArrayBuffer.isView(value)) {
      hash.update(new Uint8Array(value.buffer, value.byteOffset, value.byteLength));
    } else if (value instanceof Map || value instanceof Set || Array.isArray(value)) {
      hash.update(`[${value instanceof Map || value instanceof Set ? value.size : value.length}`);
      for (const each of value) add(each);
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, part] of Object.entries(value)) {
        // Logs are compared by what they hold; an image is the same one for all; whether a file's bytes
        // are shared with a snapshot is the host's business.
        if (key === 'image' || key === 'previous' || key === 'shared') continue;
        hash.update(key);
        add(part);
      }
    } else hash.update(`${typeof value} ${String(value)}`);
  };
  const { kernel } = machine.snapshot();
  add(kernel.state);
  add(kernel.contexts);
  add(kernel.memories);
  for (const { contents } of kernel.regions.values()) add(contents);
  return hash.digest('hex');
}
