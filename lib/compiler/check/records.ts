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
  readonly packed: boolean;
}

/** GNU's `packed`, `#pragma pack` and `aligned` on a record. */
export interface Packing {
  readonly packed: boolean;
  /** No member is aligned more strictly. */
  readonly membersMax: number | null;
  readonly alignment: number | null;
}

const USUAL: Packing = { packed: false, membersMax: null, alignment: null };

export interface Layout {
  readonly fields: readonly Field[];
  readonly bytes: number;
  readonly alignment: number;
}

export function layOut(
  members: readonly MemberToLay[],
  union: boolean,
  packing: Packing = USUAL,
): Layout {
  const fields: Field[] = [];
  /** Next free bit; unions start again for each member. */
  let bit = 0;
  let bytes = 0;
  let alignment = packing.alignment ?? 1;
  let crossing = false;
  for (const member of members) {
    if (union) bit = 0;
    const packed = packing.packed || member.packed;
    const natural = packed ? 1 : alignOf(member.type.type);
    const limited = Math.min(natural, packing.membersMax ?? natural);
    const own = Math.max(limited, member.alignment ?? 1);
    const size = sizeOf(member.type.type);
    if (member.width === null) {
      const offset = roundUp(Math.ceil(bit / 8), own);
      fields.push({ name: member.name, type: member.type, offset });
      bit = (offset + size) * 8;
      alignment = Math.max(alignment, own);
    } else if (member.width === 0) {
      bit = roundUp(bit, size * 8);
    } else {
      // A unit may begin wherever its alignment lets it: packed ones at any byte.
      const tight = packed || limited < alignOf(member.type.type);
      if (member.alignment !== null) bit = roundUp(bit, member.alignment * 8);
      if (!tight && !within(bit, member.width, size)) bit = roundUp(bit, size * 8);
      const offset = Math.floor(bit / (size * 8)) * size;
      fields.push({
        name: member.name,
        type: member.type,
        offset,
        bits: { offset: bit - offset * 8, width: member.width },
      });
      crossing ||= tight;
      bit += member.width;
      // An unnamed bit-field does not align its record.
      if (member.name !== null) alignment = Math.max(alignment, own);
    }
    bytes = Math.max(bytes, Math.ceil(bit / 8));
  }
  const whole = roundUp(bytes, alignment);
  return {
    fields: crossing ? fields.map((field) => suitableUnit(field, whole)) : fields,
    bytes: whole,
    alignment,
  };
}

function within(bit: number, width: number, bytes: number): boolean {
  return Math.floor(bit / (bytes * 8)) === Math.floor((bit + width - 1) / (bytes * 8));
}

/**
 * A packed bit-field may cross the units of its type, and those may go beyond its record. It is then
 * reached through another unit: `unit` bytes from where the record has that many.
 */
function suitableUnit(field: Field, recordBytes: number): Field {
  const { bits, type, offset } = field;
  if (bits === undefined) return field;
  const first = offset * 8 + bits.offset;
  for (const unit of [sizeOf(type.type), 1, 2, 4, 8]) {
    const at = Math.min(Math.floor(first / 8), Math.max(0, recordBytes - unit));
    const shift = first - at * 8;
    if (shift >= 0 && shift + bits.width <= unit * 8 && at + unit <= recordBytes) {
      return { ...field, offset: at, bits: { ...bits, offset: shift, unit } };
    }
  }
  return { ...field, bits: { ...bits, unit: 0 } };
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
