/* C11 6.8: every statement, labels before anything, switches with odd bodies, loops, empty statements. */
#include <stdio.h>

static int duff(const char *from, char *to, int count) {
  int n = (count + 3) / 4, moved = 0;
  switch (count % 4) {
    case 0:
      do {
        *to++ = *from++, moved++;
        case 3: *to++ = *from++, moved++;
        case 2: *to++ = *from++, moved++;
        case 1: *to++ = *from++, moved++;
      } while (--n > 0);
  }
  *to = 0;
  return moved;
}
static const char *size(long n) {
  switch (n) {
    case -1 ... 1: return "tiny";
    case 2 ... 99: return "small";
    case 0x100000000: return "exactly 2^32";
    default: return "large";
    case -9223372036854775807 - 1: return "least";
  }
}
static int inside(int x) {
  switch (x) {
    int y;
    case 1: y = 10; goto out;
    case 2: {
      y = 20;
      break;
    out:
      y++;
    }
    default: if (x > 2) { case 7: y = 30; } else y = 40;
  }
  return x;
}
static int nested(int a, int b) {
  switch (a) {
    case 1:
      switch (b) {
        case 1: return 11;
        default: break;
        case 2: return 12;
      }
      return 10;
    case 2:
      while (1) {
        if (b-- > 0) continue;
        break;
      }
      return 20 + b;
  }
  return 0;
}

int main(void) {
  char out[20];
  printf("%d ", duff("hello, world", out, 11));
  printf("%s\n", out);
  printf("%s %s %s %s %s\n", size(0), size(50), size(1l << 32), size(5000), size(1l << 63));
  for (int i = 0; i < 4; i++) printf("%d ", inside(i));
  printf("\n%d %d %d %d %d\n", nested(1, 1), nested(1, 2), nested(1, 3), nested(2, 3), nested(3, 0));
  switch (3)
    case 3: printf("no braces\n");
  switch (1) printf("never\n");
  switch (5) default: printf("default only\n");
  int i = 0;
  while (i < 3) i++;
  do i--; while (i > 0);
  for (;;) if (++i > 4) break;
  printf("%d\n", i);
  for (int a = 0, b = 10; a < b; a += 2, b--) {
    if (a == 4) continue;
    printf("%d:%d ", a, b);
  }
  printf("\n");
  if (i) ; else printf("no\n");
  if (i) if (i > 100) printf("no\n"); else printf("dangling else\n");
  { ; ; { } }
  goto end;
back:
  printf("back\n");
  goto done;
end: __attribute__((unused));
  goto back;
done:;
  char c = 'b';
  switch (c) { case 'a': printf("a"); case 'b': printf("b"); case 'c': printf("c"); break; default: printf("d"); }
  printf("\n");
  unsigned char u = 255;
  switch (u) { case 255: printf("255\n"); break; case -1: printf("-1\n"); }
  enum { X, Y } e = Y;
  switch (e) { case X: printf("X\n"); break; case Y: printf("Y\n"); }
  for (i = 0; i < 10; i++)
    switch (i) {
      case 2: continue;
      case 5: goto leave;
      default: printf("%d ", i);
    }
leave:
  printf("left at %d\n", i);
  do {
    if (i == 7) break;
    i++;
  } while (1);
  while (i-- > 0) { if (i % 2) continue; printf("%d ", i); }
  printf("\n");
  for (int k = 0; k < 3; k++) for (int k = 0; k < 2; k++) printf("%d", k);
  printf("\n");
  return i + 1;
}
