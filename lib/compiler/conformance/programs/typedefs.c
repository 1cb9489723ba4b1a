/* typedef in all spellings; scopes of names. */
#include <stdio.h>

typedef unsigned long size;
typedef int vector[3];
typedef struct node node;
typedef int (*operation)(int, int);
typedef const char *text;

struct node {
  int value;
  node *next;
};

static int add(int a, int b) {
  return a + b;
}

static int apply(operation f, vector v) {
  int r = v[0];
  for (int i = 1; i < 3; i++) r = f(r, v[i]);
  return r;
}

typedef struct {
  text name;
  operation f;
} entry;

int main(void) {
  size s = sizeof(vector);
  vector v = {1, 2, 3};
  node b = {2, NULL}, a = {1, &b};
  printf("%lu %d %d\n", s, apply(add, v), a.next->value);
  entry table[] = {{"add", add}};
  text t = table[0].name;
  printf("%s %d\n", t, table->f(4, 5));
  typedef double size;
  size d = 1.5;
  printf("%g\n", d);
  {
    int node = 5;
    printf("%d\n", node);
  }
  typedef int row[4], (*rows)[4];
  row m[2] = {{1, 2, 3, 4}, {5, 6, 7, 8}};
  rows r = m;
  printf("%d\n", r[1][2]);
  return 0;
}
