/**
 * Layout of structures and unions (System V AMD64 ABI 3.1.2, C11 6.7.2.1): members in order, each at
 * its alignment; bit-fields packed into units of their declared type, never across one; a bit-field
 * of width 0 ends the unit. And the search for members, through anonymous ones too (6.7.2.1:13).
 */
import { alignOf, sizeOf } from '../type-layout';
import type { Field, QualifiedType, RecordType } from '../types';

export interface MemberToLay {
  /** null: unnamed bit-field or anonymous record. */
  readonly name: string | null;
  readonly type: QualifiedType;
  readonly width: number | null;
  /** From _Alignas. */
  readonly alignment: number | null;
}

export interface Layout {
  readonly fields: readonly Field[];
  readonly bytes: number;
  readonly alignment: number;
}

export function layOut(members: readonly MemberToLay[], union: boolean): Layout {
  const fields: Field[] = [];
  /** Next free bit; unions start again for each member. */
  let bit = 0;
  let bytes = 0;
  let alignment = 1;
  for (const member of members) {
    if (union) bit = 0;
    const own = Math.max(alignOf(member.type.type), member.alignment ?? 1);
    const size = sizeOf(member.type.type);
    if (member.width === null) {
      const offset = roundUp(Math.ceil(bit / 8), own);
      fields.push({ name: member.name, type: member.type, offset });
      bit = (offset + size) * 8;
      alignment = Math.max(alignment, own);
    } else if (member.width === 0) {
      bit = roundUp(bit, size * 8);
    } else {
      if (Math.floor(bit / (size * 8)) !== Math.floor((bit + member.width - 1) / (size * 8))) {
        bit = roundUp(bit, size * 8);
      }
      const offset = Math.floor(bit / (size * 8)) * size;
      fields.push({
        name: member.name,
        type: member.type,
        offset,
        bits: { offset: bit - offset * 8, width: member.width },
      });
      bit += member.width;
      // An unnamed bit-field does not align its record.
      if (member.name !== null) alignment = Math.max(alignment, own);
    }
    bytes = Math.max(bytes, Math.ceil(bit / 8));
  }
  return { fields, bytes: roundUp(bytes, alignment), alignment };
}

export function roundUp(value: number, step: number): number {
  return Math.ceil(value / step) * step;
}

/** The members to go through from a record to the one named: anonymous ones, then itself. */
export function findMember(record: RecordType, name: string): readonly Field[] | null {
  for (const field of record.fields) {
    if (field.name === name) return [field];
    if (field.name === null && field.type.type.kind === 'record') {
      const inner = findMember(field.type.type, name);
      if (inner !== null) return [field, ...inner];
    }
  }
  return null;
}

/** Every member's name, those of anonymous members too. */
export function memberNames(record: RecordType): string[] {
  return record.fields.flatMap((field) => {
    if (field.name !== null) return [field.name];
    return field.type.type.kind === 'record' ? memberNames(field.type.type) : [];
  });
}
