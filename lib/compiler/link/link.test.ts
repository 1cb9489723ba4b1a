import { describe, expect, it } from 'vitest';
import { runToEnd } from '../../grading/run';
import { compile } from '../compile';
import { renderDiagnostic, userFile } from '../diagnostics';
import { allLibraryModules } from '../standard-library';
import { verify } from '../verify';

type Sources = Readonly<Record<string, string>>;

function compiled(sources: Sources) {
  return compile(Object.entries(sources).map(([name, text]) => userFile(name, text)));
}

/** What the linker says, as a terminal shows it. */
function complaints(sources: Sources): string {
  const { diagnostics, image } = compiled(sources);
  expect(image).toBeNull();
  return diagnostics.map(renderDiagnostic).join('\n');
}

function output(sources: Sources): string {
  const { image, diagnostics } = compiled(sources);
  if (image === null) throw new Error(diagnostics.map(renderDiagnostic).join('\n'));
  expect(verify(image)).toEqual([]);
  return runToEnd(image).report.stdout;
}

describe('several files', () => {
  it('share external names and keep static ones apart', () => {
    const counter = `
      #include "counter.h"
      static int step = 1;
      int count;
      int next(void) { return count += step; }`;
    const main = `
      #include <stdio.h>
      #include "counter.h"
      static int step = 10;
      int main(void) {
        next();
        printf("%d %d %d\\n", next(), count, step);
        return 0;
      }`;
    const header = 'extern int count;\nint next(void);\n';
    expect(output({ 'main.c': main, 'counter.c': counter, 'counter.h': header })).toBe('2 1 10\n');
  });

  it('may not define a name twice', () => {
    expect(
      complaints({
        'a.c': 'int shared = 1;\nint main(void) { return shared; }\n',
        'b.c': 'int other;\nint shared = 2;\n',
      }),
    ).toMatchInlineSnapshot(`
      "b.c:2:5: error: 'shared' is defined twice: it must have one definition in the whole program
          2 | int shared = 2;
            |     ^~~~~~
            try: keep one definition and write 'extern' before the others
            a.c:1:1: the other definition is here"
    `);
  });
});

describe('missing names', () => {
  it('tells that main is missing, and which function may be meant', () => {
    expect(complaints({ 'a.c': 'int Main(void) { return 0; }\n' })).toMatchInlineSnapshot(`
      "a.c:1:1: error: 'main' is missing: every program starts at a function of this name
          1 | int Main(void) { return 0; }
            | ^
            try: rename 'Main' to 'main' (C distinguishes small and capital letters)"
    `);
    expect(complaints({ 'a.c': 'int helper(void) { return 0; }\n' })).toMatchInlineSnapshot(`
      "a.c:1:1: error: 'main' is missing: every program starts at a function of this name
          1 | int helper(void) { return 0; }
            | ^
            try: add 'int main(void) { … }' to one file"
    `);
  });

  it('points at the call of a function that nobody defines', () => {
    expect(
      complaints({
        'a.c': 'int area(int, int);\nint main(void) {\n  return 1 + area(2, 3);\n}\n',
      }),
    ).toMatchInlineSnapshot(`
      "a.c:3:14: error: you call 'area', but no file of the program defines it
          3 |   return 1 + area(2, 3);
            |              ^~~~
            try: write the function 'area', or remove the call"
    `);
  });

  it('suggests a name that is near', () => {
    expect(
      complaints({
        'a.c':
          'int compute_aera(int);\nint compute_area(int x) { return x; }\nint main(void) { return compute_aera(1); }\n',
      }),
    ).toMatchInlineSnapshot(`
      "a.c:3:25: error: you call 'compute_aera', but no file of the program defines it
          3 | int main(void) { return compute_aera(1); }
            |                         ^~~~~~~~~~~~
            try: did you mean 'compute_area'?"
    `);
  });

  it('points at the use of a variable that nobody defines', () => {
    expect(complaints({ 'a.c': 'extern int limit;\nint main(void) {\n  return limit;\n}\n' }))
      .toMatchInlineSnapshot(`
      "a.c:3:10: error: you use 'limit', but no file of the program defines it
          3 |   return limit;
            |          ^~~~~
            try: define 'limit' in one file"
    `);
  });
});

describe('the C library', () => {
  it('compiles, every file of it', () => {
    expect(allLibraryModules().length).toBeGreaterThan(10);
  });

  it("is not disturbed by a student's function of the same name as one of its own", () => {
    const source = `
      #include <stdio.h>
      int write(int a) { return a + 1; }
      int strlen_calls;
      void *memcpy(void *to, const void *from, unsigned long n) { strlen_calls++; return to; }
      int main(void) { printf("%d %s\\n", write(41), "text"); return 0; }`;
    expect(output({ 'a.c': source })).toBe('42 text\n');
  });

  it('is linked as far as it is used', () => {
    const { image } = compiled({ 'a.c': 'int main(void) { return 0; }\n' });
    const names = image?.functions.map(({ name }) => name) ?? [];
    expect(names[0]).toBe('_start');
    expect(names[1]).toBe('main');
    expect(names).not.toContain('printf');
  });
});

describe('the image', () => {
  it('shares equal string literals', () => {
    const source = `
      #include <stdio.h>
      const char *other(void);
      int main(void) { printf("%d\\n", other() == (const char *)"same"); return 0; }
      const char *other(void) { return "same"; }`;
    expect(output({ 'a.c': source })).toBe('1\n');
  });

  it('is the same for the same source', () => {
    const sources = { 'a.c': '#include <stdio.h>\nint main(void) { puts("x"); return 0; }\n' };
    expect(compiled(sources).image).toEqual(compiled(sources).image);
  });

  it('survives structured cloning', () => {
    const { image } = compiled({ 'a.c': 'int x = 5; int main(void) { return x; }\n' });
    expect(structuredClone(image)).toEqual(image);
  });
});
