/**
 * The linker: object modules -> a program image. All of the student's code is kept, in source order
 * after `_start`; of the C library only what is reached from there.
 */
import { TEXT_BASE } from '../../abi/address-space';
import type { FunctionInfo, ProgramImage, Segment, VariableInfo } from '../../abi/image';
import type { LinkName, ObjectModule } from '../object-module';
import { DebugTables } from './debug-tables';
import { type Definition, namesIn } from './definition';
import {
  type DataDefinition,
  type FunctionDefinition,
  type Layout,
  layOut,
  type SegmentLayout,
} from './layout';
import type { Library } from './library-index';
import { sharedLiterals } from './literals';
import { type LinkProblem, problemsOf, tooMuchData, type Unresolved } from './problems';
import { isSegmentEnd, segmentEnd } from './segment-ends';
import { ENTRY, ENTRY_WITH_TABLES, type StartupTables, startupTables } from './startup';
import { SymbolTable } from './symbols';

export interface LinkResult {
  readonly problems: readonly LinkProblem[];
  /** null when there are problems. */
  readonly image: ProgramImage | null;
}

export function link(
  userModules: readonly ObjectModule[],
  library: Library,
  name: string,
): LinkResult {
  const tables = startupTables(userModules);
  const modules = tables === null ? userModules : [...userModules, tables.module];
  const symbols = new SymbolTable(modules, library, tables);
  const needed = collect(modules, symbols, tables);
  const problems = [
    ...problemsOf(symbols, needed.unresolved, userModules),
    ...tooMuchData(needed.data),
  ];
  if (problems.length > 0 || needed.entry === null) return { problems, image: null };
  const { kept, same } = sharedLiterals(needed.data, symbols.library);
  const layout = layOut(needed.functions, kept);
  const addresses = addressesIn(layout);
  for (const [literal, first] of same) addresses.set(literal, addresses.get(first) ?? 0);
  return { problems, image: buildImage(name, layout, needed, addresses) };
}

interface Needed {
  readonly entry: FunctionDefinition | null;
  readonly functions: readonly FunctionDefinition[];
  readonly data: readonly DataDefinition[];
  readonly unresolved: readonly Unresolved[];
  /** What the references of each function and object mean, in their order; null: a segment's end. */
  readonly targets: ReadonlyMap<Definition['item'], readonly (Definition | null)[]>;
}

/** Everything reachable from `_start` and from the student's units. */
function collect(
  userModules: readonly ObjectModule[],
  symbols: SymbolTable,
  tables: StartupTables | null,
): Needed {
  const functions: FunctionDefinition[] = [];
  const data: DataDefinition[] = [];
  const unresolved: Unresolved[] = [];
  const targets = new Map<Definition['item'], readonly (Definition | null)[]>();
  const pending: Definition[] = [];

  const need = (definition: Definition): void => {
    if (targets.has(definition.item)) return;
    targets.set(definition.item, symbols.targetsOf(definition));
    if (definition.kind === 'function') functions.push(definition);
    else data.push(definition);
    pending.push(definition);
  };

  const first = tables === null ? ENTRY : ENTRY_WITH_TABLES;
  const start = userModules[0] && symbols.resolve(first, userModules[0]);
  const entry = start?.kind === 'function' ? start : null;
  if (entry !== null) need(entry);
  for (const module of userModules) {
    for (const item of module.functions) need({ kind: 'function', module, item });
    for (const item of module.data) need({ kind: 'data', module, item });
  }
  for (const definition of pending) {
    const found = targets.get(definition.item) ?? [];
    for (let k = 0; k < found.length; k += 1) {
      const target = found[k] ?? null;
      if (target !== null) need(target);
      else unresolved.push(...unresolvedIn(definition, k));
    }
  }
  return { entry, functions, data, unresolved, targets };
}

/** The k-th reference of a definition, unless it is one of the names that the linker itself defines. */
function unresolvedIn(from: Definition, k: number): readonly Unresolved[] {
  const name = namesIn(from)[k] ?? '';
  if (isSegmentEnd(name)) return [];
  return [{ name, from, word: from.kind === 'function' ? (from.item.fixups[k]?.word ?? 0) : null }];
}

type Addresses = Map<Definition['item'], number>;

function addressesIn(layout: Layout): Addresses {
  const addresses: Addresses = new Map();
  for (const { definition, start } of layout.functions)
    addresses.set(definition.item, TEXT_BASE + 4 * start);
  for (const segment of [layout.rodata, layout.data, layout.bss])
    for (const { definition, address } of segment.objects) addresses.set(definition.item, address);
  return addresses;
}

function buildImage(
  name: string,
  layout: Layout,
  needed: Needed,
  addresses: Addresses,
): ProgramImage {
  const addressOf: AddressOf = ({ item }, k, target) => {
    const definition = needed.targets.get(item)?.[k] ?? null;
    const address =
      definition === null ? segmentEnd(layout, target) : addresses.get(definition.item);
    if (address == null) throw new Error(`'${target}' has no address`);
    return address;
  };

  const debug = new DebugTables();
  const code = new Int32Array(layout.codeWords);
  const functions: FunctionInfo[] = [];
  const passedOn: number[] = [];
  let entry = 0;
  for (const { definition, start } of layout.functions) {
    const { module, item } = definition;
    code.set(item.code, start);
    for (const word of item.targets) code[start + word] = (item.code[word] ?? 0) + start;
    let k = 0;
    for (const { word, kind, target, addend } of item.fixups) {
      const address = addressOf(definition, k++, target) + addend;
      if (kind === 'code') code[start + word] = (address - TEXT_BASE) / 4;
      else code[start + word] = kind === 'thread' ? address - layout.thread.address : address;
    }
    for (const word of item.passedOn) passedOn.push(start + word);
    if (item === needed.entry?.item) entry = start;
    debug.addLines(module, item.lines, start);
    functions.push(debug.functionInfo(module, item, start));
  }
  const globals: VariableInfo[] = [];
  for (const segment of [layout.rodata, layout.data, layout.bss]) {
    for (const { definition, address } of segment.objects) {
      globals.push(debug.variableInfo(definition.module, definition.item.info, address));
    }
  }
  const data = fill(layout.data, addressOf);
  const threadStart = layout.thread.address - data.address;
  return {
    version: 1,
    name,
    code,
    entry,
    rodata: fill(layout.rodata, addressOf),
    data,
    threadLocal: {
      address: layout.thread.address,
      bytes: data.bytes.slice(threadStart, threadStart + layout.thread.bytes),
    },
    bss: { address: layout.bss.address, bytes: layout.bss.bytes },
    heapBase: layout.heapBase,
    functions,
    globals,
    files: debug.files,
    lines: debug.lineTable(),
    passedOn: Int32Array.from(passedOn),
    types: debug.types,
  };
}

/** Of the k-th reference in a definition, to `target`. */
type AddressOf = (from: Definition, k: number, target: LinkName) => number;

function fill(segment: SegmentLayout, addressOf: AddressOf): Segment {
  const bytes = new Uint8Array(segment.bytes);
  const view = new DataView(bytes.buffer);
  for (const { definition, address } of segment.objects) {
    const { item } = definition;
    const at = address - segment.address;
    if (typeof item.bytes !== 'number') bytes.set(item.bytes, at);
    let k = 0;
    for (const { offset, target, addend } of item.relocations) {
      view.setInt32(at + offset, addressOf(definition, k++, target) + addend, true);
      view.setInt32(at + offset + 4, 0, true);
    }
  }
  return { address: segment.address, bytes };
}
