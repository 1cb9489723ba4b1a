/**
 * Makes the view of processes' memory (memory-view.ts): the address space as the chapter draws it, with
 * what is in it. Only of those processes that are asked for. Objects of the C library are counted and
 * not shown. What heap blocks and mappings hold is told by the types of the pointers that lead to them.
 */
import { ARGUMENTS_LIMIT, FRAME_RECORD_BYTES, STACK_TOP, TEXT_BASE } from '../../abi/address-space';
import type { Mapping } from '../../vm/mapping';
import { typeText } from '../../vm/type-text';
import { quotedText } from '../../vm/values/literal-text';
import {
  ProcessObjects,
  type ObjectsOfFrame,
  type ObjectsOfThread,
  type PlacedVariable,
} from '../../vm/values/process-objects';
import { arrayAt, valueAt, type Value, type ValueSource } from '../../vm/values/value';
import { threadOf, type Kernel } from '../kernel';
import type { Pid } from '../pid';
import { borrowsMemory } from '../processes/vfork';
import type { Process } from '../processes/process';
import { AreaTypes } from './area-types';
import { contextsOf, ForkDifferences, type Compared } from './fork-differences';
import { shownBlocks } from './heap-view';
import { runningThread } from './machine-view';
import type {
  MemoryInspection,
  MemoryOfProcess,
  MemoryRegion,
  RegionContents,
  RegionKind,
  ShownFrame,
  ShownMapping,
  ShownString,
  ShownVariable,
} from './memory-view';
import { PageSharing } from './page-sharing';

/** Beside each other. */
const PROCESSES_MAX = 2;
const VARIABLES_MAX = 100;
const FRAMES_MAX = 40;
const STRINGS_MAX = 40;
const TEXT_BYTES_MAX = 80;

/** `pids` empty: of the process that runs, else of the first that has a memory. */
export function inspectMemory(kernel: Kernel, pids: readonly Pid[]): MemoryInspection {
  const asked = pids.length > 0 ? pids : presentProcess(kernel);
  return { processes: asked.slice(0, PROCESSES_MAX).map((pid) => memoryOf(kernel, pid)) };
}

function presentProcess(kernel: Kernel): readonly Pid[] {
  const running = runningThread(kernel);
  if (running !== null) return [threadOf(kernel, running).process];
  const first = [...kernel.state.processes.values()].find(({ threads }) => threads.length > 0);
  return first === undefined ? [] : [first.pid];
}

function memoryOf(kernel: Kernel, pid: Pid): MemoryOfProcess {
  const process = kernel.state.processes.get(pid);
  if (process === undefined) return { kind: 'unborn', pid };
  const contexts = contextsOf(kernel, process);
  if (contexts === null) return { kind: 'zombie', pid };
  const objects = new ProcessObjects(contexts);
  return {
    kind: 'present',
    pid,
    name: process.name,
    isBorrowed: borrowsMemory(kernel, process),
    copyOf: process.atFork?.parent ?? null,
    regions: new MemoryMap(kernel, process, objects).regions(),
  };
}

class MemoryMap {
  private readonly types: AreaTypes;
  private readonly differences: ForkDifferences | null;
  private readonly pages: PageSharing;

  constructor(
    private readonly kernel: Kernel,
    private readonly process: Process,
    private readonly objects: ProcessObjects,
  ) {
    const { atFork } = process;
    this.types = new AreaTypes(objects);
    this.differences =
      atFork === null ? null : new ForkDifferences(kernel, process, atFork, objects);
    this.pages = new PageSharing(kernel, process, objects.memory);
  }

  /** From low to high addresses. */
  regions(): readonly MemoryRegion[] {
    const { image, memory, threads } = this.objects;
    const { lowBase, dataBase, bssBase, heapBase } = memory.layout;
    // Variables before blocks and mappings: the pointers in them say what these hold.
    const data = (
      [
        ['read-only data', lowBase, dataBase],
        ['initialized data', dataBase, bssBase],
        ['uninitialized data', bssBase, heapBase],
      ] as const
    ).map(([kind, from, to]) => this.region(kind, from, to, this.variablesIn(from, to)));
    const stacks = threads.map((thread) => this.stack(thread));
    const blocks = shownBlocks(this.objects, this.types, this.differences);
    const mappings = memory.mappings.map((mapping) => this.mapping(mapping));
    const textEnd = TEXT_BASE + 4 * image.code.length;
    return [
      this.region('text', TEXT_BASE, textEnd, this.code()),
      ...data.filter(({ from, to }) => to > from),
      this.region('heap', heapBase, memory.breakAddress, blocks),
      ...mappings,
      ...stacks.toSorted((a, b) => a.from - b.from),
      this.region('arguments', STACK_TOP, ARGUMENTS_LIMIT, this.strings()),
    ];
  }

  private region(
    kind: RegionKind,
    from: number,
    to: number,
    contents: RegionContents,
  ): MemoryRegion {
    return { kind, from, to, pages: this.pages.runs(from, to), contents };
  }

  private code(): RegionContents {
    const { image } = this.objects;
    const sharedWith = [...this.kernel.state.processes.values()].filter(
      (other) =>
        other !== this.process &&
        this.kernel.contexts.get(other.pid)?.image === image &&
        other.threads.length > 0,
    );
    return {
      kind: 'code',
      functions: image.functions
        .filter(({ library }) => !library)
        .slice(0, VARIABLES_MAX)
        .map(({ name, start, end, line }) => ({
          name,
          address: TEXT_BASE + 4 * start,
          bytes: 4 * (end - start),
          line,
        })),
      sharedWith: sharedWith.map(({ pid }) => pid),
    };
  }

