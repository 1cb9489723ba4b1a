/* C11 6.6: constant expressions in every place that wants one; address constants. */
#include <limits.h>
#include <stddef.h>
#include <stdio.h>

enum { N = 3, SHIFT = 1 << N, NEG = -N, BIG = INT_MAX, COND = N > 2 ? 7 : 1 / 1, SIZE = sizeof(long[N]) };
struct s {
  char c;
  int a[N + 1];
  struct { short x, y; } in[2];
};
static int array[N * 2 + sizeof(char)];
static struct s object;
static int *address = &array[N];
static int *past = array + sizeof array / sizeof *array;
static short *member = &object.in[1].y;
static const char *text = "text" + 1;
static ptrdiff_t distance = (char *)&((struct s *)0)->a[2] - (char *)0;
static int (*function)(const char *) = puts;
static void *cast = (void *)&object;
static long number = (long)sizeof object * -1;
static double real = 1.0 / 3 + N;
static float single = 0.1f * 3;
static int from_float = (int)(2.5 * 2);
static unsigned wrapped = -1 + 0u;
static int logical = N && !0 || 1 / N;
static char letters[] = {'a' + 1, 'z' - 1, N ? 'q' : 0, 0};
static int *conditional = N ? &array[1] : 0;
static unsigned long mask = ~0ul >> 4 << 2;
static unsigned char truncated = (unsigned char)0x1ff;
static int *nested[2] = {&((int *)array)[2], &*&array[0]};
_Static_assert(sizeof array == 7 * sizeof(int), "size");
_Static_assert(offsetof(struct s, in) == 20 && COND == 7, "offset");

int main(void) {
  printf("%d %d %d %d %d\n", SHIFT, NEG, BIG, COND, SIZE);
  printf("%td %td\n", address - array, past - array);
  printf("%d %s %td\n", (char *)member - (char *)&object == offsetof(struct s, in[1].y), text, distance);
  printf("%d %d\n", function == puts, cast == &object);
  printf("%ld %.17g %.9g %d\n", number, real, single, from_float);
  printf("%u %d %s\n", wrapped, logical, letters);
  printf("%td %lx %d %td %td\n", conditional - array, mask, truncated, nested[0] - array, nested[1] - array);
  switch (6) {
    case N * 2: printf("six\n"); break;
    case N + sizeof(int): printf("seven\n"); break;
  }
  int local[COND] = {[N] = 1, [COND - 1] = 2};
  printf("%zu %d %d\n", sizeof local / sizeof *local, local[3], local[6]);
  struct { unsigned bits : N + 1; } b = {15};
  printf("%u\n", b.bits);
  return 0;
}
