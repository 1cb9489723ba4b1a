/**
 * Everything that the kernel knows, as plain structures that copy cheaply. Registers and memory of the
 * processes and the bytes of shared regions are the processor's; snapshot.ts joins the two.
 */
import type { ProgramImage } from '../abi/image';
import type { ChoiceLog } from './scheduling/choice-log';
import type { Console } from './terminal/console';
import { cloneConsole, newConsole } from './terminal/console';
import type { ExitStatus, Finding, TraceEvent } from './events';
import { cloneFileLocks, newFileLocks, type FileLocks } from './files/file-lock-table';
import { cloneFileSystem, newFileSystem, type FileSystem } from './files/file-system';
import { cloneNetwork, newNetwork, type Network } from './sockets/network';
import type { OpenFileDescription } from './files/open-file';
import type { Log } from './persistent-log';
import { cloneMessageQueues, newMessageQueues, type MessageQueues } from './ipc/message-queue';
import { FIRST_PID, type Pid } from './pid';
import { clonePipe, type Pipe } from './files/pipe';
import { cloneSemaphores, newSemaphores, type PosixSemaphores } from './ipc/posix-semaphore-table';
import { cloneProcess, type Process } from './processes/process';
import { cloneThread, type Thread } from './threads/thread';
import type { Outcome, ProcessReport } from './report';
import type { Timer } from './time/timers';
import type { SchedulingRecord } from './scheduling/scheduling-record';
import { cloneProcessor, newProcessors, type Processor } from './scheduling/processor-state';
import { cloneDevice, type Device } from './scheduling/device-queue';
import { cloneSemaphoreSets, newSemaphoreSets, type SemaphoreSets } from './ipc/semaphore-set';
import { cloneSharedMemory, newSharedMemory, type SharedMemory } from './ipc/shared-memory-table';

export interface KernelState {
  /** Instructions executed by the whole machine. */
  step: number;
  timeNs: number;
  /** Instructions, and calls and switches at what they cost the host in instructions: what the budget counts. */
  work: number;
  /** Memory is measured again at this step. */
  memoryCheckStep: number;
  /** Times that waiting processes had to give back their buffers. */
  compactions: number;
  contextSwitches: number;
  /** Alive and zombie, in order of creation. */
  readonly processes: Map<Pid, Process>;
  /** Threads of all processes that are not zombies, by id. */
  readonly threads: Map<Pid, Thread>;
  /** Reaped, in order of reaping. */
  readonly ended: ProcessReport[];
  nextPid: number;
  /** Processes and threads that were ever made. */
  tasksCreated: number;
  firstPid: Pid | null;
  firstStatus: ExitStatus | null;
  /** Exactly the threads in state `ready`, oldest first. */
  ready: Pid[];
  readonly processors: Processor[];
  /** Index of the processor that acts, or acted last. */
  current: number;
  /** Until then it goes on without a look at the others. */
  turnEndNs: number;
  /** Of every thread, and of processes that nobody has waited for. */
  readonly scheduling: Map<Pid, SchedulingRecord>;
  /** The job queue: created, and not admitted to memory yet. */
  jobs: Pid[];
  readonly devices: Map<number, Device>;
  /** Sleeping threads and alarms by time of waking, then by order of going to sleep. */
  timers: Timer[];
  /** Threads whose pending signals have to be looked at before anything else runs. */
  signaled: Pid[];
  /** Which way the running thread's visible operation goes on, where it has several: `Choice.way`. */
  way: number;
  readonly files: FileSystem;
  readonly fileLocks: FileLocks;
  readonly descriptions: Map<number, OpenFileDescription>;
  nextDescription: number;
  readonly network: Network;
  readonly pipes: Map<number, Pipe>;
  /** Blocked in poll, select or epoll_wait, oldest first. */
  pollers: Pid[];
  /** Inodes of all epolls, oldest first. Replaced, not changed. */
  epolls: readonly number[];
  nextPipe: number;
  /** Shared regions by number: how many attachments and names keep each. */
  readonly regions: Map<number, RegionUse>;
  nextRegion: number;
  readonly sharedMemory: SharedMemory;
  readonly semaphoreSets: SemaphoreSets;
  readonly messageQueues: MessageQueues;
  readonly posixSemaphores: PosixSemaphores;
  /** Programs that were compiled inside of the machine, by what their files say (executables.ts). */
  readonly compiled: Map<string, ProgramImage>;
  /** Threads blocked at locks, oldest first, by place in memory as POSIX semaphores are: lock-queues.ts. */
  readonly lockQueues: Map<string, Pid[]>;
  readonly console: Console;
  /** Process group that the terminal's control characters signal. */
  foreground: number;
  /** The session whose controlling terminal the console is. */
  terminalSession: number;
  outcome: Outcome | null;
  events: Log<TraceEvent>;
  eventsDropped: number;
  findings: Log<Finding & { readonly pid: Pid }>;
  choices: ChoiceLog;
}

