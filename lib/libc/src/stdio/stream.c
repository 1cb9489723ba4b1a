/* Streams: C11 7.21. A terminal is line-buffered, stderr unbuffered, all else fully buffered. The
   buffers are this process's memory, so fork copies what has not been written yet. */
#include <errno.h>
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

FILE *__streams = &standard_input;

void __stream_prepare(FILE *stream) {
  if (stream->mode < 0) {
    int held = errno;
    int terminal = stream->fd >= 0 && isatty(stream->fd);
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

off_t __stream_seek(FILE *stream, off_t offset, int whence) {
  if (!stream->operations) return lseek(stream->fd, offset, whence);
  if (stream->operations->seek) return stream->operations->seek(stream->state, offset, whence);
  errno = ESPIPE;
  return -1;
}

static ssize_t write_some(FILE *stream, const char *from, size_t n) {
  if (!stream->operations) return write(stream->fd, from, n);
  return stream->operations->write(stream->state, from, n);
}

static int write_all(FILE *stream, const char *from, size_t n) {
  while (n > 0) {
    ssize_t written = write_some(stream, from, n);
    if (written <= 0) {
      stream->failed = 1;
      return EOF;
    }
    from += written;
    n -= (size_t)written;
  }
  return 0;
}

int __stream_flush(FILE *stream) {
  if (stream->writing) {
    size_t n = stream->end;
    stream->end = 0;
    return n > 0 ? write_all(stream, stream->buffer, n) : 0;
  }
  /* Gives back what was read ahead, where the file can seek. */
  off_t ahead = (off_t)(stream->end - stream->start) + stream->unget_count;
  if (ahead > 0) {
    int held = errno;
    if (__stream_seek(stream, -ahead, SEEK_CUR) >= 0) {
      stream->start = stream->end = 0;
      stream->unget_count = 0;
    }
    errno = held;
  }
  return 0;
}

int fflush(FILE *stream) {
  int result = 0;
  if (stream) {
    LOCK_STREAM(stream);
    result = __stream_flush(stream);
    UNLOCK_STREAM(stream);
    return result;
  }
  __streams_lock_list();
  for (FILE *at = __streams; at; at = at->next)
    if (at->writing && fflush(at) == EOF) result = EOF;
  __streams_unlock_list();
  return result;
}

int fflush_unlocked(FILE *stream) {
  return stream ? __stream_flush(stream) : fflush(NULL);
}

void __stream_flush_all(void) {
  for (FILE *at = __streams; at; at = at->next) __stream_flush(at);
}

static int start_writing(FILE *stream) {
  if (!stream->writable) {
    stream->failed = 1;
    errno = EBADF;
    return EOF;
  }
  __stream_prepare(stream);
  if (!stream->writing) {
    __stream_flush(stream);
    stream->start = stream->end = 0;
    stream->unget_count = 0;
    stream->writing = 1;
  }
  return 0;
}

/* Of a buffer smaller than this glibc makes no use once it had to be written out. */
#define WORTHWHILE_BYTES 128

static void keep(FILE *stream, const char *from, size_t n) {
  memcpy(stream->buffer + stream->end, from, n);
  stream->end += n;
}

/* Bytes up to and with the last newline, or 0. */
static size_t whole_lines(const char *from, size_t n) {
  while (n > 0 && from[n - 1] != '\n') n--;
  return n;
}

/* glibc's order (_IO_new_file_xsputn), so that the same calls of write(2) happen: what fits is kept, and
   written up to the last newline of a line-buffered stream; else the buffer is filled and written, then
   whole buffers at once, and the rest is kept. The first output of a stream finds no room yet. */
static int put(FILE *stream, const char *from, size_t n) {
  int first = !stream->writing;
  if (start_writing(stream) == EOF) return EOF;
  if (stream->mode == _IONBF) return write_all(stream, from, n);
  size_t room = first ? 0 : stream->bytes - stream->end;
  size_t taken = n < room ? n : room;
  size_t lines = stream->mode == _IOLBF && n <= room ? whole_lines(from, n) : 0;
  if (lines > 0) taken = lines;
  keep(stream, from, taken);
  from += taken;
  n -= taken;
  if (n == 0 && lines == 0) return 0;
  if (__stream_flush(stream) == EOF) return EOF;
  size_t whole = stream->bytes < WORTHWHILE_BYTES ? n : n - n % stream->bytes;
  if (write_all(stream, from, whole) == EOF) return EOF;
  from += whole;
  n -= whole;
  const char *newline;
  while (stream->mode == _IOLBF && (newline = memchr(from, '\n', n)) != NULL) {
    size_t line = (size_t)(newline - from) + 1;
    keep(stream, from, line);
    if (__stream_flush(stream) == EOF) return EOF;
    from += line;
    n -= line;
  }
  keep(stream, from, n);
  return 0;
}

int __stream_put_byte(FILE *stream, char byte) {
  if (stream->orientation > 0 || start_writing(stream) == EOF) return EOF;
  stream->orientation = -1;
  if (stream->mode == _IONBF) return write_all(stream, &byte, 1);
  if (stream->end == stream->bytes && __stream_flush(stream) == EOF) return EOF;
  stream->buffer[stream->end++] = byte;
  return stream->mode == _IOLBF && byte == '\n' ? __stream_flush(stream) : 0;
}

int __stream_put(FILE *stream, const char *from, size_t n) {
  if (stream->orientation > 0) return EOF;
  stream->orientation = -1;
  return put(stream, from, n);
}

int __stream_put_wide(FILE *stream, const char *from, size_t n) {
  if (stream->orientation < 0) return EOF;
  stream->orientation = 1;
  return put(stream, from, n);
}

static ssize_t read_some(FILE *stream, char *to, size_t n) {
  if (!stream->operations) return read(stream->fd, to, n);
  return stream->operations->read(stream->state, to, n);
}

int __stream_fill(FILE *stream) {
  if (!stream->readable) {
    stream->failed = 1;
    errno = EBADF;
    return EOF;
  }
  if (stream->at_end) return EOF;
  __stream_prepare(stream);
  if (stream->writing) {
    __stream_flush(stream);
    stream->writing = 0;
    stream->start = stream->end = 0;
  }
  /* A prompt must be seen before its answer is awaited. */
  if (stream->mode != _IOFBF && stdout->writing && stdout->mode == _IOLBF) fflush(stdout);
  if (!stream->buffer) {
    /* Unbuffered input still needs a place for its one byte. */
    stream->buffer = malloc(1);
    stream->bytes = 1;
    stream->owns_buffer = 1;
    if (!stream->buffer) return EOF;
  }
  ssize_t n = read_some(stream, stream->buffer, stream->mode == _IONBF ? 1 : stream->bytes);
  stream->start = 0;
  stream->end = n > 0 ? (size_t)n : 0;
  if (n == 0) stream->at_end = 1;
  if (n < 0) stream->failed = 1;
  return n > 0 ? 0 : EOF;
}
