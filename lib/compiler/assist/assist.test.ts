import { describe, expect, it } from 'vitest';
import { userFile } from '../diagnostics';
import { applyFix } from '../fixes';
import { type Completion, completionsAt } from './complete';
import { explanationAt, signatureAt } from './explain';
import { programNames } from './program-names';

/** `|` is the cursor. */
function at(marked: string) {
  const offset = marked.indexOf('|');
  const file = userFile('main.c', marked.replace('|', ''));
  return { file, offset, names: () => programNames(file, []) };
}

function complete(marked: string): readonly Completion[] {
  const { file, names, offset } = at(marked);
  return completionsAt(file, names, offset)?.items ?? [];
}

const labels = (marked: string) => complete(marked).map(({ label }) => label);

function explain(marked: string) {
  const { file, names, offset } = at(marked);
  return explanationAt(file, names, offset);
}

function signature(marked: string) {
  const { file, names, offset } = at(marked);
  return signatureAt(file, names, offset);
}

describe('completion', () => {
  it('offers what is declared and seen, in a program that is not whole', () => {
    const program =
      'static int counter;\nint count(int copies) {\n  int chars = 1;\n  { int closed; }\n  c|\n}\nint cut(int cards) { return cards; }\n';
    const found = labels(program);
    expect(found).toEqual(expect.arrayContaining(['counter', 'count', 'copies', 'chars', 'const']));
    expect(found).not.toContain('closed');
    expect(found).not.toContain('cards');
  });

  it('offers functions of the library, and brings their header along', () => {
    const program = '#include <stdio.h>\nint main(void) {\n  wai|\n}\n';
    const { file } = at(program);
    const waitpid = complete(program).find(({ label }) => label === 'waitpid');
    expect(waitpid).toMatchObject({ origin: 'missing', header: 'sys/wait.h', call: 'arguments' });
    expect(applyFix(file.text, { edits: waitpid?.edits ?? [] })).toContain(
      '#include <stdio.h>\n#include <sys/wait.h>\n',
    );
    const known = complete(program.replace('wai', 'pri')).find(({ label }) => label === 'printf');
    expect(known).toMatchObject({ origin: 'included', header: null, edits: [] });
  });

  it('knows what a header brings in by another one', () => {
    const found = complete('#include <sys/wait.h>\nint main(void) {\n  pid|\n}\n');
    expect(found.find(({ label }) => label === 'pid_t')).toMatchObject({ origin: 'included' });
  });

  it('offers constants, macros and keywords', () => {
    expect(labels('#include <errno.h>\n#define EVER 1\nint main(void) {\n  E|\n}\n')).toEqual(
      expect.arrayContaining(['EINTR', 'EVER', 'EXIT_FAILURE', 'else']),
    );
  });

  it('offers headers after #include', () => {
    const found = labels('#include <sys/|\n');
    expect(found).toEqual(expect.arrayContaining(['stdio.h', 'sys/wait.h', 'semaphore.h']));
    expect(found.filter((name) => name.startsWith('forkyard/'))).toEqual([]);
  });

  it('offers members of structures, also through pointers, arrays and other members', () => {
    const head =
      'struct point { int x, y; };\nstruct line { struct point from, *to; struct point all[3]; };\n';
    const inside = (text: string) =>
      labels(`${head}int f(struct line *line, struct line whole) {\n  ${text}\n}\n`);
    expect(inside('line->|')).toEqual(['from', 'to', 'all']);
    expect(inside('whole.|;')).toEqual(['from', 'to', 'all']);
    expect(inside('return line->to->|')).toEqual(['x', 'y']);
    expect(inside('int n = whole.all[1].x|;')).toEqual(['x', 'y']);
    expect(inside('line->nothing->|')).toEqual([]);
  });

  it('offers members of the library’s structures', () => {
    const program =
      '#include <signal.h>\nint main(void) {\n  struct sigaction action;\n  action.|\n}\n';
    expect(labels(program)).toEqual(expect.arrayContaining(['sa_handler', 'sa_mask', 'sa_flags']));
  });

  it('offers nothing in comments, texts and numbers', () => {
    for (const text of ['// wai|', '/* wai|', '"wai|"', "'w|'", '12|', '1.|']) {
      expect(labels(`int main(void) {\n  ${text}\n}\n`)).toEqual([]);
    }
    expect(labels('int main(void) { puts("a"); wai| }')).toContain('waitpid');
  });
});

