/** What is explored. */
import type { ProgramImage } from '../../abi/image';
import type { MachineOptions } from '../../kernel/machine-options';

export interface ExploredProgram {
  readonly image: ProgramImage;
  readonly argv: readonly string[];
  readonly env: readonly string[];
  /** All of standard input. */
  readonly input: Uint8Array;
}

export type ExploredMachine = Omit<MachineOptions, 'scheduler' | 'processors' | 'trace'>;
