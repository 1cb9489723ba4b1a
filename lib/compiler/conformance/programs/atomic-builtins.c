/* GNU's __atomic builtins on integers of each size and on pointers. */
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#define EXERCISE(type, format)                                                              \
  do {                                                                                      \
    type x = (type)100, e, n;                                                               \
    printf(#type ": ");                                                                     \
    printf(format " ", __atomic_fetch_add(&x, 50, __ATOMIC_RELAXED));                       \
    printf(format " ", __atomic_add_fetch(&x, (type)-1, __ATOMIC_SEQ_CST));                 \
    printf(format " ", __atomic_fetch_sub(&x, 200, __ATOMIC_ACQUIRE));                      \
    printf(format " ", __atomic_sub_fetch(&x, 3, __ATOMIC_RELEASE));                        \
    printf(format " ", __atomic_fetch_and(&x, 0x5f, __ATOMIC_ACQ_REL));                     \
    printf(format " ", __atomic_and_fetch(&x, 0x33, __ATOMIC_CONSUME));                     \
    printf(format " ", __atomic_fetch_or(&x, 0x44, __ATOMIC_SEQ_CST));                      \
    printf(format " ", __atomic_or_fetch(&x, 0x08, __ATOMIC_SEQ_CST));                      \
    printf(format " ", __atomic_fetch_xor(&x, 0x7f, __ATOMIC_SEQ_CST));                     \
    printf(format " ", __atomic_xor_fetch(&x, (type)-1, __ATOMIC_SEQ_CST));                 \
    printf(format " ", __atomic_fetch_nand(&x, 0x0f, __ATOMIC_SEQ_CST));                    \
    printf(format "\n", __atomic_nand_fetch(&x, 0x3c, __ATOMIC_SEQ_CST));                   \
    __atomic_store_n(&x, (type)77, __ATOMIC_RELEASE);                                       \
    printf("  " format " ", __atomic_load_n(&x, __ATOMIC_ACQUIRE));                         \
    printf(format " ", __atomic_exchange_n(&x, (type)-5, __ATOMIC_SEQ_CST));                \
    e = 0;                                                                                  \
    bool done = __atomic_compare_exchange_n(&x, &e, 9, false, __ATOMIC_SEQ_CST, __ATOMIC_RELAXED); \
    printf("%d " format " " format " ", done, e, x);                                        \
    done = __atomic_compare_exchange_n(&x, &e, 9, false, __ATOMIC_SEQ_CST, __ATOMIC_RELAXED); \
    printf("%d " format " " format " ", done, e, x);                                        \
    n = 21;                                                                                 \
    __atomic_store(&x, &n, __ATOMIC_SEQ_CST);                                               \
    __atomic_load(&x, &e, __ATOMIC_SEQ_CST);                                                \
    n = 22;                                                                                 \
    type old;                                                                               \
    __atomic_exchange(&x, &n, &old, __ATOMIC_SEQ_CST);                                      \
    printf(format " " format " " format " ", e, old, x);                                    \
    done = __atomic_compare_exchange(&x, &n, &old, true, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST); \
    printf("%d " format "\n", done, x);                                                     \
  } while (0)

struct four {
  short a, b;
};

static int numbers[4] = {10, 20, 30, 40};

int main(void) {
  EXERCISE(signed char, "%d");
  EXERCISE(unsigned char, "%u");
  EXERCISE(short, "%d");
  EXERCISE(uint16_t, "%u");
  EXERCISE(int, "%d");
  EXERCISE(unsigned, "%u");
  EXERCISE(long, "%ld");
  EXERCISE(unsigned long long, "%llu");

  int *p = numbers;
  printf("%d ", *__atomic_exchange_n(&p, numbers + 2, __ATOMIC_SEQ_CST));
  printf("%d ", *__atomic_load_n(&p, __ATOMIC_SEQ_CST));
  __atomic_fetch_add(&p, sizeof(int), __ATOMIC_SEQ_CST);
  printf("%d ", *p);
  int *expected = numbers + 3;
  printf("%d ", __atomic_compare_exchange_n(&p, &expected, NULL, 0, 5, 5));
  printf("%d\n", p == NULL);

  struct four f = {1, 2}, g = {3, 4}, h;
  __atomic_exchange(&f, &g, &h, __ATOMIC_SEQ_CST);
  printf("%d %d %d %d\n", f.a, f.b, h.a, h.b);
  printf("%d ", __atomic_compare_exchange(&f, &h, &g, false, 5, 5));
  printf("%d %d\n", h.a, h.b);
  double d = 2.5, other = 0;
  __atomic_load(&d, &other, __ATOMIC_SEQ_CST);
  printf("%g\n", other);

  bool flag = false;
  char lock = 0;
  printf("%d ", __atomic_test_and_set(&flag, __ATOMIC_ACQUIRE));
  printf("%d ", __atomic_test_and_set(&flag, __ATOMIC_ACQUIRE));
  __atomic_clear(&flag, __ATOMIC_RELEASE);
  printf("%d ", flag);
  printf("%d ", __atomic_exchange_n(&flag, true, __ATOMIC_SEQ_CST));
  printf("%d ", __atomic_test_and_set(&lock, __ATOMIC_SEQ_CST));
  printf("%d\n", lock);
  __atomic_thread_fence(__ATOMIC_SEQ_CST);
  __atomic_signal_fence(__ATOMIC_ACQUIRE);
  printf("%d %d %d\n", __atomic_always_lock_free(sizeof(long), 0), __atomic_is_lock_free(4, &p),
         __atomic_always_lock_free(3, 0));
  return 0;
}
