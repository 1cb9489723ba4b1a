/* Scopes and lifetimes: shadowing, for scopes, tags, labels and members in own name spaces. */
#include <stdio.h>

int x = 1;

struct x {
  int x;
};

static int f(int x) {
  x++;
  {
    extern int x;
    x += 10;
  }
  return x;
}

int main(void) {
  struct x s = {5};
  printf("%d %d\n", f(7), x);
  int x = s.x;
  for (int x = 0; x < 2; x++) {
    int x = 50;
    printf("%d ", x++);
  }
  printf("%d\n", x);
  if (x == 5) {
    struct x {
      char c[3];
    };
    printf("%zu %zu\n", sizeof(struct x), sizeof s);
  }
  goto x;
x:
  printf("%d\n", x);
  enum { x2 = 3 };
  {
    enum { x2 = 4 };
    printf("%d ", x2);
  }
  printf("%d\n", x2);
  int *kept;
  {
    static int stays = 8;
    kept = &stays;
  }
  printf("%d\n", *kept);
  int a = 1, b = a + 1, c = a + b;
  printf("%d %d\n", b, c);
  return 0;
}
