/* Streams in memory: POSIX fmemopen and open_memstream, and fopencookie(3). */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <forkyard/stream.h>

static FILE *on_operations(const struct __stream_operations *operations, void *state,
                           const char *mode) {
  FILE *stream = __stream_new();
  if (!stream) return NULL;
  __stream_mode(stream, mode);
  stream->fd = -1;
  stream->operations = operations;
  stream->state = state;
  return stream;
}

/* fmemopen: the first `used` of `bytes` hold contents. */
struct fixed {
  char *buffer;
  size_t bytes, used, at;
  int owned, append;
};

static ssize_t fixed_read(void *state, char *to, size_t n) {
  struct fixed *memory = state;
  if (memory->at >= memory->used) return 0;
  if (n > memory->used - memory->at) n = memory->used - memory->at;
  memcpy(to, memory->buffer + memory->at, n);
  memory->at += n;
  return (ssize_t)n;
}

static ssize_t fixed_write(void *state, const char *from, size_t n) {
  struct fixed *memory = state;
  size_t at = memory->append ? memory->used : memory->at;
  int closes = n == 0 || from[n - 1] != '\0';
  if (at + n > memory->bytes) {
    if (memory->at + (size_t)closes >= memory->bytes) {
      errno = ENOSPC;
      return 0;
    }
    n = memory->bytes - at;
  }
  memcpy(memory->buffer + at, from, n);
  memory->at = at + n;
  if (memory->at > memory->used) {
    memory->used = memory->at;
    if (memory->used < memory->bytes && closes) memory->buffer[memory->used] = '\0';
    else if (!memory->append && closes) memory->buffer[memory->bytes - 1] = '\0';
  }
  return (ssize_t)n;
}

static off_t fixed_seek(void *state, off_t offset, int whence) {
  struct fixed *memory = state;
  off_t base = whence == SEEK_SET ? 0 : (off_t)(whence == SEEK_CUR ? memory->at : memory->used);
  if (base + offset < 0 || (size_t)(base + offset) > memory->bytes) {
    errno = EINVAL;
    return -1;
  }
  memory->at = (size_t)(base + offset);
  return base + offset;
}

static int fixed_close(void *state) {
  struct fixed *memory = state;
  if (memory->owned) free(memory->buffer);
  free(memory);
  return 0;
}

FILE *fmemopen(void *restrict buffer, size_t bytes, const char *restrict mode) {
  static const struct __stream_operations operations = {fixed_read, fixed_write, fixed_seek,
                                                        fixed_close};
  FILE probe;
  if (__stream_mode(&probe, mode) < 0) return NULL;
  struct fixed *memory = calloc(1, sizeof *memory);
  if (!memory) return NULL;
  memory->owned = buffer == NULL;
  memory->buffer = buffer ? buffer : calloc(bytes ? bytes : 1, 1);
  if (!memory->buffer) {
    free(memory);
    return NULL;
  }
  if (*mode == 'w' && probe.readable && bytes > 0) memory->buffer[0] = '\0';
  memory->bytes = bytes;
  memory->append = probe.append;
  memory->used = *mode == 'r' ? bytes : strnlen(memory->buffer, bytes);
  if (*mode == 'w') memory->used = 0;
  memory->at = probe.append ? memory->used : 0;
  FILE *stream = on_operations(&operations, memory, mode);
  if (!stream) fixed_close(memory);
  return stream;
}

/* open_memstream: grows, and tells the caller where it is at each flush. */
struct growing {
  char **buffer;
  size_t *bytes;
  size_t used, at, room;
  char *memory;
};

static void tell(struct growing *growing) {
  *growing->buffer = growing->memory;
  *growing->bytes = growing->at < growing->used ? growing->at : growing->used;
}

static ssize_t growing_write(void *state, const char *from, size_t n) {
  struct growing *growing = state;
  size_t end = growing->at + n;
  if (end + 1 > growing->room) {
    size_t room = end + 1 > growing->room * 2 ? end + 1 : growing->room * 2;
    char *larger = realloc(growing->memory, room);
    if (!larger) return -1;
    memset(larger + growing->room, 0, room - growing->room);
    growing->memory = larger;
    growing->room = room;
  }
  memcpy(growing->memory + growing->at, from, n);
  growing->at = end;
  if (end > growing->used) growing->used = end;
  growing->memory[growing->used] = '\0';
  tell(growing);
  return (ssize_t)n;
}

static off_t growing_seek(void *state, off_t offset, int whence) {
  struct growing *growing = state;
  off_t base = whence == SEEK_SET ? 0 : (off_t)(whence == SEEK_CUR ? growing->at : growing->used);
  if (base + offset < 0) {
    errno = EINVAL;
    return -1;
  }
  growing->at = (size_t)(base + offset);
  tell(growing);
  return base + offset;
}

static int growing_close(void *state) {
  free(state);
  return 0;
}

FILE *open_memstream(char **buffer, size_t *bytes) {
  static const struct __stream_operations operations = {NULL, growing_write, growing_seek,
                                                        growing_close};
  struct growing *growing = calloc(1, sizeof *growing);
  if (!growing) return NULL;
  growing->buffer = buffer;
  growing->bytes = bytes;
  growing->room = 64;
  growing->memory = calloc(growing->room, 1);
  FILE *stream = growing->memory ? on_operations(&operations, growing, "w") : NULL;
  if (!stream) {
    free(growing->memory);
    free(growing);
    return NULL;
  }
  tell(growing);
  return stream;
}

/* fopencookie: the caller's own functions. */
struct cookie {
  void *state;
  cookie_io_functions_t functions;
};

static ssize_t cookie_read(void *state, char *to, size_t n) {
  struct cookie *cookie = state;
  return cookie->functions.read ? cookie->functions.read(cookie->state, to, n) : 0;
}

static ssize_t cookie_write(void *state, const char *from, size_t n) {
  struct cookie *cookie = state;
  return cookie->functions.write ? cookie->functions.write(cookie->state, from, n) : (ssize_t)n;
}

static off_t cookie_seek(void *state, off_t offset, int whence) {
  struct cookie *cookie = state;
  if (!cookie->functions.seek) {
    errno = ENOTSUP;
    return -1;
  }
  return cookie->functions.seek(cookie->state, &offset, whence) < 0 ? -1 : offset;
}

static int cookie_close(void *state) {
  struct cookie *cookie = state;
  int result = cookie->functions.close ? cookie->functions.close(cookie->state) : 0;
  free(cookie);
  return result;
}

FILE *fopencookie(void *restrict state, const char *restrict mode,
                  cookie_io_functions_t functions) {
  static const struct __stream_operations operations = {cookie_read, cookie_write, cookie_seek,
                                                        cookie_close};
  FILE probe;
  if (__stream_mode(&probe, mode) < 0) return NULL;
  struct cookie *cookie = malloc(sizeof *cookie);
  if (!cookie) return NULL;
  cookie->state = state;
  cookie->functions = functions;
  FILE *stream = on_operations(&operations, cookie, mode);
  if (!stream) free(cookie);
  return stream;
}
