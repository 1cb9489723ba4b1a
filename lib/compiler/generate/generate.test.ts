import { describe, expect, it } from 'vitest';
import type { ProgramImage } from '../../abi/image';
import { compile } from '../compile';
import { renderDiagnostic, userFile } from '../diagnostics';
import { disassemble } from '../disassemble';
import { verify } from '../verify';

function imageOf(text: string): ProgramImage {
  const source = `${text}\nvoid _start(void) {}\n`;
  const { image, diagnostics } = compile([userFile('a.c', source)], { library: 'none' });
  if (image === null) throw new Error(diagnostics.map(renderDiagnostic).join('\n'));
  expect(verify(image)).toEqual([]);
  return image;
}

/** The code of the source's functions. */
function codeOf(text: string): string {
  const code = disassemble(imageOf(text));
  return code
    .slice(code.indexOf('\n\n') + 2)
    .replace(/^ +\d+ {2}/gm, '')
    .replace(/ +/g, ' ')
    .trim();
}

describe('code for expressions', () => {
  it('works on locals where they lie, with constants as immediates', () => {
    expect(codeOf('int f(int a, int b) { int c = a * 2; c += b - 3; return c; }'))
      .toMatchInlineSnapshot(`
        "f: frame 16
        ENTER 16
        MULSI32 c, a, 2
        ADDSI32 sp0, b, -3
        ADDS32 c, c, sp0
        RET32 c"
      `);
  });

  it('keeps load, operation and store of shared objects apart', () => {
    expect(codeOf('int g; void f(int *p) { g++; *p += 2; }')).toMatchInlineSnapshot(`
      "f: frame 16
      ENTER 16
      LDG32 sp1, g
      ADDSI32 sp0, sp1, 1
      STG32 g, sp0
      LD32 sp1, p, 0
      ADDSI32 sp0, sp1, 2
      ST32 p, 0, sp0
      RET"
    `);
  });

  it('keeps load, operation and store of locals apart whose address is taken', () => {
    expect(
      codeOf(
        'void h(int *); void h(int *p) {} int f(void) { int x = 1; h(&x); x++; x = x + x; return x; }',
      ),
    ).toMatchInlineSnapshot(`
      "h: frame 0
      ENTER 0
      RET

      f: frame 64
      ENTER 64
      POISON &[-3], 12
      POISON &sp5, 8
      MOVI32 x, 1
      LEA sp0, &x
      CALL h
      MOV32 sp4, x
      ADDSI32 sp3, sp4, 1
      MOV32 x, sp3
      MOV32 sp4, x
      MOV32 sp3, x
      ADDS32 x, sp4, sp3
      UNPOISON &sp5, 24
      RET32 x"
    `);
  });

  it('folds constant indices and members into the access', () => {
    expect(
      codeOf(
        'struct s { int a; int v[4]; struct s *n; }; int f(struct s *p, int i) { return p->n->v[2] + p->v[i + 1]; }',
      ),
    ).toMatchInlineSnapshot(`
      "f: frame 16
      ENTER 16
      LD64 sp1, p, 24
      LD32 sp1, sp1, 12
      ADDSI32 sp0, i, 1
      BOUND sp0, 4
      LDX32 sp0, p, sp0, 4, 4
      ADDS32 sp1, sp1, sp0
      RET32 sp1"
    `);
  });

  it('uses unchecked arithmetic for unsigned types', () => {
    expect(codeOf('unsigned f(unsigned a, long b) { return (a + 1) * a - (unsigned)b; }'))
      .toMatchInlineSnapshot(`
        "f: frame 16
        ENTER 16
        ADDI32 sp1, a, 1
        MUL32 sp1, sp1, a
        SUB32 sp1, sp1, b
        RET32 sp1"
      `);
  });

  it('leaves out conversions that change nothing', () => {
    expect(codeOf('long f(int i, char c, long l) { c = (char)(i + c); return (int)l + c; }'))
      .toMatchInlineSnapshot(`
        "f: frame 16
        ENTER 16
        ADDS32 sp1, i, c
        SX8 c, sp1
        ADDS32 sp1, l, c
        SX64 sp1, sp1
        RET64 sp1"
      `);
  });
});

