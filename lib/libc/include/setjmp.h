/* C11 7.13 */
#ifndef _SETJMP_H
#define _SETJMP_H
typedef struct {
  unsigned long __registers[8];
} jmp_buf[1];
#define setjmp(environment) __intrinsic_setjmp(environment)
int __intrinsic_setjmp(jmp_buf environment);
_Noreturn void longjmp(jmp_buf environment, int value);
#endif
