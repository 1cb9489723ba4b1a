#include <stdio.h>
#include <stdlib.h>
static int pick(int n) {
  int result;
  switch (n) {
  case 0: result = 10; break;
  case 1:
  case 2: result = 20; break;
  default: result = n > 5 ? 50 : 40;
  }
  return result;
}
static int found(const int *a, int n, int wanted, int *where) {
  for (int i = 0; i < n; i++)
    if (a[i] == wanted) { *where = i; return 1; }
  return 0;
}
static int retry(void) {
  int tries = 0, value;
again:
  if (++tries < 3) goto again;
  value = tries;
  goto out;
out:
  return value;
}
int main(void) {
  int a[3] = {4, 5, 6}, at, most, first, second;
  if (found(a, 3, 5, &at)) printf("%d\n", at);
  for (int i = 0; i < 3; i++) if (i == 0 || a[i] > most) most = a[i];
  printf("%d %d %d %d\n", most, pick(0), pick(2), pick(7));
  if (sscanf("3 4", "%d %d", &first, &second) == 2 && first < second) printf("%d\n", first + second);
  int known, value;
  known = 0;
  for (int i = 0; i < 4; i++) {
    if (known) printf("%d\n", value);
    value = i * i;
    known = 1;
  }
  int x, y;
  x = y = 3;
  int ok = 1, z;
  if (ok) z = 1;
  if (ok) printf("%d %d %d\n", x, y, z);
  do { x = y; } while (x != 3);
  char *text;
  for (;;) { text = "done"; break; }
  printf("%s %d\n", text, retry());
  return 0;
}
