/** For tests: source text through preprocessor, parser and check. */
import { headers } from '../../../libc/generated/headers';
import { type Diagnostic, Diagnostics, userFile } from '../../diagnostics';
import { parse } from '../../parse/parse';
import { preprocess } from '../../preprocess/preprocess';
import type { SourceFile } from '../../source';
import type { TypedUnit } from '../../typed-tree';
import { check } from '../check';

const files = new Map<string, SourceFile>();

function header(name: string): SourceFile | null {
  const known = files.get(name);
  if (known !== undefined) return known;
  const text = headers[name];
  if (text === undefined) return null;
  const file: SourceFile = { name, text, origin: 'library' };
  files.set(name, file);
  return file;
}

export interface CheckedSource {
  readonly unit: TypedUnit;
  readonly diagnostics: readonly Diagnostic[];
}

export function checkSource(source: string | SourceFile): CheckedSource {
  const file = typeof source === 'string' ? userFile('test.c', source) : source;
  const diagnostics = new Diagnostics();
  const { tokens } = preprocess(file, header, diagnostics, {
    defines: new Map(),
    prepared: null,
  });
  const tree = parse(tokens, file, diagnostics);
  return { unit: check(tree, file, diagnostics), diagnostics: diagnostics.list };
}
