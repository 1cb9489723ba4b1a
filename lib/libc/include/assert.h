/* C11 7.2 */
#undef assert
#ifdef NDEBUG
#define assert(condition) ((void)0)
#else
#include <forkyard/assertion.h>
#define assert(condition) \
  ((condition) ? (void)0 : __assert_fail(#condition, __FILE__, __LINE__, __func__))
#endif
#ifndef _ASSERT_H
#define _ASSERT_H
#define static_assert _Static_assert
#endif
