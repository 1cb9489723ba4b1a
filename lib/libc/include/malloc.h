/* malloc(3). mallinfo, mallopt and malloc_stats tell of glibc's arenas, which this heap hasn't. */
#ifndef _MALLOC_H
#define _MALLOC_H
#include <stdlib.h>
void *memalign(size_t alignment, size_t bytes);
void *pvalloc(size_t bytes);
size_t malloc_usable_size(void *block);
#endif
