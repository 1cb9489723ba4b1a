/* <stdatomic.h> (C11 7.17) whole, in one thread. */
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

struct pair {
  int a, b;
};

static atomic_int counter = ATOMIC_VAR_INIT(3);
static atomic_flag flag = ATOMIC_FLAG_INIT;
static _Atomic(struct pair) pair;
static _Atomic double real;
static _Atomic(char *) text;

int main(void) {
  printf("%d ", atomic_load(&counter));
  atomic_store(&counter, 10);
  printf("%d ", atomic_fetch_add(&counter, 5));
  printf("%d ", atomic_fetch_sub_explicit(&counter, 1, memory_order_relaxed));
  printf("%d ", atomic_fetch_or(&counter, 0x30));
  printf("%d ", atomic_fetch_and_explicit(&counter, 0x3c, memory_order_acq_rel));
  printf("%d ", atomic_fetch_xor(&counter, 0xff));
  printf("%d ", atomic_exchange(&counter, -1));
  printf("%d\n", atomic_load_explicit(&counter, memory_order_acquire));

  int expected = 1;
  printf("%d ", atomic_compare_exchange_strong(&counter, &expected, 2));
  printf("%d ", expected);
  printf("%d ", atomic_compare_exchange_strong_explicit(&counter, &expected, 2, memory_order_seq_cst,
                                                        memory_order_relaxed));
  printf("%d ", counter);
  expected = 2;
  while (!atomic_compare_exchange_weak(&counter, &expected, expected * 2)) continue;
  printf("%d\n", counter);

  printf("%d ", atomic_flag_test_and_set(&flag));
  printf("%d ", atomic_flag_test_and_set_explicit(&flag, memory_order_acquire));
  atomic_flag_clear(&flag);
  printf("%d ", atomic_flag_test_and_set(&flag));
  atomic_flag_clear_explicit(&flag, memory_order_release);
  printf("%d\n", atomic_flag_test_and_set(&flag));

  atomic_init(&pair, ((struct pair){1, 2}));
  struct pair p = atomic_load(&pair);
  struct pair q = atomic_exchange(&pair, ((struct pair){p.b, p.a}));
  printf("%d %d %d %d ", p.a, p.b, q.a, q.b);
  printf("%d ", atomic_compare_exchange_strong(&pair, &q, ((struct pair){8, 9})));
  printf("%d %d ", q.a, q.b);
  printf("%d ", atomic_compare_exchange_strong(&pair, &q, ((struct pair){8, 9})));
  p = pair;
  printf("%d %d\n", p.a, p.b);

  atomic_store(&real, 2.5);
  double before = atomic_exchange(&real, 3);
  printf("%g %g ", before, atomic_load(&real));
  printf("%d ", atomic_compare_exchange_strong(&real, &before, 1.0));
  printf("%g\n", before);

  atomic_store(&text, "hello");
  printf("%s ", atomic_exchange(&text, NULL));
  printf("%d\n", atomic_load(&text) == NULL);

  atomic_uchar byte = 255;
  atomic_fetch_add(&byte, 2);
  atomic_schar sign = -128;
  atomic_fetch_sub(&sign, 1);
  atomic_short half = -1;
  atomic_ullong wide = 0;
  atomic_fetch_sub(&wide, 1);
  atomic_bool truth = false;
  atomic_store(&truth, 4);
  atomic_size_t size = sizeof(int);
  atomic_intptr_t address = (intptr_t)&size;
  printf("%d %d %d %llx %d %zu %d\n", byte, sign, half, wide, truth, size,
         address == (intptr_t)&size);
  printf("%d %d %d\n", atomic_is_lock_free(&counter), ATOMIC_INT_LOCK_FREE,
         ATOMIC_POINTER_LOCK_FREE);
  atomic_thread_fence(memory_order_seq_cst);
  atomic_signal_fence(memory_order_acquire);
  printf("%d %d\n", kill_dependency(counter), (int)(sizeof(atomic_llong) + sizeof(atomic_flag)));
  return 0;
}
