/* The heap: C11 7.22.3, POSIX posix_memalign, malloc_usable_size(3). The processor keeps it, so that it
   can explain misuse. */
#include <errno.h>
#include <malloc.h>
#include <stdint.h>
#include <stdlib.h>
#include <unistd.h>
#include <forkyard/intrinsics.h>

static void *checked(void *block) {
  if (!block) errno = ENOMEM;
  return block;
}

void *malloc(size_t bytes) {
  return checked(__intrinsic_malloc(bytes));
}

void *calloc(size_t count, size_t bytes) {
  return checked(__intrinsic_calloc(count, bytes));
}

void *realloc(void *block, size_t bytes) {
  void *moved = __intrinsic_realloc(block, bytes);
  if (!moved && bytes > 0) errno = ENOMEM;
  return moved;
}

void *reallocarray(void *block, size_t count, size_t bytes) {
  if (bytes > 0 && count > SIZE_MAX / bytes) {
    errno = ENOMEM;
    return NULL;
  }
  return realloc(block, count * bytes);
}

void free(void *block) {
  __intrinsic_free(block);
}

static int is_power_of_two(size_t n) {
  return n > 0 && (n & (n - 1)) == 0;
}

/* glibc rounds an odd alignment up to a power of two. */
void *memalign(size_t alignment, size_t bytes) {
  size_t power = 16;
  while (power < alignment && power < SIZE_MAX / 2) power *= 2;
  return checked(__intrinsic_aligned_alloc(power, bytes));
}

void *aligned_alloc(size_t alignment, size_t bytes) {
  return memalign(alignment, bytes);
}

int posix_memalign(void **block, size_t alignment, size_t bytes) {
  if (alignment % sizeof(void *) != 0 || !is_power_of_two(alignment)) return EINVAL;
  void *fresh = __intrinsic_aligned_alloc(alignment, bytes);
  if (!fresh) return ENOMEM;
  *block = fresh;
  return 0;
}

void *valloc(size_t bytes) {
  return memalign(4096, bytes);
}

void *pvalloc(size_t bytes) {
  return memalign(4096, (bytes + 4095) / 4096 * 4096);
}

/* Never more than was asked for: what lies behind is watched. */
size_t malloc_usable_size(void *block) {
  return __intrinsic_block_bytes(block);
}