  private variablesIn(from: number, to: number): RegionContents {
    const inside = this.objects.image.globals.filter(
      ({ location }) => location >= from && location < to,
    );
    const own = inside.filter(({ library }) => library !== true);
    return {
      kind: 'variables',
      variables: own.slice(0, VARIABLES_MAX).map((variable) => {
        const { location: address, bytes } = variable;
        return this.shown({ variable, address, bytes, elements: null, isUnset: false }, (object) =>
          this.differences?.ofStatic(object),
        );
      }),
      leftOut: Math.max(0, own.length - VARIABLES_MAX),
      hidden: inside.length - own.length,
    };
  }

  private shown(
    placed: PlacedVariable,
    differenceOf: (object: Compared) => ShownVariable['difference'] | undefined,
  ): ShownVariable {
    const { variable, address, bytes, elements, isUnset } = placed;
    const { image } = this.objects;
    const type = image.types[variable.type];
    const of = elements !== null && type?.kind === 'pointer' ? type.to : null;
    const read = (source: ValueSource): Value =>
      of === null
        ? valueAt(source, { address, type: variable.type })
        : arrayAt(source, { address, type: of }, elements ?? 0);
    const text =
      of === null ? typeText(image, variable.type) : `${typeText(image, of)}[${elements ?? 0}]`;
    const difference = isUnset ? null : (differenceOf({ address, bytes, read }) ?? null);
    return {
      name: variable.name,
      type: text,
      address,
      bytes,
      line: variable.line,
      value: isUnset ? { kind: 'unset' } : read(this.types),
      difference,
    };
  }

  private stack(thread: ObjectsOfThread): MemoryRegion {
    const { context, frames, framesLeftOut, threadLocals } = thread;
    const shown = frames.slice(0, FRAMES_MAX);
    const { stack, sp } = context;
    const limit = stack.top === STACK_TOP ? this.objects.memory.stackFloor : stack.floor;
    return this.region('stack', sp, stack.top, {
      kind: 'frames',
      thread: this.idOf(thread),
      limit,
      frames: shown.map((frame, k) => this.frame(frame, frames[k + 1])),
      leftOut: framesLeftOut + frames.length - shown.length,
      threadLocals: threadLocals.map((each) => this.shown(each, () => null)),
    });
  }

  private idOf({ context }: ObjectsOfThread): Pid {
    const { contexts } = this.kernel;
    return this.process.threads.find((id) => contexts.get(id) === context) ?? this.process.pid;
  }

  private frame(frame: ObjectsOfFrame, caller: ObjectsOfFrame | undefined): ShownFrame {
    const { function: code, position, sp, fp, variables } = frame;
    return {
      function: code.name,
      isLibrary: code.library,
      at: position,
      from: sp,
      to: fp + FRAME_RECORD_BYTES,
      returnsTo: caller === undefined || caller.function.library ? null : caller.position,
      variables: variables.map((placed) =>
        this.shown(placed, (object) => this.differences?.ofLocal(frame, placed, object)),
      ),
    };
  }

  private mapping(mapping: Mapping): MemoryRegion {
    const { address, bytes, region, offset, readable, writable } = mapping;
    const attachment = this.process.attachments.find(
      (each) => address >= each.address && address < each.address + each.byteCount,
    );
    const length = Math.min(bytes, Math.max(0, region.length - offset));
    const type = this.types.typeAt(address);
    const shown: ShownMapping = {
      name: region.name,
      kind: attachment?.kind ?? 'shared',
      access: readable ? (writable ? 'read and write' : 'read') : writable ? 'write' : 'none',
      offset,
      attached: attachment === undefined ? [] : this.attachersOf(attachment.region),
      type: type === null ? null : this.types.textOf(type, length),
      value: type === null || !readable ? null : this.types.valueOf(address, type, length),
    };
    return {
      kind: 'mapping',
      from: address,
      to: address + bytes,
      pages: [],
      contents: { kind: 'mapping', mapping: shown },
    };
  }

  private attachersOf(region: number): ShownMapping['attached'] {
    return [...this.kernel.state.processes.values()].flatMap(({ pid, attachments }) =>
      attachments.filter((each) => each.region === region).map(({ address }) => ({ pid, address })),
    );
  }

  /** As execve left them: argv[] and its strings, then the environment. */
  private strings(): RegionContents {
    const { memory } = this.objects;
    // _start's parameters lie on top of the first thread's stack: argc, argv, envp.
    const argc = memory.readInt32(STACK_TOP - 32) ?? 0;
    const argv = memory.readInt32(STACK_TOP - 24) ?? 0;
    const envp = memory.readInt32(STACK_TOP - 16) ?? 0;
    const found: ShownString[] = [];
    this.addStrings(found, argv, (k) => `argv[${k}]`);
    this.addStrings(found, envp, (k) => `environ[${k}]`);
    return {
      kind: 'strings',
      strings: found,
      leftOut: Math.max(0, argc - STRINGS_MAX),
    };
  }

  private addStrings(found: ShownString[], list: number, nameOf: (k: number) => string): void {
    const { memory } = this.objects;
    for (let k = 0; k < STRINGS_MAX; k++) {
      const address = memory.readInt32(list + 8 * k) ?? 0;
      if (address < STACK_TOP || address >= ARGUMENTS_LIMIT) return;
      const room = Math.min(TEXT_BYTES_MAX + 1, ARGUMENTS_LIMIT - address);
      const bytes = memory.readBytes(address, room);
      if (bytes === null) return;
      found.push({ name: nameOf(k), address, text: quotedText(bytes, TEXT_BYTES_MAX) });
    }
  }
}
