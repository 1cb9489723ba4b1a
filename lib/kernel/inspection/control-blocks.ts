/**
 * Makes the view of process control blocks (control-blocks-view.ts), with the fields of the chapter.
 * Leaves out: a processor status word, since this machine compares and jumps in one instruction, and
 * general registers, since its operands lie in the frame.
 */
import { TEXT_BASE } from '../../abi/address-space';
import { signalName } from '../../abi/signals';
import type { ExecutionContext } from '../../vm/context';
import { functionAt } from '../../vm/debug-info';
import { studentPosition } from '../../vm/stack-walk';
import { OpenFlag, type OpenFileDescription } from '../files/open-file';
import { pathOf } from '../files/path-lookup';
import { contextOf, threadsOf, waitReason, type Kernel } from '../kernel';
import type { Pid } from '../pid';
import type { Process } from '../processes/process';
import { Resource, softLimit } from '../processes/process-limits';
import { instructionsOf } from '../processes/process-report';
import { usageOf } from '../processes/resource-usage';
import { processorOf } from '../scheduling/processors';
import { recordOf } from '../scheduling/scheduling-record';
import { pendingSet } from '../signals/pending-signals';
import { has } from '../signals/signal-set';
import type { Thread } from '../threads/thread';
import type {
  AccountingFields,
  ContextSwitch,
  ControlBlock,
  ControlBlocksView,
  ControlQueue,
  FileFields,
  MemoryFields,
  OpenFileField,
  Registers,
  SchedulingFields,
  SignalFields,
  ThreadBlock,
} from './control-blocks-view';

const FILES_MAX = 16;
/** Events of one moment that are looked at. */
const EVENTS_MAX = 1_000;

export function inspectControlBlocks(kernel: Kernel): ControlBlocksView {
  return {
    blocks: [...kernel.state.processes.values()].map((process) => blockOf(kernel, process)),
    queues: queuesOf(kernel),
    switches: switchesNow(kernel),
  };
}

function blockOf(kernel: Kernel, process: Process): ControlBlock {
  const { pid, parent, name, state, status, group, session, directory } = process;
  return {
    pid,
    parent,
    name,
    state,
    status,
    threads: threadsOf(kernel, process).map((thread) => threadBlock(kernel, thread)),
    scheduling: schedulingOf(kernel, process),
    memory: process.threads.length === 0 ? null : memoryOf(contextOf(kernel, pid)),
    files: filesOf(kernel, process),
    accounting: accountingOf(kernel, process),
    signals: signalsOf(kernel, process),
    group,
    session,
    directory: process.status === null ? pathOf(kernel, directory) : null,
  };
}

function threadBlock(kernel: Kernel, thread: Thread): ThreadBlock {
  return {
    id: thread.id,
    state: thread.state,
    reason: thread.state === 'waiting' ? waitReason(kernel, thread) : null,
    registers: registersOf(contextOf(kernel, thread.id)),
    processor: processorOf(kernel.state, thread.id)?.index ?? null,
  };
}

function registersOf(context: ExecutionContext): Registers {
  const { image, pc, sp, fp, tp } = context;
  return {
    programCounter: TEXT_BASE + 4 * pc,
    stackPointer: sp,
    framePointer: fp,
    threadPointer: tp,
    function: functionAt(image, pc)?.name ?? null,
    at: studentPosition(context),
  };
}

function schedulingOf({ state }: Kernel, { pid, nice }: Process): SchedulingFields {
  const { waitingNs, burstNs, predictedNs, swapped } = recordOf(state, pid);
  return { nice, waitedNs: waitingNs, burstNs, predictedNs, isSwapped: swapped };
}

function memoryOf({ image, memory, sp, stack }: ExecutionContext): MemoryFields {
  const { lowBase, heapBase } = memory.layout;
  return {
    text: { from: TEXT_BASE, to: TEXT_BASE + 4 * image.code.length },
    data: { from: lowBase, to: heapBase },
    heap: { from: heapBase, to: memory.breakAddress },
    stack: { from: sp, to: stack.top },
    heapBytesMax: memory.limits.heapBytesMax,
    stackBytesMax: memory.limits.stackBytesMax,
    mappings: memory.mappings.length,
  };
}

