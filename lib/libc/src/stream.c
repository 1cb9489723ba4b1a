/* Streams: C11 7.21. A terminal is line-buffered, stderr unbuffered, all else fully buffered. The
   buffers are this process's memory, so fork copies what has not been written yet. */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <forkyard/stream.h>

#define FILE_BUFFER_BYTES 4096
#define TERMINAL_BUFFER_BYTES 1024

static char input_buffer[FILE_BUFFER_BYTES];
static char output_buffer[FILE_BUFFER_BYTES];

static FILE standard_error = {.fd = 2, .mode = _IONBF, .writable = 1};
static FILE standard_output = {
    .fd = 1, .mode = -1, .writable = 1, .buffer = output_buffer, .next = &standard_error};
static FILE standard_input = {
    .fd = 0, .mode = -1, .readable = 1, .buffer = input_buffer, .next = &standard_output};

#undef stdin
#undef stdout
#undef stderr
FILE *stdin = &standard_input;
FILE *stdout = &standard_output;
FILE *stderr = &standard_error;

static FILE *streams = &standard_input;

void __stream_prepare(FILE *stream) {
  if (stream->mode < 0) {
    int held = errno;
    int terminal = isatty(stream->fd);
    errno = held;
    stream->mode = terminal ? _IOLBF : _IOFBF;
    if (stream->bytes == 0) stream->bytes = terminal ? TERMINAL_BUFFER_BYTES : FILE_BUFFER_BYTES;
  }
  if (stream->mode == _IONBF) return;
  if (stream->bytes == 0) stream->bytes = FILE_BUFFER_BYTES;
  if (!stream->buffer) {
    stream->buffer = malloc(stream->bytes);
    if (stream->buffer) stream->owns_buffer = 1;
    else stream->mode = _IONBF;
  }
}

static int write_all(FILE *stream, const char *from, size_t n) {
  while (n > 0) {
    ssize_t written = write(stream->fd, from, n);
    if (written < 0) {
      stream->failed = 1;
      return EOF;
    }
    from += written;
    n -= (size_t)written;
  }
  return 0;
}

static int flush_one(FILE *stream) {
  if (stream->writing) {
    size_t n = stream->end;
    stream->end = 0;
    return n > 0 ? write_all(stream, stream->buffer, n) : 0;
  }
  /* Gives back what was read ahead, where the file can seek. */
  if (stream->end > stream->start) {
    int held = errno;
    if (lseek(stream->fd, (off_t)stream->start - (off_t)stream->end, SEEK_CUR) >= 0)
      stream->start = stream->end = 0;
    errno = held;
  }
  return 0;
}

int fflush(FILE *stream) {
  if (stream) return flush_one(stream);
  int result = 0;
  for (FILE *at = streams; at; at = at->next)
    if (flush_one(at) == EOF) result = EOF;
  return result;
}

static int start_writing(FILE *stream) {
  if (!stream->writable) {
    stream->failed = 1;
    errno = EBADF;
    return EOF;
  }
  __stream_prepare(stream);
  if (!stream->writing) {
    flush_one(stream);
    stream->start = stream->end = 0;
    stream->unget_count = 0;
    stream->writing = 1;
  }
  return 0;
}

static int put_buffered(FILE *stream, const char *from, size_t n) {
  while (n > 0) {
    if (stream->end == stream->bytes && flush_one(stream) == EOF) return EOF;
    if (stream->end == 0 && n >= stream->bytes) {
      size_t whole = n - n % stream->bytes;
      if (write_all(stream, from, whole) == EOF) return EOF;
      from += whole;
      n -= whole;
      continue;
    }
    size_t room = stream->bytes - stream->end;
    size_t taken = n < room ? n : room;
    memcpy(stream->buffer + stream->end, from, taken);
    stream->end += taken;
    from += taken;
    n -= taken;
  }
  return 0;
}

