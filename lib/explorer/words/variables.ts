/**
 * Which variable an address is, in the words of the program: `count`, `buffer[2]`, `queue->head`, `*p`. Of
 * memory that no variable names, like a shared mapping, the pointers to it are asked. Leaves out: what is
 * reached only through two pointers that aren't fields of a named object.
 */
import type { ProgramImage, VariableInfo } from '../../abi/image';
import type { ExecutionContext } from '../../vm/context';
import { describeObject, nearestObject } from '../../vm/memory-object';
import { walkStack } from '../../vm/stack-walk';
import { typeBytes } from '../../vm/type-text';

export interface NamedVariable {
  /** C text that means the object in the thread's scope. */
  readonly name: string;
  /** Index into the image's types; null: unknown. */
  readonly type: number | null;
}

/** What lies at the address, for a thread of the process. */
export function variableAt(
  context: ExecutionContext,
  address: number,
  bytes: number,
): NamedVariable {
  return (
    directly(context, address, bytes) ??
    throughPointer(context, address, bytes) ?? { name: inWords(context, address), type: null }
  );
}

function directly(context: ExecutionContext, address: number, bytes: number): NamedVariable | null {
  const { image } = context;
  for (const { variable, at } of variablesOf(context)) {
    if (address < at || address >= at + variable.bytes || variable.variableLength === true)
      continue;
    const part = partOf(image, variable.type, address - at, bytes);
    return { name: variable.name + part.path, type: part.type };
  }
  return null;
}

function throughPointer(
  context: ExecutionContext,
  address: number,
  bytes: number,
): NamedVariable | null {
  let best: NamedVariable | null = null;
  let bestDistance = Infinity;
  for (const pointer of pointersOf(context)) {
    const { to, value } = pointer;
    const size = typeBytes(context.image, to);
    if (value === 0 || size === null || size === 0 || address < value) continue;
    const index = Math.floor((address - value) / size);
    if (index > 0 && !isOneObject(context, value, address)) continue;
    // The pointer whose target it is, before those that it lies behind.
    if (index >= bestDistance) continue;
    const part = partOf(context.image, to, address - value - index * size, bytes);
    const target = context.image.types[to];
    let name: string;
    if (index > 0 || pointer.indexed) name = `${pointer.name}[${index}]${part.path}`;
    else if (target?.kind === 'array') name = `(*${pointer.name})${part.path}`;
    else if (part.path.startsWith('.')) name = `${pointer.name}->${part.path.slice(1)}`;
    else name = `*${pointer.name}`;
    best = { name, type: part.type };
    bestDistance = index;
  }
  return best;
}

interface Pointer {
  readonly name: string;
  readonly to: number;
  readonly value: number;
  /** Its name reads better with an index, even of 0. */
  readonly indexed: boolean;
}

/** Globals and the student's locals that are pointers, and such fields of what they point to. */
function pointersOf(context: ExecutionContext): Pointer[] {
  const { image, memory } = context;
  const found: Pointer[] = [];
  const add = (name: string, type: number, at: number): void => {
    const info = image.types[type];
    if (info?.kind !== 'pointer') return;
    const value = memory.readInt64(at) ?? 0;
    found.push({ name, to: info.to, value, indexed: false });
    const target = image.types[info.to];
    if (value !== 0 && target?.kind === 'record')
      for (const field of target.fields)
        addField(`${name}->${field.name}`, field.type, value + field.offset);
  };
  const addField = (name: string, type: number, at: number): void => {
    const info = image.types[type];
    if (info?.kind !== 'pointer') return;
    found.push({ name, to: info.to, value: memory.readInt64(at) ?? 0, indexed: true });
  };
  for (const { variable, at } of variablesOf(context)) {
    const info = image.types[variable.type];
    if (variable.variableLength === true && info?.kind === 'pointer') {
      found.push({
        name: variable.name,
        to: info.to,
        value: memory.readInt64(at) ?? 0,
        indexed: true,
      });
      continue;
    }
    add(variable.name, variable.type, at);
    if (info?.kind === 'record')
      for (const field of info.fields)
        addField(`${variable.name}.${field.name}`, field.type, at + field.offset);
    if (info?.kind === 'array' && image.types[info.of]?.kind === 'pointer')
      for (let k = 0; k < Math.min(info.count, ELEMENTS_MAX); k++)
        add(`${variable.name}[${k}]`, info.of, at + 8 * k);
  }
  return found;
}

