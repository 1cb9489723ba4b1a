/**
 * What a forked process's memory has come to in comparison with its parent's: objects whose bytes are
 * others, and who has changed them since the fork. A local is compared where the call that it belongs to
 * was there at the fork. Bytes decide: who writes what is there already has changed nothing.
 */
import { FRAME_RECORD_BYTES, STACK_TOP, TEXT_BASE } from '../../abi/address-space';
import type { FunctionInfo } from '../../abi/image';
import type { ExecutionContext } from '../../vm/context';
import { functionAt } from '../../vm/debug-info';
import { callFrames } from '../../vm/stack-walk';
import { snapshotBytes, snapshotSetBytes } from '../../vm/snapshot-memory';
import { isBeforeFirstWrite } from '../../vm/values/first-write';
import {
  ProcessObjects,
  type ObjectsOfFrame,
  type PlacedVariable,
} from '../../vm/values/process-objects';
import type { Value, ValueSource } from '../../vm/values/value';
import { valueText } from '../../vm/values/value-text';
import { contextOf, threadsOf, type Kernel } from '../kernel';
import type { Pid } from '../pid';
import type { AtFork, Process } from '../processes/process';
import type { Difference } from './memory-view';

const FRAMES_MAX = 1_000;

/** An object of the child and how its value is read from a memory. */
export interface Compared {
  readonly address: number;
  readonly bytes: number;
  read(source: ValueSource): Value;
}

export class ForkDifferences {
  private readonly framesAtFork: ReadonlyMap<
    number,
    { readonly code: FunctionInfo; readonly pc: number }
  >;
  private readonly parent: ProcessObjects | null;
  private readonly parentFrames: ReadonlyMap<number, FunctionInfo>;

  constructor(
    kernel: Kernel,
    private readonly process: Process,
    private readonly atFork: AtFork,
    private readonly objects: ProcessObjects,
  ) {
    this.framesAtFork = framesOf(atFork, objects);
    const contexts = parentContexts(kernel, atFork);
    this.parent = contexts === null ? null : new ProcessObjects(contexts);
    const { stack } = contextOf(kernel, process.pid);
    const forked = contexts?.find((context) => context.stack.top === stack.top);
    this.parentFrames = forked === undefined ? new Map() : presentFrames(forked);
  }

  /** null: it is what the parent has, or what it was if the parent is gone. */
  ofStatic(object: Compared): Difference | null {
    return this.compare(object, this.parent);
  }

  ofLocal(frame: ObjectsOfFrame, placed: PlacedVariable, object: Compared): Difference | null {
    const then = this.framesAtFork.get(frame.fp);
    if (then?.code !== frame.function) return null;
    const { scope } = placed.variable;
    if (scope !== undefined && (then.pc < scope.from || then.pc >= scope.to)) return null;
    const isThere = this.parentFrames.get(frame.fp) === frame.function;
    const found = this.compare(object, isThere ? this.parent : null);
    const wasUnset = isBeforeFirstWrite(this.objects.image, then.code, placed.variable, then.pc);
    return found === null || !wasUnset ? found : { ...found, atFork: valueText({ kind: 'unset' }) };
  }

  /** Of a heap block, which has to be the one that was there. */
  ofBlock(object: Compared, headerAddress: number, headerBytes: number): Difference | null {
    const then = snapshotBytes(this.atFork.memory, headerAddress, headerBytes);
    const now = this.objects.readBytes(headerAddress, headerBytes);
    if (then === null || now === null || !sameBytes(then, now)) return null;
    const inParent = this.parent?.readBytes(headerAddress, headerBytes) ?? null;
    const isThere = inParent !== null && sameBytes(inParent, then);
    return this.compare(object, isThere ? this.parent : null);
  }

  private compare(object: Compared, parent: ProcessObjects | null): Difference | null {
    const { address, bytes } = object;
    const now = this.objects.readBytes(address, bytes);
    const then = snapshotBytes(this.atFork.memory, address, bytes);
    if (now === null || then === null) return null;
    const there = parent?.readBytes(address, bytes) ?? null;
    if (sameBytes(now, there ?? then)) return null;
    const changedBy: Pid[] = [];
    if (!sameBytes(now, then)) changedBy.push(this.process.pid);
    if (there !== null && !sameBytes(there, then) && this.atFork.parent !== null)
      changedBy.push(this.atFork.parent);
    return {
      atFork: valueText(object.read(this.sourceAtFork)),
      inParent: parent === null || there === null ? null : valueText(object.read(parent)),
      changedBy,
    };
  }

  private get sourceAtFork(): ValueSource {
    const { memory } = this.atFork;
    return {
      image: this.objects.image,
      readBytes: (address, count) => snapshotBytes(memory, address, count),
      setBytes: (address, count) => snapshotSetBytes(memory, address, count),
      targetOf: (address, to) => this.objects.targetOf(address, to),
    };
  }
}

/** The parent's threads, while it runs the program that it ran at the fork; null: it is gone. */
export function parentContexts(
  kernel: Kernel,
  { parent: pid }: AtFork,
): readonly [ExecutionContext, ...ExecutionContext[]] | null {
  const parent = pid === null ? undefined : kernel.state.processes.get(pid);
  return parent === undefined ? null : contextsOf(kernel, parent);
}

/** Of all threads; null: of a zombie. */
export function contextsOf(
  kernel: Kernel,
  process: Process,
): readonly [ExecutionContext, ...ExecutionContext[]] | null {
  const [first, ...others] = threadsOf(kernel, process).map(({ id }) => contextOf(kernel, id));
  return first === undefined ? null : [first, ...others];
}

function presentFrames(context: ExecutionContext): ReadonlyMap<number, FunctionInfo> {
  const frames = new Map<number, FunctionInfo>();
  for (const { fp, function: code } of callFrames(context)) {
    frames.set(fp, code);
    if (frames.size >= FRAMES_MAX) break;
  }
  return frames;
}

function framesOf({ memory, ...registers }: AtFork, { image }: ProcessObjects) {
  const frames = new Map<number, { readonly code: FunctionInfo; readonly pc: number }>();
  let { pc, fp } = registers;
  while (frames.size < FRAMES_MAX) {
    const code = functionAt(image, pc);
    const record = snapshotBytes(memory, fp, FRAME_RECORD_BYTES);
    if (code === null || record === null) break;
    frames.set(fp, { code, pc });
    const view = new DataView(record.buffer);
    const saved = view.getUint32(0, true);
    const returnAddress = view.getUint32(8, true);
    if (returnAddress <= TEXT_BASE || saved <= fp || saved > STACK_TOP) break;
    pc = ((returnAddress - TEXT_BASE) >> 2) - 1;
    fp = saved;
  }
  return frames;
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, k) => byte === b[k]);
}