int __stream_put(FILE *stream, const char *from, size_t n) {
  if (start_writing(stream) == EOF) return EOF;
  if (stream->mode == _IONBF) return write_all(stream, from, n);
  if (stream->mode == _IOLBF) {
    size_t lines = n;
    while (lines > 0 && from[lines - 1] != '\n') lines--;
    if (lines > 0) {
      if (put_buffered(stream, from, lines) == EOF || flush_one(stream) == EOF) return EOF;
      from += lines;
      n -= lines;
    }
  }
  return put_buffered(stream, from, n);
}

/* Fills the buffer with at least a byte, or EOF. */
static int fill(FILE *stream) {
  if (!stream->readable) {
    stream->failed = 1;
    errno = EBADF;
    return EOF;
  }
  if (stream->at_end) return EOF;
  __stream_prepare(stream);
  if (stream->writing) {
    flush_one(stream);
    stream->writing = 0;
    stream->start = stream->end = 0;
  }
  /* A prompt must be seen before its answer is awaited. */
  if (stream->mode != _IOFBF && stdout->writing && stdout->mode == _IOLBF) flush_one(stdout);
  if (!stream->buffer) {
    /* Unbuffered input still needs a place for its one byte. */
    stream->buffer = malloc(1);
    stream->bytes = 1;
    stream->owns_buffer = 1;
    if (!stream->buffer) return EOF;
  }
  ssize_t n = read(stream->fd, stream->buffer, stream->mode == _IONBF ? 1 : stream->bytes);
  stream->start = 0;
  stream->end = n > 0 ? (size_t)n : 0;
  if (n == 0) stream->at_end = 1;
  if (n < 0) stream->failed = 1;
  return n > 0 ? 0 : EOF;
}

int fgetc(FILE *stream) {
  if (stream->unget_count > 0) return stream->unget[--stream->unget_count];
  if ((stream->writing || stream->start == stream->end) && fill(stream) == EOF) return EOF;
  return (unsigned char)stream->buffer[stream->start++];
}

int getc(FILE *stream) {
  return fgetc(stream);
}

int getchar(void) {
  return fgetc(stdin);
}

int ungetc(int c, FILE *stream) {
  if (c == EOF || stream->unget_count == UNGET_MAX) return EOF;
  stream->unget[stream->unget_count++] = (unsigned char)c;
  stream->at_end = 0;
  return c;
}

char *fgets(char *restrict to, int max, FILE *restrict stream) {
  int n = 0;
  while (n < max - 1) {
    int c = fgetc(stream);
    if (c == EOF) break;
    to[n++] = (char)c;
    if (c == '\n') break;
  }
  if (n == 0) return NULL;
  to[n] = '\0';
  return to;
}

ssize_t getline(char **restrict line, size_t *restrict max, FILE *restrict stream) {
  size_t n = 0;
  for (;;) {
    if (!*line || n + 2 > *max) {
      size_t wanted = !*line || *max < 60 ? 120 : *max * 2;
      char *larger = realloc(*line, wanted);
      if (!larger) return -1;
      *line = larger;
      *max = wanted;
    }
    int c = fgetc(stream);
    if (c == EOF) break;
    (*line)[n++] = (char)c;
    if (c == '\n') break;
  }
  (*line)[n] = '\0';
  return n == 0 ? -1 : (ssize_t)n;
}

int fputc(int c, FILE *stream) {
  char byte = (char)c;
  return __stream_put(stream, &byte, 1) == EOF ? EOF : (unsigned char)byte;
}

int putc(int c, FILE *stream) {
  return fputc(c, stream);
}

int putchar(int c) {
  return fputc(c, stdout);
}

int fputs(const char *restrict text, FILE *restrict stream) {
  return __stream_put(stream, text, strlen(text)) == EOF ? EOF : 1;
}

int puts(const char *text) {
  return fputs(text, stdout) == EOF || fputc('\n', stdout) == EOF ? EOF : 1;
}

size_t fread(void *restrict to, size_t bytes, size_t count, FILE *restrict stream) {
  size_t wanted = bytes * count;
  size_t n = 0;
  char *at = to;
  while (n < wanted) {
    if (stream->unget_count > 0) {
      at[n++] = (char)stream->unget[--stream->unget_count];
      continue;
    }
    if ((stream->writing || stream->start == stream->end) && fill(stream) == EOF) break;
    size_t there = stream->end - stream->start;
    size_t taken = wanted - n < there ? wanted - n : there;
    memcpy(at + n, stream->buffer + stream->start, taken);
    stream->start += taken;
    n += taken;
  }
  return bytes == 0 ? 0 : n / bytes;
}

