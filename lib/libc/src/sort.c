/* qsort, qsort_r and bsearch: C11 7.22.5. As in glibc qsort merges and is stable, falling back to no memory by
   insertion. */
#include <stdlib.h>
#include <string.h>

typedef int (*comparison)(const void *, const void *, void *);

static void insertion_sort(char *base, size_t count, size_t bytes, comparison compare,
                           void *argument) {
  for (size_t i = 1; i < count; i++) {
    for (char *at = base + i * bytes; at > base && compare(at - bytes, at, argument) > 0; at -= bytes) {
      for (size_t k = 0; k < bytes; k++) {
        char held = at[k];
        at[k] = at[(long)k - (long)bytes];
        at[(long)k - (long)bytes] = held;
      }
    }
  }
}

static void merge_sort(char *base, size_t count, size_t bytes, comparison compare, void *argument,
                       char *spare) {
  if (count < 2) return;
  size_t half = count / 2;
  char *left = base;
  char *right = base + half * bytes;
  merge_sort(left, half, bytes, compare, argument, spare);
  merge_sort(right, count - half, bytes, compare, argument, spare);
  char *left_end = right;
  char *right_end = base + count * bytes;
  char *to = spare;
  while (left < left_end && right < right_end) {
    if (compare(left, right, argument) <= 0) {
      memcpy(to, left, bytes);
      left += bytes;
    } else {
      memcpy(to, right, bytes);
      right += bytes;
    }
    to += bytes;
  }
  memcpy(to, left, (size_t)(left_end - left));
  to += left_end - left;
  /* What is left of the right half already stands where it belongs. */
  memcpy(base, spare, (size_t)(to - spare));
}

void qsort_r(void *base, size_t count, size_t bytes, comparison compare, void *argument) {
  if (count < 2 || bytes == 0) return;
  char *spare = malloc(count * bytes);
  if (spare) {
    merge_sort(base, count, bytes, compare, argument, spare);
    free(spare);
  } else {
    insertion_sort(base, count, bytes, compare, argument);
  }
}

/* A function that takes two arguments doesn't look at the third: one sort serves both. */
void qsort(void *base, size_t count, size_t bytes, int (*compare)(const void *, const void *)) {
  qsort_r(base, count, bytes, (comparison)compare, NULL);
}

void *bsearch(const void *key, const void *base, size_t count, size_t bytes,
              int (*compare)(const void *, const void *)) {
  const char *low = base;
  while (count > 0) {
    const char *middle = low + count / 2 * bytes;
    int order = compare(key, middle);
    if (order == 0) return (void *)middle;
    if (order > 0) {
      low = middle + bytes;
      count--;
    }
    count /= 2;
  }
  return NULL;
}
