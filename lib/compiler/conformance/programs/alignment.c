/* C11 6.7.5, 6.5.3.4: _Alignas for objects and members, aligned and packed attributes, _Alignof. */
#include <stdalign.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

struct cache {
  alignas(64) int hot;
  int cold;
};
struct member {
  char c;
  _Alignas(16) char text[3];
  _Alignas(double) float f;
};
struct __attribute__((packed)) packed {
  char c;
  int i;
  short s;
  double d;
};
struct half {
  char c;
  int i __attribute__((packed));
  short s;
};
struct big {
  char c;
} __attribute__((aligned(32)));
struct by_eight {
  int x __attribute__((aligned(8)));
  char y;
};
typedef int aligned_int __attribute__((aligned(16)));
union pack {
  char c;
  long l;
} __attribute__((packed));
struct bits {
  unsigned a : 3;
  unsigned b : 12;
} __attribute__((packed));

static alignas(128) char buffer[10];
static _Alignas(32) int number = 3;
static _Alignas(8) char a, b;
static int is_aligned(const void *p, size_t n) {
  return (uintptr_t)p % n == 0;
}

int main(void) {
  printf("%zu %zu %zu\n", sizeof(struct cache), _Alignof(struct cache), offsetof(struct cache, cold));
  printf("%zu %zu %zu %zu\n", sizeof(struct member), alignof(struct member),
         offsetof(struct member, text), offsetof(struct member, f));
  printf("%zu %zu %zu %zu\n", sizeof(struct packed), alignof(struct packed),
         offsetof(struct packed, i), offsetof(struct packed, d));
  printf("%zu %zu %zu\n", sizeof(struct half), alignof(struct half), offsetof(struct half, i));
  printf("%zu %zu\n", sizeof(struct big), alignof(struct big));
  printf("%zu %zu\n", sizeof(struct by_eight), offsetof(struct by_eight, y));
  printf("%zu %zu\n", sizeof(aligned_int), alignof(aligned_int));
  printf("%zu %zu\n", sizeof(union pack), alignof(union pack));
  printf("%zu %zu\n", sizeof(struct bits), alignof(struct bits));
  printf("%d %d %d %d\n", is_aligned(buffer, 128), is_aligned(&number, 32), is_aligned(&a, 8), is_aligned(&b, 8));
  struct packed p = {'c', 0x01020304, 5, 2.5};
  int i = p.i;
  p.i++;
  p.d *= 2;
  printf("%c %x %x %d %g\n", p.c, i, p.i, p.s, p.d);
  struct packed ps[2] = {{'a', 1, 2, 3}, {'b', 4, 5, 6}};
  printf("%d %g %zu\n", ps[1].i, ps[1].d, sizeof ps);
  alignas(64) int local[3] = {1, 2, 3};
  _Alignas(32) char c = 'x';
  alignas(16) double d = 1.5;
  struct cache here = {1, 2}, many[2];
  printf("%d %d %d %d %d\n", is_aligned(local, 64), is_aligned(&c, 32), is_aligned(&d, 16),
         is_aligned(&here, 64), is_aligned(many, 64));
  printf("%d %c %g %d\n", local[2], c, d, here.cold);
  printf("%td\n", (char *)&many[1] - (char *)&many[0]);
  for (int k = 0; k < 2; k++) {
    alignas(128) char in_loop[k + 1 > 0 ? 5 : 5];
    printf("%d ", is_aligned(in_loop, 128));
  }
  printf("\n");
  static alignas(256) long s = 4;
  printf("%d %ld\n", is_aligned(&s, 256), s);
  printf("%zu %zu %zu %zu %zu\n", alignof(char), alignof(short), alignof(long), alignof(char *), alignof(int[3]));
  printf("%zu %zu\n", alignof(max_align_t) >= 8 ? (size_t)8 : 0, __alignof__(d));
  alignas(0) alignas(int) alignas(8) char multi = 1;
  printf("%d %d\n", is_aligned(&multi, 8), multi);
  int __attribute__((aligned(64))) attr = 9;
  printf("%d %d\n", is_aligned(&attr, 64), attr);
  return 0;
}
