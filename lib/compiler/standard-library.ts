/**
 * The C library as the linker asks for it: each source file is compiled once in the life of the host
 * process, and only when a program needs something that it defines.
 */
import { headers } from '../libc/generated/headers';
import { sources } from '../libc/generated/sources';
import { check } from './check/check';
import { Diagnostics, renderDiagnostic } from './diagnostics';
import { generate } from './generate/generate';
import { definitionsOf, type Library } from './link/symbols';
import type { LinkName, ObjectModule } from './object-module';
import { parse } from './parse/parse';
import { preprocess } from './preprocess/preprocess';
import type { SourceFile } from './source';

const headerFiles = new Map<string, SourceFile>();

/** The same object each time: what was learned about a file is remembered by it. */
export function libraryHeader(name: string): SourceFile | null {
  const known = headerFiles.get(name);
  if (known !== undefined) return known;
  const text = Object.hasOwn(headers, name) ? headers[name] : undefined;
  if (text === undefined) return null;
  const file: SourceFile = { name, text, origin: 'library' };
  headerFiles.set(name, file);
  return file;
}

const modules = new Map<string, ObjectModule>();
const definers = new Map<LinkName, ObjectModule | null>();

export const standardLibrary: Library = {
  moduleDefining(name) {
    const known = definers.get(name);
    if (known !== undefined) return known;
    const found = findDefiner(name);
    definers.set(name, found);
    return found;
  },
  names: declaredNames,
};

/** For tests: every file of the library, compiled. */
export function allLibraryModules(): readonly ObjectModule[] {
  return Object.keys(sources).map(moduleOf);
}

/** Files that mention the name at the start of a definition are tried first. */
function findDefiner(name: LinkName): ObjectModule | null {
  if (!/^\w+$/.test(name)) return null;
  const likely = new RegExp(`^[A-Za-z_][^;={}()]*\\b${name}\\s*[[(=;]`, 'm');
  const mentioned = new RegExp(`\\b${name}\\b`);
  const candidates = Object.entries(sources).filter(([, text]) => mentioned.test(text));
  candidates.sort(([, a], [, b]) => Number(likely.test(b)) - Number(likely.test(a)));
  for (const [file] of candidates) {
    const module = moduleOf(file);
    if (definitionsOf(module).has(name)) return module;
  }
  return null;
}

function moduleOf(name: string): ObjectModule {
  const known = modules.get(name);
  if (known !== undefined) return known;
  const module = compileLibraryFile({ name, text: sources[name] ?? '', origin: 'library' });
  modules.set(name, module);
  return module;
}

/** A mistake in the library is ours: it throws. */
function compileLibraryFile(file: SourceFile): ObjectModule {
  const diagnostics = new Diagnostics();
  const tokens = preprocess(file, libraryHeader, diagnostics, { defines: new Map() });
  const unit = check(parse(tokens, file, diagnostics), file, diagnostics);
  if (diagnostics.hasErrors) {
    const text = diagnostics.list.map(renderDiagnostic).join('\n');
    throw new Error(`the C library has errors:\n${text}`);
  }
  return generate(unit, file);
}

let declared: readonly string[] | null = null;

/** Functions that the headers declare: what a student may have meant. */
function declaredNames(): readonly string[] {
  declared ??= [
    ...new Set(
      Object.values(headers).flatMap((text) =>
        [...text.matchAll(/\b([a-z]\w*)\s*\([^;]*\)\s*;/g)].map((match) => match[1] ?? ''),
      ),
    ),
  ];
  return declared;
}
