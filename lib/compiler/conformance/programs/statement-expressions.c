/* GNU C: statement expressions in every place, with records, labels, loops, early exits. */
#include <stdio.h>

struct p {
  int x, y;
};
#define MAX(a, b) ({ __typeof__(a) _a = (a); __typeof__(b) _b = (b); _a > _b ? _a : _b; })
#define SWAP(a, b) ({ __typeof__(a) t = a; a = b; b = t; })
#define CHECK(x) ({ if (!(x)) return -1; (x); })

static int early(int x) {
  int y = CHECK(x) + 1;
  return y;
}
static int loops(void) {
  int n = 0;
  for (int i = 0; ({ i < 10; }); ({ i++; })) {
    n += ({
      if (i == 2) continue;
      if (i == 6) break;
      i;
    });
  }
  return n;
}
static struct p make(int x) {
  return (struct p){x, x * 2};
}

int main(void) {
  int a = 3, b = 4;
  SWAP(a, b);
  printf("%d %d %d\n", a, b, MAX(a++, b));
  printf("%d %d\n", early(0), early(4));
  printf("%d\n", loops());
  struct p p = ({ struct p q = make(5); q.x++; q; });
  printf("%d %d\n", p.x, p.y);
  printf("%d\n", ({ make(7); }).y);
  int sum = ({ int s = 0; for (int i = 1; i <= 10; i++) s += i; s; });
  printf("%d\n", sum);
  int nested = 1 + ({ int x = 2; ({ int y = x * 3; y + ({ y; }); }) + x; });
  printf("%d\n", nested);
  int arr[] = {1, 2, 3};
  printf("%d\n", *({ int *q = arr; q + 2; }));
  const char *s = ({ "text"; });
  printf("%s %zu\n", s, sizeof({ 1L; }));
  if (({ int c = a > b; c; })) printf("yes\n");
  while (({ a--; a > 2; })) printf("a %d\n", a);
  printf("%d\n", a ? ({ b; }) : ({ a; }));
  ({ ; });
  ({ int unused = 1; (void)unused; });
  int v = ({ int r; switch (b) { case 3: r = 30; break; default: r = 40; } r; });
  printf("%d\n", v);
  printf("%g\n", ({ float f = 1.5f; f; }) * 2);
  char c = ({ char k = 'k'; k; });
  printf("%c %d\n", c, (int)sizeof({ c; }));
  int n = 4;
  int total = ({ int vla[n]; for (int i = 0; i < n; i++) vla[i] = i; vla[n - 1] + (int)sizeof vla; });
  printf("%d\n", total);
  int x = 10;
  x += ({ x = 20; 5; });
  printf("%d\n", x);
  arr[({ 1; })] = ({ 9; });
  printf("%d\n", arr[1]);
  printf("%d\n", ({ goto skip; skip: 6; }));
  return ({ 3; });
}