describe('code for control flow', () => {
  it('fuses comparisons with jumps and puts loop conditions at the bottom', () => {
    expect(
      codeOf('int f(int n) { int s = 0; for (int i = 0; i < n && s != 9; i++) s += i; return s; }'),
    ).toMatchInlineSnapshot(`
      "f: frame 16
      ENTER 16
      MOVI32 s, 0
      MOVI32 i, 0
      JMP 18
      ADDS32 s, s, i
      ADDSI32 i, i, 1
      JLES32 n, i, 26
      JNEI32 s, 9, 10
      RET32 s"
    `);
  });

  it('jumps through a table where cases are dense', () => {
    expect(
      codeOf(
        'int f(int x) { switch (x) { case 1: return 5; case 2: case 3: return 6; case 5: return 7; } return 0; }',
      ),
    ).toMatchInlineSnapshot(`
      "f: frame 16
      ENTER 16
      SWITCH x, 1, 5, 27, 12, 17, 17, 27, 22
      MOVI32 sp1, 5
      RET32 sp1
      MOVI32 sp1, 6
      RET32 sp1
      MOVI32 sp1, 7
      RET32 sp1
      MOVI32 sp1, 0
      RET32 sp1"
    `);
  });

  it('searches where they are not', () => {
    expect(
      codeOf(
        'int f(int x) { switch (x) { case 1: return 5; case 1000: return 6; default: return 7; } }',
      ),
    ).toMatchInlineSnapshot(`
      "f: frame 16
      ENTER 16
      JEQI32 x, 1, 12
      JEQI32 x, 1000, 17
      JMP 22
      MOVI32 sp1, 5
      RET32 sp1
      MOVI32 sp1, 6
      RET32 sp1
      MOVI32 sp1, 7
      RET32 sp1"
    `);
  });
});

describe('code for calls', () => {
  it('evaluates arguments from right to left, straight into place', () => {
    expect(
      codeOf('int g(int a, int b) { return a; } int f(int x) { return g(x + 1, g(2, x)) + 1; }'),
    ).toMatchInlineSnapshot(`
      "g: frame 0
      ENTER 0
      RET32 a

      f: frame 32
      ENTER 32
      MOV32 sp1, x
      MOVI32 sp0, 2
      CALL g
      MOV32 sp1, sp0
      ADDSI32 sp0, x, 1
      CALL g
      ADDSI32 sp3, sp0, 1
      RET32 sp3"
    `);
  });

  it('saves values across calls', () => {
    expect(codeOf('int g(int a) { return a; } int f(int x) { return g(1) + g(x) * g(3); }'))
      .toMatchInlineSnapshot(`
        "g: frame 0
        ENTER 0
        RET32 a

        f: frame 32
        ENTER 32
        MOVI32 sp0, 1
        CALL g
        MOV32 sp3, sp0
        MOV32 sp0, x
        CALL g
        MOV32 sp2, sp0
        MOVI32 sp0, 3
        CALL g
        MULS32 sp2, sp2, sp0
        ADDS32 sp3, sp3, sp2
        RET32 sp3"
      `);
  });

  it('returns records through a hidden pointer', () => {
    expect(
      codeOf(
        'struct p { int a, b; }; struct p f(struct p q) { q.a = 1; return q; } int g(void) { struct p z = {1, 2}; z = f(z); return z.b; }',
      ),
    ).toMatchInlineSnapshot(`
      "f: frame 16
      ENTER 16
      MOVI32 q, 1
      LEA sp1, &q
      COPY [4], sp1, 8
      RET

      g: frame 48
      ENTER 48
      POISON &sp5, 8
      POISON &sp3, 8
      MOVI32 z, 1
      MOVI32 z+4, 2
      MOV64 sp1, z
      LEA sp0, &z
      CALL f
      UNPOISON &sp3, 24
      RET32 z+4"
    `);
  });

  it('reaches the outgoing area from the stack pointer where that moves', () => {
    expect(
      codeOf('int g(int a) { return a; } int f(int n) { int v[n]; v[0] = n; return g(v[0]); }'),
    ).toMatchInlineSnapshot(`
      "g: frame 0
      ENTER 0
      RET32 a

      f: frame 64
      ENTER 64
      SX64 sp7, n
      MOVI64 sp4, 4, 0
      MUL64 sp4, sp7, sp4
      MOVI64 sp3, 0, 0
      ALLOCA sp5, sp3, 0
      ALLOCV v, sp4, 16
      ST32 v, 0, n
      LD32 sp4, v, 0
      SARG32 0, sp4
      CALL g
      GRES32 sp4
      CLEAR
      RET32 sp4"
    `);
  });
});

