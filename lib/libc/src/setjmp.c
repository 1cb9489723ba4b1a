/* longjmp, and what sigsetjmp adds to it: the mask of blocked signals. */
#include <setjmp.h>
#include <signal.h>
#include <forkyard/intrinsics.h>

_Noreturn void longjmp(jmp_buf environment, int value) {
  __intrinsic_longjmp(environment, value);
}

_Noreturn void _longjmp(jmp_buf environment, int value) {
  __intrinsic_longjmp(environment, value);
}

void __save_mask(sigjmp_buf environment, int save) {
  environment->__saved = save != 0;
  if (save) __syscall(SYS_rt_sigprocmask, SIG_BLOCK, NULL, &environment->__mask, 8L);
}

_Noreturn void siglongjmp(sigjmp_buf environment, int value) {
  if (environment->__saved == 1)
    __syscall(SYS_rt_sigprocmask, SIG_SETMASK, &environment->__mask, NULL, 8L);
  __intrinsic_longjmp(environment, value);
}
