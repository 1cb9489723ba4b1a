#include <stdio.h>
#include <stdlib.h>

static void sort(int *values, int low, int high) {
  if (low >= high) return;
  int pivot = values[low + (high - low) / 2];
  int i = low, j = high;
  while (i <= j) {
    while (values[i] < pivot) i++;
    while (values[j] > pivot) j--;
    if (i <= j) {
      int kept = values[i];
      values[i] = values[j];
      values[j] = kept;
      i++;
      j--;
    }
  }
  sort(values, low, j);
  sort(values, i, high);
}

int main(void) {
  int *values = malloc(SIZE * sizeof *values);
  unsigned seed = 1;
  for (int i = 0; i < SIZE; i++) {
    seed = seed * 1103515245u + 12345u;
    values[i] = (int)(seed >> 8);
  }
  sort(values, 0, SIZE - 1);
  for (int i = 1; i < SIZE; i++) {
    if (values[i - 1] > values[i]) return 1;
  }
  printf("%d %d\n", values[0], values[SIZE - 1]);
  free(values);
  return 0;
}
