/**
 * The bytecode. Three-address code on the frame: operands of arithmetic are slots of the current
 * frame, which lies in simulated memory, so a process's whole state is its memory and three
 * registers (pc, sp, fp). It can be stopped between any two instructions, copied and resumed.
 *
 * Encoding: an Int32Array; one word for the opcode, one for each operand. pc and jump targets are
 * word indices.
 *
 * Operand kinds
 *   d        destination slot   } in words (4 bytes) relative to fp, signed. 64-bit slots take two
 *   a b c    source slot        } words (low, high) and are 8-byte aligned. An `int` local is a slot.
 *   o        byte offset relative to fp, signed
 *   g        absolute address in static data (known valid to the compiler: never checked)
 *   i        32-bit immediate;  i lo hi: 64-bit immediate in two words
 *   n        count or size in bytes
 *   t        code target, word index (after linking)
 *
 * Value types: a slot holds 32-bit integers (narrower ones are kept promoted), 64-bit integers and
 * pointers, float (32 bits, as bits) or double (64 bits). Loads and stores move bits, so LD32/LD64
 * serve float and double as well.
 *
 * Frame, high to low (the stack grows down; all 8-byte aligned, fp and sp 16-byte aligned):
 *     fp + 16 + 8k   k-th parameter slot (in the caller's outgoing area); struct parameters by value
 *                    take ceil(size / 8) slots in place
 *     fp + 8         return address (text address, 8 bytes)
 *     fp + 0         saved frame pointer (8 bytes)
 *     fp - ...       locals and temporaries
 *     sp + 8k        outgoing argument k  (sp = fp - frame size, unless ALLOCA moved it)
 * Every function that calls has an outgoing area of at least 8 bytes; system calls and intrinsics
 * take their arguments there too (6 slots at most for system calls) and leave their result in
 * outgoing slot 0. A function's result is left in outgoing slot 0 of its caller (= callee's fp+16).
 * A struct result is written through a hidden pointer passed as parameter 0.
 * Variadic arguments take consecutive slots (floats promoted to double, small ints to 32 bits).
 *
 * Numbers: integer results wrap as x86-64 does. The S forms (ADDS32 ...) wrap too and report a
 * signed-overflow finding. Division by zero and INT_MIN / -1 trap (SIGFPE). Shift counts are taken
 * modulo the width; a count out of range is reported as a finding by the checked S forms.
 * Conversions from floating point to integer out of range give the x86-64 "integer indefinite".
 */
