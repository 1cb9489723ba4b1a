import fs from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compile } from './compile';
import { type Diagnostic, userFile } from './diagnostics';
import { applyFix } from './fixes';

const diagnosticsOf = (source: string) => compile([userFile('main.c', source)]).diagnostics;

/** One fix after the other, as someone who presses the same button again and again. */
function mended(source: string): string {
  let text = source;
  for (let left = 10; left > 0; left -= 1) {
    const fix = diagnosticsOf(text).find((one) => one.fix !== undefined)?.fix;
    if (fix === undefined) return text;
    text = applyFix(text, fix);
  }
  throw new Error(`it never ends:\n${text}`);
}

/** A whole program around some statements. */
const inMain = (statements: string, head = '#include <stdio.h>\n') =>
  `${head}int main(void) {\n  ${statements}\n  return 0;\n}\n`;

describe('what a fix makes of a program', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    [
      'a missing semicolon',
      inMain('int x = 1\n  printf("%d\\n", x);'),
      inMain('int x = 1;\n  printf("%d\\n", x);'),
    ],
    ['a missing bracket', inMain('printf("a\\n";'), inMain('printf("a\\n");')],
    [
      'a missing header of a function',
      inMain('pause();'),
      inMain('pause();', '#include <stdio.h>\n#include <unistd.h>\n'),
    ],
    [
      'a missing header of a type',
      inMain('pid_t p = 0;\n  printf("%d\\n", p);', ''),
      inMain('pid_t p = 0;\n  printf("%d\\n", p);', '#include <sys/types.h>\n#include <stdio.h>\n'),
    ],
    [
      'a missing header of a macro',
      inMain('return EXIT_FAILURE;'),
      inMain('return EXIT_FAILURE;', '#include <stdio.h>\n#include <stdlib.h>\n'),
    ],
    [
      'a header after what a program begins with',
      `/* mine */\n#define _GNU_SOURCE\nint main(void) { return getpid(); }\n`,
      `/* mine */\n#define _GNU_SOURCE\n#include <unistd.h>\nint main(void) { return getpid(); }\n`,
    ],
    [
      'a misspelt variable',
      inMain('int count = 1;\n  return cuont;'),
      inMain('int count = 1;\n  return count;'),
    ],
    ['a misspelt function', inMain('prinft("a\\n");'), inMain('printf("a\\n");')],
    [
      'a misspelt function of another header',
      inMain('slepe(1);'),
      inMain('sleep(1);', '#include <stdio.h>\n#include <unistd.h>\n'),
    ],
    ['a misspelt keyword', inMain('retrun 1;'), inMain('return 1;')],
    [
      'a misspelt header',
      '#include <stdoi.h>\nint main(void) { return puts("a"); }\n',
      '#include <stdio.h>\nint main(void) { return puts("a"); }\n',
    ],
    [
      '= in a condition',
      inMain('int x = 1;\n  if (x = 2) return 1;'),
      inMain('int x = 1;\n  if (x == 2) return 1;'),
    ],
    [
      '= in a comparison',
      inMain('int c;\n  while (c = getchar() != EOF) putchar(c);'),
      inMain('int c;\n  while ((c = getchar()) != EOF) putchar(c);'),
    ],
    [
      'a missing return',
      'int f(void) {\n    int x = 1;\n    x++;\n}\nint main(void) { return f(); }\n',
      'int f(void) {\n    int x = 1;\n    x++;\n    return 0;\n}\nint main(void) { return f(); }\n',
    ],
    [
      'a missing return on one line',
      'int f(void) { }\nint main(void) { return f(); }\n',
      'int f(void) { return 0; }\nint main(void) { return f(); }\n',
    ],
    [
      'a missing & in scanf',
      inMain('int n;\n  scanf("%d", n);'),
      inMain('int n;\n  scanf("%d", &n);'),
    ],
    [
      'an & too many in scanf',
      inMain('char name[9];\n  scanf("%8s", &name);'),
      inMain('char name[9];\n  scanf("%8s", name);'),
    ],
    [
      'a wrong conversion',
      inMain('long n = 1;\n  printf("n: %5d\\n", n);'),
      inMain('long n = 1;\n  printf("n: %5ld\\n", n);'),
    ],
    [
      'an address that is a value',
      inMain('int status;\n  wait(status);', '#include <sys/wait.h>\n'),
      inMain('int status;\n  wait(&status);', '#include <sys/wait.h>\n'),
    ],
    [
      'a function that is not called',
      inMain('if (fork == 0) return 1;', '#include <unistd.h>\n'),
      inMain('if (fork() == 0) return 1;', '#include <unistd.h>\n'),
    ],
    ['void main', 'void main(void) { }\n', 'int main(void) { }\n'],
    [
      '. on a pointer',
      'struct p { int x; };\nint f(struct p *p) { return p.x; }\nint main(void) { return f(0); }\n',
      'struct p { int x; };\nint f(struct p *p) { return p->x; }\nint main(void) { return f(0); }\n',
    ],
    [
      '-> on a structure',
      'struct p { int x; };\nint main(void) { struct p p = {0}; return p->x; }\n',
      'struct p { int x; };\nint main(void) { struct p p = {0}; return p.x; }\n',
    ],
    [
      'a misspelt member',
      'struct p { int next; };\nint main(void) { struct p p = {0}; return p.nxet; }\n',
      'struct p { int next; };\nint main(void) { struct p p = {0}; return p.next; }\n',
    ],
    [
      'a structure without struct',
      'struct point { int x; };\nint main(void) { point p = {0}; return p.x; }\n',
      'struct point { int x; };\nint main(void) { struct point p = {0}; return p.x; }\n',
    ],
    [
      '== that was meant to assign',
      inMain('int x = 0;\n  x == 5;\n  return x;'),
      inMain('int x = 0;\n  x = 5;\n  return x;'),
    ],
    [
      '; behind if',
      inMain('int x = 0;\n  if (x > 1); return 1;'),
      inMain('int x = 0;\n  if (x > 1) return 1;'),
    ],
    [
      'strings compared by ==',
      inMain('char *a = "x";\n  if (a == "y") return 1;'),
      inMain(
        'char *a = "x";\n  if (strcmp(a, "y") == 0) return 1;',
        '#include <stdio.h>\n#include <string.h>\n',
      ),
    ],
    ['typographic quotes', inMain('printf(“a\\n”);'), inMain('printf("a\\n");')],
    [
      'execl without its end',
      inMain('execl("/bin/ls", "ls", "-l");', '#include <unistd.h>\n'),
      inMain('execl("/bin/ls", "ls", "-l", NULL);', '#include <unistd.h>\n'),
    ],
    [
      'a misspelt default',
      inMain('switch (1) { case 2: return 2; defualt: return 1; }'),
      inMain('switch (1) { case 2: return 2; default: return 1; }'),
    ],
    [
      'an operator of other languages',
      inMain('int x = 1;\n  if (x === 1 and x) return 1;'),
      inMain('int x = 1;\n  if (x == 1 && x) return 1;'),
    ],
    [
      'include without #',
      'include <stdio.h>\nint main(void) { return puts("a"); }\n',
      '#include <stdio.h>\nint main(void) { return puts("a"); }\n',
    ],
  ];

  for (const [name, before, after] of cases) {
    it(name, () => {
      expect(mended(before)).toBe(after);
      expect(diagnosticsOf(after)).toEqual([]);
    });
  }

  it('leaves alone what a macro wrote', () => {
    const source =
      '#define SET(x) x = 1\nint main(void) { int y; if (SET(y)) return 1; return 0; }\n';
    const found = diagnosticsOf(source);
    expect(found.map(({ code }) => code)).toContain('assignment-in-condition');
    expect(found.filter(({ fix }) => fix !== undefined)).toEqual([]);
  });
});

