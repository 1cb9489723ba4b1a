/** Code generation: a checked translation unit becomes an object module for the linker. */
import type { VariableInfo } from '../../abi/image';
import type { LinkName, ObjectData, ObjectFunction, ObjectModule } from '../object-module';
import { positionAt, type SourceFile } from '../source';
import { alignOf } from '../type-layout';
import type { StaticData, StaticSymbol, TypedUnit } from '../typed-tree';
import { generateFunction, type UnitParts } from './function';
import { TypeTable } from './type-table';

/** `file` is the unit's main file. The unit has no errors. */
export function generate(unit: TypedUnit, file: SourceFile): ObjectModule {
  const names = new LinkNames(file.name);
  const types = new TypeTable();
  const files = new Map<SourceFile, number>([[file, 0]]);
  const library = file.origin === 'library';
  const data: ObjectData[] = [];
  const functions: ObjectFunction[] = [];
  const parts: UnitParts = {
    files,
    types,
    library,
    linkName: (symbol) => names.of(symbol),
    constantBytes: (bytes) => {
      const name = names.fresh('initializer');
      data.push(constantData(name, bytes, types));
      return name;
    },
  };
  for (const symbol of unit.symbols) {
    const { definition } = symbol;
    if (definition === null) continue;
    if (definition.kind === 'data') data.push(objectData(parts, symbol, definition));
    else functions.push(generateFunction(parts, symbol, definition));
  }
  return {
    unit: file.name,
    library,
    functions,
    data,
    types: types.types,
    files: [...files.keys()].map(({ name }) => name),
  };
}

function objectData(unit: UnitParts, symbol: StaticSymbol, data: StaticData): ObjectData {
  const { type, atomic } = symbol.type;
  const info: Omit<VariableInfo, 'location'> = {
    name: symbol.name,
    type: unit.types.indexOf(type, atomic),
    bytes: data.size,
    line: positionAt(symbol.span.file, symbol.span.start).line,
    ...(data.readOnly && !symbol.threadLocal ? { readOnly: true } : {}),
    ...(unit.library ? { library: true } : {}),
  };
  return {
    symbol: unit.linkName(symbol),
    segment: segmentOf(symbol, data),
    bytes: data.zero ? data.size : data.bytes,
    alignment: Math.max(data.alignment, alignOf(type)),
    relocations: data.relocations.map(({ offset, target, addend }) => ({
      offset,
      target: unit.linkName(target),
      addend,
    })),
    info,
    // As gcc since version 10: two files that both say `int counter;` define it twice.
    tentative: symbol.weak === true,
  };
}

function segmentOf(symbol: StaticSymbol, data: StaticData): ObjectData['segment'] {
  if (symbol.threadLocal) return 'thread';
  if (data.readOnly) return 'rodata';
  return data.zero ? 'bss' : 'data';
}

function constantData(symbol: LinkName, bytes: Uint8Array, types: TypeTable): ObjectData {
  const character = {
    kind: 'integer',
    name: 'char',
    bytes: 1,
    signed: true,
    rank: 1,
  } as const;
  const of = { type: character, const: true, volatile: false };
  return {
    symbol,
    segment: 'rodata',
    bytes,
    alignment: 1,
    relocations: [],
    info: {
      name: 'initializer',
      type: types.indexOf({ kind: 'array', of, count: bytes.length }),
      bytes: bytes.length,
      line: 0,
      readOnly: true,
    },
    tentative: false,
  };
}

/** External names are shared by all units; internal ones carry the unit and are made unique. */
class LinkNames {
  readonly #unit: string;
  readonly #names = new Map<StaticSymbol, LinkName>();
  readonly #taken = new Set<LinkName>();

  constructor(unit: string) {
    this.#unit = unit;
  }

  of(symbol: StaticSymbol): LinkName {
    const known = this.#names.get(symbol);
    if (known !== undefined) return known;
    const name =
      symbol.linkage === 'external'
        ? symbol.name
        : this.fresh(symbol.owner === null ? symbol.name : `${symbol.owner}.${symbol.name}`);
    this.#names.set(symbol, name);
    return name;
  }

  fresh(name: string): LinkName {
    const base = `${this.#unit}#${name}`;
    let unique = base;
    for (let k = 2; this.#taken.has(unique); k += 1) unique = `${base}.${k}`;
    this.#taken.add(unique);
    return unique;
  }
}
