/** Which numbers a process knows open files by. */
import type { Kernel } from '../../kernel';
import type { Pid } from '../../pid';

export interface DescriptorTable {
  readonly pid: Pid;
  readonly descriptors: readonly DescriptorView[];
}

export interface DescriptorView {
  readonly fd: number;
  /** `DescriptionView.id`. */
  readonly description: number;
  readonly closeOnExec: boolean;
}

export function tablesOf({ state }: Kernel): readonly DescriptorTable[] {
  return [...state.processes.values()]
    .filter((process) => process.state !== 'zombie')
    .map(({ pid, descriptors }) => ({
      pid,
      descriptors: descriptors.flatMap((descriptor, fd) =>
        descriptor === null ? [] : [{ fd, ...descriptor }],
      ),
    }));
}
