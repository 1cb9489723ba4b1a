/**
 * Addresses of arrays and constants that a loop needs again and again in a slot: computed once at the
 * function's entry and kept in the frame. They never change while the function runs.
 */
import { Opcode } from '../../abi/opcodes';
import type { Fixup, LinkName } from '../object-module';
import { KEPT, type Slot } from './emitter';
import type { Frame } from './frame';

const KEPT_MAX = 12;

export class KeptValues {
  /** The instructions that compute them, and what the linker fills in, from their first word. */
  readonly code: number[] = [];
  readonly fixups: Fixup[] = [];
  readonly #frame: Frame;
  readonly #slots = new Map<string, Slot>();

  constructor(frame: Frame) {
    this.#frame = frame;
  }

  /** null: there are too many already. */
  ofFrame(offset: number): Slot | null {
    return this.#slot(`${offset}`, (slot) => {
      this.code.push(Opcode.LEA, slot, offset);
    });
  }

  ofStatic(target: LinkName, addend: number): Slot | null {
    return this.#slot(`${target} ${addend}`, (slot) => {
      this.fixups.push({ word: this.code.length + 2, kind: 'address', target, addend });
      this.code.push(Opcode.MOVI64, slot, 0, 0);
    });
  }

  constant32(value: number): Slot | null {
    return this.#slot(`constant ${value}`, (slot) => {
      this.code.push(Opcode.MOVI32, slot, value);
    });
  }

  constant64(low: number, high: number): Slot | null {
    return this.#slot(`constant ${low} ${high}`, (slot) => {
      this.code.push(Opcode.MOVI64, slot, low, high);
    });
  }

  #slot(key: string, compute: (slot: Slot) => void): Slot | null {
    const known = this.#slots.get(key);
    if (known !== undefined) return known;
    if (this.#slots.size >= KEPT_MAX) return null;
    const slot = KEPT + 2 * this.#frame.keep();
    this.#slots.set(key, slot);
    compute(slot);
    return slot;
  }
}
