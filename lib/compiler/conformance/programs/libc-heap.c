/* Aligned blocks, arrays that overflow, sizes of zero, usable sizes. */
#define _GNU_SOURCE
#include <errno.h>
#include <malloc.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void) {
  void *blocks[12];
  int n = 0;
  for (size_t alignment = 16; alignment <= 4096; alignment *= 4) {
    blocks[n] = aligned_alloc(alignment, alignment * 2);
    printf("%d ", (uintptr_t)blocks[n] % alignment == 0);
    memset(blocks[n++], 1, alignment * 2);
  }
  for (size_t alignment = 8; alignment <= 512; alignment *= 8) {
    printf("%d ", posix_memalign(&blocks[n], alignment, 100));
    printf("%d ", (uintptr_t)blocks[n] % alignment == 0);
    memset(blocks[n++], 2, 100);
  }
  void *same = &n;
  printf("%d %d\n", posix_memalign(&same, 3, 10) == EINVAL, same == &n);
  blocks[n] = memalign(64, 10);
  printf("%d ", (uintptr_t)blocks[n++] % 64 == 0);
  blocks[n] = valloc(10);
  printf("%d\n", (uintptr_t)blocks[n++] % 4096 == 0);
  blocks[0] = realloc(blocks[0], 500);
  printf("%d\n", ((char *)blocks[0])[31]);
  for (int i = 0; i < n; i++) free(blocks[i]);
  errno = 0;
  printf("%d", reallocarray(NULL, SIZE_MAX / 2, 4) == NULL);
  printf(" %d", errno == ENOMEM);
  errno = 0;
  volatile size_t huge = SIZE_MAX / 2;
  printf(" %d", calloc(huge, 4) == NULL);
  printf(" %d\n", errno == ENOMEM);
  int *numbers = reallocarray(NULL, 10, sizeof(int));
  for (int i = 0; i < 10; i++) numbers[i] = i;
  numbers = reallocarray(numbers, 20, sizeof(int));
  printf("%d %d\n", numbers[9], malloc_usable_size(numbers) >= 80);
  free(numbers);
  void *zero = malloc(0);
  printf("%d\n", zero != NULL);
  free(zero);
  free(NULL);
  return 0;
}
