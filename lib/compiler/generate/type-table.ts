/**
 * Types of variables as debug information: each type once, referred to by index. Of the qualifiers only
 * _Atomic is kept, in the names of arithmetic types.
 */
import { assertNever } from '../../abi/assert-never';
import type { TypeInfo } from '../../abi/image';
import type { QualifiedType, RecordType, Type } from '../types';

export class TypeTable {
  readonly types: TypeInfo[] = [];
  readonly #records = new Map<Type, number>();
  readonly #others = new Map<string, number>();

  indexOf(type: Type, atomic = false): number {
    switch (type.kind) {
      case 'void':
      case 'error':
        return this.#add('void', { kind: 'void' });
      case 'integer':
      case 'floating': {
        const name = atomic ? `_Atomic ${type.name}` : type.name;
        const { bytes } = type;
        return this.#add(
          name,
          type.kind === 'floating'
            ? { kind: 'floating', name, bytes }
            : { kind: 'integer', name, bytes, signed: type.signed },
        );
      }
      case 'pointer': {
        const to = this.indexOf(type.to.type, type.to.atomic);
        return this.#add(`pointer ${to}`, { kind: 'pointer', to });
      }
      case 'array': {
        const of = this.indexOf(type.of.type, type.of.atomic);
        const count = type.count ?? 0;
        return this.#add(`array ${count} ${of}`, { kind: 'array', of, count });
      }
      case 'enum': {
        const known = this.#records.get(type);
        if (known !== undefined) return known;
        const index = this.types.length;
        this.#records.set(type, index);
        this.types.push({
          kind: 'enum',
          name: type.tag ?? '',
          constants: type.constants.map(({ name, value }) => ({ name, value: Number(value) })),
        });
        return index;
      }
      case 'record':
        return this.#record(type);
      case 'function': {
        const text = functionText(type);
        return this.#add(`function ${text}`, { kind: 'function', text });
      }
      default:
        return assertNever(type);
    }
  }

  #add(key: string, info: TypeInfo): number {
    const known = this.#others.get(key);
    if (known !== undefined) return known;
    const index = this.types.length;
    this.types.push(info);
    this.#others.set(key, index);
    return index;
  }

  /** The record has its index before its fields are looked at: it may point to itself. */
  #record(type: RecordType): number {
    const known = this.#records.get(type);
    if (known !== undefined) return known;
    const index = this.types.length;
    this.#records.set(type, index);
    this.types.push({ kind: 'void' });
    const fields = type.fields
      .filter((field) => field.name !== null || field.bits === undefined)
      .map((field) => ({
        name: field.name ?? '',
        type: this.indexOf(field.type.type, field.type.atomic),
        offset: field.offset,
        ...(field.bits === undefined
          ? {}
          : { bits: { offset: field.bits.offset, width: field.bits.width } }),
      }));
    this.types[index] = {
      kind: 'record',
      name: type.tag ?? '',
      bytes: type.bytes,
      union: type.union,
      fields,
    };
    return index;
  }
}

function functionText(type: Extract<Type, { kind: 'function' }>): string {
  const parameters = type.parameters.map((parameter) => typeText(parameter));
  if (type.variadic) parameters.push('...');
  const list = parameters.length === 0 && type.prototype ? 'void' : parameters.join(', ');
  return `${typeText(type.result)} (${list})`;
}

function typeText({ type }: QualifiedType): string {
  switch (type.kind) {
    case 'void':
    case 'error':
      return 'void';
    case 'integer':
    case 'floating':
      return type.name;
    case 'enum':
      return `enum ${type.tag ?? ''}`.trimEnd();
    case 'record':
      return `${type.union ? 'union' : 'struct'} ${type.tag ?? ''}`.trimEnd();
    case 'pointer':
      return `${typeText(type.to)} *`;
    case 'array':
      return `${typeText(type.of)} []`;
    case 'function':
      return functionText(type);
    default:
      return assertNever(type);
  }
}
