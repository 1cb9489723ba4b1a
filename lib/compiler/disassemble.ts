/** Code words as people read them: for tests, and for whoever wants to see what the compiler made. */
import { TEXT_BASE } from '../abi/address-space';
import type { FunctionInfo, ProgramImage } from '../abi/image';
import { INTRINSICS } from '../abi/intrinsics';
import { OPCODES, Opcode } from '../abi/opcodes';
import { systemCallName } from '../abi/system-calls';

/** The functions of the student's files, one after another; `library`: the C library's too. */
export function disassemble(image: ProgramImage, options: { library?: boolean } = {}): string {
  return image.functions
    .filter((info) => options.library === true || !info.library)
    .map((info) => disassembleFunction(image, info))
    .join('\n');
}

/** One line an instruction: word within the function, name, operands; slots of locals by name. */
export function disassembleFunction(image: ProgramImage, info: FunctionInfo): string {
  const lines = [`${info.name}: frame ${info.frameBytes}`];
  let at = info.start;
  while (at < info.end) {
    const opcode = image.code[at] ?? 0;
    const form = OPCODES[opcode];
    if (form === undefined) {
      lines.push(`  ${address(info, at)}  ??? ${opcode}`);
      break;
    }
    const operands: string[] = [];
    const from = at;
    at += 1;
    for (const kind of form.operands.replace('*', '')) {
      operands.push(operandText(image, info, opcode, kind, image.code[at] ?? 0, from));
      at += 1;
    }
    if (opcode === Opcode.SWITCH) {
      const count = image.code[from + 3] ?? 0;
      for (let k = 0; k < count; k += 1, at += 1) {
        operands.push(address(info, image.code[at] ?? 0).trimStart());
      }
    }
    lines.push(`  ${address(info, from)}  ${form.name.padEnd(8)} ${operands.join(', ')}`.trimEnd());
  }
  return `${lines.join('\n')}\n`;
}

function operandText(
  image: ProgramImage,
  info: FunctionInfo,
  opcode: number,
  kind: string,
  word: number,
  at: number,
): string {
  switch (kind) {
    case 'd':
    case 'a':
    case 'b':
    case 'c':
      return slotText(info, word, at);
    case 'o':
      return `&${slotText(info, word / 4, at)}`;
    case 'g':
      return objectText(image, word);
    case 't':
      return opcode === Opcode.CALL
        ? (image.functions.find(({ start }) => start === word)?.name ?? `${word}`)
        : address(info, word).trimStart();
    case 'i':
      if (opcode === Opcode.SYS) return systemCallName.get(word) ?? `${word}`;
      if (opcode === Opcode.INTR) return INTRINSICS[word] ?? `${word}`;
      return opcode === Opcode.MOVI64 ? objectText(image, word) : `${word}`;
    default:
      return `${word}`;
  }
}

function address(info: FunctionInfo, word: number): string {
  return String(word - info.start).padStart(4);
}

/** Locals and parameters by name; outgoing slots and temporaries as cells of 8 bytes from sp. */
function slotText(info: FunctionInfo, slot: number, at: number): string {
  const offset = slot * 4;
  for (const variable of [...info.parameters, ...info.locals]) {
    const { location, bytes, scope } = variable;
    if (offset < location || offset >= location + Math.max(bytes, 1)) continue;
    if (scope && (at < scope.from || at >= scope.to)) continue;
    return offset === location ? variable.name : `${variable.name}+${offset - location}`;
  }
  const cell = (offset + info.frameBytes) / 8;
  if (Number.isInteger(cell) && cell >= 0 && slot < 0) return `sp${cell}`;
  return `[${slot}]`;
}

function objectText(image: ProgramImage, word: number): string {
  if (word < image.rodata.address || word >= image.heapBase) {
    const start = (word - TEXT_BASE) / 4;
    const found = image.functions.find((info) => info.start === start);
    return found === undefined ? `${word}` : found.name;
  }
  for (const { name, location, bytes } of image.globals) {
    if (word < location || word >= location + Math.max(bytes, 1)) continue;
    return word === location ? name : `${name}+${word - location}`;
  }
  return `${word}`;
}
