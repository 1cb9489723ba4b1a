/* What a FILE is, for the C library only. */
#ifndef _FORKYARD_STREAM_H
#define _FORKYARD_STREAM_H
#include <stdio.h>

#define UNGET_MAX 4

struct __file {
  int fd;
  /* _IOFBF, _IOLBF, _IONBF, or -1: to be decided by what fd is, at the first transfer. */
  int mode;
  int readable, writable, append;
  int at_end, failed;
  /* The last transfer was a write: buffer[0, end) is yet to be written. Else buffer[start, end) is
     yet to be read. */
  int writing;
  char *buffer;
  size_t bytes, start, end;
  int owns_buffer;
  unsigned char unget[UNGET_MAX];
  int unget_count;
  FILE *next;
};

/* Writes or buffers n bytes; 0 or EOF. */
int __stream_put(FILE *stream, const char *from, size_t n);
/* Decides mode and buffer. */
void __stream_prepare(FILE *stream);
#endif
