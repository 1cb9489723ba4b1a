/* C11 7.2.1.1, with glibc's message. */
#include <stdio.h>
#include <stdlib.h>
#include <assert.h>
#include <forkyard/intrinsics.h>

_Noreturn void __assert_fail(const char *expression, const char *file, unsigned int line,
                             const char *function) {
  fprintf(stderr, "%s:%u: %s: Assertion `%s' failed.\n", file, line, function, expression);
  fflush(NULL);
  __syscall(SYS_assert_fail, expression, file, line, function);
  abort();
}
