/* Opening and closing streams: C11 7.21.5, POSIX fdopen. */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>
#include <forkyard/stream.h>

FILE *__stream_new(void) {
  FILE *stream = calloc(1, sizeof *stream);
  if (!stream) return NULL;
  stream->mode = -1;
  __streams_lock_list();
  stream->next = __streams;
  __streams = stream;
  __streams_unlock_list();
  return stream;
}

void __stream_forget(FILE *stream) {
  __streams_lock_list();
  FILE **at = &__streams;
  while (*at && *at != stream) at = &(*at)->next;
  if (*at) *at = stream->next;
  __streams_unlock_list();
}

int __stream_mode(FILE *stream, const char *mode) {
  int flags;
  switch (*mode) {
    case 'r':
      flags = O_RDONLY;
      break;
    case 'w':
      flags = O_WRONLY | O_CREAT | O_TRUNC;
      break;
    case 'a':
      flags = O_WRONLY | O_CREAT | O_APPEND;
      break;
    default:
      errno = EINVAL;
      return -1;
  }
  stream->readable = *mode == 'r';
  stream->writable = *mode != 'r';
  stream->append = *mode == 'a';
  for (int i = 1; i < 7 && mode[i] && mode[i] != ','; i++) {
    if (mode[i] == '+') {
      flags = (flags & ~O_ACCMODE) | O_RDWR;
      stream->readable = stream->writable = 1;
    } else if (mode[i] == 'x') {
      flags |= O_EXCL;
    } else if (mode[i] == 'e') {
      flags |= O_CLOEXEC;
    }
  }
  return flags;
}

static FILE *on_descriptor(int fd, const char *mode) {
  FILE *stream = __stream_new();
  if (!stream) return NULL;
  __stream_mode(stream, mode);
  stream->fd = fd;
  if (stream->append && !stream->readable) {
    int held = errno;
    lseek(fd, 0, SEEK_END);
    errno = held;
  }
  return stream;
}

FILE *fdopen(int fd, const char *mode) {
  FILE probe;
  int wanted = __stream_mode(&probe, mode);
  if (wanted < 0) return NULL;
  int flags = fcntl(fd, F_GETFL);
  if (flags < 0) return NULL;
  if (((flags & O_ACCMODE) == O_RDONLY && probe.writable) ||
      ((flags & O_ACCMODE) == O_WRONLY && probe.readable)) {
    errno = EINVAL;
    return NULL;
  }
  if (probe.append && !(flags & O_APPEND) && fcntl(fd, F_SETFL, flags | O_APPEND) < 0) return NULL;
  return on_descriptor(fd, mode);
}

FILE *fopen(const char *restrict path, const char *restrict mode) {
  FILE probe;
  int flags = __stream_mode(&probe, mode);
  if (flags < 0) return NULL;
  int fd = open(path, flags, 0666);
  if (fd < 0) return NULL;
  FILE *stream = on_descriptor(fd, mode);
  if (!stream) close(fd);
  return stream;
}

static int close_behind(FILE *stream) {
  if (stream->operations)
    return stream->operations->close ? stream->operations->close(stream->state) : 0;
  return close(stream->fd);
}

static void drop_buffer(FILE *stream) {
  if (stream->owns_buffer) free(stream->buffer);
  stream->buffer = NULL;
  stream->owns_buffer = 0;
  stream->bytes = stream->start = stream->end = 0;
  stream->unget_count = 0;
  stream->writing = stream->at_end = stream->failed = 0;
}

static int is_static(const FILE *stream) {
  return stream == stdin || stream == stdout || stream == stderr;
}

int fclose(FILE *stream) {
  int standard = is_static(stream);
  pid_t child = stream->child;
  /* Out of the list first: fflush(NULL) has the list and then takes its streams. */
  __stream_forget(stream);
  LOCK_STREAM(stream);
  int result = __stream_flush(stream);
  if (close_behind(stream) < 0) result = EOF;
  drop_buffer(stream);
  stream->readable = stream->writable = 0;
  stream->fd = -1;
  UNLOCK_STREAM(stream);
  if (!standard) free(stream);
  if (child) {
    int status;
    while (waitpid(child, &status, 0) < 0) {
      if (errno != EINTR) return EOF;
    }
    return status;
  }
  return result;
}

/* Another mode for the same file: what the descriptor allows decides. */
static FILE *change_mode(FILE *stream, const FILE *wanted, int flags) {
  int now = stream->fd < 0 ? -1 : fcntl(stream->fd, F_GETFL);
  int access = now & O_ACCMODE;
  if (now < 0 || (access == O_RDONLY && wanted->writable) ||
      (access == O_WRONLY && wanted->readable)) {
    errno = EBADF;
    return NULL;
  }
  if (flags & O_TRUNC) ftruncate(stream->fd, 0);
  fcntl(stream->fd, F_SETFL, (now & ~O_APPEND) | (flags & O_APPEND));
  lseek(stream->fd, 0, wanted->append ? SEEK_END : SEEK_SET);
  return stream;
}

static FILE *reopen(const char *path, const char *mode, FILE *stream) {
  FILE wanted;
  int flags = __stream_mode(&wanted, mode);
  __stream_flush(stream);
  int old = stream->fd;
  int fixed = stream == stderr ? _IONBF : -1;
  drop_buffer(stream);
  stream->mode = fixed;
  stream->orientation = 0;
  FILE *result = NULL;
  if (flags >= 0 && !path) {
    result = change_mode(stream, &wanted, flags);
  } else if (flags >= 0) {
    int fd = open(path, flags, 0666);
    if (fd >= 0 && old >= 0 && fd != old) {
      /* The new file takes the old one's number, so that stdout stays descriptor 1. */
      dup2(fd, old);
      if (flags & O_CLOEXEC) fcntl(old, F_SETFD, FD_CLOEXEC);
      close(fd);
      fd = old;
    }
    if (fd >= 0) {
      stream->fd = fd;
      stream->operations = NULL;
      result = stream;
    }
  }
  if (!result) {
    int held = errno;
    if (old >= 0) close(old);
    stream->fd = -1;
    stream->readable = stream->writable = 0;
    errno = held;
    return NULL;
  }
  stream->readable = wanted.readable;
  stream->writable = wanted.writable;
  stream->append = wanted.append;
  return stream;
}

FILE *freopen(const char *restrict path, const char *restrict mode, FILE *restrict stream) {
  LOCK_STREAM(stream);
  FILE *result = reopen(path, mode, stream);
  UNLOCK_STREAM(stream);
  int held = errno;
  if (!result) __stream_forget(stream);
  errno = held;
  return result;
}
