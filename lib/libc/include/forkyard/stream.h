/* What a FILE is, for the C library only. */
#ifndef _FORKYARD_STREAM_H
#define _FORKYARD_STREAM_H
#include <pthread.h>
#include <stdio.h>

/* ungetc takes back as many bytes at once. */
#define UNGET_MAX 64

/* What stands behind the buffer when it isn't a file descriptor: as in fopencookie(3). */
struct __stream_operations {
  ssize_t (*read)(void *state, char *to, size_t n);
  ssize_t (*write)(void *state, const char *from, size_t n);
  off_t (*seek)(void *state, off_t offset, int whence);
  int (*close)(void *state);
};

struct __file {
  /* -1: `operations` on `state` instead. */
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
  /* Below 0: bytes; above 0: wide characters; fwide(3). */
  int orientation;
  /* The shell that popen started, or 0. */
  pid_t child;
  const struct __stream_operations *operations;
  void *state;
  FILE *next;
  /* Taken only while `__streams_locked`. */
  pthread_mutex_t lock;
  int unget_count;
  unsigned char unget[UNGET_MAX];
};

/* Writes or buffers n bytes; 0 or EOF. */
int __stream_put(FILE *stream, const char *from, size_t n);
int __stream_put_byte(FILE *stream, char byte);
/* The same for a wide character's bytes. */
int __stream_put_wide(FILE *stream, const char *from, size_t n);
/* Writes out what is buffered, or gives back what was read ahead; 0 or EOF. */
int __stream_flush(FILE *stream);
/* At exit: every stream. */
void __stream_flush_all(void);
/* Decides mode and buffer. */
void __stream_prepare(FILE *stream);
/* Reads at least a byte into the buffer, or EOF. */
int __stream_fill(FILE *stream);
/* lseek(2) on what stands behind the stream. */
off_t __stream_seek(FILE *stream, off_t offset, int whence);
/* A new stream, in the list of all; NULL: no memory. */
FILE *__stream_new(void);
/* Reads an fopen mode: sets what the stream may do and gives the flags of open(2); -1: no mode. */
int __stream_mode(FILE *stream, const char *mode);
/* Takes a stream out of the list of all. */
void __stream_forget(FILE *stream);
extern FILE *__streams;
/* Whether calls lock their streams: as soon as there was a second thread. */
extern int __streams_locked;
#define LOCK_STREAM(stream) \
  if (__streams_locked) flockfile(stream)
#define UNLOCK_STREAM(stream) \
  if (__streams_locked) funlockfile(stream)
/* The list of all streams. */
void __streams_lock_list(void);
void __streams_unlock_list(void);
/* In the child of fork: nobody else is there to unlock them. */
void __streams_after_fork(void);
/* Unlocks what the calling thread has locked. */
void __streams_release(void);
#endif
