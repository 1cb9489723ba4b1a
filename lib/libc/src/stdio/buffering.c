/* How a stream is buffered, and what is known of it: C11 7.21.5.5, 7.21.10, <stdio_ext.h>. */
#include <errno.h>
#include <stdlib.h>
#include <stdio_ext.h>
#include <forkyard/stream.h>

int setvbuf(FILE *restrict stream, char *restrict buffer, int mode, size_t bytes) {
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
  for (FILE *at = __streams; at; at = at->next)
    if (at->writing && at->mode == _IOLBF) __stream_flush(at);
}
