#include <stdio.h>
#include <stdlib.h>
#include <string.h>
struct item { char name[8]; int rank; };
static int by_rank(const void *a, const void *b) { return ((const struct item *)a)->rank - ((const struct item *)b)->rank; }
static int by_text(const void *a, const void *b) { return strcmp(*(char *const *)a, *(char *const *)b); }
static void quick(int *v, int n) {
  if (n < 2) return;
  int pivot = v[n / 2], i = 0, j = n - 1;
  while (i <= j) { while (v[i] < pivot) i++; while (v[j] > pivot) j--; if (i <= j) { int t = v[i]; v[i++] = v[j]; v[j--] = t; } }
  quick(v, j + 1); quick(v + i, n - i);
}
int main(void) {
  struct item items[] = {{"d", 2}, {"a", 1}, {"c", 2}, {"b", 1}, {"e", 0}};
  qsort(items, 5, sizeof *items, by_rank);
  for (int i = 0; i < 5; i++) printf("%s%d ", items[i].name, items[i].rank);
  const char *words[] = {"pear", "apple", "fig", "banana"};
  qsort(words, 4, sizeof *words, by_text);
  for (int i = 0; i < 4; i++) printf("%s ", words[i]);
  int v[100]; unsigned r = 1; long check = 0;
  for (int i = 0; i < 100; i++) { r = r * 69069u + 1; v[i] = (int)(r >> 20); }
  quick(v, 100);
  for (int i = 1; i < 100; i++) check += (v[i - 1] <= v[i]) * v[i] * i;
  printf("%ld\n", check);
  return 0;
}
