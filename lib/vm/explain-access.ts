/** Plain words for a wrong access to memory: what happened, to which object, where it came from. */
import { ARGUMENTS_LIMIT, MAPPING_LIMIT, STACK_TOP, TEXT_BASE } from '../abi/address-space';
import { Opcode } from '../abi/opcodes';
import type { FunctionInfo } from '../abi/image';
import { stackFloorOf, type ExecutionContext } from './context';
import { functionAt, hasStudentCode } from './debug-info';
import { explainMapping } from './explain-mapping';
import { fatalFinding } from './finding';
import { toUnsignedBigInt } from './integers';
import {
  allocatedText,
  count,
  describeObject,
  elementsOf,
  nearestObject,
  objectBytes,
  placeText,
  type MemoryObject,
} from './memory-object';
import { GRANULE_SHIFT, Shadow } from './shadow';
import { isDangling } from './dangling';
import { callFrames } from './stack-walk';
import { typeText } from './type-text';
import type { FindingFact } from './trap';

export interface Access {
  /** Low word of the address, as an int32. */
  readonly address: number;
  /** High word: 0 in every valid pointer. */
  readonly high: number;
  readonly bytes: number;
  readonly write: boolean;
  /** The library function or system call that does it, e.g. "strcpy"; null: the code itself. */
  readonly by: string | null;
}

type Fatal = FindingFact & { readonly fatal: true };

/** Below this, an address is taken for NULL plus an offset (a field, an index). */
const NULL_AREA_BYTES = 0x10000;

/** No redzone below a local is longer. */
const LOCAL_REDZONE_BYTES_MAX = 12;

/** `first`: the first address that may not be accessed. */
export function explainAccess(context: ExecutionContext, asked: Access, first: number): Fatal {
  const { memory, image } = context;
  const { address, high, write } = asked;
  const access = { ...asked, by: libraryEntry(context) ?? asked.by };
  const wrong = (kind: FindingFact['kind'], message: string, at = first): Fatal =>
    fatalFinding(context, kind, 'SIGSEGV', message, at);

  if (high !== 0 || address < 0) {
    const whole = toUnsignedBigInt(address, high);
    return wrong(
      'wild-pointer',
      `${doing(access)} through a pointer that holds 0x${whole.toString(16)}, which is no address of this program. The pointer was probably never set, or it was overwritten.`,
      Number(whole),
    );
  }
  if (first < NULL_AREA_BYTES) {
    const offset =
      first === 0
        ? ''
        : ` (${count(first, 'byte')} past it: a field or an element of what it should point to)`;
    return wrong('null-pointer', `${doing(access)} through a null pointer${offset}.`);
  }
  if (isDangling(context, address)) return wrong('use-after-return', returnedText(context, access));
  if (first >= TEXT_BASE && first < TEXT_BASE + 4 * image.code.length) {
    const code = functionAt(image, (first - TEXT_BASE) >> 2);
    const where = code === null ? 'the code of the program' : `the code of \`${code.name}\``;
    return wrong(
      write ? 'read-only' : 'wild-pointer',
      `${doing(access)} at ${hex(first)}, inside ${where}. Code can be called but not ${write ? 'changed' : 'read as data'}.`,
    );
  }
  const { lowBase, dataBase } = memory.layout;
  if (write && first >= lowBase && first < dataBase)
    return wrong('read-only', readOnlyText(context, access, first));
  const mapped = explainMapping(context, access, first);
  if (mapped !== null) {
    const { kind, signal, text } = mapped;
    return fatalFinding(context, kind, signal, `${doing(access)}${text}`, first);
  }
  if (first >= stackFloorOf(context) && first < context.sp) {
    return wrong('use-after-return', returnedText(context, access));
  }

  const flat = memory.flatIndex(first, 1, false);
  if (flat < 0) return wrong('wild-pointer', unmappedText(context, access, first));
  const kind = memory.shadow[flat >> GRANULE_SHIFT] as number;
  const object = nearestObject(context, first);
  if (kind === Shadow.freed && object?.kind === 'heap') {
    const { block } = object;
    return wrong(
      'use-after-free',
      `${doing(access)} ${inBlock(object, first)} a block of ${count(block.bytes, 'byte')} that was already freed${placeText(context, block.freedPc)} (${allocatedText(context, block)}).`,
    );
  }
  if (kind === Shadow.frameRecord) {
    const near =
      object === null ? '' : ` The nearest variable is ${describeObject(context, object)}.`;
    return wrong(
      'out-of-bounds',
      `${doing(access)} where the stack keeps a function's return address.${near}`,
    );
  }
  if (object === null) return wrong('wild-pointer', unmappedText(context, access, first));
  if (object.kind === 'local' && first < object.address - LOCAL_REDZONE_BYTES_MAX) {
    const text = `${doing(access)} outside of the memory that \`alloca\` gave.`;
    return wrong('out-of-bounds', text);
  }
  return wrong('out-of-bounds', boundsText(context, access, object, first));
}