size_t fwrite(const void *restrict from, size_t bytes, size_t count, FILE *restrict stream) {
  if (bytes * count == 0) return 0;
  return __stream_put(stream, from, bytes * count) == EOF ? 0 : count;
}

FILE *fdopen(int fd, const char *mode) {
  FILE *stream = calloc(1, sizeof *stream);
  if (!stream) return NULL;
  stream->fd = fd;
  stream->mode = -1;
  stream->readable = *mode == 'r' || strchr(mode, '+') != NULL;
  stream->writable = *mode != 'r' || strchr(mode, '+') != NULL;
  stream->append = *mode == 'a';
  stream->next = streams;
  streams = stream;
  return stream;
}

FILE *fopen(const char *restrict path, const char *restrict mode) {
  int flags = strchr(mode, '+') ? O_RDWR : *mode == 'r' ? O_RDONLY : O_WRONLY;
  if (*mode == 'w') flags |= O_CREAT | O_TRUNC;
  else if (*mode == 'a') flags |= O_CREAT | O_APPEND;
  else if (*mode != 'r') {
    errno = EINVAL;
    return NULL;
  }
  if (strchr(mode, 'x')) flags |= O_EXCL;
  if (strchr(mode, 'e')) flags |= O_CLOEXEC;
  int fd = open(path, flags, 0666);
  if (fd < 0) return NULL;
  FILE *stream = fdopen(fd, mode);
  if (!stream) close(fd);
  return stream;
}

int fclose(FILE *stream) {
  int result = flush_one(stream);
  for (FILE **at = &streams; *at; at = &(*at)->next) {
    if (*at == stream) {
      *at = stream->next;
      break;
    }
  }
  if (close(stream->fd) < 0) result = EOF;
  if (stream->owns_buffer) free(stream->buffer);
  stream->buffer = NULL;
  stream->owns_buffer = stream->readable = stream->writable = 0;
  if (stream != &standard_input && stream != &standard_output && stream != &standard_error)
    free(stream);
  return result;
}

int fileno(FILE *stream) {
  return stream->fd;
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

int fseek(FILE *stream, long offset, int whence) {
  if (whence == SEEK_CUR && !stream->writing)
    offset -= (long)(stream->end - stream->start) + stream->unget_count;
  if (stream->writing && flush_one(stream) == EOF) return -1;
  if (lseek(stream->fd, offset, whence) < 0) return -1;
  stream->start = stream->end = 0;
  stream->unget_count = 0;
  stream->at_end = 0;
  return 0;
}

long ftell(FILE *stream) {
  off_t at = lseek(stream->fd, 0, SEEK_CUR);
  if (at < 0) return -1;
  if (stream->writing) return at + (long)stream->end;
  return at - (long)(stream->end - stream->start) - stream->unget_count;
}

void rewind(FILE *stream) {
  fseek(stream, 0, SEEK_SET);
  stream->failed = 0;
}

int setvbuf(FILE *restrict stream, char *restrict buffer, int mode, size_t bytes) {
  if (mode != _IOFBF && mode != _IOLBF && mode != _IONBF) return -1;
  flush_one(stream);
  stream->mode = mode;
  if (buffer && bytes > 0 && mode != _IONBF) {
    if (stream->owns_buffer) free(stream->buffer);
    stream->owns_buffer = 0;
    stream->buffer = buffer;
    stream->bytes = bytes;
    stream->start = stream->end = 0;
  } else if (stream->bytes == 0 && mode != _IONBF) {
    stream->bytes = FILE_BUFFER_BYTES;
  }
  return 0;
}

void setbuf(FILE *restrict stream, char *restrict buffer) {
  setvbuf(stream, buffer, buffer ? _IOFBF : _IONBF, BUFSIZ);
}

void setlinebuf(FILE *stream) {
  setvbuf(stream, NULL, _IOLBF, 0);
}
