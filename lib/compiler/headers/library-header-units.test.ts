import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { headers as headerTexts } from '../../libc/generated/headers';
import { check } from '../check/check';
import { Diagnostics, renderDiagnostic, userFile } from '../diagnostics';
import { generate } from '../generate/generate';
import { libraryHeader } from '../library-headers';
import { encodeObject } from '../object-file';
import { parse } from '../parse/parse';
import { preprocess } from '../preprocess/preprocess';
import { declaredBy, libraryHeaderUnits } from './library-header-units';

/** Messages and object code; `taken`: headers that were not read. */
function compiled(text: string, prepared: boolean) {
  const file = userFile('main.c', text);
  const diagnostics = new Diagnostics();
  const read = preprocess(file, (name) => libraryHeader(name), diagnostics, {
    defines: new Map(),
    prepared: prepared ? libraryHeaderUnits : null,
  });
  const before = declaredBy(read.headers);
  const tree = parse(read.tokens, file, diagnostics, before.names);
  const unit = check(tree, file, diagnostics, before.entities);
  return {
    taken: read.headers.map((header) => header.file.name),
    messages: diagnostics.list.map(renderDiagnostic),
    object: diagnostics.hasErrors ? '' : encodeObject(generate(unit, file)),
  };
}

/** The headers taken, when the program is the same as one that reads all of its headers. */
function takenBy(text: string): readonly string[] {
  const { taken, ...prepared } = compiled(text, true);
  const { taken: none, ...read } = compiled(text, false);
  expect(none).toEqual([]);
  expect(prepared).toEqual(read);
  return taken;
}

describe('headers of the library', () => {
  it('are prepared, but for those that differ each time or define what others leave open', () => {
    const unprepared = Object.keys(headerTexts).filter((name) => {
      const file = libraryHeader(name);
      return file === null || libraryHeaderUnits.find(file, false) === null;
    });
    expect(unprepared).toEqual([
      'assert.h',
      'forkyard/regex-program.h',
      'forkyard/regex.h',
      'forkyard/stream.h',
    ]);
  });

  it('leave programs as they are', () => {
    const folder = path.join(import.meta.dirname, '../conformance/programs');
    const names = fs.readdirSync(folder).filter((name) => name.endsWith('.c'));
    // Some of all areas: the files are named by feature.
    const some = names.filter((_, index) => index % 8 === 0);
    const taken = some.flatMap((name) => takenBy(fs.readFileSync(path.join(folder, name), 'utf8')));
    expect(taken.length).toBeGreaterThan(3 * some.length);
  });

  it('come in any order', () => {
    const names = ['time.h', 'wchar.h', 'sys/time.h', 'sys/select.h', 'libgen.h', 'string.h'];
    const main =
      'int main(void) { struct tm t = {0}; struct timeval v = {0}; return t.tm_sec + v.tv_sec + !basename; }';
    names.forEach((_, shift) => {
      const order = [...names.slice(shift), ...names.slice(0, shift)];
      takenBy(
        [...order, ...order.toReversed()].map((name) => `#include <${name}>\n`).join('') + main,
      );
    });
  });
});

describe('a header is read token by token', () => {
  const main = 'int main(void) { puts("x"); return EOF; }\n';

  it.each([
    ['what stands before it declares something', 'int EOF_seen;\n#include <stdio.h>\n'],
    ['it declares what the program declared otherwise', 'int printf;\n#include <stdio.h>\n'],
    ['a macro of the program changes it', '#define puts put_text\n#include <stdio.h>\n'],
    [
      'a macro that it needs was undefined',
      '#include <stdio.h>\n#undef _STDIO_H\n#include <stdio.h>\n',
    ],
    ['records are packed', '#pragma pack(1)\n#include <stdio.h>\n'],
  ])('when %s', (_, head) => {
    const taken = takenBy(head + main);
    expect(takenBy(`#include <stdio.h>\n${main}`)).toContain('stdio.h');
    if (!head.startsWith('#include')) expect(taken).not.toContain('stdio.h');
  });

  it("but macros of no concern to it don't matter", () => {
    const taken = takenBy(`#define WORKERS 4\n#include <assert.h>\n#include <stdio.h>\n${main}`);
    expect(taken).toContain('stdio.h');
  });

  it('and _GNU_SOURCE gives another one', () => {
    const program =
      '#include <string.h>\n#include <stdio.h>\nint main(void) { char t[9]; return *strerror_r(1, t, 9); }\n';
    expect(takenBy(`#define _GNU_SOURCE\n${program}`)).toContain('stdio.h');
    expect(compiled(`#define _GNU_SOURCE\n${program}`, true).messages).toEqual([]);
    expect(compiled(program, true).messages.join()).toContain('error');
  });
});

describe('what headers declare', () => {
  it('is changed by no program', () => {
    const plain = '#include <stdio.h>\nint main(void) { return (int)sizeof(FILE *) + puts("x"); }';
    const before = compiled(plain, true);
    const hostile = [
      '#include <stdio.h>\nstruct __file { int x; };\nint main(void) { return sizeof(FILE); }',
      '#include <stdio.h>\ntypedef FILE MINE;\nint puts(const char *s) { return s != 0; }\nint main(void) { return 0; }',
      '#include <stdio.h>\nstatic int puts(const char *s);\nextern int puts();\nint main(void) { return 0; }',
      '#include <stdlib.h>\ntypedef __typeof__(div(1, 2)) MINE;\nint main(void) { MINE m = 1; return m; }',
    ];
    for (const text of hostile) compiled(text, true);
    expect(compiled(plain, true)).toEqual(before);
    const [first] = hostile;
    expect(compiled(first ?? '', true).messages.join()).toContain('already declared in <stdio.h>');
  });
});
