#include <stdio.h>
#include <stdlib.h>
#include <string.h>
struct person {
  char name[16];
  int age;
  double h;
};
static int by_age(const void *a, const void *b) {
  const struct person *x = a, *y = b;
  return (x->age > y->age) - (x->age < y->age);
}

static int by_name(const void *a, const void *b) {
  return strcmp(((struct person *)a)->name, ((struct person *)b)->name);
}

static int ints(const void *a, const void *b) {
  return *(int *)a - *(int *)b;
}

static int strs(const void *a, const void *b) {
  return strcmp(*(const char **)a, *(const char **)b);
}

static void bubble(int *v, int n, int (*less)(int, int)) {
  for (int i = 0; i < n; i++) for (int j = n - 1; j > i; j--) if (less(v[j], v[j - 1])) {
    int t = v[j];
    v[j] = v[j - 1];
    v[j - 1] = t;
  }
}

static int down(int a, int b) {
  return a > b;
}

static void quick(int *v, int l, int r) {
  if (l >= r) return;
  int p = v[(l + r) / 2], i = l, j = r;
  while (i <= j) {
    while (v[i] < p) i++;
    while (v[j] > p) j--;
    if (i <= j) {
      int t = v[i];
      v[i++] = v[j];
      v[j--] = t;
    }
  }
  quick(v, l, j);
  quick(v, i, r);
}

int main(void) {
  struct person p[] = {{"Wendy", 31, 1.65}, {"Alan", 45, 1.8}, {"Kim", 22, 1.72}, {"Bob", 39, 1.99}};
  int n = 4;
  qsort(p, n, sizeof *p, by_age);
  for (int i = 0; i < n; i++) printf("%-8s %d %.2f\n", p[i].name, p[i].age, p[i].h);
  qsort(p, n, sizeof *p, by_name);
  struct person key = {"Kim"}, *f = bsearch(&key, p, n, sizeof *p, by_name);
  printf("%s %ld\n", f ? f->name : "none", f ? (long)(f - p) : -1L);
  strcpy(key.name, "Zoe");
  printf("%p\n", bsearch(&key, p, n, sizeof *p, by_name));
  int v[100];
  srand(1);
  unsigned s = 12345;
  for (int i = 0; i < 100; i++) {
    s = s * 1103515245 + 12345;
    v[i] = s / 65536 % 1000;
  }
  int w[100];
  memcpy(w, v, sizeof v);
  qsort(v, 100, sizeof *v, ints);
  quick(w, 0, 99);
  printf("%d %d %d %d same %d\n", v[0], v[1], v[50], v[99], memcmp(v, w, sizeof v) == 0);
  bubble(w, 100, down);
  printf("%d %d\n", w[0], w[99]);
  const char *words[] = {"delta", "alpha", "charlie", "bravo"};
  qsort(words, 4, sizeof *words, strs);
  for (int i = 0; i < 4; i++) printf("%s ", words[i]);
  printf("\n");
  return 0;
}
