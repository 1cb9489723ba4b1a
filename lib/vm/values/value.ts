/**
 * The value of an object as people read it: numbers, characters and text, enumeration constants by name,
 * pointers with what they lead to, structs and arrays part by part. Plain data, bounded: of long arrays
 * the first elements, and how many were left out. What was never given a value has none.
 * Leaves out: which member of a union is the present one; all are shown.
 */
import { assertNever } from '../../abi/assert-never';
import type { FieldInfo, ProgramImage, TypeInfo } from '../../abi/image';
import { typeBytes, typeText } from '../type-text';
import { characterText, floatingText, quotedText } from './literal-text';
import type { PointerTarget } from './pointer-target';

export type Value =
  /** `text` as C writes it, e.g. "42", "65 'A'", "RED (0)". */
  | { readonly kind: 'number'; readonly text: string }
  /** An array of char: what is before its first zero, in quotes. */
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'pointer';
      readonly address: number;
      readonly to: PointerTarget;
      /** Of a pointer to char: the text that is there, in quotes. */
      readonly text: string | null;
    }
  | {
      readonly kind: 'record' | 'array';
      readonly parts: readonly Part[];
      /** Elements or members that aren't among the parts. */
      readonly leftOut: number;
    }
  /** Nothing was ever stored there. */
  | { readonly kind: 'unset' }
  /** No memory is there, or it may not be read. */
  | { readonly kind: 'unreadable' };

export interface Part {
  /** "[3]", ".next". */
  readonly name: string;
  readonly type: string;
  readonly address: number;
  readonly bytes: number;
  readonly value: Value;
}

/** Where values are read: a process's memory now, or as it was. */
export interface ValueSource {
  readonly image: ProgramImage;
  readBytes(address: number, count: number): Uint8Array | null;
  /** How many of the bytes, from the first, were given a value. */
  setBytes(address: number, count: number): number;
  /** What a pointer to a type leads to. */
  targetOf(address: number, to: number): PointerTarget;
}

export interface ValueLimits {
  readonly elementsMax: number;
  /** Of structs and arrays in each other. */
  readonly depthMax: number;
  readonly textBytesMax: number;
}

export const VALUE_LIMITS: ValueLimits = { elementsMax: 32, depthMax: 6, textBytesMax: 80 };

/** Where an object lies and what it is: a variable, or a part of one. */
export interface ObjectPlace {
  readonly address: number;
  readonly type: number;
  readonly bits?: FieldInfo['bits'];
}

export function valueAt(
  source: ValueSource,
  place: ObjectPlace,
  limits: ValueLimits = VALUE_LIMITS,
): Value {
  return valueIn(source, place, limits, 0);
}

/** `count` objects of a type, one after the other: what a pointer to the first leads to. */
export function arrayAt(
  source: ValueSource,
  { address, type }: ObjectPlace,
  count: number,
  limits: ValueLimits = VALUE_LIMITS,
): Value {
  return elementsAt(source, address, type, count, limits, 0);
}

function valueIn(
  source: ValueSource,
  place: ObjectPlace,
  limits: ValueLimits,
  depth: number,
): Value {
  const { image } = source;
  const { address, type: index } = place;
  const type = image.types[index];
  if (type === undefined) return { kind: 'unreadable' };
  switch (type.kind) {
    case 'integer':
    case 'enum':
    case 'floating':
    case 'pointer':
      return scalarAt(source, place, type, limits);
    case 'array':
      return elementsAt(source, address, type.of, type.count, limits, depth);
    case 'record': {
      const shown = depth < limits.depthMax ? type.fields.slice(0, limits.elementsMax) : [];
      return {
        kind: 'record',
        parts: shown.map((field) => memberAt(source, address, field, limits, depth)),
        leftOut: type.fields.length - shown.length,
      };
    }
    case 'void':
    case 'function':
      return { kind: 'unreadable' };
    default:
      return assertNever(type);
  }
}

function memberAt(
  source: ValueSource,
  record: number,
  { name, type, offset, bits }: FieldInfo,
  limits: ValueLimits,
  depth: number,
): Part {
  const { image } = source;
  const place = { address: record + offset, type, ...(bits === undefined ? {} : { bits }) };
  return {
    name: `.${name}`,
    type: bits === undefined ? typeText(image, type) : `${typeText(image, type)} : ${bits.width}`,
    address: place.address,
    bytes: typeBytes(image, type) ?? 0,
    value: valueIn(source, place, limits, depth + 1),
  };
}

