/* Writing bytes: C11 7.21.7 and 7.21.8. */
#include <string.h>
#include <forkyard/stream.h>

int fputc(int c, FILE *stream) {
  char byte = (char)c;
  if (stream->writing && stream->mode == _IOFBF && stream->end < stream->bytes) {
    stream->buffer[stream->end++] = byte;
    return (unsigned char)byte;
  }
  return __stream_put_byte(stream, byte) == EOF ? EOF : (unsigned char)byte;
}

int putc(int c, FILE *stream) {
  return fputc(c, stream);
}

int putchar(int c) {
  return fputc(c, stdout);
}

int putw(int word, FILE *stream) {
  return fwrite(&word, sizeof word, 1, stream) == 1 ? 0 : EOF;
}

int fputs(const char *restrict text, FILE *restrict stream) {
  return __stream_put(stream, text, strlen(text)) == EOF ? EOF : 1;
}

int puts(const char *text) {
  size_t n = strlen(text);
  if (__stream_put(stdout, text, n) == EOF || fputc('\n', stdout) == EOF) return EOF;
  return (int)n + 1;
}

size_t fwrite(const void *restrict from, size_t bytes, size_t count, FILE *restrict stream) {
  if (bytes * count == 0) return 0;
  return __stream_put(stream, from, bytes * count) == EOF ? 0 : count;
}
