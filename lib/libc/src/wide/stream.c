/* Wide characters on streams: C11 7.29.3. */
#include <errno.h>
#include <wchar.h>
#include <forkyard/stream.h>
#include <forkyard/utf8.h>

int fwide(FILE *stream, int mode) {
  if (stream->orientation == 0 && mode != 0) stream->orientation = mode > 0 ? 1 : -1;
  return stream->orientation;
}

wint_t fgetwc_unlocked(FILE *stream) {
  if (stream->orientation < 0) return WEOF;
  stream->orientation = 1;
  char bytes[4];
  wchar_t c;
  for (size_t n = 0; n < sizeof bytes;) {
    int next = fgetc_unlocked(stream);
    if (next == EOF && n == 0) return WEOF;
    if (next == EOF) break;
    bytes[n++] = (char)next;
    if (!__locale_is_utf8 && next > 127) break;
    int used = __utf8_decode(bytes, n, &c);
    if (used > 0) return (wint_t)c;
    if (used == -1) break;
  }
  stream->failed = 1;
  errno = EILSEQ;
  return WEOF;
}

wint_t fgetwc(FILE *stream) {
  LOCK_STREAM(stream);
  wint_t result = fgetwc_unlocked(stream);
  UNLOCK_STREAM(stream);
  return result;
}

wint_t getwc(FILE *stream) {
  return fgetwc(stream);
}

wint_t getwchar(void) {
  return fgetwc(stdin);
}

static wint_t take_back(wint_t c, FILE *stream) {
  char bytes[4];
  if (c == WEOF || stream->orientation < 0) return WEOF;
  stream->orientation = 1;
  int n = __utf8_encode((wchar_t)c, bytes);
  if (n < 0 || stream->unget_count + n > UNGET_MAX) return WEOF;
  while (n > 0) ungetc((unsigned char)bytes[--n], stream);
  return c;
}

wint_t ungetwc(wint_t c, FILE *stream) {
  LOCK_STREAM(stream);
  wint_t result = take_back(c, stream);
  UNLOCK_STREAM(stream);
  return result;
}

wchar_t *fgetws_unlocked(wchar_t *restrict to, int max, FILE *restrict stream) {
  int n = 0;
  while (n < max - 1) {
    wint_t c = fgetwc_unlocked(stream);
    if (c == WEOF) break;
    to[n++] = (wchar_t)c;
    if (c == '\n') break;
  }
  if (n == 0 || (stream->failed && errno == EILSEQ)) return NULL;
  to[n] = 0;
  return to;
}

wchar_t *fgetws(wchar_t *restrict to, int max, FILE *restrict stream) {
  LOCK_STREAM(stream);
  wchar_t *result = fgetws_unlocked(to, max, stream);
  UNLOCK_STREAM(stream);
  return result;
}

wint_t fputwc_unlocked(wchar_t c, FILE *stream) {
  char bytes[4];
  int n = !__locale_is_utf8 && (c < 0 || c > 127) ? -1 : __utf8_encode(c, bytes);
  if (n < 0) {
    errno = EILSEQ;
    return WEOF;
  }
  return __stream_put_wide(stream, bytes, (size_t)n) == EOF ? WEOF : (wint_t)c;
}

wint_t fputwc(wchar_t c, FILE *stream) {
  LOCK_STREAM(stream);
  wint_t result = fputwc_unlocked(c, stream);
  UNLOCK_STREAM(stream);
  return result;
}

wint_t putwc(wchar_t c, FILE *stream) {
  return fputwc(c, stream);
}

wint_t putwchar(wchar_t c) {
  return fputwc(c, stdout);
}

int fputws_unlocked(const wchar_t *restrict s, FILE *restrict stream) {
  for (; *s; s++)
    if (fputwc_unlocked(*s, stream) == WEOF) return -1;
  return 1;
}

int fputws(const wchar_t *restrict s, FILE *restrict stream) {
  LOCK_STREAM(stream);
  int result = fputws_unlocked(s, stream);
  UNLOCK_STREAM(stream);
  return result;
}

wint_t getwc_unlocked(FILE *stream) {
  return fgetwc_unlocked(stream);
}

wint_t getwchar_unlocked(void) {
  return fgetwc_unlocked(stdin);
}

wint_t putwc_unlocked(wchar_t c, FILE *stream) {
  return fputwc_unlocked(c, stream);
}

wint_t putwchar_unlocked(wchar_t c) {
  return fputwc_unlocked(c, stdout);
}
