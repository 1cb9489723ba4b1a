/** What can be wrong when the parts of a program are joined, in a beginner's words. */
import type { LinkName, ObjectModule } from '../object-module';
import { nearestWord } from '../spelling';
import type { Definition } from './definition';
import type { SymbolTable } from './symbols';

/** A use of a name that nobody defines; `word` is null in an initializer. */
export interface Unresolved {
  readonly name: LinkName;
  readonly from: Definition;
  readonly word: number | null;
}

export interface LinkProblem {
  readonly code: 'duplicate-definition' | 'missing-main' | 'too-much-data' | 'undefined-symbol';
  readonly message: string;
  readonly hint: string | null;
  /** A name that is nearly the same, and defined. */
  readonly meant: string | null;
  /** The name that the caret marks; null: the end of the unit. */
  readonly name: string | null;
  readonly unit: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly related: {
    readonly message: string;
    readonly file: string;
    readonly line: number;
  } | null;
}

export function problemsOf(
  symbols: SymbolTable,
  unresolved: readonly Unresolved[],
  userModules: readonly ObjectModule[],
): readonly LinkProblem[] {
  const problems: LinkProblem[] = symbols.duplicates.map(({ name, first, second }) => ({
    code: 'duplicate-definition',
    message: `'${name}' is defined twice: it must have one definition in the whole program`,
    hint:
      first.kind === 'function'
        ? 'rename or remove one of the two; to use a function of another file, declare it only'
        : "keep one definition and write 'extern' before the others",
    name,
    unit: second.module.unit,
    ...placeOf(second),
    meant: null,
    related: { message: 'the other definition is here', ...placeOf(first) },
  }));
  const seen = new Set<LinkName>();
  for (const use of unresolved) {
    if (seen.has(use.name)) continue;
    seen.add(use.name);
    problems.push(use.name === 'main' ? missingMain(symbols, userModules) : missing(symbols, use));
  }
  return problems;
}

/** All static objects together lie below the heap, with room for it. */
const STATIC_BYTES_MAX = 512 * 1024 * 1024;

/** `data`: the program's static objects. */
export function tooMuchData(data: readonly Definition[]): readonly LinkProblem[] {
  let total = 0;
  let largest: Definition | null = null;
  for (const definition of data) {
    if (definition.kind !== 'data') continue;
    total += definition.item.info.bytes;
    if (largest?.kind !== 'data' || definition.item.info.bytes > largest.item.info.bytes)
      largest = definition;
  }
  if (total <= STATIC_BYTES_MAX || largest?.kind !== 'data') return [];
  const { name, bytes } = largest.item.info;
  return [
    {
      code: 'too-much-data',
      message: `the program's static variables take ${total} bytes, '${name}' ${bytes} of them; there is room for ${STATIC_BYTES_MAX}`,
      hint: `make '${name}' smaller`,
      name,
      unit: largest.module.unit,
      ...placeOf(largest),
      meant: null,
      related: null,
    },
  ];
}

function missingMain(symbols: SymbolTable, userModules: readonly ObjectModule[]): LinkProblem {
  const near = nearestWord(
    'main',
    userModules.flatMap((module) => module.functions.map((item) => item.info.name)),
  );
  const unit = userModules[0]?.unit ?? '';
  return {
    code: 'missing-main',
    message: "'main' is missing: every program starts at a function of this name",
    hint:
      near === null
        ? "add 'int main(void) { … }' to one file"
        : `rename '${near}' to 'main' (C distinguishes small and capital letters)`,
    name: null,
    unit,
    file: unit,
    line: 1,
    column: 1,
    meant: null,
    related: null,
  };
}

function missing(symbols: SymbolTable, use: Unresolved): LinkProblem {
  const { name, from } = use;
  const called = isCalled(use);
  const near = nearestWord(
    name,
    symbols.names().filter((candidate) => !candidate.startsWith('_')),
  );
  return {
    code: 'undefined-symbol',
    message: called
      ? `you call '${name}', but no file of the program defines it`
      : `you use '${name}', but no file of the program defines it`,
    hint:
      near === null
        ? called
          ? `write the function '${name}', or remove the call`
          : `define '${name}' in one file`
        : `did you mean '${near}'?`,
    name,
    unit: from.module.unit,
    ...placeOfUse(use),
    meant: near,
    related: null,
  };
}

function isCalled({ name, from, word }: Unresolved): boolean {
  if (from.kind !== 'function' || word === null) return false;
  return from.item.fixups.some(
    (fixup) => fixup.word === word && fixup.target === name && fixup.kind === 'code',
  );
}

interface PlaceOfProblem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

function placeOf({ kind, module, item }: Definition): PlaceOfProblem {
  const file = kind === 'function' ? module.files[item.info.file] : module.files[0];
  return { file: file ?? module.unit, line: item.info.line, column: 1 };
}

function placeOfUse({ from, word }: Unresolved): PlaceOfProblem {
  if (from.kind === 'data' || word === null) return placeOf(from);
  const { lines } = from.item;
  let place = placeOf(from);
  for (let at = 0; at < lines.length && (lines[at] ?? 0) <= word; at += 4) {
    place = {
      file: from.module.files[lines[at + 1] ?? 0] ?? from.module.unit,
      line: lines[at + 2] ?? 1,
      column: lines[at + 3] ?? 1,
    };
  }
  return place;
}
