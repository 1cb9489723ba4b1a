/**
 * The linker: object modules -> a program image. All of the student's code is kept, in source order
 * after `_start`; of the C library only what is reached from there.
 */
import { TEXT_BASE } from '../../abi/address-space';
import type { FunctionInfo, ProgramImage, Segment, VariableInfo } from '../../abi/image';
import type { LinkName, ObjectModule } from '../object-module';
import { DebugTables } from './debug-tables';
import {
  type DataDefinition,
  type FunctionDefinition,
  type Layout,
  layOut,
  type SegmentLayout,
} from './layout';
import { type LinkProblem, problemsOf, tooMuchData, type Unresolved } from './problems';
import { isSegmentEnd, segmentEnd } from './segment-ends';
import { ENTRY, ENTRY_WITH_TABLES, type StartupTables, startupTables } from './startup';
import { type Definition, type Library, SymbolTable } from './symbols';

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
  const symbols = new SymbolTable(modules, library);
  const needed = collect(modules, symbols, tables);
  const problems = [
    ...problemsOf(symbols, needed.unresolved, userModules),
    ...tooMuchData(needed.data),
  ];
  if (problems.length > 0 || needed.entry === null) return { problems, image: null };
  const layout = layOut(needed.functions, sharedLiterals(needed.data, needed.resolved));
  return { problems, image: buildImage(name, layout, needed) };
}

interface Needed {
  readonly entry: FunctionDefinition | null;
  readonly functions: readonly FunctionDefinition[];
  readonly data: readonly DataDefinition[];
  readonly unresolved: readonly Unresolved[];
  /** What each module's names mean. */
  readonly resolved: Map<ObjectModule, Map<LinkName, Definition>>;
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
  const resolved = new Map<ObjectModule, Map<LinkName, Definition>>();
  const seen = new Set<Definition['item']>();
  const pending: Definition[] = [];

  const need = (definition: Definition): void => {
    if (seen.has(definition.item)) return;
    seen.add(definition.item);
    if (definition.kind === 'function') functions.push(definition);
    else data.push(definition);
    pending.push(definition);
  };
  const refer = (from: Definition, target: LinkName, word: number | null): void => {
    let names = resolved.get(from.module);
    if (names === undefined) resolved.set(from.module, (names = new Map<LinkName, Definition>()));
    const known = names.get(target);
    if (known !== undefined) {
      need(known);
      return;
    }
    const definition = symbols.resolve(target, from.module);
    if (definition === null && isSegmentEnd(target)) return;
    if (definition === null) {
      unresolved.push({ name: target, from, word });
    } else {
      names.set(target, definition);
      need(definition);
    }
  };

  if (tables !== null) resolved.set(tables.module, tables.names);
  const first = tables === null ? ENTRY : ENTRY_WITH_TABLES;
  const start = userModules[0] && symbols.resolve(first, userModules[0]);
  const entry = start?.kind === 'function' ? start : null;
  if (entry !== null) need(entry);
  for (const module of userModules) {
    for (const item of module.functions) need({ kind: 'function', module, item });
    for (const item of module.data) need({ kind: 'data', module, item });
  }
  for (let at = 0; at < pending.length; at += 1) {
    const definition = pending[at];
    if (definition === undefined) break;
    if (definition.kind === 'function') {
      for (const { target, word } of definition.item.fixups) refer(definition, target, word);
    } else {
      for (const { target } of definition.item.relocations) refer(definition, target, null);
    }
  }
  return { entry, functions, data, unresolved, resolved };
}

/** String literals of the same bytes are one object, as gcc has it. */
function sharedLiterals(
  data: readonly DataDefinition[],
  resolved: Needed['resolved'],
): readonly DataDefinition[] {
  const byBytes = new Map<string, DataDefinition>();
  const replaced = new Map<DataDefinition['item'], DataDefinition>();
  const kept = data.filter((definition) => {
    const { item } = definition;
    if (!item.info.name.startsWith('"') || typeof item.bytes === 'number') return true;
    const key = `${item.alignment} ${item.bytes.join()}`;
    const first = byBytes.get(key);
    if (first === undefined) {
      byBytes.set(key, definition);
      return true;
    }
    replaced.set(item, first);
    return false;
  });
  for (const names of resolved.values()) {
    for (const [name, definition] of names) {
      const first = definition.kind === 'data' ? replaced.get(definition.item) : undefined;
      if (first !== undefined) names.set(name, first);
    }
  }
  return kept;
}

function buildImage(name: string, layout: Layout, needed: Needed): ProgramImage {
  const addresses = new Map<Definition['item'], number>();
  for (const { definition, start } of layout.functions) {
    addresses.set(definition.item, TEXT_BASE + 4 * start);
  }
  for (const segment of [layout.rodata, layout.data, layout.bss]) {
    for (const { definition, address } of segment.objects) addresses.set(definition.item, address);
  }
  const addressOf = (module: ObjectModule, target: LinkName): number => {
    const definition = needed.resolved.get(module)?.get(target);
    const address =
      definition === undefined ? segmentEnd(layout, target) : addresses.get(definition.item);
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
    for (const { word, kind, target, addend } of item.fixups) {
      const address = addressOf(module, target) + addend;
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

function fill(
  segment: SegmentLayout,
  addressOf: (module: ObjectModule, target: LinkName) => number,
): Segment {
  const bytes = new Uint8Array(segment.bytes);
  const view = new DataView(bytes.buffer);
  for (const { definition, address } of segment.objects) {
    const { module, item } = definition;
    const at = address - segment.address;
    if (typeof item.bytes !== 'number') bytes.set(item.bytes, at);
    for (const { offset, target, addend } of item.relocations) {
      view.setInt32(at + offset, addressOf(module, target) + addend, true);
      view.setInt32(at + offset + 4, 0, true);
    }
  }
  return { address: segment.address, bytes };
}
