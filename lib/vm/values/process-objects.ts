/**
 * The objects of one process at one moment, of all its threads: variables with static storage, frames
 * with their locals, heap blocks, mappings. Says what lies at an address and what values are. Made anew for each
 * moment. Bounded: of a deep recursion the innermost frames are known, and how many there are.
 */
import { ARGUMENTS_LIMIT, FRAME_RECORD_BYTES, STACK_TOP, TEXT_BASE } from '../../abi/address-space';
import type { FunctionInfo, VariableInfo } from '../../abi/image';
import type { ExecutionContext } from '../context';
import { functionAt, positionAt } from '../debug-info';
import { heapBlocks, type HeapBlock } from '../heap-blocks';
import { firstUninitialized } from '../initialized';
import { variableLengthArray } from '../memory-object';
import { callFrames } from '../stack-walk';
import type { CodePosition } from '../trap';
import { partAt } from '../type-parts';
import { typeBytes } from '../type-text';
import { isBeforeFirstWrite } from './first-write';
import type { PointerTarget } from './pointer-target';
import type { ValueSource } from './value';

const FRAMES_MAX = 100;

export interface ObjectsOfThread {
  readonly context: ExecutionContext;
  /** Innermost first. */
  readonly frames: readonly ObjectsOfFrame[];
  /** Frames further out that are not looked at. */
  readonly framesLeftOut: number;
  /** Its own copies of `_Thread_local` objects. */
  readonly threadLocals: readonly PlacedVariable[];
}

export interface ObjectsOfFrame {
  readonly function: FunctionInfo;
  readonly fp: number;
  /** Lowest address of the frame: where it keeps arguments of what it calls. */
  readonly sp: number;
  readonly pc: number;
  readonly position: CodePosition | null;
  /** Parameters, then locals whose scope it is in. */
  readonly variables: readonly PlacedVariable[];
}

export interface PlacedVariable {
  readonly variable: VariableInfo;
  readonly address: number;
  readonly bytes: number;
  /** Of a variable-length array, how many elements; its type is a pointer to them. */
  readonly elements: number | null;
  /** Its first value is still to be stored. */
  readonly isUnset: boolean;
}

/** A local of a frame, wherever its scope is. */
interface FrameObject extends PlacedVariable {
  readonly of: string | null;
  readonly isInScope: boolean;
}

export class ProcessObjects implements ValueSource {
  readonly threads: readonly ObjectsOfThread[];
  /** From low to high addresses. */
  readonly blocks: readonly HeapBlock[];
  private readonly locals: readonly FrameObject[];

  /** `contexts`: of all threads of the process. */
  constructor(private readonly contexts: readonly [ExecutionContext, ...ExecutionContext[]]) {
    const { memory } = this;
    this.blocks = heapBlocks(memory);
    const locals: FrameObject[] = [];
    this.threads = contexts.map((context) => objectsOfThread(context, locals));
    this.locals = locals;
  }

  get image() {
    return this.contexts[0].image;
  }

  get memory() {
    return this.contexts[0].memory;
  }

  readBytes(address: number, count: number): Uint8Array | null {
    return this.memory.readBytes(address, count);
  }

  setBytes(address: number, count: number): number {
    const flat = this.memory.flatIndex(address, count, false);
    if (flat < 0) return count;
    const local = this.localAt(address);
    if (local?.isUnset === true && local.isInScope) return 0;
    const first = firstUninitialized(this.memory, flat, count);
    return first < 0 ? count : first - flat;
  }

  targetOf(address: number, to: number): PointerTarget {
    if (address === 0) return { kind: 'null' };
    if (address >= ARGUMENTS_LIMIT) return { kind: 'nowhere' };
    const { image, memory } = this;
    const { lowBase, heapBase } = memory.layout;
    if (address >= TEXT_BASE && address < TEXT_BASE + 4 * image.code.length) {
      const found = functionAt(image, (address - TEXT_BASE) >> 2);
      const isEntry = found !== null && TEXT_BASE + 4 * found.start === address;
      return isEntry ? { kind: 'function', name: found.name } : { kind: 'nowhere' };
    }
    if (address >= STACK_TOP) return { kind: 'arguments', bytesLeft: ARGUMENTS_LIMIT - address };
    if (address >= lowBase && address < heapBase) return this.globalTarget(address, to);
    if (memory.isHeap(address)) return this.heapTarget(address);
    const mapping = memory.mappingAt(address);
    if (mapping !== null)
      return {
        kind: 'mapping',
        name: mapping.region.name,
        address: mapping.address,
        offset: address - mapping.address,
        bytesLeft: mapping.address + mapping.bytes - address,
      };
    return this.stackTarget(address, to);
  }

  private globalTarget(address: number, to: number): PointerTarget {
    const before = atOrBefore(this.image.globals, address, ({ location }) => location);
    if (before === null || address > before.location + before.bytes) return { kind: 'nowhere' };
    const { name, location, bytes } = before;
    if (name.startsWith('"'))
      return { kind: 'literal', address: location, bytesLeft: location + bytes - address };
    if (before.library === true) return { kind: 'library' };
    return this.inVariable(before, location, bytes, null, address, to);
  }

  private heapTarget(address: number): PointerTarget {
    const block = atOrBefore(this.blocks, address, (each) => each.address);
    if (block === null) return { kind: 'nowhere' };
    const offset = address - block.address;
    if (offset >= Math.max(1, block.bytes))
      return offset === block.bytes && block.state === 'allocated'
        ? { kind: 'past-end', name: 'a heap block', address: block.address }
        : { kind: 'nowhere' };
    return block.state === 'freed'
      ? { kind: 'freed', address: block.address, offset }
      : { kind: 'heap', address: block.address, offset, bytesLeft: block.bytes - offset };
  }

