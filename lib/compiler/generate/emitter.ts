/**
 * Code words of one function while it is generated: instructions, labels, fixups for the linker and
 * the line table. Instructions that can't be reached are dropped. Operands that lie in the outgoing
 * area get their final place when the frame's size is known.
 */
import { OPCODES, Opcode } from '../../abi/opcodes';
import type { Fixup, LinkName } from '../object-module';
import { positionAt, type SourceFile, type Span } from '../source';

/** Word offset from fp, see abi/opcodes. */
export type Slot = number;

/** Slots from here on are the outgoing area: OUTGOING + 2k is argument k. */
export const OUTGOING: Slot = 1 << 28;
export const OUTGOING_BYTES = OUTGOING * 4;
/** Slots of values that are computed once, at the function's entry: KEPT + 2k is the k-th. */
export const KEPT: Slot = 1 << 26;
/** As the size operand of ALLOCA and ALLOCV: the size of the outgoing area. */
export const OUTGOING_SIZE = -1;

export function isOutgoing(slot: Slot): boolean {
  return slot >= OUTGOING / 2;
}

export function isKept(slot: Slot): boolean {
  return slot >= KEPT / 2 && !isOutgoing(slot);
}

/** An addition of an immediate to a slot, and the jump after it that compares the slot: both in one. */
const COUNT_AND_JUMP: ReadonlyMap<number, ReadonlyMap<number, number>> = new Map([
  [
    Opcode.ADDSI32,
    new Map([
      [Opcode.JLTSI32, Opcode.ADDJLTSI32],
      [Opcode.JLESI32, Opcode.ADDJLESI32],
      [Opcode.JGTSI32, Opcode.ADDJGTSI32],
      [Opcode.JGESI32, Opcode.ADDJGESI32],
      [Opcode.JLTS32, Opcode.ADDJLTS32],
      [Opcode.JLES32, Opcode.ADDJLES32],
    ]),
  ],
  [Opcode.ADDI32, new Map([[Opcode.JLTU32, Opcode.ADDJLTU32]])],
  [Opcode.ADDSI64, new Map([[Opcode.JLTS64, Opcode.ADDJLTS64]])],
  [Opcode.ADDI64, new Map([[Opcode.JLTU64, Opcode.ADDJLTU64]])],
]);

/** Loads through pointers. */
const LOADS: ReadonlySet<number> = new Set(
  OPCODES.flatMap(({ name }, opcode) => (/^LD[XY]?\d/.test(name) ? [opcode] : [])),
);

export interface Label {
  /** Word index once bound, else -1. */
  position: number;
  /** Words that hold the target. */
  readonly uses: number[];
}

export class Emitter {
  readonly code: number[] = [];
  readonly lines: number[] = [];
  readonly fixups: Fixup[] = [];
  readonly targets: number[] = [];
  /** Loads whose value is only passed on: words, in order. */
  readonly passedOn: number[] = [];
  readonly files: Map<SourceFile, number>;
  /** False after an unconditional jump until a label that something jumps to. */
  reachable = true;
  #span: Span;
  #recorded: Span | null = null;
  /** Word index of the instruction emitted last, while nothing can jump between it and the next; -1. */
  #last = -1;

  constructor(files: Map<SourceFile, number>, span: Span) {
    this.files = files;
    this.#span = span;
  }

  /** Word index of the next instruction. */
  get here(): number {
    return this.code.length;
  }

  get span(): Span {
    return this.#span;
  }

  /** The source that the next instructions belong to. */
  set span(span: Span) {
    this.#span = span;
  }

