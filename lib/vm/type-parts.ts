/** What lies at a byte of an object, from its type: which element, which member; or padding. */
import type { FieldInfo, ProgramImage, TypeInfo } from '../abi/image';
import { typeBytes } from './type-text';

const DEPTH_MAX = 20;

export interface TypePart {
  /** After the object's name: "[3]", ".next", "[2].name[4]"; "" for the object itself. */
  readonly path: string;
  readonly type: number;
  /** Of the part's first byte. */
  readonly offset: number;
  readonly bytes: number;
}

/** The scalar that holds the byte; null: padding, or nothing is known of the type. */
export function partAt(image: ProgramImage, type: number, byte: number): TypePart | null {
  return descend(image, type, byte, '', 0, 0);
}

/** True where no member of the type has its bytes. */
export function isPaddingOf(image: ProgramImage, type: number, byte: number): boolean {
  const bytes = typeBytes(image, type);
  return bytes !== null && byte < bytes && partAt(image, type, byte) === null;
}

function descend(
  image: ProgramImage,
  type: number,
  byte: number,
  path: string,
  offset: number,
  depth: number,
): TypePart | null {
  const info: TypeInfo | undefined = image.types[type];
  const bytes = typeBytes(image, type);
  if (info === undefined || bytes === null || depth > DEPTH_MAX) return null;
  if (info.kind === 'array') {
    const element = typeBytes(image, info.of);
    if (element === null || element === 0) return null;
    const index = Math.floor((byte - offset) / element);
    return descend(image, info.of, byte, `${path}[${index}]`, offset + index * element, depth + 1);
  }
  if (info.kind === 'record') {
    for (const field of info.fields) {
      if (!holds(image, field, byte - offset)) continue;
      const name = `${path}.${field.name}`;
      const start = offset + field.offset;
      if (field.bits !== undefined) {
        return { path: name, type: field.type, offset: start, bytes: unitBytes(image, field) };
      }
      const part = descend(image, field.type, byte, name, start, depth + 1);
      if (part !== null) return part;
    }
    return null;
  }
  return { path, type, offset, bytes };
}

function holds(image: ProgramImage, field: FieldInfo, byte: number): boolean {
  return byte >= field.offset && byte < field.offset + unitBytes(image, field);
}

function unitBytes(image: ProgramImage, field: FieldInfo): number {
  return typeBytes(image, field.type) ?? 0;
}