describe('fixes of all mistakes on record', () => {
  const sources = ['check/testdata/diagnostics/', 'conformance/mistakes/'].flatMap((folder) => {
    const url = new URL(folder, import.meta.url);
    return fs.readdirSync(url).map((name) => {
      const [source = ''] = fs.readFileSync(new URL(name, url), 'utf8').split('\n--------\n');
      return [`${folder}${name}`, `${source}\n`] as const;
    });
  });

  // A name that is not declared is reported where it is first used: that place moves on.
  const isSame = (a: Diagnostic, b: Diagnostic) =>
    a.code === b.code && a.message === b.message && a.line <= b.line;

  it('mend what they are offered for, and bring no error that was not there', () => {
    let tried = 0;
    for (const [name, source] of sources) {
      const before = diagnosticsOf(source);
      for (const diagnostic of before) {
        const { fix } = diagnostic;
        if (fix === undefined) continue;
        tried += 1;
        const after = diagnosticsOf(applyFix(source, fix));
        const count = (list: readonly Diagnostic[]) =>
          list.filter((one) => isSame(one, diagnostic)).length;
        expect(count(after), `${name}: ${fix.title} for ${diagnostic.message}`).toBeLessThan(
          count(before),
        );
      }
    }
    expect(tried).toBeGreaterThan(60);
  });
});
