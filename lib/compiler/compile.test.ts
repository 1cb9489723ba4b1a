import { describe, expect, it } from 'vitest';
import { compile } from './compile';
import { diagnose } from './front';
import { userFile } from './diagnostics';

describe('compile', () => {
  it('gives diagnostics and no image where there are errors', () => {
    const { image, diagnostics } = compile([userFile('a.c', 'int main(void) { return x; }\n')]);
    expect(image).toBeNull();
    expect(diagnostics).toMatchObject([{ severity: 'error', file: 'a.c', line: 1, column: 25 }]);
  });

  it('gives warnings beside an image', () => {
    const source = '#include <stdio.h>\nint main(void) { int x = 1; if (x = 2) puts("!"); }\n';
    const { image, diagnostics } = compile([userFile('a.c', source)]);
    expect(image).not.toBeNull();
    expect(diagnostics.map(({ severity }) => severity)).toContain('warning');
  });
});

describe('diagnose', () => {
  it('says the same as compile', () => {
    const file = userFile('a.c', 'int main(void) { return x; }\n');
    expect(diagnose(file)).toEqual(compile([file]).diagnostics);
  });
});
