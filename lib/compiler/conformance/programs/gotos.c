/* From the compiler's own trials: gotos. */
#include <stdio.h>
static int machine(const char *s) { int n = 0;
start: switch (*s) { case 0: goto end; case 'a': goto a; case 'b': { int k = 5; n += k; goto b; } default: goto other; }
a: n += 1; s++; goto start;
b: n *= 2; s++; if (*s == 'b') goto b; goto start;
other: while (*s && *s != 'a') { s++; n--; if (n < -5) goto end; } goto start;
end: return n; }
static int loops(int n) { int i, j, c = 0; for (i = 0; i < n; i++) for (j = 0; ; j++) { if (j > i) goto next; if (j == 7) goto out; c += j; continue; next: break; } out: return c * 100 + i; }
static int into(int x) { int r = 0; if (x) goto in; for (r = 1; r < 100; r *= 3) { in: r += 2; if (r > 50) break; } return r; }
static int dead(int x) { return x; x++; for (;;) x--; }
static int nested_switch(int a, int b) { switch (a) { case 1: switch (b) { case 1: return 11; default: break; case 2: goto two; } return 10; case 2: two: return 20; case 3 ... 5: if (b) case 6: return b + 60; else case 7: return 70; } return 0; }
static int dowhile(int n) { int k = 0; do { if (n & 1) continue; k += n; } while (--n > 0); do k++; while (0); return k; }
static int cond(int a, int b, int c) { if (a && (b || !c)) return 1; else if (!(a || b) && c) return 2; if (!a) if (b) return 3; else return 4; return 5; }
int main(void) {
  printf("%d %d %d\n", machine("aabbxxab"), machine("xyzzyxyzzy"), machine("bba"));
  printf("%d %d %d %d %d\n", loops(5), loops(20), into(0), into(1), dead(4));
  for (int a = 0; a < 9; a++) for (int b = 0; b < 3; b++) printf("%d ", nested_switch(a, b));
  printf("\n%d\n", dowhile(11));
  for (int i = 0; i < 8; i++) printf("%d", cond(i >> 2, i >> 1 & 1, i & 1));
  puts("");
  int i = 10; while (i --> 0) { if (i % 2) continue; if (i == 4) break; printf("%d ", i); } puts("");
  puts("");
  unsigned char u = 250; do putchar('0' + u % 10); while (++u); puts("");
  return 0;
}
