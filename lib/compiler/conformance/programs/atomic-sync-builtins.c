/* GNU's older __sync builtins. */
#include <stdio.h>

#define EXERCISE(type, format)                                             \
  do {                                                                     \
    type x = 12;                                                           \
    printf(#type ": ");                                                    \
    printf(format " ", __sync_fetch_and_add(&x, 5));                       \
    printf(format " ", __sync_add_and_fetch(&x, 5));                       \
    printf(format " ", __sync_fetch_and_sub(&x, 30));                      \
    printf(format " ", __sync_sub_and_fetch(&x, 1));                       \
    printf(format " ", __sync_fetch_and_or(&x, 3));                        \
    printf(format " ", __sync_or_and_fetch(&x, 64));                       \
    printf(format " ", __sync_fetch_and_and(&x, 0x77));                    \
    printf(format " ", __sync_and_and_fetch(&x, 0x66));                    \
    printf(format " ", __sync_fetch_and_xor(&x, 0x0f));                    \
    printf(format " ", __sync_xor_and_fetch(&x, 0x70));                    \
    printf(format " ", __sync_fetch_and_nand(&x, 0x55));                   \
    printf(format " ", __sync_nand_and_fetch(&x, 0x2a));                   \
    x = 40;                                                                \
    printf("%d ", __sync_bool_compare_and_swap(&x, 41, 42));               \
    printf("%d ", __sync_bool_compare_and_swap(&x, 40, 42));               \
    printf(format " ", __sync_val_compare_and_swap(&x, 42, 50));           \
    printf(format " ", __sync_val_compare_and_swap(&x, 42, 60));           \
    printf(format " ", __sync_lock_test_and_set(&x, 1));                   \
    printf(format " ", x);                                                 \
    __sync_lock_release(&x);                                               \
    printf(format "\n", x);                                                \
  } while (0)

struct node {
  int value;
  struct node *next;
};

static struct node *top;

static void push(struct node *node) {
  do node->next = top;
  while (!__sync_bool_compare_and_swap(&top, node->next, node));
}

static struct node *pop(void) {
  struct node *first;
  do {
    first = top;
    if (first == NULL) return NULL;
  } while (__sync_val_compare_and_swap(&top, first, first->next) != first);
  return first;
}

int main(void) {
  EXERCISE(char, "%d");
  EXERCISE(unsigned short, "%u");
  EXERCISE(int, "%d");
  EXERCISE(unsigned long, "%lu");
  struct node nodes[3] = {{1, NULL}, {2, NULL}, {3, NULL}};
  for (int k = 0; k < 3; k++) push(&nodes[k]);
  __sync_synchronize();
  for (struct node *n = pop(); n != NULL; n = pop()) printf("%d ", n->value);
  printf("\n");
  return 0;
}
