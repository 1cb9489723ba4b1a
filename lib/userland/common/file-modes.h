/* How modes and sizes of files are written. */
#ifndef FILE_MODES_H
#define FILE_MODES_H
#include <stddef.h>
#include <sys/types.h>
const char *mode_text(mode_t mode, char to[11]); /* "-rw-r--r--" */
void human_size(long bytes, char *to, size_t max); /* "1.5K" */
#endif
