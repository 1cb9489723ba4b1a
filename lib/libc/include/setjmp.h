/* C11 7.13, POSIX setjmp.h. The processor's intrinsic uses the first four words. */
#ifndef _SETJMP_H
#define _SETJMP_H
typedef struct {
  unsigned long __registers[4];
  /* sigsetjmp: 1 if the signal mask was saved, and the mask. */
  unsigned long __saved;
  unsigned long __mask;
  unsigned long __unused[2];
} jmp_buf[1];
typedef jmp_buf sigjmp_buf;
#define setjmp(environment) __intrinsic_setjmp(environment)
#define _setjmp(environment) __intrinsic_setjmp(environment)
#define sigsetjmp(environment, save) \
  (__save_mask(environment, save), __intrinsic_setjmp(environment))
int __intrinsic_setjmp(jmp_buf environment);
void __save_mask(sigjmp_buf environment, int save);
_Noreturn void longjmp(jmp_buf environment, int value);
_Noreturn void _longjmp(jmp_buf environment, int value);
_Noreturn void siglongjmp(sigjmp_buf environment, int value);
#endif