const ELEMENTS_MAX = 64;

/** The student's: globals, then locals, innermost frame first. */
function* variablesOf(
  context: ExecutionContext,
): Generator<{ readonly variable: VariableInfo; readonly at: number }> {
  for (const variable of context.image.globals)
    if (variable.library !== true && !variable.name.startsWith('"'))
      yield { variable, at: variable.location };
  for (const { function: found, fp, pc } of walkStack(context)) {
    if (found.library) continue;
    for (const variable of [...found.locals, ...found.parameters]) {
      const { scope } = variable;
      if (scope !== undefined && (pc < scope.from || pc >= scope.to)) continue;
      yield { variable, at: fp + variable.location };
    }
  }
}

/** Whether both addresses are in one mapping, block or variable. */
function isOneObject(context: ExecutionContext, a: number, b: number): boolean {
  const one = nearestObject(context, a);
  const other = nearestObject(context, b);
  return one !== null && other !== null && one.kind === other.kind && one.address === other.address;
}

/** Fields and indices down to the smallest part that holds the bytes. */
export function partOf(
  image: ProgramImage,
  type: number,
  offset: number,
  bytes: number,
): { readonly path: string; readonly type: number } {
  const info = image.types[type];
  if (info?.kind === 'array') {
    const size = typeBytes(image, info.of);
    if (size === null || size === 0) return { path: '', type };
    const index = Math.floor(offset / size);
    if (offset + bytes > (index + 1) * size) return { path: '', type };
    const part = partOf(image, info.of, offset - index * size, bytes);
    return { path: `[${index}]${part.path}`, type: part.type };
  }
  if (info?.kind === 'record') {
    for (const field of info.fields) {
      const size = typeBytes(image, field.type);
      if (size === null || offset < field.offset || offset + bytes > field.offset + size) continue;
      // What a semaphore or a mutex is made of is the library's business.
      if (field.name.startsWith('__')) return { path: '', type };
      const part = partOf(image, field.type, offset - field.offset, bytes);
      return { path: `.${field.name}${part.path}`, type: part.type };
    }
  }
  return { path: '', type };
}

function inWords(context: ExecutionContext, address: number): string {
  const object = nearestObject(context, address);
  if (object === null) return `memory at 0x${address.toString(16)}`;
  const offset = address - object.address;
  const name = describeObject(context, object);
  return offset === 0 ? name : `byte ${offset} of ${name}`;
}

/** A value as C would print it: 3, 'x', 0.5. */
export function valueText(image: ProgramImage, type: number | null, bytes: Uint8Array): string {
  const info = type === null ? undefined : image.types[type];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (info?.kind === 'floating' && bytes.length === info.bytes)
    return String(bytes.length === 4 ? view.getFloat32(0, true) : view.getFloat64(0, true));
  const signed = info?.kind !== 'pointer' && !(info?.kind === 'integer' && !info.signed);
  const value = integerIn(bytes, signed);
  if (value === null) return `${bytes.length} bytes`;
  if (info?.kind === 'pointer') return value === 0n ? 'NULL' : `0x${value.toString(16)}`;
  if (info?.kind === 'enum')
    return info.constants.find((constant) => BigInt(constant.value) === value)?.name ?? `${value}`;
  const isCharacter = info?.kind === 'integer' && info.bytes === 1 && /char$/.test(info.name);
  return isCharacter && value >= 32n && value < 127n
    ? `'${String.fromCharCode(Number(value))}'`
    : String(value);
}

/** Little-endian; null: no size of an integer. */
export function integerIn(bytes: Uint8Array, signed: boolean): bigint | null {
  if (bytes.length !== 1 && bytes.length !== 2 && bytes.length !== 4 && bytes.length !== 8)
    return null;
  let value = 0n;
  for (let k = bytes.length - 1; k >= 0; k--) value = (value << 8n) | BigInt(bytes[k] ?? 0);
  return signed ? BigInt.asIntN(8 * bytes.length, value) : value;
}
