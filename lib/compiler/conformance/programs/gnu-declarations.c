/* GNU C: typeof, attributes in all places, extensions of records, arrays, casts and initializers. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct empty {};
struct holder {
  int before;
  struct empty none;
  int zero[0];
  int after;
};
union variant {
  int i;
  double d;
  char *s;
};

static void __attribute__((constructor)) first(void) {
  printf("constructor\n");
}
__attribute__((constructor(101))) static void very_first(void) {
  printf("early constructor\n");
}
static void last(void) __attribute__((destructor));
static void last(void) {
  printf("destructor\n");
}
static int unused_function(void) __attribute__((__unused__, noinline, cold));
static int unused_function(void) {
  return 1;
}
static void die(const char *format, ...) __attribute__((noreturn, format(printf, 1, 2)));
static void die(const char *format, ...) {
  printf("dying: %s\n", format);
  exit(3);
}
static __attribute__((always_inline)) inline int inlined(int x) {
  return x + 1;
}
static int pure_function(int) __attribute__((pure)) __attribute__((const));
static int pure_function(int x) {
  return x * x;
}
static int with_attribute(int __attribute__((unused)) a, int b __attribute__((unused)), ...) {
  return a;
}
__extension__ typedef long long wide;
typedef __typeof__(int *) pointer_to_int;
__typeof(1.5f) single = 1.5f;
__const int constant = 4;
static __volatile__ int old_spelling = 7;

int main(void) {
  printf("%zu %zu %zu\n", sizeof(struct empty), sizeof(struct holder), sizeof(struct empty[3]));
  struct empty e1, e2 = {};
  e1 = e2;
  (void)e1;
  int x = 5;
  __typeof__(x) y = x, *py = &y;
  __typeof__(*py) z = *py + 1;
  typeof(int[3]) arr = {1, 2, 3};
  const int cx = 1;
  __typeof__(cx + 0) changeable = 2;
  changeable++;
  pointer_to_int p1 = &x, p2 = &z;
  printf("%d %d %d %d %d\n", y, z, arr[2], changeable, *p1 + *p2);
  printf("%zu %d %d\n", sizeof(wide), constant, old_spelling);
  printf("%d %d %d\n", inlined(1), pure_function(3), with_attribute(8, 1));
  union variant v = (union variant)2.5;
  printf("%g\n", v.d);
  v = (union variant)42;
  printf("%d\n", v.i);
  v = (union variant)(char *)"str";
  printf("%s\n", v.s);
  int label_attr = 0;
  if (label_attr) goto out;
out: __attribute__((unused));
  switch (x) {
    case 5: x++; __attribute__((fallthrough));
    case 6: x++;
  }
  printf("%d\n", x);
  printf("%d %d\n", x ?: 9, (x - 7) ?: 9);
  void *vp = arr;
  printf("%d %zu %zu\n", *(int *)(vp + 4), sizeof(*vp), sizeof(main));
  printf("%zu %zu\n", __alignof__(double), __alignof__(x));
  __asm__ volatile("" ::: "memory");
  asm("");
  __asm__ __volatile__("mfence" ::: "memory");
  asm volatile("pause");
  asm volatile("rep; nop\n" : : : "memory");
  __asm__ __volatile__("" : "+r"(x) : : "memory");
  printf("%d\n", x);
  char string[] = {"parenthesized"}, other[] = ("too");
  printf("%s %s\n", string, other);

  die("bye %d", 1);
}
