import { expect, it } from 'vitest';
import { libraryHeaders } from './header-index';

const index = libraryHeaders();

it.each([
  ['printf', 'function', 'stdio.h'],
  ['fork', 'function', 'unistd.h'],
  ['waitpid', 'function', 'sys/wait.h'],
  ['signal', 'function', 'signal.h'],
  ['bsearch', 'function', 'stdlib.h'],
  ['exit', 'function', 'stdlib.h'],
  ['stderr', 'object', 'stdio.h'],
  ['environ', 'object', 'unistd.h'],
  ['WEXITSTATUS', 'macro', 'sys/wait.h'],
  ['EINTR', 'macro', 'errno.h'],
  ['pid_t', 'type', 'sys/types.h'],
  ['sighandler_t', 'type', 'signal.h'],
  ['div_t', 'type', 'stdlib.h'],
  ['jmp_buf', 'type', 'setjmp.h'],
])('knows %s', (name, kind, header) => {
  expect(index.lookup(name)).toMatchObject({ kind, header });
});

it('offers neither names of its own nor members of structures', () => {
  for (const name of ['__intrinsic_malloc', '_STDIO_H', 'sa_handler', 'nonsense']) {
    expect(index.lookup(name)).toBeUndefined();
  }
});

it('shows declarations on one line', () => {
  expect(index.lookup('qsort')?.declaration).toBe(
    'void qsort(void *base, size_t count, size_t bytes, int (*compare)(const void *, const void *))',
  );
});
