/* Writing bytes: C11 7.21.7 and 7.21.8; unlocked_stdio(3). */
#include <string.h>
#include <forkyard/stream.h>

int fputc_unlocked(int c, FILE *stream) {
  char byte = (char)c;
  if (stream->writing && stream->mode == _IOFBF && stream->end < stream->bytes) {
    stream->buffer[stream->end++] = byte;
    return (unsigned char)byte;
  }
  return __stream_put_byte(stream, byte) == EOF ? EOF : (unsigned char)byte;
}

int fputc(int c, FILE *stream) {
  char byte = (char)c;
  if (!__streams_locked && stream->writing && stream->mode == _IOFBF &&
      stream->end < stream->bytes) {
    stream->buffer[stream->end++] = byte;
    return (unsigned char)byte;
  }
  LOCK_STREAM(stream);
  int result = __stream_put_byte(stream, byte);
  UNLOCK_STREAM(stream);
  return result == EOF ? EOF : (unsigned char)byte;
}

int putc(int c, FILE *stream) {
  return fputc(c, stream);
}

int putchar(int c) {
  return fputc(c, stdout);
}

int putc_unlocked(int c, FILE *stream) {
  return fputc_unlocked(c, stream);
}

int putchar_unlocked(int c) {
  return fputc_unlocked(c, stdout);
}

int putw(int word, FILE *stream) {
  return fwrite(&word, sizeof word, 1, stream) == 1 ? 0 : EOF;
}

int fputs_unlocked(const char *restrict text, FILE *restrict stream) {
  return __stream_put(stream, text, strlen(text)) == EOF ? EOF : 1;
}

int fputs(const char *restrict text, FILE *restrict stream) {
  LOCK_STREAM(stream);
  int result = fputs_unlocked(text, stream);
  UNLOCK_STREAM(stream);
  return result;
}

int puts(const char *text) {
  size_t n = strlen(text);
  FILE *stream = stdout;
  LOCK_STREAM(stream);
  int failed = __stream_put(stream, text, n) == EOF || fputc_unlocked('\n', stream) == EOF;
  UNLOCK_STREAM(stream);
  return failed ? EOF : (int)n + 1;
}

size_t fwrite_unlocked(const void *restrict from, size_t bytes, size_t count,
                       FILE *restrict stream) {
  if (bytes * count == 0) return 0;
  return __stream_put(stream, from, bytes * count) == EOF ? 0 : count;
}

size_t fwrite(const void *restrict from, size_t bytes, size_t count, FILE *restrict stream) {
  LOCK_STREAM(stream);
  size_t written = fwrite_unlocked(from, bytes, count, stream);
  UNLOCK_STREAM(stream);
  return written;
}
