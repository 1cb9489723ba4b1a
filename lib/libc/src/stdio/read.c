/* Reading bytes: C11 7.21.7 and 7.21.8; unlocked_stdio(3). */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <forkyard/stream.h>

int fgetc_unlocked(FILE *stream) {
  if (stream->unget_count > 0) return stream->unget[--stream->unget_count];
  if ((stream->writing || stream->start == stream->end) && __stream_fill(stream) == EOF) return EOF;
  return (unsigned char)stream->buffer[stream->start++];
}

int fgetc(FILE *stream) {
  if (!__streams_locked) {
    if (stream->unget_count > 0) return stream->unget[--stream->unget_count];
    if ((stream->writing || stream->start == stream->end) && __stream_fill(stream) == EOF)
      return EOF;
    return (unsigned char)stream->buffer[stream->start++];
  }
  flockfile(stream);
  int c = fgetc_unlocked(stream);
  funlockfile(stream);
  return c;
}

int getc(FILE *stream) {
  return fgetc(stream);
}

int getchar(void) {
  return fgetc(stdin);
}

int getc_unlocked(FILE *stream) {
  return fgetc_unlocked(stream);
}

int getchar_unlocked(void) {
  return fgetc_unlocked(stdin);
}

int getw(FILE *stream) {
  int word;
  return fread(&word, sizeof word, 1, stream) == 1 ? word : EOF;
}

static int take_back(FILE *stream, int c) {
  if (c == EOF || stream->unget_count == UNGET_MAX) return EOF;
  if (stream->writing) {
    __stream_flush(stream);
    stream->writing = 0;
    stream->start = stream->end = 0;
  }
  stream->unget[stream->unget_count++] = (unsigned char)c;
  stream->at_end = 0;
  return (unsigned char)c;
}

int ungetc(int c, FILE *stream) {
  LOCK_STREAM(stream);
  int result = take_back(stream, c);
  UNLOCK_STREAM(stream);
  return result;
}

/* Copies bytes to `to` up to and with `stop`, at most `max`; what is there at once, or 0 at the end. */
static size_t take_until(FILE *stream, char *to, size_t max, int stop) {
  if (stream->unget_count > 0) {
    *to = (char)stream->unget[--stream->unget_count];
    return 1;
  }
  if ((stream->writing || stream->start == stream->end) && __stream_fill(stream) == EOF) return 0;
  const char *from = stream->buffer + stream->start;
  size_t there = stream->end - stream->start;
  if (there > max) there = max;
  const char *found = memchr(from, stop, there);
  if (found) there = (size_t)(found - from) + 1;
  memcpy(to, from, there);
  stream->start += there;
  return there;
}

char *fgets_unlocked(char *restrict to, int max, FILE *restrict stream) {
  if (max <= 0) return NULL;
  int failed = stream->failed;
  stream->failed = 0;
  size_t n = 0;
  while (n < (size_t)max - 1) {
    size_t taken = take_until(stream, to + n, (size_t)max - 1 - n, '\n');
    if (taken == 0) break;
    n += taken;
    if (to[n - 1] == '\n') break;
  }
  int broken = stream->failed && errno != EAGAIN;
  stream->failed |= failed;
  if (max > 1 && (n == 0 || broken)) return NULL;
  to[n] = '\0';
  return to;
}

char *fgets(char *restrict to, int max, FILE *restrict stream) {
  LOCK_STREAM(stream);
  char *line = fgets_unlocked(to, max, stream);
  UNLOCK_STREAM(stream);
  return line;
}

static ssize_t read_line(char **line, size_t *max, int stop, FILE *stream) {
  if (!line || !max) {
    errno = EINVAL;
    return -1;
  }
  size_t n = 0;
  if (!*line || *max == 0) {
    *max = 120;
    char *fresh = realloc(*line, *max);
    if (!fresh) return -1;
    *line = fresh;
  }
  for (;;) {
    if (n + 1 >= *max) {
      size_t wanted = *max * 2 < 120 ? 120 : *max * 2;
      char *larger = realloc(*line, wanted);
      if (!larger) return -1;
      *line = larger;
      *max = wanted;
    }
    size_t taken = take_until(stream, *line + n, *max - 1 - n, stop);
    if (taken == 0) break;
    n += taken;
    if ((*line)[n - 1] == (char)stop) break;
  }
  if (n == 0) return -1;
  (*line)[n] = '\0';
  return (ssize_t)n;
}

ssize_t getdelim(char **restrict line, size_t *restrict max, int stop, FILE *restrict stream) {
  LOCK_STREAM(stream);
  ssize_t n = read_line(line, max, stop, stream);
  UNLOCK_STREAM(stream);
  return n;
}

ssize_t getline(char **restrict line, size_t *restrict max, FILE *restrict stream) {
  return getdelim(line, max, '\n', stream);
}

size_t fread_unlocked(void *restrict to, size_t bytes, size_t count, FILE *restrict stream) {
  size_t wanted = bytes * count;
  size_t n = 0;
  char *at = to;
  while (n < wanted) {
    if (stream->unget_count > 0) {
      at[n++] = (char)stream->unget[--stream->unget_count];
      continue;
    }
    if ((stream->writing || stream->start == stream->end) && __stream_fill(stream) == EOF) break;
    size_t there = stream->end - stream->start;
    size_t taken = wanted - n < there ? wanted - n : there;
    memcpy(at + n, stream->buffer + stream->start, taken);
    stream->start += taken;
    n += taken;
  }
  return bytes == 0 ? 0 : n / bytes;
}

size_t fread(void *restrict to, size_t bytes, size_t count, FILE *restrict stream) {
  LOCK_STREAM(stream);
  size_t n = fread_unlocked(to, bytes, count, stream);
  UNLOCK_STREAM(stream);
  return n;
}