describe('what is told about a name', () => {
  it('names the type of a variable and the line of its declaration', () => {
    const program = 'int main(void) {\n  char *name = 0;\n  return *na|me;\n}\n';
    expect(explain(program)).toMatchObject({
      name: 'name',
      declaration: 'char *name',
      from: { kind: 'program', file: 'main.c', line: 2 },
    });
  });

  it('tells two variables of one name apart', () => {
    const program = 'long n;\nint main(void) {\n  { int n = 1; n| = 2; }\n  return 0;\n}\n';
    expect(explain(program)?.declaration).toBe('int n');
  });

  it('names parameters of own functions as they are written', () => {
    const program =
      'int add(int a,\n        int b) { return a + b; }\nint main(void) { return ad|d(1, 2); }\n';
    expect(explain(program)).toMatchObject({
      declaration: 'int add(int a, int b)',
      from: { line: 1 },
    });
  });

  it('knows members, macros and functions of the library', () => {
    expect(
      explain('struct p { int *at; };\nint f(struct p *p) { return *p->a|t; }\n'),
    ).toMatchObject({ declaration: 'int *at', from: { kind: 'member', record: 'struct p' } });
    expect(explain('#define SIZE 10\nint a[SI|ZE];\n')).toMatchObject({
      declaration: '#define SIZE 10',
      from: { line: 1 },
    });
    expect(explain('#include <unistd.h>\nint main(void) { return fo|rk(); }\n')).toMatchObject({
      declaration: 'pid_t fork(void)',
      from: { kind: 'library', header: 'unistd.h' },
    });
    expect(
      explain('#include <sys/wait.h>\nint main(void) { int s = 0; return WEXIT|STATUS(s); }\n')
        ?.from,
    ).toEqual({ kind: 'library', header: 'sys/wait.h' });
  });

  it('says nothing of words in texts and comments', () => {
    expect(explain('/* fo|rk */\n')).toBeNull();
    expect(explain('char *s = "fo|rk";\n')).toBeNull();
  });
});

describe('hints for arguments', () => {
  it('shows the declaration and the parameter that is being typed', () => {
    const shown = signature('#include <sys/wait.h>\nint main(void) {\n  waitpid(-1, |\n}\n');
    expect(shown).toMatchObject({ name: 'waitpid', active: 1 });
    expect(shown?.parameters.map(({ name }) => name)).toEqual(['pid', 'status', 'options']);
    const { declaration = '', parameters = [] } = shown ?? {};
    expect(parameters.map(({ start, end }) => declaration.slice(start, end))).toEqual([
      'pid_t pid',
      'int *status',
      'int options',
    ]);
  });

  it('stays at the last parameter, and finds the innermost call', () => {
    expect(signature('#include <stdio.h>\nint main(void) { printf("%d, %d", 1, |')).toMatchObject({
      active: 1,
    });
    expect(signature('int f(int a, int b);\nint main(void) { return f(1, (2 + f(3|')).toMatchObject(
      { name: 'f', active: 0 },
    );
    expect(signature('int f(int a, int b);\nint main(void) { f(1, 2)|; }')).toBeNull();
    expect(signature('int main(void) { if (|) }')).toBeNull();
  });

  it('knows own functions and pointers to functions among parameters', () => {
    const own = 'int each(int n, int (*what)(int, int)) { return what(n, n); }\n';
    const shown = signature(`${own}int main(void) { return each(3, |`);
    expect(shown?.parameters.map(({ name }) => name)).toEqual(['n', 'what']);
  });
});