const table = [
  // name, operands
  ['ILL', ''], // word 0 is never a valid instruction
  ['NOP', ''],
  ['MOV32', 'da'],
  ['MOV64', 'da'],
  ['MOVI32', 'di'],
  ['MOVI64', 'dii'], // d lo hi
  // 32-bit integers
  ['ADD32', 'dab'],
  ['SUB32', 'dab'],
  ['MUL32', 'dab'],
  ['ADDS32', 'dab'],
  ['SUBS32', 'dab'],
  ['MULS32', 'dab'],
  ['DIVS32', 'dab'],
  ['DIVU32', 'dab'],
  ['REMS32', 'dab'],
  ['REMU32', 'dab'],
  ['AND32', 'dab'],
  ['OR32', 'dab'],
  ['XOR32', 'dab'],
  ['SHL32', 'dab'],
  ['SHRS32', 'dab'],
  ['SHRU32', 'dab'],
  ['ADDI32', 'dai'],
  ['ADDSI32', 'dai'],
  ['MULI32', 'dai'],
  ['MULSI32', 'dai'],
  ['ANDI32', 'dai'],
  ['SHLI32', 'dai'],
  ['SHRSI32', 'dai'],
  ['SHRUI32', 'dai'],
  ['NEG32', 'da'],
  ['NOT32', 'da'],
  // 64-bit integers (shift counts are 32-bit slots)
  ['ADD64', 'dab'],
  ['SUB64', 'dab'],
  ['MUL64', 'dab'],
  ['ADDS64', 'dab'],
  ['SUBS64', 'dab'],
  ['MULS64', 'dab'],
  ['DIVS64', 'dab'],
  ['DIVU64', 'dab'],
  ['REMS64', 'dab'],
  ['REMU64', 'dab'],
  ['AND64', 'dab'],
  ['OR64', 'dab'],
  ['XOR64', 'dab'],
  ['SHL64', 'dab'],
  ['SHRS64', 'dab'],
  ['SHRU64', 'dab'],
  ['ADDI64', 'dai'], // immediate sign-extended
  ['ADDSI64', 'dai'],
  ['NEG64', 'da'],
  ['NOT64', 'da'],
  // comparisons to 0 or 1 (32-bit result)
  ['EQ32', 'dab'],
  ['NE32', 'dab'],
  ['LTS32', 'dab'],
  ['LES32', 'dab'],
  ['LTU32', 'dab'],
  ['LEU32', 'dab'],
  ['EQ64', 'dab'],
  ['NE64', 'dab'],
  ['LTS64', 'dab'],
  ['LES64', 'dab'],
  ['LTU64', 'dab'],
  ['LEU64', 'dab'],
  ['EQF32', 'dab'],
  ['NEF32', 'dab'],
  ['LTF32', 'dab'],
  ['LEF32', 'dab'],
  ['EQF64', 'dab'],
  ['NEF64', 'dab'],
  ['LTF64', 'dab'],
  ['LEF64', 'dab'],
  // jumps
  ['JMP', 't'],
  ['JZ32', 'at'],
  ['JNZ32', 'at'],
  ['JZ64', 'at'],
  ['JNZ64', 'at'],
  ['JEQ32', 'abt'],
  ['JNE32', 'abt'],
  ['JLTS32', 'abt'],
  ['JLES32', 'abt'],
  ['JLTU32', 'abt'],
  ['JLEU32', 'abt'],
  ['JEQI32', 'ait'],
  ['JNEI32', 'ait'],
  ['JLTSI32', 'ait'],
  ['JLESI32', 'ait'],
  ['JGTSI32', 'ait'],
  ['JGESI32', 'ait'],
  ['JEQ64', 'abt'],
  ['JNE64', 'abt'],
  ['JLTS64', 'abt'],
  ['JLES64', 'abt'],
  ['JLTU64', 'abt'],
  ['JLEU64', 'abt'],
  /** SWITCH a lo n tdefault t0 ... t(n-1): jumps to t(value - lo). The only variable-length instruction. */
  ['SWITCH', 'aint*'],
  // integer conversions (SX/ZX work on the low bits of a 32-bit slot)
  ['SX8', 'da'],
  ['SX16', 'da'],
  ['ZX8', 'da'],
  ['ZX16', 'da'],
  ['SX64', 'da'], // int32 -> int64
  ['ZX64', 'da'], // uint32 -> int64
  ['NEZ32', 'da'], // to _Bool
  ['NEZ64', 'da'],
  ['NEZF32', 'da'],
  ['NEZF64', 'da'],
  // floating point
  ['ADDF32', 'dab'],
  ['SUBF32', 'dab'],
  ['MULF32', 'dab'],
  ['DIVF32', 'dab'],
  ['NEGF32', 'da'],
  ['ADDF64', 'dab'],
  ['SUBF64', 'dab'],
  ['MULF64', 'dab'],
  ['DIVF64', 'dab'],
  ['NEGF64', 'da'],
  ['S32_F64', 'da'],
  ['U32_F64', 'da'],
  ['S64_F64', 'da'],
  ['U64_F64', 'da'],
  ['S32_F32', 'da'],
  ['U32_F32', 'da'],
  ['S64_F32', 'da'],
  ['U64_F32', 'da'],
  ['F64_S32', 'da'],
  ['F64_U32', 'da'],
  ['F64_S64', 'da'],
  ['F64_U64', 'da'],
  ['F32_F64', 'da'],
  ['F64_F32', 'da'],
  // addresses
  ['LEA', 'do'], // d64 = fp + o
  ['PADD', 'dabi'], // d64 = a64 + sext(b32) * i
  ['PADD64', 'dabi'], // d64 = a64 + b64 * i
  ['PDIFF', 'dabi'], // d64 = (a64 - b64) / i
  // memory through a pointer in slot a, at byte offset i: checked (fault, redzone, freed, dangling)
  ['LD8S', 'dai'],
  ['LD8U', 'dai'],
  ['LD16S', 'dai'],
  ['LD16U', 'dai'],
  ['LD32', 'dai'],
  ['LD64', 'dai'],
  ['ST8', 'aib'], // *(a + i) = b
  ['ST16', 'aib'],
  ['ST32', 'aib'],
  ['ST64', 'aib'],
  // static data: unchecked
  ['LDG8S', 'dg'],
  ['LDG8U', 'dg'],
  ['LDG16S', 'dg'],
  ['LDG16U', 'dg'],
  ['LDG32', 'dg'],
  ['LDG64', 'dg'],
  ['STG8', 'gb'],
  ['STG16', 'gb'],
  ['STG32', 'gb'],
  ['STG64', 'gb'],
  // narrow locals: unchecked
  ['LDL8S', 'do'],
  ['LDL8U', 'do'],
  ['LDL16S', 'do'],
  ['LDL16U', 'do'],
  ['STL8', 'ob'],
  ['STL16', 'ob'],
  // blocks
  ['COPY', 'abn'], // n bytes to pointer a from pointer b (struct assignment): checked
  ['ZEROL', 'on'], // n bytes of the frame at o
  // calls
  ['CALL', 't'],
  ['CALLR', 'a'], // function pointer; faults unless it is the address of a function's entry
  ['ENTER', 'n'], // first instruction of every function: sp = fp - n; stack overflow is found here
  ['RET', ''],
  ['RET32', 'a'],
  ['RET64', 'a'],
  // sp -= round16(a64); d64 = sp + n, where n is the size of the outgoing area. a may be 0 (reads sp)
  // or negative, a multiple of 16 (gives a variable-length array back when its block ends).
  ['ALLOCA', 'dan'],
  // outgoing area for functions that use ALLOCA: the 32 or 64 bits at sp + n; GRES reads outgoing slot 0
  ['SARG32', 'nb'],
  ['SARG64', 'nb'],
  ['GRES32', 'd'],
  ['GRES64', 'd'],
  /** System call i (abi/system-calls); result or -errno in outgoing slot 0. */
  ['SYS', 'i'],
  /** Intrinsic i (abi/intrinsics), executed by the processor; result in outgoing slot 0. */
  ['INTR', 'i'],
  // redzones around arrays and structs of the frame: [o, o + n) ends at a granule of 8 bytes; it may
  // begin inside one, whose first bytes stay accessible (a `char name[10]` and what follows it)
  ['POISON', 'on'],
  ['UNPOISON', 'on'],
  // Larger instructions for what programs do most: each is exactly the two it stands for.
  // elements: the memory at a64 + sext(b32) * i + i', as PADD and LD or ST; |i| and |i'| are bounded
  // (ELEMENT_SCALE_MAX, ELEMENT_OFFSET_MAX) so that 32 bits hold the product of a plausible index
  ['LDX8S', 'dabii'],
  ['LDX8U', 'dabii'],
  ['LDX16S', 'dabii'],
  ['LDX16U', 'dabii'],
  ['LDX32', 'dabii'],
  ['LDX64', 'dabii'],
  ['STX8', 'abiic'],
  ['STX16', 'abiic'],
  ['STX32', 'abiic'],
  ['STX64', 'abiic'],
  // the same, with a 64-bit index
  ['LDY8S', 'dabii'],
  ['LDY8U', 'dabii'],
  ['LDY16S', 'dabii'],
  ['LDY16U', 'dabii'],
  ['LDY32', 'dabii'],
  ['LDY64', 'dabii'],
  ['STY8', 'abiic'],
  ['STY16', 'abiic'],
  ['STY32', 'abiic'],
  ['STY64', 'abiic'],
  // ends of loops: a += i, reported as ADDSI does, then the comparison and jump
  ['ADDJLTSI32', 'aiit'],
  ['ADDJLESI32', 'aiit'],
  ['ADDJGTSI32', 'aiit'],
  ['ADDJGESI32', 'aiit'],
  ['ADDJLTS32', 'aibt'],
  ['ADDJLES32', 'aibt'],
  ['ADDJLTU32', 'aibt'],
  ['ADDJLTS64', 'aibt'],
  ['ADDJLTU64', 'aibt'],
  ['ADDSX64', 'dab'], // a64 + sext(b32), reported as ADDS64 does
  // a variable's declaration is reached: [o, o + n) has no value yet, until a store gives it one
  ['UNSET', 'on'],
  // d64 = thread pointer + i: the thread's own copy of a `_Thread_local` object
  ['TPA', 'di'],
  // as ALLOCA, for an object of a64 bytes: a redzone on each side, and no value yet. A negative size is a fault.
  ['ALLOCV', 'dan'],
  // before a return from a function that used it: no redzones are left between sp and fp
  ['CLEAR', ''],
  // the end of a function that should have returned a value: as RET, reported if the caller uses it
  ['RETN', ''],
  // reported unless 0 <= b32 < i, or b64: an index of an array that is a member
  ['BOUND', 'bi'],
  ['BOUND64', 'bi'],
  // as COPY, of an object of an atomic type: whole, also where others look on
  ['COPYA', 'abn'],
] as const;

/** Bounds of an element instruction's scale and offset. */
export const ELEMENT_SCALE_MAX = 16;
export const ELEMENT_OFFSET_MAX = 1 << 28;

export type OpcodeName = (typeof table)[number][0];

/** Opcode numbers by name. Stable only within one build: images are never stored across builds. */
export const Opcode: Readonly<Record<OpcodeName, number>> = Object.freeze(
  Object.fromEntries(table.map(([name], number) => [name, number])),
) as Readonly<Record<OpcodeName, number>>;

export interface OpcodeInfo {
  readonly name: OpcodeName;
  /** One letter an operand, see the header; `t*` in SWITCH is a table of `n` targets. */
  readonly operands: string;
}

export const OPCODES: readonly OpcodeInfo[] = table.map(([name, operands]) => ({ name, operands }));
