/**
 * Structural check of a program image: what the processor takes for granted. Every image that the
 * tests make goes through it. Leaves out: that slots hold values of the right width.
 */
import { DATA_BASE_MIN, FRAME_RECORD_BYTES, PAGE_SIZE, TEXT_BASE } from '../abi/address-space';
import type { FunctionInfo, ProgramImage } from '../abi/image';
import { INTRINSICS } from '../abi/intrinsics';
import { ELEMENT_OFFSET_MAX, ELEMENT_SCALE_MAX, OPCODES, Opcode } from '../abi/opcodes';
import { isWideOperand } from '../abi/operand-width';
import { systemCallName } from '../abi/system-calls';

/** What is wrong, one sentence each; empty for a good image. */
export function verify(image: ProgramImage): readonly string[] {
  const problems: string[] = [];
  const starts = new Set(image.functions.map(({ start }) => start));
  let end = 1;
  for (const info of image.functions) {
    if (info.start !== end) problems.push(`${info.name}: starts at ${info.start}, not ${end}`);
    end = info.end;
    verifyFunction(image, info, starts, problems);
  }
  if (end !== image.code.length) problems.push(`code ends at ${image.code.length}, not ${end}`);
  if (!starts.has(image.entry)) problems.push(`entry ${image.entry} is no function`);
  verifySegments(image, problems);
  verifyDebugInformation(image, problems);
  return problems;
}

/** Slots that take two words. Everything not listed is 32 bits wide. */
const WIDE_OPERANDS = wideOperands();

function verifyFunction(
  image: ProgramImage,
  info: FunctionInfo,
  functionStarts: ReadonlySet<number>,
  problems: string[],
): void {
  const { code } = image;
  const say = (at: number, what: string): void => {
    problems.push(`${info.name}+${at - info.start}: ${what}`);
  };
  if (code[info.start] !== Opcode.ENTER) say(info.start, 'does not begin with ENTER');
  if (info.frameBytes % 16 !== 0) say(info.start, `frame of ${info.frameBytes} bytes`);
  const boundaries = new Set<number>();
  const targets: { readonly at: number; readonly target: number }[] = [];
  const low = -info.frameBytes / 4;
  let at = info.start;
  let last = Opcode.ILL;
  while (at < info.end) {
    boundaries.add(at);
    const opcode = code[at] ?? 0;
    const form = OPCODES[opcode];
    if (form === undefined || opcode === Opcode.ILL) {
      say(at, `invalid opcode ${opcode}`);
      return;
    }
    last = opcode;
    const from = at;
    at += 1;
    for (const operand of form.operands.replace('*', '')) {
      const word = code[at] ?? 0;
      const wide = WIDE_OPERANDS.has(`${form.name} ${operand}`);
      if ('dabc'.includes(operand)) {
        if (word < low) say(from, `${form.name}: slot ${word} below the frame`);
        if (word >= 0 && word < FRAME_RECORD_BYTES / 4) {
          say(from, `${form.name}: slot ${word} in the frame record`);
        }
        if (wide && word % 2 !== 0) say(from, `${form.name}: 64-bit slot ${word} not aligned`);
      } else if (operand === 'o') {
        if (word < 4 * low) say(from, `${form.name}: offset ${word} below the frame`);
      } else if (operand === 't') {
        if (opcode !== Opcode.CALL) targets.push({ at: from, target: word });
        else if (!functionStarts.has(word)) say(from, `call of ${word}, which is no function`);
      } else if (operand === 'g') {
        const first = image.rodata.address;
        if (word < first || word >= image.heapBase) say(from, `${form.name}: no data at ${word}`);
      }
      at += 1;
    }
    if (opcode === Opcode.SWITCH) {
      const count = code[from + 3] ?? 0;
      for (let k = 0; k < count; k += 1) targets.push({ at: from, target: code[at + k] ?? 0 });
      at += count;
    }
    verifyNumbers(code, from, say);
  }
  if (at !== info.end) say(at, 'the last instruction crosses the end');
  if (!ENDS.has(last)) say(at, `runs past its end after ${OPCODES[last]?.name ?? last}`);
  for (const { at: from, target } of targets) {
    if (!boundaries.has(target)) say(from, `jump to ${target}, which is no instruction of it`);
  }
}