export interface RegionUse {
  /** Attachments of processes. */
  attached: number;
  /** Files and System V segments that are it. */
  named: number;
  readonly byteCount: number;
}

export function newKernelState(terminal: boolean, processors = 1): KernelState {
  return {
    step: 0,
    timeNs: 0,
    work: 0,
    memoryCheckStep: 0,
    compactions: 0,
    contextSwitches: 0,
    processes: new Map(),
    threads: new Map(),
    ended: [],
    nextPid: FIRST_PID,
    tasksCreated: 0,
    firstPid: null,
    firstStatus: null,
    ready: [],
    processors: newProcessors(processors),
    current: 0,
    turnEndNs: Infinity,
    scheduling: new Map(),
    jobs: [],
    devices: new Map(),
    timers: [],
    signaled: [],
    way: 0,
    files: newFileSystem(),
    fileLocks: newFileLocks(),
    descriptions: new Map(),
    nextDescription: 0,
    network: newNetwork(),
    pipes: new Map(),
    pollers: [],
    epolls: [],
    nextPipe: 0,
    regions: new Map(),
    nextRegion: 0,
    sharedMemory: newSharedMemory(),
    semaphoreSets: newSemaphoreSets(),
    messageQueues: newMessageQueues(),
    posixSemaphores: newSemaphores(),
    compiled: new Map(),
    lockQueues: new Map(),
    console: newConsole(terminal),
    foreground: FIRST_PID,
    terminalSession: FIRST_PID,
    outcome: null,
    events: null,
    eventsDropped: 0,
    findings: null,
    choices: null,
  };
}

export function cloneKernelState(state: KernelState): KernelState {
  return {
    ...state,
    processes: mapValues(state.processes, cloneProcess),
    threads: mapValues(state.threads, cloneThread),
    ended: state.ended.slice(),
    ready: state.ready.slice(),
    processors: state.processors.map(cloneProcessor),
    scheduling: mapValues(state.scheduling, (record) => ({ ...record })),
    jobs: state.jobs.slice(),
    devices: mapValues(state.devices, cloneDevice),
    timers: state.timers.slice(),
    signaled: state.signaled.slice(),
    files: cloneFileSystem(state.files),
    fileLocks: cloneFileLocks(state.fileLocks),
    descriptions: mapValues(state.descriptions, (description) => ({ ...description })),
    network: cloneNetwork(state.network),
    pipes: mapValues(state.pipes, clonePipe),
    pollers: state.pollers.slice(),
    regions: mapValues(state.regions, (use) => ({ ...use })),
    sharedMemory: cloneSharedMemory(state.sharedMemory),
    semaphoreSets: cloneSemaphoreSets(state.semaphoreSets),
    messageQueues: cloneMessageQueues(state.messageQueues),
    posixSemaphores: cloneSemaphores(state.posixSemaphores),
    compiled: new Map(state.compiled),
    lockQueues: mapValues(state.lockQueues, (queue) => queue.slice()),
    console: cloneConsole(state.console),
  };
}

function mapValues<K, V>(map: ReadonlyMap<K, V>, copy: (value: V) => V): Map<K, V> {
  const result = new Map<K, V>();
  for (const [key, value] of map) result.set(key, copy(value));
  return result;
}
