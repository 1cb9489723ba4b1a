/**
 * The frame of one function: where parameters, locals and temporaries lie. High to low: locals that
 * are only operands; objects in memory, a redzone after each and below the lowest; temporaries, a
 * stack of 8-byte cells; addresses kept through the function; the outgoing area. Locals of disjoint blocks don't share storage: figures
 * and messages can then name every byte.
 */
import type { LocalVariable } from '../typed-tree';
import { alignOf, sizeOf } from '../type-layout';
import { isVariableLength } from '../type-operations';
import { isKept, isOutgoing, type Slot } from './emitter';
import { isScalarType } from './value-kind';

export type VariableLocation =
  /** A scalar whose address nobody takes: instructions use it as an operand. */
  | { readonly kind: 'slot'; readonly slot: Slot }
  /** In memory, bytes from fp. */
  | { readonly kind: 'memory'; readonly offset: number; readonly bytes: number }
  /** A variable-length array: slots of its address and of the stack pointer before it. */
  | { readonly kind: 'variable-length'; readonly slot: Slot; readonly savedStack: Slot }
  /** Aligned more strictly than the stack is: slot of its address, which the function's entry finds in a larger block. */
  | {
      readonly kind: 'aligned';
      readonly slot: Slot;
      readonly offset: number;
      readonly bytes: number;
      readonly alignment: number;
    };

export interface Redzone {
  readonly offset: number;
  readonly bytes: number;
}

const PARAMETERS_OFFSET = 16;
const REDZONE_BYTES = 8;
/** Beyond this, unpoisoning objects and redzones in one sweep costs more than one by one. */
const SWEEP_BYTES_MAX = 1024;

export class Frame {
  readonly redzones: readonly Redzone[];
  /** What is unpoisoned before a return. */
  readonly sweeps: readonly Redzone[];
  /** Bytes of all parameters: where variadic arguments begin, from fp. */
  readonly parametersEnd: number;
  readonly resultPointer: Slot | null;
  readonly #locations = new Map<LocalVariable, VariableLocation>();
  readonly #operandSlots = new Set<Slot>();
  readonly #localsBytes: number;
  #cells = 0;
  #cellsMax = 0;
  #outgoingSlots = 0;
  #kept = 0;

  constructor(
    parameters: readonly LocalVariable[],
    locals: readonly LocalVariable[],
    hasResultPointer: boolean,
    /** Those that may be read before they are assigned: in memory, where the run can watch them. */
    tracked: ReadonlySet<LocalVariable>,
  ) {
    this.resultPointer = hasResultPointer ? PARAMETERS_OFFSET / 4 : null;
    let offset = PARAMETERS_OFFSET + (hasResultPointer ? 8 : 0);
    for (const parameter of parameters) {
      const bytes = sizeOf(parameter.type.type);
      this.#locations.set(
        parameter,
        isOperand(parameter)
          ? { kind: 'slot', slot: offset / 4 }
          : { kind: 'memory', offset, bytes },
      );
      offset += parameterBytes(bytes);
    }
    this.parametersEnd = offset;

