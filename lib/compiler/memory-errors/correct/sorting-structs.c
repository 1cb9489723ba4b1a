#include <stdio.h>
#include <stdlib.h>
#include <string.h>
struct student { char grade; int id; char name[10]; double score; };
static int by_score(const void *a, const void *b) {
  const struct student *x = a, *y = b;
  return (x->score > y->score) - (x->score < y->score);
}
static void my_sort(void *base, size_t n, size_t size, int (*compare)(const void *, const void *)) {
  char *a = base;
  for (size_t i = 1; i < n; i++)
    for (size_t j = i; j > 0 && compare(a + j * size, a + (j - 1) * size) < 0; j--)
      for (size_t k = 0; k < size; k++) {
        char t = a[j * size + k];
        a[j * size + k] = a[(j - 1) * size + k];
        a[(j - 1) * size + k] = t;
      }
}
int main(void) {
  struct student *all = malloc(6 * sizeof *all), local[3];
  for (int i = 0; i < 6; i++) {
    all[i].grade = 'A' + i;
    all[i].id = i;
    snprintf(all[i].name, sizeof all[i].name, "s%d", i);
    all[i].score = (i * 7) % 5;
  }
  qsort(all, 6, sizeof *all, by_score);
  for (int i = 0; i < 3; i++) local[i] = all[5 - i];
  my_sort(local, 3, sizeof *local, by_score);
  my_sort(all, 6, sizeof *all, by_score);
  for (int i = 0; i < 6; i++) printf("%d %s %g\n", all[i].id, all[i].name, all[i].score);
  for (int i = 0; i < 3; i++) printf("%c %g\n", local[i].grade, local[i].score);
  struct student key = {.score = 3}, *hit = bsearch(&key, all, 6, sizeof *all, by_score);
  printf("%d\n", hit != NULL);
  free(all);
  return 0;
}
