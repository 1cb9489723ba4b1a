/** The report of a run, made from the kernel's state at any time; final once there is an outcome. */
import { decodeUtf8 } from '../abi/utf8';
import type { OutputChunk } from './terminal/console';
import { entriesOf } from './files/file-system';
import type { Kernel } from './kernel';
import { lookUp } from './files/path-lookup';
import { entriesOf as logEntries } from './persistent-log';
import { reportOf } from './processes/process-report';
import type { ProcessReport, RunReport } from './report';

export function runReport(kernel: Kernel, scheduler: string): RunReport {
  const { state } = kernel;
  const alive = [...state.processes.values()].map((process) => reportOf(kernel, process, null));
  const processes: ProcessReport[] = [...state.ended, ...alive].sort((a, b) => a.pid - b.pid);
  const output = logEntries(state.console.output);
  return {
    outcome: state.outcome ?? { kind: 'finished' },
    status: state.firstStatus,
    processes,
    findings: logEntries(state.findings),
    stdout: textOf(output, 'stdout'),
    stderr: textOf(output, 'stderr'),
    instructions: state.step,
    timeNs: state.timeNs,
    contextSwitches: state.contextSwitches,
    leftovers: leftovers(kernel),
    scheduler,
  };
}

function leftovers(kernel: Kernel): RunReport['leftovers'] {
  const { messageQueues, sharedMemory, semaphoreSets, posixSemaphores } = kernel.state;
  const found: RunReport['leftovers'][number][] = [];
  for (const { id } of sharedMemory.segments.values())
    found.push({ kind: 'shared-memory', name: `shmid ${id}` });
  for (const { id } of semaphoreSets.sets.values())
    found.push({ kind: 'semaphore', name: `semid ${id}` });
  for (const { id } of messageQueues.queues.values())
    found.push({ kind: 'message-queue', name: `msqid ${id}` });
  for (const name of posixSemaphores.named.keys())
    found.push({ kind: 'semaphore', name: `/${name}` });
  for (const [path, kind] of [
    ['/dev/shm', 'shared-memory'],
    ['/dev/mqueue', 'message-queue'],
  ] as const) {
    const directory = lookUp(kernel, null, path);
    if (directory.kind !== 'found') continue;
    for (const name of entriesOf(directory.inode).keys()) found.push({ kind, name: `/${name}` });
  }
  return found;
}

function textOf(output: readonly OutputChunk[], stream: OutputChunk['stream']): string {
  const chunks = output.filter((chunk) => chunk.stream === stream);
  const bytes = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.bytes.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk.bytes, at);
    at += chunk.bytes.length;
  }
  return decodeUtf8(bytes);
}
