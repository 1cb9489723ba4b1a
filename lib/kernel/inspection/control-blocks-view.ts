/**
 * Process control blocks as the kernel has them at a moment, as plain data: the list of all processes
 * and the queues that run through it. control-blocks.ts makes it.
 */
import type { ExitStatus, ProcessState, SourcePosition, WaitReason } from '../events';
import type { Pid } from '../pid';

export interface ControlBlocksView {
  /** In the order of the kernel's list: of creation. */
  readonly blocks: readonly ControlBlock[];
  readonly queues: readonly ControlQueue[];
  /** Made just at this moment: the latest one of each processor. */
  readonly switches: readonly ContextSwitch[];
}

export interface ControlQueue {
  readonly kind: 'ready' | 'job' | 'device' | 'sleep';
  /** Of a device. */
  readonly device: number | null;
  /** Threads, the first one first. */
  readonly members: readonly Pid[];
}

export interface ControlBlock {
  readonly pid: Pid;
  readonly parent: Pid;
  readonly name: string;
  readonly state: ProcessState;
  /** Of a zombie, what its parent has not asked for yet. */
  readonly status: ExitStatus | null;
  /** The first one has the pid; none in a zombie. */
  readonly threads: readonly ThreadBlock[];
  readonly scheduling: SchedulingFields;
  /** null: a zombie's is given back. */
  readonly memory: MemoryFields | null;
  readonly files: FileFields;
  readonly accounting: AccountingFields;
  readonly signals: SignalFields;
  readonly group: Pid;
  readonly session: Pid;
  readonly directory: string | null;
}

export interface ThreadBlock {
  readonly id: Pid;
  readonly state: ProcessState;
  readonly reason: WaitReason | null;
  readonly registers: Registers;
  /** The processor that has the registers; null: they are saved in the block. */
  readonly processor: number | null;
}

export interface Registers {
  /** Address of the next instruction. */
  readonly programCounter: number;
  readonly stackPointer: number;
  readonly framePointer: number;
  readonly threadPointer: number;
  /** The function that the program counter is in. */
  readonly function: string | null;
  /** The program's line: in the C library, the one that called it. */
  readonly at: SourcePosition | null;
}

export interface SchedulingFields {
  readonly nice: number;
  /** In the ready queue, in all. */
  readonly waitedNs: number;
  /** Of the present burst so far, and the next one as it is predicted. */
  readonly burstNs: number;
  readonly predictedNs: number;
  /** It is not in main memory. */
  readonly isSwapped: boolean;
}

/** [from, to) of each segment, as base and limit registers or a page table would have it. */
export interface MemoryFields {
  readonly text: Extent;
  readonly data: Extent;
  readonly heap: Extent;
  readonly stack: Extent;
  /** How far heap and stack may grow. */
  readonly heapBytesMax: number;
  readonly stackBytesMax: number;
  readonly mappings: number;
}

export interface Extent {
  readonly from: number;
  readonly to: number;
}

export interface FileFields {
  readonly open: readonly OpenFileField[];
  /** Descriptors beyond those. */
  readonly leftOut: number;
  readonly max: number;
}

export interface OpenFileField {
  readonly descriptor: number;
  /** "/tmp/x", "pipe 3", "terminal". */
  readonly what: string;
  readonly access: 'read' | 'write' | 'read and write';
}

export interface AccountingFields {
  readonly startedNs: number;
  readonly userNs: number;
  readonly systemNs: number;
  readonly instructions: number;
  readonly voluntarySwitches: number;
  readonly involuntarySwitches: number;
  /** Of children that were waited for. */
  readonly childrenNs: number;
}

export interface SignalFields {
  /** By name; of real-time signals their number. */
  readonly pending: readonly string[];
  readonly blocked: readonly string[];
  /** For which there is a handler. */
  readonly handled: readonly string[];
}

/** A processor has turned from one thread to another. */
export interface ContextSwitch {
  readonly processor: number;
  readonly from: Pid | null;
  readonly to: Pid;
  /** What went into the block of the one that ran; null: nobody ran, or its thread has ended. */
  readonly saved: Registers | null;
  /** What came out of the block of the one that runs now; null: it has gone on since. */
  readonly restored: Registers | null;
}
