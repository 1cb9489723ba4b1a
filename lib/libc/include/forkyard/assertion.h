/* What <assert.h>, which may be included again and again, declares once. */
#ifndef _FORKYARD_ASSERTION_H
#define _FORKYARD_ASSERTION_H
_Noreturn void __assert_fail(const char *expression, const char *file, unsigned int line,
                             const char *function);
#endif