  private stackTarget(address: number, to: number): PointerTarget {
    const local = this.localAt(address);
    if (local !== null) {
      if (!local.isInScope) return { kind: 'returned' };
      return this.inVariable(local.variable, local.address, local.bytes, local.of, address, to);
    }
    for (const { context, frames, framesLeftOut } of this.threads) {
      const { floor, top } = context.stack;
      if (address < Math.min(floor, context.sp) || address >= top) continue;
      if (address < context.sp) return { kind: 'returned' };
      const frame = frames.find(({ fp }) => address < fp + FRAME_RECORD_BYTES);
      const isLibrary = frame === undefined ? framesLeftOut > 0 : frame.function.library;
      return { kind: isLibrary ? 'library' : 'nowhere' };
    }
    return this.memory.stackFloor <= address ? { kind: 'returned' } : { kind: 'nowhere' };
  }

  /** A local whose scope it is; else one that had its place there. */
  private localAt(address: number): FrameObject | null {
    let gone: FrameObject | null = null;
    for (const local of this.locals) {
      if (address < local.address || address >= local.address + Math.max(1, local.bytes)) continue;
      if (local.isInScope) return local;
      gone ??= local;
    }
    return gone;
  }

  private inVariable(
    { name, type, variableLength }: VariableInfo,
    start: number,
    bytes: number,
    of: string | null,
    address: number,
    to: number,
  ): PointerTarget {
    const offset = address - start;
    if (offset >= bytes) return { kind: 'past-end', name, address: start };
    const path =
      variableLength === true
        ? this.elementPath(type, offset)
        : pathTo(this, type, offset, typeBytes(this.image, to));
    return { kind: 'variable', name: name + path, of, address: start, bytesLeft: bytes - offset };
  }

  private elementPath(pointer: number, offset: number): string {
    const type = this.image.types[pointer];
    const bytes = type?.kind === 'pointer' ? (typeBytes(this.image, type.to) ?? 0) : 0;
    return bytes > 0 ? `[${Math.floor(offset / bytes)}]` : '';
  }
}

/** To what the pointer's type says: a pointer to a whole struct has the address of its first member. */
function pathTo(
  { image }: ProcessObjects,
  type: number,
  offset: number,
  pointedBytes: number | null,
): string {
  if (offset === 0 && (pointedBytes === null || typeBytes(image, type) === pointedBytes)) return '';
  const part = partAt(image, type, offset);
  if (part === null) return '';
  // Off with the members that are smaller than what is pointed to.
  let { path } = part;
  let { bytes } = part;
  while (path !== '' && bytes < (pointedBytes ?? 1)) {
    path = path.slice(0, Math.max(path.lastIndexOf('.'), path.lastIndexOf('['), 0));
    bytes = Infinity;
  }
  return path;
}

function objectsOfThread(context: ExecutionContext, locals: FrameObject[]): ObjectsOfThread {
  const { image } = context;
  const frames: ObjectsOfFrame[] = [];
  let framesLeftOut = 0;
  let { sp } = context;
  for (const { function: code, fp, pc } of callFrames(context)) {
    if (frames.length >= FRAMES_MAX) {
      framesLeftOut++;
      continue;
    }
    const objects = code.library ? [] : objectsOfFrame(context, code, fp, pc);
    locals.push(...objects);
    const variables = objects.filter(({ isInScope }) => isInScope);
    frames.push({ function: code, fp, sp, pc, position: positionAt(image, pc), variables });
    sp = fp + FRAME_RECORD_BYTES;
  }
  const threadLocals = threadLocalsOf(context);
  for (const each of threadLocals) locals.push({ ...each, of: null, isInScope: true });
  return { context, frames, framesLeftOut, threadLocals };
}

function objectsOfFrame(
  context: ExecutionContext,
  code: FunctionInfo,
  fp: number,
  pc: number,
): FrameObject[] {
  const { image } = context;
  return [...code.parameters, ...code.locals].map((variable) => {
    const { scope, location, bytes } = variable;
    const isInScope = scope === undefined || (pc >= scope.from && pc < scope.to);
    const placed = { variable, of: code.name, isInScope };
    const isUnset = isInScope && isBeforeFirstWrite(image, code, variable, pc);
    if (variable.variableLength !== true)
      return { ...placed, address: fp + location, bytes, elements: null, isUnset };
    const array = isUnset ? null : variableLengthArray(context, variable, fp);
    const type = image.types[variable.type];
    const element = type?.kind === 'pointer' ? (typeBytes(image, type.to) ?? 0) : 0;
    return {
      ...placed,
      address: array?.address ?? fp + location,
      bytes: array?.bytes ?? 0,
      elements: array === null || element === 0 ? 0 : Math.floor(array.bytes / element),
      isUnset: array === null,
    };
  });
}

/** Of a thread beside the first: the first one's are where the image has them. */
function threadLocalsOf({ image, tp }: ExecutionContext): PlacedVariable[] {
  const { address, bytes } = image.threadLocal;
  if (tp === address) return [];
  return image.globals
    .filter(
      ({ location, library }) =>
        library !== true && location >= address && location < address + bytes.length,
    )
    .map((variable) => ({
      variable,
      address: tp + variable.location - address,
      bytes: variable.bytes,
      elements: null,
      isUnset: false,
    }));
}

/** The last of those that begin at or before the address. */
function atOrBefore<T>(
  sorted: readonly T[],
  address: number,
  startOf: (each: T) => number,
): T | null {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const each = sorted[middle];
    if (each !== undefined && startOf(each) <= address) low = middle + 1;
    else high = middle;
  }
  return sorted[low - 1] ?? null;
}
