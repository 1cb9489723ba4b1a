/* malloc, calloc, realloc, free: contents survive, alignment, many blocks. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void) {
  int *v = malloc(10 * sizeof *v);
  for (int i = 0; i < 10; i++) v[i] = i * i;
  v = realloc(v, 1000 * sizeof *v);
  for (int i = 10; i < 1000; i++) v[i] = i;
  long sum = 0;
  for (int i = 0; i < 1000; i++) sum += v[i];
  printf("%ld %d\n", sum, v[9]);
  v = realloc(v, 5 * sizeof *v);
  printf("%d\n", v[4]);
  free(v);
  char *zeros = calloc(100, 3);
  int any = 0;
  for (int i = 0; i < 300; i++) any |= zeros[i];
  printf("%d\n", any);
  free(zeros);
  char *blocks[200];
  for (int i = 0; i < 200; i++) {
    blocks[i] = malloc(i + 1);
    memset(blocks[i], i, i + 1);
    if ((uintptr_t)blocks[i] % 16) printf("misaligned\n");
  }
  for (int i = 0; i < 200; i += 2) free(blocks[i]);
  for (int i = 0; i < 200; i += 2) {
    blocks[i] = malloc(3 * i + 7);
    memset(blocks[i], i, 3 * i + 7);
  }
  int good = 1;
  for (int i = 1; i < 200; i += 2)
    for (int j = 0; j <= i; j++) good &= (unsigned char)blocks[i][j] == i;
  printf("%d\n", good);
  for (int i = 0; i < 200; i++) free(blocks[i]);
  free(NULL);
  int **grid = malloc(5 * sizeof *grid);
  for (int i = 0; i < 5; i++) {
    grid[i] = malloc(5 * sizeof **grid);
    for (int j = 0; j < 5; j++) grid[i][j] = i ^ j;
  }
  for (int i = 0; i < 5; i++) {
    for (int j = 0; j < 5; j++) printf("%d", grid[i][j]);
    free(grid[i]);
    printf(" ");
  }
  free(grid);
  printf("\n");
  char *copy = strdup("duplicated");
  printf("%s\n", copy);
  free(copy);
  return 0;
}