/** The library function that the student's code called; null: the student's own code is running. */
export function libraryEntry(context: ExecutionContext): string | null {
  if (!hasStudentCode(context.image)) return null;
  let entry: string | null = null;
  for (const { function: found } of callFrames(context)) {
    if (!found.library) return entry;
    entry = found.name;
  }
  return null;
}

/** "strcpy writes 12 bytes", "This reads 4 bytes". */
function doing({ bytes, write, by }: Access): string {
  const verb = write ? 'writes' : 'reads';
  if (bytes >= 2 ** 63) {
    return `${by === null ? 'This' : `\`${by}\``} ${verb} a negative number of bytes (as a size_t that is a huge one)`;
  }
  return `${by === null ? 'This' : `\`${by}\``} ${verb} ${count(bytes, 'byte')}`;
}

function boundsText(
  context: ExecutionContext,
  access: Access,
  object: MemoryObject,
  first: number,
): string {
  const what = describeObject(context, object);
  const size = objectBytes(object);
  const end = object.address + size;
  const access_ = doing(access);
  if (access.bytes >= 2 ** 63) return `${access_}, from ${what} on.`;
  if (first < object.address) {
    return `${access_} at ${count(object.address - first, 'byte')} before the start of ${what}.`;
  }
  if (first < object.address + size) return `${access_} at ${hex(first)}, inside ${what}.`;
  // The access itself may begin inside the object: then say by how much it overruns.
  if (access.address < end && access.address >= object.address) {
    const over = access.address + access.bytes - end;
    return `${access_}, which runs ${count(over, 'byte')} past the end of ${what}.`;
  }
  const elements = elementsOf(context, object);
  const offset = access.address - object.address;
  if (elements !== null && access.bytes <= elements.bytes) {
    const index = Math.floor(offset / elements.bytes);
    return `${access_} past the end of ${what}: element ${index}, but the last one is ${elements.count - 1}.`;
  }
  if (
    object.kind === 'heap' &&
    size > 0 &&
    size % access.bytes === 0 &&
    offset % access.bytes === 0
  ) {
    return `${access_} ${past(first - end)} the end of ${what}: as an array of ${access.bytes}-byte elements its last one is ${size / access.bytes - 1}, and this is ${offset / access.bytes}.`;
  }
  return `${access_} ${past(first - end)} the end of ${what}.`;
}

function past(distance: number): string {
  return distance === 0 ? 'just past' : `${count(distance, 'byte')} past`;
}

function inBlock(object: MemoryObject, first: number): string {
  const offset = first - object.address;
  return offset === 0 ? 'at the start of' : `at byte ${offset} of`;
}

function readOnlyText(context: ExecutionContext, access: Access, first: number): string {
  const object = nearestObject(context, first);
  const what = object === null ? 'read-only data' : describeObject(context, object);
  const literal = object?.kind === 'global' && object.variable.name.startsWith('"');
  const advice = literal
    ? ' String literals may not be changed: copy the text to an array first (char text[] = "...").'
    : ' It is constant and may not be changed.';
  return `${doing(access)} to ${what}.${advice}`;
}

function unmappedText(context: ExecutionContext, access: Access, first: number): string {
  const { memory } = context;
  let near = 'where this program has no memory';
  if (first >= memory.lowEnd && first < memory.lowEnd + 0x10_0000)
    near = 'past the end of the heap';
  else if (first >= ARGUMENTS_LIMIT) near = 'above the stack';
  else if (first >= memory.stackFloor - 0x10_0000 && first < memory.stackFloor)
    near = 'below the stack';
  if (first >= MAPPING_LIMIT && first < memory.stackFloor - 0x10_0000)
    near = 'where only threads that have ended had their stacks';
  const object = nearestObject(context, first);
  const nearest =
    object === null ? '' : ` The nearest object is ${describeObject(context, object)}.`;
  return `${doing(access)} at ${hex(first)}, ${near}. The pointer was probably never set, or went astray.${nearest}`;
}

/** The pointer is to a local of a function that isn't running any more. */
function returnedText(context: ExecutionContext, access: Access): string {
  const local = returnedLocal(context, access.address);
  if (local === null) {
    return `${doing(access)} in memory of a function that has already returned: its local variables no longer exist.`;
  }
  const { name, variable, type } = local;
  return `${doing(access)} in \`${variable}\` (${type}), a local of \`${name}\`, which has already returned: the variable no longer exists.`;
}

