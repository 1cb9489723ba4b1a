// What is open and shared at moments of a run, as Node computes it. Bundled, since it is of the pure core.
import { compile } from '@/lib/compiler/compile';
import { userFile } from '@/lib/compiler/diagnostics';
import { bootMachine } from '@/lib/grading/run';
import type { FilesAndIpcView } from '@/lib/kernel/inspection/files-and-ipc/files-and-ipc';
import { Recording } from '@/lib/trace/recording/recording';

export type Moments = (step: number) => FilesAndIpcView;

/** As the playground records it: with its first scheduler, and no input. */
export function momentsOf(fileName: string, source: string): Moments {
  const { image } = compile([userFile(fileName, source)]);
  if (image === null) throw new Error('it does not compile');
  const machine = bootMachine(image, {
    schedule: { scheduler: 'rr', quantum: 1000 },
    terminal: true,
    trace: 'full',
  });
  const recording = new Recording(machine, [{ step: 0, bytes: null }]);
  while (recording.record(1_000_000) === 'recording');
  return (step) => {
    recording.goTo(step);
    const { filesAndIpc } = machine.inspect(['filesAndIpc']);
    if (filesAndIpc === undefined) throw new Error('nothing was inspected');
    return filesAndIpc;
  };
}
