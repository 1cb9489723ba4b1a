/** An output that must not come out, at the end of an execution: to search again for the simplest way there. */
import type { ExitStatus } from '../../kernel/events';
import { runReport } from '../../kernel/run-report';
import type { MachineSystem } from '../machine/machine-system';
import { stateless } from './invariant';
import type { Observer } from './observer';

export interface FinalOutput {
  readonly stdout: string;
  /** Of the first process; null: it did not end. */
  readonly status: ExitStatus | null;
}

export interface UnwantedOutput {
  readonly stdout: string;
}

export function unwantedOutput(
  isUnwanted: (output: FinalOutput) => boolean,
): Observer<MachineSystem> {
  return {
    ...stateless('unwanted output', () => []),
    ended({ kernel }) {
      const { stdout, status } = runReport(kernel, 'explorer');
      if (!isUnwanted({ stdout, status })) return [];
      const details: UnwantedOutput = { stdout };
      return [
        {
          kind: 'output',
          message: `The output is ${JSON.stringify(stdout)}.`,
          location: null,
          details,
        },
      ];
    },
  };
}