function elementsAt(
  source: ValueSource,
  address: number,
  of: number,
  count: number,
  limits: ValueLimits,
  depth: number,
): Value {
  const { image } = source;
  const bytes = typeBytes(image, of) ?? 0;
  if (isChar(image.types[of])) return textAt(source, address, count, limits);
  const shown = depth < limits.depthMax && bytes > 0 ? Math.min(count, limits.elementsMax) : 0;
  const parts = Array.from({ length: shown }, (_, k) => ({
    name: `[${k}]`,
    type: typeText(image, of),
    address: address + k * bytes,
    bytes,
    value: valueIn(source, { address: address + k * bytes, type: of }, limits, depth + 1),
  }));
  return { kind: 'array', parts, leftOut: count - shown };
}

function textAt(
  source: ValueSource,
  address: number,
  count: number,
  { textBytesMax }: ValueLimits,
): Value {
  const set = source.setBytes(address, Math.min(count, textBytesMax + 1));
  if (set === 0 && count > 0) return { kind: 'unset' };
  const bytes = source.readBytes(address, set);
  if (bytes === null) return { kind: 'unreadable' };
  const text = quotedText(bytes, textBytesMax);
  const isCut = !bytes.includes(0) && set < count && set <= textBytesMax;
  return { kind: 'text', text: isCut ? `${text}…` : text };
}

type Scalar = Extract<TypeInfo, { readonly kind: 'integer' | 'enum' | 'floating' | 'pointer' }>;

function scalarAt(
  source: ValueSource,
  { address, bits }: ObjectPlace,
  type: Scalar,
  limits: ValueLimits,
): Value {
  const width = type.kind === 'enum' ? 4 : type.kind === 'pointer' ? 8 : type.bytes;
  const bytes = source.readBytes(address, width);
  if (bytes === null) return { kind: 'unreadable' };
  if (source.setBytes(address, width) < width) return { kind: 'unset' };
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  switch (type.kind) {
    case 'floating':
      return {
        kind: 'number',
        text:
          width === 4
            ? floatingText(view.getFloat32(0, true), 'float')
            : floatingText(view.getFloat64(0, true), 'double'),
      };
    case 'pointer':
      return pointerTo(source, view, type.to, limits);
    case 'integer':
    case 'enum': {
      const signed = type.kind === 'enum' || type.signed;
      const value = integerIn(view, width, signed, bits);
      return { kind: 'number', text: integerText(type, value) };
    }
    default:
      return assertNever(type);
  }
}

function integerIn(
  view: DataView,
  width: number,
  signed: boolean,
  bits: FieldInfo['bits'],
): bigint {
  let raw = 0n;
  for (let k = width - 1; k >= 0; k--) raw = (raw << 8n) | BigInt(view.getUint8(k));
  if (bits !== undefined) raw >>= BigInt(bits.offset);
  const length = bits?.width ?? 8 * width;
  return signed ? BigInt.asIntN(length, raw) : BigInt.asUintN(length, raw);
}

function integerText(
  type: Extract<Scalar, { readonly kind: 'integer' | 'enum' }>,
  value: bigint,
): string {
  if (type.kind === 'enum') {
    const constant = type.constants.find((each) => BigInt(each.value) === value);
    return constant === undefined ? String(value) : `${constant.name} (${value})`;
  }
  if (type.name === '_Bool') return value === 0n ? '0 (false)' : `${value} (true)`;
  return isChar(type) ? `${value} ${characterText(Number(value))}` : String(value);
}

function pointerTo(source: ValueSource, view: DataView, to: number, limits: ValueLimits): Value {
  const address = view.getUint32(4, true) * 2 ** 32 + view.getUint32(0, true);
  const target = source.targetOf(address, to);
  return {
    kind: 'pointer',
    address,
    to: target,
    text: textPointedTo(source, address, to, target, limits),
  };
}

/** Null where it isn't a pointer to char, or no text that is the program's is there. */
function textPointedTo(
  source: ValueSource,
  address: number,
  to: number,
  target: PointerTarget,
  { textBytesMax }: ValueLimits,
): string | null {
  if (!isChar(source.image.types[to])) return null;
  switch (target.kind) {
    case 'variable':
    case 'heap':
    case 'mapping':
    case 'literal':
    case 'arguments': {
      const room = Math.max(0, Math.min(target.bytesLeft, textBytesMax + 1));
      const set = source.setBytes(address, room);
      const bytes = set === 0 ? null : source.readBytes(address, set);
      return bytes === null ? null : quotedText(bytes, textBytesMax);
    }
    default:
      return null;
  }
}

/** Plain char: what text is made of. signed char and unsigned char are numbers to programs. */
function isChar(type: TypeInfo | undefined): boolean {
  return type?.kind === 'integer' && type.name === 'char';
}