function filesOf({ state }: Kernel, process: Process): FileFields {
  const open: OpenFileField[] = [];
  let leftOut = 0;
  process.descriptors.forEach((descriptor, number) => {
    const description =
      descriptor === null ? undefined : state.descriptions.get(descriptor.description);
    if (description === undefined) return;
    if (open.length < FILES_MAX)
      open.push({ descriptor: number, what: whatOf(description), access: accessOf(description) });
    else leftOut++;
  });
  return { open, leftOut, max: softLimit(process, Resource.RLIMIT_NOFILE) };
}

function whatOf({ path, target }: OpenFileDescription): string {
  if (target.kind === 'console') return 'terminal';
  if (path !== null) return path;
  switch (target.kind) {
    case 'pipe':
      return `pipe ${target.pipe}`;
    case 'socket':
      return `socket ${target.socket}`;
    default:
      return target.kind;
  }
}

function accessOf({ flags }: OpenFileDescription): OpenFileField['access'] {
  const access = flags & OpenFlag.O_ACCMODE;
  if (access === OpenFlag.O_RDONLY) return 'read';
  return access === OpenFlag.O_WRONLY ? 'write' : 'read and write';
}

function accountingOf(kernel: Kernel, process: Process): AccountingFields {
  const { startedNs, childrenUsage: children } = process;
  return {
    startedNs,
    instructions: instructionsOf(kernel, process),
    childrenNs: children.userNs + children.systemNs,
    ...usageOf(kernel, process),
  };
}

function signalsOf(kernel: Kernel, process: Process): SignalFields {
  const threads = threadsOf(kernel, process);
  const pending = pendingSet(process.signals, ...threads.map(({ signals }) => signals));
  const blocked = threads[0]?.signals.blocked ?? 0n;
  const namesOf = (isIn: (signal: number) => boolean) =>
    process.signals.actions.flatMap((_, k) =>
      isIn(k + 1) ? [signalName.get(k + 1) ?? `signal ${k + 1}`] : [],
    );
  return {
    pending: namesOf((signal) => has(pending, signal)),
    blocked: namesOf((signal) => has(blocked, signal)),
    handled: namesOf((signal) => process.signals.actions[signal - 1]?.kind === 'handle'),
  };
}

function queuesOf({ state }: Kernel): readonly ControlQueue[] {
  const devices = [...state.devices].sort(([a], [b]) => a - b);
  const sleepers = state.timers.filter(
    ({ kind, pid }) => kind === 'wake' && state.threads.get(pid)?.wait?.kind === 'sleep',
  );
  const queue = (kind: ControlQueue['kind'], members: readonly Pid[]): ControlQueue => ({
    kind,
    device: null,
    members: [...members],
  });
  return [
    queue('ready', state.ready),
    ...(state.jobs.length > 0 ? [queue('job', state.jobs)] : []),
    ...devices.map(([device, { queue: waiting }]) => ({
      ...queue(
        'device',
        waiting.map(({ pid }) => pid),
      ),
      device,
    })),
    ...(sleepers.length > 0
      ? [
          queue(
            'sleep',
            sleepers.map(({ pid }) => pid),
          ),
        ]
      : []),
  ];
}

/** Switches since the last instruction, the last of each processor. */
function switchesNow(kernel: Kernel): readonly ContextSwitch[] {
  const { state } = kernel;
  const found = new Map<number, ContextSwitch>();
  let entry = state.events;
  for (let k = 0; entry !== null && k < EVENTS_MAX; k++, entry = entry.previous) {
    const event = entry.value;
    if (event.step !== state.step) break;
    if (event.kind !== 'switched' || found.has(event.processor)) continue;
    const { processor, from, pid: to } = event;
    found.set(processor, {
      processor,
      from,
      to,
      saved: registersOfThread(kernel, from),
      restored: registersOfThread(kernel, to),
    });
  }
  return [...found.values()].sort((a, b) => a.processor - b.processor);
}

function registersOfThread(kernel: Kernel, id: Pid | null): Registers | null {
  const context = id === null ? undefined : kernel.contexts.get(id);
  return context === undefined || id === null || !kernel.state.threads.has(id)
    ? null
    : registersOf(context);
}
