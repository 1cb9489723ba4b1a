#include <setjmp.h>
#include <forkyard/intrinsics.h>

_Noreturn void longjmp(jmp_buf environment, int value) {
  __intrinsic_longjmp(environment, value);
}
