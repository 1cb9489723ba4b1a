/** Joins the modules' debug information: files, lines and types get indices of the image. */
import { assertNever } from '../../abi/assert-never';
import type { FunctionInfo, LineTable, TypeInfo, VariableInfo } from '../../abi/image';
import type { ObjectData, ObjectFunction, ObjectModule } from '../object-module';

const NONE: readonly VariableInfo[] = [];

export class DebugTables {
  readonly files: string[] = [];
  readonly types: TypeInfo[] = [];
  readonly #fileIndices = new Map<string, number>();
  readonly #moduleFiles = new Map<ObjectModule, readonly number[]>();
  readonly #moduleTypes = new Map<ObjectModule, Map<number, number>>();
  readonly #simpleTypes = new Map<string, number>();
  readonly #lines: number[] = [];

  addLines(module: ObjectModule, lines: readonly number[], start: number): void {
    const files = this.#filesOf(module);
    for (let at = 0; at < lines.length; at += 4) {
      this.#lines.push(
        start + (lines[at] ?? 0),
        files[lines[at + 1] ?? 0] ?? 0,
        lines[at + 2] ?? 0,
        lines[at + 3] ?? 0,
      );
    }
  }

  lineTable(): LineTable {
    const count = this.#lines.length / 4;
    const table = {
      pc: new Int32Array(count),
      file: new Int32Array(count),
      line: new Int32Array(count),
      column: new Int32Array(count),
    };
    for (let k = 0; k < count; k += 1) {
      table.pc[k] = this.#lines[4 * k] ?? 0;
      table.file[k] = this.#lines[4 * k + 1] ?? 0;
      table.line[k] = this.#lines[4 * k + 2] ?? 0;
      table.column[k] = this.#lines[4 * k + 3] ?? 0;
    }
    return table;
  }

  functionInfo(module: ObjectModule, item: ObjectFunction, start: number): FunctionInfo {
    const { info } = item;
    return {
      name: info.name,
      start,
      end: start + item.code.length,
      library: info.library,
      file: this.#filesOf(module)[info.file] ?? 0,
      line: info.line,
      frameBytes: info.frameBytes,
      parameters: this.#locals(module, info.parameters, start),
      locals: this.#locals(module, info.locals, start),
    };
  }

  /** Of an object with static storage. Written out: a copy by `...` takes many times as long. */
  variableInfo(
    module: ObjectModule,
    { name, type, bytes, line, readOnly = false, library = false }: ObjectData['info'],
    location: number,
  ): VariableInfo {
    return {
      name,
      type: this.#typeIndex(module, type),
      location,
      bytes,
      line,
      readOnly,
      library,
    };
  }

  #locals(
    module: ObjectModule,
    infos: readonly VariableInfo[],
    start: number,
  ): readonly VariableInfo[] {
    if (infos.length === 0) return NONE;
    return infos.map((info) => this.#local(module, info, start));
  }

  #local(module: ObjectModule, info: VariableInfo, start: number): VariableInfo {
    const type = this.#typeIndex(module, info.type);
    if (info.scope === undefined) return { ...info, type };
    const { from, to } = info.scope;
    return { ...info, type, scope: { from: from + start, to: to + start } };
  }

  #filesOf(module: ObjectModule): readonly number[] {
    const known = this.#moduleFiles.get(module);
    if (known !== undefined) return known;
    const indices = module.files.map((name) => {
      const key = `${module.library ? 'library' : 'user'} ${name}`;
      const index = this.#fileIndices.get(key);
      if (index !== undefined) return index;
      this.#fileIndices.set(key, this.files.length);
      return this.files.push(name) - 1;
    });
    this.#moduleFiles.set(module, indices);
    return indices;
  }

  /** Types that no variable of the image has are left behind. */
  #typeIndex(module: ObjectModule, index: number): number {
    let known = this.#moduleTypes.get(module);
    if (known === undefined) this.#moduleTypes.set(module, (known = new Map<number, number>()));
    const found = known.get(index);
    if (found !== undefined) return found;
    const info = module.types[index] ?? { kind: 'void' };
    if (info.kind === 'record') {
      // It has its index before its fields are looked at: it may point to itself.
      const place = this.types.push({ kind: 'void' }) - 1;
      known.set(index, place);
      const fields = info.fields.map((field) => ({
        ...field,
        type: this.#typeIndex(module, field.type),
      }));
      this.types[place] = { ...info, fields };
      return place;
    }
    const place = this.#simple(this.#translated(module, info));
    known.set(index, place);
    return place;
  }

  #translated(
    module: ObjectModule,
    info: Exclude<TypeInfo, { readonly kind: 'record' }>,
  ): TypeInfo {
    switch (info.kind) {
      case 'pointer':
        return { kind: 'pointer', to: this.#typeIndex(module, info.to) };
      case 'array':
        return { ...info, of: this.#typeIndex(module, info.of) };
      case 'void':
      case 'integer':
      case 'floating':
      case 'enum':
      case 'function':
        return info;
      default:
        return assertNever(info);
    }
  }

  /** The same type of several modules is one. */
  #simple(info: TypeInfo): number {
    const key = simpleKey(info);
    const known = key === null ? undefined : this.#simpleTypes.get(key);
    if (known !== undefined) return known;
    const index = this.types.push(info) - 1;
    if (key !== null) this.#simpleTypes.set(key, index);
    return index;
  }
}

function simpleKey(info: TypeInfo): string | null {
  switch (info.kind) {
    case 'void':
      return 'void';
    case 'integer':
    case 'floating':
      return info.name;
    case 'pointer':
      return `pointer ${info.to}`;
    case 'array':
      return `array ${info.count} ${info.of}`;
    case 'function':
      return `function ${info.text}`;
    case 'record':
    case 'enum':
      return null;
    default:
      return assertNever(info);
  }
}
