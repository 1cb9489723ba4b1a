/* The heap: C11 7.22.3. The processor keeps it, so that it can explain misuse. */
#include <errno.h>
#include <stdlib.h>
#include <forkyard/intrinsics.h>

void *malloc(size_t bytes) {
  void *block = __intrinsic_malloc(bytes);
  if (!block) errno = ENOMEM;
  return block;
}

void *calloc(size_t count, size_t bytes) {
  void *block = __intrinsic_calloc(count, bytes);
  if (!block) errno = ENOMEM;
  return block;
}

void *realloc(void *block, size_t bytes) {
  void *moved = __intrinsic_realloc(block, bytes);
  if (!moved && bytes > 0) errno = ENOMEM;
  return moved;
}

void free(void *block) {
  __intrinsic_free(block);
}