const ENDS: ReadonlySet<number> = new Set([
  Opcode.RET,
  Opcode.RET32,
  Opcode.RET64,
  Opcode.RETN,
  Opcode.JMP,
  Opcode.SWITCH,
]);

function verifyNumbers(
  code: Int32Array,
  at: number,
  say: (at: number, what: string) => void,
): void {
  const [opcode, first = 0, second = 0] = code.subarray(at, at + 3);
  if (opcode === Opcode.INTR && INTRINSICS[first] === undefined) say(at, `intrinsic ${first}`);
  if (opcode === Opcode.SYS && !systemCallName.has(first)) say(at, `system call ${first}`);
  if (opcode === Opcode.UNPOISON && (first % 8 !== 0 || second % 8 !== 0)) {
    say(at, `UNPOISON ${first} ${second}: not whole granules`);
  }
  if (ELEMENTS.has(opcode ?? -1)) {
    const scaleAt = at + (OPCODES[opcode ?? 0]?.operands.indexOf('i') ?? 0) + 1;
    const [scale = 0, offset = 0] = code.subarray(scaleAt, scaleAt + 2);
    if (Math.abs(scale) > ELEMENT_SCALE_MAX) say(at, `scale ${scale} is out of range`);
    if (Math.abs(offset) > ELEMENT_OFFSET_MAX) say(at, `offset ${offset} is out of range`);
  }
  if (opcode === Opcode.POISON && (first + second) % 8 !== 0) {
    say(at, `POISON ${first} ${second}: does not end at a granule`);
  }
}

const ELEMENTS: ReadonlySet<number> = new Set(
  OPCODES.flatMap(({ name }, opcode) => (/^(LD|ST)[XY]/.test(name) ? [opcode] : [])),
);

function wideOperands(): ReadonlySet<string> {
  const wide = new Set<string>();
  for (const { name, operands } of OPCODES) {
    for (const operand of operands) {
      if (isWideOperand(name, operand)) wide.add(`${name} ${operand}`);
    }
  }
  return wide;
}

function verifySegments(image: ProgramImage, problems: string[]): void {
  const textEnd = TEXT_BASE + 4 * image.code.length;
  let low = Math.max(textEnd, DATA_BASE_MIN);
  const segments = [
    ['rodata', image.rodata.address, image.rodata.bytes.length],
    ['data', image.data.address, image.data.bytes.length],
    ['bss', image.bss.address, image.bss.bytes],
    ['heap', image.heapBase, 0],
  ] as const;
  for (const [name, address, bytes] of segments) {
    if (address % PAGE_SIZE !== 0) problems.push(`${name} at ${address}: not at a page`);
    if (address < low) problems.push(`${name} at ${address}: overlaps what is below ${low}`);
    low = address + bytes;
  }
  let previousEnd = 0;
  for (const { name, location, bytes } of image.globals) {
    if (location % 8 !== 0) problems.push(`global ${name} at ${location}: not at a granule`);
    if (location < previousEnd + 16) problems.push(`global ${name}: no redzone before it`);
    previousEnd = location + bytes;
  }
}

function verifyDebugInformation(image: ProgramImage, problems: string[]): void {
  const { pc, file } = image.lines;
  for (let k = 0; k < pc.length; k += 1) {
    if (k > 0 && (pc[k] ?? 0) <= (pc[k - 1] ?? 0)) problems.push(`line entry ${k} out of order`);
    if (image.files[file[k] ?? -1] === undefined) problems.push(`line entry ${k}: no such file`);
  }
  const typed = [
    ...image.globals,
    ...image.functions.flatMap(({ parameters, locals }) => [...parameters, ...locals]),
  ];
  for (const { name, type } of typed) {
    if (image.types[type] === undefined) problems.push(`variable ${name}: no type ${type}`);
  }
  for (const info of image.functions) {
    for (const { name, scope } of info.locals) {
      if (scope && (scope.from < info.start || scope.to > info.end || scope.from > scope.to)) {
        problems.push(`${info.name}: scope of ${name} is outside of it`);
      }
    }
  }
}
