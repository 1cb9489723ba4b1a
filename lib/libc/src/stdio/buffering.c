/* How a stream is buffered, and what is known of it: C11 7.21.5.5, 7.21.10, <stdio_ext.h>. */
#include <errno.h>
#include <stdlib.h>
#include <stdio_ext.h>
#include <forkyard/stream.h>

static int set_buffer(FILE *stream, char *buffer, int mode, size_t bytes) {
  if (mode != _IOFBF && mode != _IOLBF && mode != _IONBF) return -1;
  __stream_flush(stream);
  stream->mode = mode;
  if (mode == _IONBF) {
    if (!stream->writing && stream->start < stream->end) return 0;
    if (stream->owns_buffer) free(stream->buffer);
    stream->owns_buffer = 0;
    stream->buffer = NULL;
    stream->bytes = stream->start = stream->end = 0;
  } else if (buffer && bytes > 0) {
    if (stream->owns_buffer) free(stream->buffer);
    stream->owns_buffer = 0;
    stream->buffer = buffer;
    stream->bytes = bytes;
    stream->start = stream->end = 0;
  }
  return 0;
}

int setvbuf(FILE *restrict stream, char *restrict buffer, int mode, size_t bytes) {
  LOCK_STREAM(stream);
  int result = set_buffer(stream, buffer, mode, bytes);
  UNLOCK_STREAM(stream);
  return result;
}

void setbuf(FILE *restrict stream, char *restrict buffer) {
  setvbuf(stream, buffer, buffer ? _IOFBF : _IONBF, BUFSIZ);
}

void setbuffer(FILE *stream, char *buffer, size_t bytes) {
  setvbuf(stream, buffer, buffer ? _IOFBF : _IONBF, bytes);
}

void setlinebuf(FILE *stream) {
  setvbuf(stream, NULL, _IOLBF, 0);
}

int fileno(FILE *stream) {
  if (stream->fd >= 0) return stream->fd;
  errno = EBADF;
  return -1;
}

int feof(FILE *stream) {
  return stream->at_end;
}

int ferror(FILE *stream) {
  return stream->failed;
}

void clearerr(FILE *stream) {
  stream->at_end = stream->failed = 0;
}

/* Each of them is one access: there is nothing to lock. */
int fileno_unlocked(FILE *stream) {
  return fileno(stream);
}

int feof_unlocked(FILE *stream) {
  return feof(stream);
}

int ferror_unlocked(FILE *stream) {
  return ferror(stream);
}

void clearerr_unlocked(FILE *stream) {
  clearerr(stream);
}

size_t __fbufsize(FILE *stream) {
  return stream->bytes;
}

size_t __fpending(FILE *stream) {
  return stream->writing ? stream->end : 0;
}

int __flbf(FILE *stream) {
  return stream->mode == _IOLBF;
}

int __freadable(FILE *stream) {
  return stream->readable;
}

int __fwritable(FILE *stream) {
  return stream->writable;
}

int __freading(FILE *stream) {
  return !stream->writable || (!stream->writing && stream->end > 0);
}

int __fwriting(FILE *stream) {
  return !stream->readable || stream->writing;
}

void __fpurge(FILE *stream) {
  stream->start = stream->end = 0;
  stream->unget_count = 0;
}

void _flushlbf(void) {
  __streams_lock_list();
  for (FILE *at = __streams; at; at = at->next)
    if (at->writing && at->mode == _IOLBF) fflush(at);
  __streams_unlock_list();
}