/**
 * Which local lay at an address below the student's frames. The functions that the live frames
 * call directly had their frame there; the last call, whose record is still on the stack, first.
 */
function returnedLocal(
  context: ExecutionContext,
  address: number,
): { readonly name: string; readonly variable: string; readonly type: string } | null {
  const { image, memory } = context;
  let { pc, fp, sp } = context;
  for (let depth = 0; depth < 64; depth++) {
    const caller = functionAt(image, pc);
    if (caller === null) return null;
    if (!caller.library && address < sp) {
      const deadFp = sp - 16;
      const returnAddress = memory.readInt32(deadFp + 8) ?? 0;
      const last = targetBefore(context, (returnAddress - TEXT_BASE) >> 2);
      const candidates = [...(last === null ? [] : [last]), ...calledBy(context, caller)];
      for (const called of candidates) {
        if (called.library) continue;
        const found = called.locals.find(
          (local) =>
            address >= deadFp + local.location && address < deadFp + local.location + local.bytes,
        );
        if (found !== undefined) {
          return { name: called.name, variable: found.name, type: typeText(image, found.type) };
        }
      }
      return null;
    }
    sp = fp + 16;
    const returnAddress = memory.readInt32(fp + 8) ?? 0;
    fp = memory.readInt32(fp) ?? 0;
    if (returnAddress <= TEXT_BASE || fp <= 0 || fp > STACK_TOP) return null;
    pc = ((returnAddress - TEXT_BASE) >> 2) - 1;
  }
  return null;
}

/** The function that the CALL before a return point calls. */
function targetBefore(context: ExecutionContext, returnPc: number): FunctionInfo | null {
  const { code } = context.image;
  if (code[returnPc - 2] !== Opcode.CALL) return null;
  return functionAt(context.image, code[returnPc - 1] ?? -1);
}

/** Functions whose entry some CALL of the caller names. Words that only look so do no harm. */
function calledBy(context: ExecutionContext, caller: FunctionInfo): FunctionInfo[] {
  const { code } = context.image;
  const called: FunctionInfo[] = [];
  for (let pc = caller.start; pc < caller.end - 1; pc++) {
    if (code[pc] !== Opcode.CALL) continue;
    const target = functionAt(context.image, code[pc + 1] as number);
    if (target !== null && target.start === code[pc + 1]) called.push(target);
  }
  return called;
}

export function hex(address: number): string {
  return `0x${address.toString(16)}`;
}