describe('frames', () => {
  it('puts redzones around objects in memory, whole granules at their ends', () => {
    expect(
      codeOf('void h(char *p) {} void f(void) { char name[10]; int v[3]; h(name); h((char *)v); }'),
    ).toMatchInlineSnapshot(`
      "h: frame 0
      ENTER 0
      RET

      f: frame 80
      ENTER 80
      POISON &[-3.5], 14
      POISON &[-9], 12
      POISON &sp3, 8
      UNSET &name, 10
      UNSET &v, 12
      LEA sp0, &name
      CALL h
      LEA sp0, &v
      CALL h
      UNPOISON &sp3, 56
      RET"
    `);
  });

  it('computes addresses of arrays before a loop', () => {
    expect(codeOf('int a[9]; int f(int n) { int s = 0; while (n--) s += a[n]; return s; }'))
      .toMatchInlineSnapshot(`
        "f: frame 32
        ENTER 32
        MOVI64 sp1, a, 0
        MOVI32 s, 0
        JMP 21
        LDX32 sp2, sp1, n, 4, 0
        ADDS32 s, s, sp2
        MOV32 sp2, n
        ADDSI32 n, n, -1
        JNZ32 sp2, 11
        RET32 s"
      `);
  });
});

describe('debug information', () => {
  const image = imageOf(
    [
      'static int shared = 3;',
      'struct point { int x; struct point *next; };',
      'int f(int n, struct point *p) {',
      '  int total = n;',
      '  for (int i = 0; i < n; i++) {',
      '    char inner[4] = "abc";',
      '    total += inner[i];',
      '  }',
      '  static long kept;',
      '  return total + shared + (int)kept;',
      '}',
    ].join('\n'),
  );
  const info = image.functions.find(({ name }) => name === 'f');

  it('names parameters, locals and statics with their types', () => {
    const text = (type: number): string => {
      const found = image.types[type];
      return found === undefined ? '?' : 'name' in found ? found.name : found.kind;
    };
    expect(info?.parameters.map(({ name, type }) => `${name}: ${text(type)}`)).toEqual([
      'n: int',
      'p: pointer',
    ]);
    expect(info?.locals.map(({ name, type, line }) => `${name}: ${text(type)} ${line}`)).toEqual([
      'total: int 4',
      'i: int 5',
      'inner: array 6',
    ]);
    expect(image.globals.filter(({ readOnly }) => !readOnly).map(({ name }) => name)).toEqual([
      'shared',
      'kept',
    ]);
  });

  it('scopes locals by their blocks', () => {
    const scope = (name: string) => info?.locals.find((local) => local.name === name)?.scope;
    const total = scope('total');
    const inner = scope('inner');
    const i = scope('i');
    if (!total || !inner || !i) throw new Error('a scope is missing');
    expect(total.to).toBe(info?.end);
    expect(i.from).toBeLessThan(inner.from);
    expect(inner.to).toBeLessThanOrEqual(i.to);
    expect(i.to).toBeLessThan(total.to);
  });

  it('gives each statement its line', () => {
    const { pc, line } = image.lines;
    const lines = [...pc].flatMap((at, k) =>
      info && at >= info.start && at < info.end ? [line[k]] : [],
    );
    expect([...new Set(lines)]).toEqual([3, 4, 5, 6, 7, 10]);
  });
});
