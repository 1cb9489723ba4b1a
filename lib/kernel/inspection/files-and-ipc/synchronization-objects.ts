/**
 * Where semaphores and locks lie in programs' memory. The kernel knows only those that somebody waits for;
 * the others are found as variables of their types: static ones, those of the student's functions that are
 * under way, and what pointers among them lead to. Leaves out: what is only reached over several pointers.
 */
import type { FunctionInfo, ProgramImage, TypeInfo } from '../../../abi/image';
import type { ExecutionContext } from '../../../vm/context';
import { hasStudentCode } from '../../../vm/debug-info';
import { studentFrames } from '../../../vm/stack-walk';
import { keyOf } from '../../ipc/posix-semaphores';
import { contextOf, type Kernel } from '../../kernel';
import type { Process } from '../../processes/process';

export type SynchronizationKind =
  'semaphore' | 'mutex' | 'condition' | 'read-write lock' | 'barrier';

export interface SynchronizationObject {
  readonly kind: SynchronizationKind;
  /** Its place in memory, as the kernel's queues know it. */
  readonly key: string;
  /** As the program would write it: "forks[2]", "buffer->empty". */
  readonly name: string;
  /** Whose memory it lies in; of a shared one, one of those that share it. */
  readonly process: Process;
  readonly address: number;
}

/** Part of a type. */
interface Part {
  readonly kind: SynchronizationKind;
  readonly offset: number;
  /** What is written behind the name of the whole. */
  readonly path: string;
}

const PARTS_MAX = 64;
const FRAMES_MAX = 8;
const OBJECTS_MAX = 400;

/** By key, the first name that leads there. */
export function synchronizationObjects(kernel: Kernel): ReadonlyMap<string, SynchronizationObject> {
  const found = new Map<string, SynchronizationObject>();
  for (const process of kernel.state.processes.values()) {
    if (process.threads.length === 0) continue;
    const { image } = contextOf(kernel, process.pid);
    if (!hasStudentCode(image) || found.size > OBJECTS_MAX) continue;
    const add = (name: string, address: number, type: number): void => {
      for (const { kind, offset, path } of partsOf(image, type)) {
        const key = keyOf(process, address + offset);
        if (!found.has(key))
          found.set(key, {
            kind,
            key,
            name: (name + path).replace('->.', '->'),
            process,
            address: address + offset,
          });
      }
    };
    for (const thread of process.threads)
      forEachVariable(contextOf(kernel, thread), thread === process.pid, (name, address, type) => {
        add(name, address, type);
        followPointer(image, contextOf(kernel, thread), name, address, type, add);
      });
  }
  return found;
}

type OnVariable = (name: string, address: number, type: number) => void;

function forEachVariable(context: ExecutionContext, withStatic: boolean, on: OnVariable): void {
  const { image } = context;
  if (withStatic)
    for (const { name, type, location, library } of image.globals)
      if (library !== true && concerns(image, type)) on(name, location, type);
  let frames = 0;
  for (const { function: info, fp, pc } of studentFrames(context)) {
    if (frames++ >= FRAMES_MAX) return;
    for (const { name, type, location, scope } of variablesOf(info))
      if ((scope === undefined || (pc >= scope.from && pc < scope.to)) && concerns(image, type))
        on(name, fp + location, type);
  }
}

function variablesOf({ parameters, locals }: FunctionInfo) {
  return [...parameters, ...locals];
}

/** It is, holds or points to an object of synchronization. */
function concerns(image: ProgramImage, type: number): boolean {
  const info = image.types[type];
  return partsOf(image, info?.kind === 'pointer' ? info.to : type).length > 0;
}

function followPointer(
  image: ProgramImage,
  { memory }: ExecutionContext,
  name: string,
  address: number,
  type: number,
  on: OnVariable,
): void {
  const info = image.types[type];
  if (info?.kind !== 'pointer') return;
  const bytes = memory.readBytes(address, 8);
  if (bytes === null) return;
  const target = Number(new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0, true));
  if (target === 0 || !Number.isSafeInteger(target)) return;
  // Where it leads nowhere, there is nothing to be seen.
  const to = image.types[info.to];
  if (to?.kind !== 'record' || memory.readBytes(target, to.bytes) === null) return;
  const isWhole = kindOf(to) !== null;
  on(isWhole ? `*${name}` : `${name}->`, target, info.to);
}

const partsByImage = new WeakMap<ProgramImage, Map<number, readonly Part[]>>();

function partsOf(image: ProgramImage, type: number): readonly Part[] {
  const known = partsByImage.get(image) ?? new Map<number, readonly Part[]>();
  partsByImage.set(image, known);
  const before = known.get(type);
  if (before !== undefined) return before;
  const parts = findParts(image, type);
  known.set(type, parts);
  return parts;
}

function findParts(image: ProgramImage, type: number): readonly Part[] {
  const info = image.types[type];
  switch (info?.kind) {
    case 'record': {
      const kind = kindOf(info);
      if (kind !== null) return [{ kind, offset: 0, path: '' }];
      return info.fields
        .flatMap(({ name, type: of, offset }) =>
          partsOf(image, of).map((part) => ({
            ...part,
            offset: offset + part.offset,
            path: `.${name}${part.path}`,
          })),
        )
        .slice(0, PARTS_MAX);
    }
    case 'array': {
      const parts = partsOf(image, info.of);
      if (parts.length === 0) return [];
      const size = bytesOf(image, info.of);
      const count = Math.min(info.count, Math.ceil(PARTS_MAX / parts.length));
      return Array.from({ length: count }, (_, k) =>
        parts.map((part) => ({
          ...part,
          offset: k * size + part.offset,
          path: `[${k}]${part.path}`,
        })),
      ).flat();
    }
    default:
      return [];
  }
}

function bytesOf(image: ProgramImage, type: number): number {
  const info = image.types[type];
  if (info?.kind === 'record') return info.bytes;
  return info?.kind === 'array' ? info.count * bytesOf(image, info.of) : 0;
}

/** The library's types have no tags, as glibc's; their members' reserved names tell them apart. */
function kindOf(info: TypeInfo & { readonly kind: 'record' }): SynchronizationKind | null {
  if (info.name !== '') return null;
  switch (
    info.fields
      .map(({ name }) => name)
      .slice(0, 2)
      .join(' ')
  ) {
    case '__size __align':
      return info.union && info.bytes === SEM_T_BYTES ? 'semaphore' : null;
    case '__owner __count':
      return 'mutex';
    case '__clock __shared':
      return 'condition';
    case '__readers __writer':
      return 'read-write lock';
    case '__wanted __arrived':
      return 'barrier';
    default:
      return null;
  }
}

const SEM_T_BYTES = 32;
