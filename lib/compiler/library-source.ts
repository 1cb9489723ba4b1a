/** The C library from its source, for compiling ahead: each `.c` file as an object module. */
import { sources } from '../libc/generated/sources';
import { check } from './check/check';
import { Diagnostics, renderDiagnostic } from './diagnostics';
import { generate } from './generate/generate';
import { libraryHeader } from './library-headers';
import type { ObjectModule } from './object-module';
import { parse } from './parse/parse';
import { type Headers, preprocess } from './preprocess/preprocess';
import type { SourceFile } from './source';

export const librarySourceNames: readonly string[] = Object.keys(sources);

export function compileLibraryFile(name: string): ObjectModule {
  return compileOwnFile({ name, text: sources[name] ?? '', origin: 'library' }, libraryHeader);
}

/** A file of the library, or of our own programs. A mistake in it is ours: it throws. */
export function compileOwnFile(file: SourceFile, headers: Headers): ObjectModule {
  const diagnostics = new Diagnostics();
  // The library completes types that programs see incomplete, so it reads the headers themselves.
  const options = { defines: new Map<string, string>(), prepared: null };
  const { tokens } = preprocess(file, headers, diagnostics, options);
  const unit = check(parse(tokens, file, diagnostics), file, diagnostics);
  if (diagnostics.hasErrors) {
    const text = diagnostics.list.map(renderDiagnostic).join('\n');
    throw new Error(`the C library has errors:\n${text}`);
  }
  return generate(unit, file);
}
