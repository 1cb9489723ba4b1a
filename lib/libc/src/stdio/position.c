/* Where in the file a stream is: C11 7.21.9, POSIX fseeko and ftello. */
#include <errno.h>
#include <forkyard/stream.h>

static int seek(FILE *stream, off_t offset, int whence) {
  if (whence != SEEK_SET && whence != SEEK_CUR && whence != SEEK_END) {
    errno = EINVAL;
    return -1;
  }
  if (whence == SEEK_CUR && !stream->writing)
    offset -= (off_t)(stream->end - stream->start) + stream->unget_count;
  if (stream->writing && __stream_flush(stream) == EOF) return -1;
  if (__stream_seek(stream, offset, whence) < 0) return -1;
  stream->start = stream->end = 0;
  stream->unget_count = 0;
  stream->at_end = 0;
  stream->writing = 0;
  return 0;
}

int fseeko(FILE *stream, off_t offset, int whence) {
  LOCK_STREAM(stream);
  int result = seek(stream, offset, whence);
  UNLOCK_STREAM(stream);
  return result;
}

int fseek(FILE *stream, long offset, int whence) {
  return fseeko(stream, offset, whence);
}

static off_t tell(FILE *stream) {
  int at_end = stream->writing && stream->append && stream->end > 0;
  off_t at = __stream_seek(stream, 0, at_end ? SEEK_END : SEEK_CUR);
  if (at < 0) return -1;
  if (stream->writing) return at + (off_t)stream->end;
  return at - (off_t)(stream->end - stream->start) - stream->unget_count;
}

off_t ftello(FILE *stream) {
  LOCK_STREAM(stream);
  off_t at = tell(stream);
  UNLOCK_STREAM(stream);
  return at;
}

long ftell(FILE *stream) {
  return ftello(stream);
}

void rewind(FILE *stream) {
  LOCK_STREAM(stream);
  seek(stream, 0, SEEK_SET);
  stream->failed = 0;
  UNLOCK_STREAM(stream);
}

int fgetpos(FILE *restrict stream, fpos_t *restrict at) {
  off_t offset = ftello(stream);
  if (offset < 0) return -1;
  at->__offset = offset;
  return 0;
}

int fsetpos(FILE *stream, const fpos_t *at) {
  return fseeko(stream, at->__offset, SEEK_SET);
}
