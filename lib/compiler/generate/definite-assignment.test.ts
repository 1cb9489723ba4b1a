import { describe, expect, it } from 'vitest';
import { compile } from '../compile';
import { renderDiagnostic, userFile } from '../diagnostics';
import { Opcode, OPCODES } from '../../abi/opcodes';

/** How often `main` marks a variable as unset: 0 where each is proven to be assigned before its use. */
function tracked(body: string): number {
  const text = `int f(int *); int scanf(const char *, ...); void exit(int);\nint main(int n, char **v) { ${body} }\nint f(int *p) { return *p; }`;
  const { image, diagnostics } = compile([userFile('test.c', text)]);
  if (image === null) throw new Error(diagnostics.map(renderDiagnostic).join('\n'));
  const main = image.functions.find(({ name }) => name === 'main');
  if (main === undefined) throw new Error('no main');
  let found = 0;
  for (let at = main.start; at < main.end;) {
    const op = image.code[at] ?? 0;
    if (op === Opcode.UNSET) found += 1;
    const { operands = '' } = OPCODES[op] ?? {};
    at += operands.endsWith('*') ? 5 + (image.code[at + 3] ?? 0) : 1 + operands.length;
  }
  return found;
}

describe('a variable that is assigned on every path needs no watching', () => {
  it.each([
    'int x; x = 1; return x;',
    'int x; if (n) x = 1; else x = 2; return x;',
    'int x; switch (n) { case 1: x = 1; break; case 2: x = 2; break; default: return 0; } return x;',
    'int x; for (;;) { if (n > 3) { x = n; break; } n++; } return x;',
    'int x; do { x = n--; } while (x > 0); return x;',
    'int x; if (n > 1 && (x = n) > 2) return x; return 0;',
    'int x; if (n < 0) exit(1); else x = 2; return x;',
    'struct { int a, b; } s; s.a = n; s.b = s.a; return s.b;',
    'int x; x = 3; return f(&x);',
    'int t = 0, x; again: x = ++t; if (t < 3) goto again; return x;',
    'int x; if (n) goto set; return 1; set: x = 4; return x;',
    'int x = n; while (n-- > 0) { int y; y = x; x += y; } return x;',
  ])('%s', (body) => {
    expect(tracked(body)).toBe(0);
  });
});

describe('any other is watched', () => {
  it.each([
    'int x; if (n) x = 1; return x;',
    'int x; switch (n) { case 1: x = 1; } return x;',
    'int x; while (n-- > 0) x = n; return x;',
    'int x; scanf("%d", &x); return x;',
    'int x; if (n > 1 || (x = n) > 2) return x; return 0;',
    'struct { int a, b; } s; s.a = n; return s.b;',
    'int x; if (n) goto out; x = 1; out: return x;',
    'int x; back: if (n > 5) return x; n++; goto back;',
    'int a[3]; a[0] = 1; return a[n];',
    'for (int i = 0; i < 3; i++) { int y; if (i) n += y; y = i; } return n;',
  ])('%s', (body) => {
    expect(tracked(body)).toBe(1);
  });
});