    const strict = new Map<LocalVariable, Slot>();
    let low = 0;
    for (const local of locals) {
      if (isVariableLength(local.type.type)) {
        low -= 16;
        this.#locations.set(local, {
          kind: 'variable-length',
          slot: low / 4 + 2,
          savedStack: low / 4,
        });
      } else if (strictAlignment(local) > STACK_ALIGNMENT) {
        low = alignDown(low - 8, 8);
        strict.set(local, low / 4);
      } else if (isOperand(local) && !tracked.has(local)) {
        low -= sizeOf(local.type.type) <= 4 ? 4 : 8;
        if (sizeOf(local.type.type) > 4) low &= -8;
        this.#locations.set(local, { kind: 'slot', slot: low / 4 });
      }
    }
    low &= -8;

    const redzones: Redzone[] = [];
    /** Redzones, and objects that may be marked as unset. */
    const marked: Redzone[] = [];
    for (const local of locals) {
      if (this.#locations.has(local)) continue;
      const slot = strict.get(local);
      const wanted = strictAlignment(local);
      const slack = slot === undefined ? 0 : wanted - STACK_ALIGNMENT;
      const bytes = sizeOf(local.type.type) + slack;
      const alignment = Math.max(Math.min(wanted, STACK_ALIGNMENT), bytes >= 16 ? 16 : 8);
      const ceiling = low;
      // No pointer leads to a variable whose address nobody takes.
      const redzone = isOperand(local) ? 0 : REDZONE_BYTES;
      low = alignDown(low - redzone - bytes, alignment);
      this.#locations.set(
        local,
        slot === undefined
          ? { kind: 'memory', offset: low, bytes }
          : { kind: 'aligned', slot, offset: low, bytes, alignment: wanted },
      );
      const above = { offset: low + bytes, bytes: ceiling - low - bytes };
      if (redzone > 0) {
        redzones.push(above);
        marked.push(above);
      }
      if (tracked.has(local)) marked.push({ offset: low, bytes: alignUp(bytes, 8) });
    }
    if (redzones.length > 0) {
      low -= REDZONE_BYTES;
      redzones.push({ offset: low, bytes: REDZONE_BYTES });
      marked.push({ offset: low, bytes: REDZONE_BYTES });
    }
    for (const location of this.#locations.values()) {
      if (location.kind !== 'memory') this.#operandSlots.add(location.slot);
    }
    this.redzones = redzones;
    this.sweeps = sweepsOf(marked);
    this.#localsBytes = -low;
  }

  /** Those whose address the function's entry has to find. */
  get strictlyAligned(): readonly Extract<VariableLocation, { kind: 'aligned' }>[] {
    return [...this.#locations.values()].filter((one) => one.kind === 'aligned');
  }

  locationOf(variable: LocalVariable): VariableLocation {
    const location = this.#locations.get(variable);
    if (location === undefined) throw new Error(`local '${variable.name}' isn't in its function`);
    return location;
  }

  /** A temporary of 64 bits; freed by `release` of a mark taken before. */
  temporary(): Slot {
    return this.temporaryBlock(8);
  }

  /** Consecutive bytes of temporary storage; the slot of the lowest. */
  temporaryBlock(bytes: number): Slot {
    this.#cells += Math.ceil(bytes / 8);
    if (this.#cells > this.#cellsMax) this.#cellsMax = this.#cells;
    return -(this.#localsBytes / 4) - 2 * this.#cells;
  }

  mark(): number {
    return this.#cells;
  }

  release(mark: number): void {
    this.#cells = mark;
  }

  isTemporary(slot: Slot): boolean {
    return slot < -(this.#localsBytes / 4);
  }

  /** A temporary that was released. */
  isFree(slot: Slot): boolean {
    return this.isTemporary(slot) && slot < -(this.#localsBytes / 4) - 2 * this.#cells;
  }

  /** Nothing but this function's instructions reaches it: no local in memory. */
  isPrivate(slot: Slot): boolean {
    return (
      this.isTemporary(slot) || isOutgoing(slot) || isKept(slot) || this.#operandSlots.has(slot)
    );
  }

  /** A call passes `slots` argument slots and takes a result. */
  reserveOutgoing(slots: number): void {
    this.#outgoingSlots = Math.max(this.#outgoingSlots, slots, 1);
  }

  /** Room for one more address that is kept through the function. */
  keep(): number {
    this.#kept += 1;
    return this.#kept - 1;
  }

  /** Slot of the first kept address: they lie below the temporaries. */
  get keptSlot(): Slot {
    return -(this.#localsBytes + 8 * this.#cellsMax + 8 * this.#kept) / 4;
  }

  get outgoingBytes(): number {
    return (this.#outgoingSlots * 8 + 15) & -16;
  }

  get bytes(): number {
    const cells = this.#cellsMax + this.#kept;
    return alignUp(this.#localsBytes + 8 * cells + this.outgoingBytes, STACK_ALIGNMENT);
  }
}

/** fp is a multiple of it. */
export const STACK_ALIGNMENT = 16;

function strictAlignment(local: LocalVariable): number {
  return Math.max(alignOf(local.type.type), local.alignment ?? 1);
}

export function parameterBytes(bytes: number): number {
  return Math.max(8, alignUp(bytes, 8));
}

function isOperand(variable: LocalVariable): boolean {
  return (
    !variable.addressTaken &&
    !variable.type.volatile &&
    (variable.alignment ?? 1) <= STACK_ALIGNMENT &&
    isScalarType(variable.type.type)
  );
}

function sweepsOf(redzones: readonly Redzone[]): readonly Redzone[] {
  const first = redzones[0];
  const last = redzones[redzones.length - 1];
  if (first === undefined || last === undefined) return [];
  const bytes = first.offset + first.bytes - last.offset;
  if (bytes <= SWEEP_BYTES_MAX) return [{ offset: last.offset, bytes }];
  return redzones.map(({ offset, bytes: length }) => ({
    offset: alignDown(offset, 8),
    bytes: length + offset - alignDown(offset, 8),
  }));
}

/** Not by bits: sizes need not fit in 32 of them. */
function alignDown(offset: number, alignment: number): number {
  return Math.floor(offset / alignment) * alignment;
}

function alignUp(bytes: number, alignment: number): number {
  return Math.ceil(bytes / alignment) * alignment;
}