  emit(opcode: number, a?: number, b?: number, c?: number, d?: number, e?: number): void {
    if (!this.reachable) return;
    if (this.#span !== this.#recorded) this.#recordLine();
    const { code } = this;
    this.#last = code.length;
    code.push(opcode);
    if (a !== undefined) code.push(a);
    if (b !== undefined) code.push(b);
    if (c !== undefined) code.push(c);
    if (d !== undefined) code.push(d);
    if (e !== undefined) code.push(e);
  }

  /** Words of the instruction emitted last if the next one always runs after it, else null. */
  get previous(): readonly number[] | null {
    return this.#last < 0 || !this.reachable ? null : this.code.slice(this.#last);
  }

  /** Takes the instruction emitted last back: the next one does its work, too. */
  retract(): void {
    this.code.length = this.#last;
    this.#last = -1;
  }

  /** The last word of the instruction emitted last, minus `back`, becomes an address or code index. */
  fixup(kind: Fixup['kind'], target: LinkName, addend: number, back = 0): void {
    if (!this.reachable) return;
    this.fixups.push({ word: this.code.length - 1 - back, kind, target, addend });
  }

  /** If the instruction emitted last is a load through a pointer, it is no use of the value. */
  passOn(): void {
    if (!this.reachable || this.#last < 0) return;
    if (LOADS.has(this.code[this.#last] ?? 0)) this.passedOn.push(this.#last);
  }

  newLabel(): Label {
    return { position: -1, uses: [] };
  }

  /** A jump whose last operand is the label. */
  jump(opcode: number, label: Label, a?: number, b?: number): void {
    if (!this.reachable) return;
    if (!this.#countAndJump(opcode, a, b)) this.emit(opcode, a, b);
    this.target(label);
    this.#last = -1;
    if (opcode === Opcode.JMP) this.reachable = false;
  }

  /** `i++` and the comparison at a loop's end become one instruction, on the line of the first. */
  #countAndJump(opcode: number, a?: number, b?: number): boolean {
    const at = this.#last;
    if (at < 0 || a === undefined || b === undefined) return false;
    const { code } = this;
    const fused = COUNT_AND_JUMP.get(code[at] ?? 0)?.get(opcode);
    if (fused === undefined || code[at + 1] !== a || code[at + 2] !== a) return false;
    const step = code[at + 3] ?? 0;
    code.length = at;
    code.push(fused, a, step, b);
    return true;
  }

  /** A target word of an instruction that is being written. */
  target(label: Label): void {
    label.uses.push(this.code.length);
    this.targets.push(this.code.length);
    this.code.push(label.position);
  }

  /** `always`: jumps to it may come later (loops, labels of the source). */
  bind(label: Label, always = false): void {
    label.position = this.code.length;
    for (const use of label.uses) this.code[use] = label.position;
    if (always || label.uses.length > 0) this.#last = -1;
    if (always || label.uses.length > 0) this.reachable = true;
  }

  /** Puts instructions before those that begin at word `at`; jumps to `at` go past them. */
  insert(at: number, words: readonly number[], fixups: readonly Fixup[]): void {
    const { length } = words;
    if (length === 0) return;
    for (const target of this.targets) this.code[target] = (this.code[target] ?? 0) + length;
    this.code.splice(at, 0, ...words);
    for (const [k, target] of this.targets.entries()) this.targets[k] = target + length;
    for (const [k, { word, ...rest }] of this.fixups.entries()) {
      this.fixups[k] = { ...rest, word: word + length };
    }
    for (const [k, word] of this.passedOn.entries()) this.passedOn[k] = word + length;
    for (const { word, ...rest } of fixups) this.fixups.push({ ...rest, word: word + at });
    for (let k = 0; k < this.lines.length; k += 4) {
      if ((this.lines[k] ?? 0) >= at) this.lines[k] = (this.lines[k] ?? 0) + length;
    }
  }

  /**
   * Gives operands in the outgoing area and kept values their slots; argument 0 and the lowest kept
   * value are given.
   */
  placeOutgoing(outgoingSlot: Slot, outgoingBytes: number, keptSlot: Slot): void {
    const { code } = this;
    const place = (at: number): void => {
      const word = code[at] ?? 0;
      if (isOutgoing(word)) code[at] = word - OUTGOING + outgoingSlot;
      else if (isKept(word)) code[at] = word - KEPT + keptSlot;
    };
    for (let at = 0; at < code.length;) {
      const info = OPCODES[code[at] ?? 0];
      const operands = info?.operands ?? '';
      at += 1;
      if (operands.endsWith('*')) {
        place(at);
        at += 4 + (code[at + 2] ?? 0);
        continue;
      }
      for (const operand of operands) {
        const word = code[at] ?? 0;
        if (operand === 'd' || operand === 'a' || operand === 'b' || operand === 'c') {
          place(at);
        } else if (operand === 'o') {
          if (word >= OUTGOING_BYTES / 2) code[at] = word - OUTGOING_BYTES + outgoingSlot * 4;
        } else if (operand === 'n' && info?.name.startsWith('ALLOC') === true) {
          if (word === OUTGOING_SIZE) code[at] = outgoingBytes;
        }
        at += 1;
      }
    }
  }

  #recordLine(): void {
    this.#recorded = this.#span;
    const { file, start } = this.#span;
    let index = this.files.get(file);
    if (index === undefined) {
      index = this.files.size;
      this.files.set(file, index);
    }
    const { line, column } = positionAt(file, start);
    const last = this.lines.length - 4;
    if (
      this.lines[last + 1] === index &&
      this.lines[last + 2] === line &&
      this.lines[last + 3] === column
    ) {
      return;
    }
    // Spans that made no instruction leave no entry.
    if (this.lines[last] === this.code.length) this.lines.length = last;
    this.lines.push(this.code.length, index, line, column);
  }
}
