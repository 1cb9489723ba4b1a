/* qsort, qsort_r and bsearch: order, stability as glibc has it, sizes of elements, counts of comparisons. */
#define _GNU_SOURCE
#include <search.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct record {
  int key;
  int place;
  char pad[25];
};

static int comparisons;

static int by_key(const void *a, const void *b) {
  comparisons++;
  return ((const struct record *)a)->key - ((const struct record *)b)->key;
}

static int by_int(const void *a, const void *b, void *sign) {
  int x = *(const int *)a, y = *(const int *)b;
  return *(int *)sign * ((x > y) - (x < y));
}

static int by_text(const void *a, const void *b) {
  return strcmp(*(char *const *)a, *(char *const *)b);
}

static int plain(const void *a, const void *b) {
  return *(const int *)a - *(const int *)b;
}

int main(void) {
  struct record records[40];
  for (int i = 0; i < 40; i++) {
    records[i].key = i * 7 % 10;
    records[i].place = i;
  }
  qsort(records, 40, sizeof records[0], by_key);
  for (int i = 0; i < 40; i++) printf("%d:%d ", records[i].key, records[i].place);
  printf("\n%d\n", comparisons);
  int numbers[] = {5, 3, 9, -1, 7, 0, 3, 8}, sign = -1;
  qsort_r(numbers, 8, sizeof(int), by_int, &sign);
  for (int i = 0; i < 8; i++) printf("%d ", numbers[i]);
  const char *words[] = {"pear", "apple", "fig", "banana"};
  qsort(words, 4, sizeof *words, by_text);
  for (int i = 0; i < 4; i++) printf("%s ", words[i]);
  putchar('\n');
  qsort(numbers, 0, sizeof(int), plain);
  qsort(numbers, 8, sizeof(int), plain);
  for (int key = -2; key < 11; key++) {
    int *found = bsearch(&key, numbers, 8, sizeof(int), plain);
    printf("%td ", found ? found - numbers : -1);
  }
  putchar('\n');
  int list[10] = {4, 2};
  size_t count = 2;
  for (int key = 1; key < 5; key++) {
    int *found = lsearch(&key, list, &count, sizeof(int), plain);
    printf("%td/%zu ", found - list, count);
  }
  int missing = 77;
  printf("%d\n", lfind(&missing, list, &count, sizeof(int), plain) == NULL);
  return 0;
}
