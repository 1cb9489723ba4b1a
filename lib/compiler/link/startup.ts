/**
 * GNU's constructors and destructors: the tables `__init_array` and `__fini_array` that the C library
 * walks through before main and after exit handlers (System V ABI, "Initialization and Termination
 * Functions"). A program without any has neither the tables nor the code for them.
 */
import type { LinkName, ObjectData, ObjectFunction, ObjectModule } from '../object-module';
import type { FunctionOrder } from '../typed-tree';
import type { Definition } from './definition';

export interface StartupTables {
  readonly module: ObjectModule;
  /** What the names in its relocations mean. */
  readonly names: Map<LinkName, Definition>;
}

export const ENTRY: LinkName = '_start';
/** Runs constructors, then goes on as `_start`. */
export const ENTRY_WITH_TABLES: LinkName = '_start_with_tables';

interface Ordered {
  readonly module: ObjectModule;
  readonly item: ObjectFunction;
  readonly order: FunctionOrder;
}

/** null: there are neither constructors nor destructors. */
export function startupTables(modules: readonly ObjectModule[]): StartupTables | null {
  const all = modules.flatMap((module) => module.functions.map((item) => ({ module, item })));
  const ordered = (key: 'startup' | 'cleanup'): Ordered[] =>
    all
      .flatMap(({ module, item }) => {
        const order = item[key];
        return order === undefined ? [] : [{ module, item, order }];
      })
      .sort((a, b) => a.order - b.order);
  const constructors = ordered('startup');
  const destructors = ordered('cleanup').reverse();
  if (constructors.length + destructors.length === 0) return null;
  const names = new Map<LinkName, Definition>();
  const data = [
    table('__init_array', constructors, names),
    table('__fini_array', destructors, names),
  ];
  const module: ObjectModule = {
    unit: '<startup>',
    library: true,
    functions: [],
    data,
    types: [{ kind: 'void' }],
    files: [],
  };
  return { module, names };
}

/** Addresses of functions, and a zero behind the last. */
function table(
  symbol: LinkName,
  functions: readonly Ordered[],
  names: Map<LinkName, Definition>,
): ObjectData {
  const relocations = functions.map(({ module, item }, index) => {
    const target = `${symbol}#${index}`;
    names.set(target, { kind: 'function', module, item });
    return { offset: 8 * index, target, addend: 0 };
  });
  const bytes = new Uint8Array(8 * (functions.length + 1));
  return {
    symbol,
    segment: 'rodata',
    bytes,
    alignment: 8,
    relocations,
    info: { name: symbol, type: 0, bytes: bytes.length, line: 0, readOnly: true, library: true },
    tentative: false,
  };
}
