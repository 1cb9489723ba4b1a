/** A system call that a thread is about to make: its arguments, and who is told what it will touch. */
import { argument, argument32, type ExecutionContext } from '../../vm/context';
import { descriptionOf } from '../../kernel/files/descriptors';
import type { OpenFileDescription } from '../../kernel/files/open-file';
import type { Kernel } from '../../kernel/kernel';
import { sharesOwnMemory, type Process } from '../../kernel/processes/process';
import type { Thread } from '../../kernel/threads/thread';
import type { Use } from '../system';
import type { ObjectKind } from './objects';

export interface TouchSink {
  touch(kind: ObjectKind, id: number, use: Use): void;
  memory(address: number, bytes: number, use: Use): void;
  /** Bytes of a shared region, wherever it is mapped. */
  region(region: number, from: number, bytes: number, use: Use): void;
  /** All of the process's own memory is read. */
  wholeMemory(): void;
}

export class CallContext {
  constructor(
    readonly kernel: Kernel,
    readonly process: Process,
    readonly thread: Thread,
    readonly context: ExecutionContext,
    private readonly sink: TouchSink,
  ) {}

  /** The k-th argument. */
  arg(k: number): number {
    return argument(this.context, k);
  }

  int(k: number): number {
    return argument32(this.context, k);
  }

  get threaded(): boolean {
    return sharesOwnMemory(this.process);
  }

  /** What the descriptor in argument k refers to. */
  description(k: number): OpenFileDescription | null {
    return descriptionOf(this.kernel, this.process, this.int(k));
  }

  reads(kind: ObjectKind, id = 0): void {
    this.sink.touch(kind, id, 'read');
  }

  writes(kind: ObjectKind, id = 0): void {
    this.sink.touch(kind, id, 'write');
  }

  copiesMemory(): void {
    this.sink.wholeMemory();
  }

  readsMemory(address: number, bytes: number): void {
    if (address !== 0 && bytes > 0) this.sink.memory(address, bytes, 'read');
  }

  writesMemory(address: number, bytes: number): void {
    if (address !== 0 && bytes > 0) this.sink.memory(address, bytes, 'write');
  }

  /** Of a file that is mapped: what mappings show. */
  usesRegion(region: number, from: number, bytes: number, use: Use): void {
    if (bytes > 0) this.sink.region(region, from, bytes, use);
  }

  /** What the threads of a process share in the kernel. */
  usesProcess(use: Use): void {
    if (this.threaded) this.sink.touch('process', this.process.pid, use);
  }
}

export type Toucher = (call: CallContext) => void;
export const touchesNothing: Toucher = () => undefined;
