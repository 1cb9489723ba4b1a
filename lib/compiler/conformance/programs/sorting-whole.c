/* Sorts written by hand and qsort, on ints, strings and structures. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct person {
  char name[12];
  int age;
};

static void bubble(int *v, int n) {
  for (int i = 0; i < n; i++)
    for (int j = 0; j + 1 < n - i; j++)
      if (v[j] > v[j + 1]) {
        int t = v[j];
        v[j] = v[j + 1];
        v[j + 1] = t;
      }
}

static void quick(int *v, int low, int high) {
  if (low >= high) return;
  int pivot = v[(low + high) / 2], i = low, j = high;
  while (i <= j) {
    while (v[i] < pivot) i++;
    while (v[j] > pivot) j--;
    if (i <= j) {
      int t = v[i];
      v[i++] = v[j];
      v[j--] = t;
    }
  }
  quick(v, low, j);
  quick(v, i, high);
}

static void merge_sort(int *v, int *scratch, int n) {
  if (n < 2) return;
  int h = n / 2;
  merge_sort(v, scratch, h);
  merge_sort(v + h, scratch, n - h);
  for (int i = 0, j = h, k = 0; k < n; k++)
    scratch[k] = j >= n || (i < h && v[i] <= v[j]) ? v[i++] : v[j++];
  memcpy(v, scratch, n * sizeof *v);
}

static int by_value(const void *a, const void *b) {
  return *(const int *)a - *(const int *)b;
}
static int by_text(const void *a, const void *b) {
  return strcmp(*(char *const *)a, *(char *const *)b);
}
static int by_age(const void *a, const void *b) {
  const struct person *p = a, *q = b;
  return p->age != q->age ? p->age - q->age : strcmp(p->name, q->name);
}

static void fill(int *v, int n) {
  unsigned x = 1;
  for (int i = 0; i < n; i++) {
    x = x * 69069 + 1;
    v[i] = (int)(x >> 20) - 2048;
  }
}

static void show(const int *v, int n) {
  for (int i = 0; i < n; i += n / 10) printf("%d ", v[i]);
  printf("\n");
}

int main(void) {
  int v[100], scratch[100];
  fill(v, 100);
  show(v, 100);
  bubble(v, 100);
  show(v, 100);
  fill(v, 100);
  quick(v, 0, 99);
  show(v, 100);
  fill(v, 100);
  merge_sort(v, scratch, 100);
  show(v, 100);
  fill(v, 100);
  qsort(v, 100, sizeof *v, by_value);
  show(v, 100);
  int key = v[37];
  int *found = bsearch(&key, v, 100, sizeof *v, by_value);
  printf("%d\n", found && *found == key);
  const char *words[] = {"pear", "apple", "fig", "banana", "cherry"};
  qsort(words, 5, sizeof *words, by_text);
  for (int i = 0; i < 5; i++) printf("%s ", words[i]);
  printf("\n");
  struct person people[] = {{"Eve", 30}, {"Bob", 25}, {"Ann", 30}, {"Dan", 19}};
  qsort(people, 4, sizeof *people, by_age);
  for (int i = 0; i < 4; i++) printf("%s:%d ", people[i].name, people[i].age);
  printf("\n");
  return 0;
}
