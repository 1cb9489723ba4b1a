/* C11 6.7.6.2: VLAs, pointers to them, parameters, typedefs, sizeof at run time. */
#include <stdio.h>
#include <string.h>

static int calls;
static int count(int n) {
  calls++;
  return n;
}
static int sum(int rows, int cols, int m[rows][cols]) {
  int total = 0;
  for (int i = 0; i < rows; i++)
    for (int j = 0; j < cols; j++) total += m[i][j];
  return total;
}
static size_t row_bytes(int n, double m[][n]) {
  return sizeof m[0];
}
static void fill(int n, int (*p)[n], int value) {
  for (int i = 0; i < n; i++) (*p)[i] = value + i;
}
static int star(int n, int m[*][*]);
static int star(int n, int m[n][n]) {
  return m[n - 1][n - 1];
}
static int fixed(int a[static 3], int b[const], int c[restrict static 2]) {
  return a[2] + b[0] + c[1];
}
static size_t side(int n, int a[n++]) {
  (void)a;
  return n;
}

int main(void) {
  int n = 3, k = 4;
  int v[n];
  printf("%zu %zu\n", sizeof v, sizeof(int[n + 1]));
  n = 10;
  printf("%zu\n", sizeof v / sizeof *v);
  int m[k][k + 1];
  for (int i = 0; i < k; i++)
    for (int j = 0; j <= k; j++) m[i][j] = i * j;
  printf("%d %zu %zu\n", sum(k, k + 1, m), sizeof m, sizeof m[0]);
  int(*row)[k + 1] = m;
  row++;
  printf("%d %td\n", (*row)[3], row - m);
  printf("%zu\n", sizeof *row);
  typedef int vector[k];
  k = 2;
  vector a, b;
  printf("%zu %zu\n", sizeof a, sizeof(vector));
  memset(a, 0, sizeof a);
  memcpy(b, a, sizeof b);
  printf("%d\n", b[3]);
  fill(4, &a, 7);
  printf("%d %d\n", a[0], a[3]);
  printf("%zu\n", row_bytes(5, 0));
  int sq[2][2] = {{1, 2}, {3, 4}};
  printf("%d\n", star(2, sq));
  printf("%d\n", fixed((int[]){1, 2, 3}, (int[]){4}, (int[]){5, 6}));
  printf("%zu\n", side(4, 0));
  printf("%zu %d\n", sizeof(char[count(6)]), calls);
  int evaluated = 1;
  (void)sizeof(int[evaluated++]);
  (void)sizeof evaluated++;
  printf("%d\n", evaluated);
  for (int i = 1; i <= 3; i++) {
    char text[i + 1];
    memset(text, 'a' + i, i);
    text[i] = 0;
    printf("%s %zu\n", text, sizeof text);
  }
  int i = 0;
again:;
  int jump[i + 1];
  jump[i] = i;
  if (++i < 4) goto again;
  printf("%d %zu\n", jump[3], sizeof jump);
  int three[2][k][3];
  printf("%zu %zu %zu\n", sizeof three, sizeof three[0], sizeof three[0][0]);
  __typeof__(three) other;
  printf("%zu\n", sizeof other);
  int(*dyn)[k][3] = three;
  dyn[1][1][2] = 5;
  printf("%d %d\n", three[1][1][2], (int)((char *)(dyn + 1) - (char *)dyn));
  struct {
    int x;
  } s[k];
  s[1].x = 8;
  printf("%d %zu\n", s[1].x, sizeof s);
  char *strings[k + 1];
  strings[k] = "last";
  printf("%s\n", strings[2]);
  return 0;
}
