/* Characters, strings and padding as the printf family writes them: C11 7.21.6.1. Multibyte and
   wide characters meet here: 7.21.6.1 for %ls and %lc, 7.29.2.1 for %s on a wide stream. */
#include <errno.h>
#include <limits.h>
#include <string.h>
#include <forkyard/print.h>
#include <forkyard/stream.h>
#include <forkyard/utf8.h>

/* A byte that isn't the first of its UTF-8 character. */
static int continues(char c) {
  return (c & 0xc0) == 0x80;
}

static size_t characters(const char *text, size_t n) {
  size_t count = 0;
  for (size_t i = 0; i < n; i++) count += !continues(text[i]);
  return count;
}

static void emit_wide(struct sink *sink, const char *from, size_t n) {
  if (sink->stream) {
    if (!__locale_is_utf8)
      for (size_t i = 0; i < n; i++)
        if (from[i] < 0) {
          errno = EILSEQ;
          sink->failed = 1;
          return;
        }
    if (__stream_put_wide(sink->stream, from, n) == EOF) sink->failed = 1;
    sink->count += characters(from, n);
    return;
  }
  while (n > 0) {
    wchar_t c;
    int used = __utf8_decode(from, n, &c);
    if (used <= 0) break;
    if (sink->count + 1 < sink->max) sink->wide_to[sink->count] = c;
    sink->count++;
    from += used;
    n -= (size_t)used;
  }
}

void __print_emit(struct sink *sink, const char *from, size_t n) {
  if (n == 0) return;
  if (sink->wide) {
    emit_wide(sink, from, n);
    return;
  }
  if (sink->stream) {
    if (__stream_put(sink->stream, from, n) == EOF) sink->failed = 1;
  } else if (sink->count + 1 < sink->max) {
    size_t room = sink->max - 1 - sink->count;
    memcpy(sink->to + sink->count, from, n < room ? n : room);
  }
  sink->count += n;
}

void __print_pad(struct sink *sink, char c, int n) {
  char run[16];
  if (n <= 0) return;
  memset(run, c, sizeof run);
  for (; n > (int)sizeof run; n -= (int)sizeof run) __print_emit(sink, run, sizeof run);
  __print_emit(sink, run, (size_t)n);
}

void __print_field(struct sink *sink, const struct conversion *c, const char *prefix, int zeros,
                   const char *body, size_t n, int pad_with_zeros) {
  size_t before = strlen(prefix);
  long missing =
      (long)c->width - (long)before - zeros - (long)(sink->wide ? characters(body, n) : n);
  if (missing > 0 && pad_with_zeros && !c->left) {
    zeros += (int)missing;
    missing = 0;
  }
  if (!c->left) __print_pad(sink, ' ', (int)missing);
  __print_emit(sink, prefix, before);
  __print_pad(sink, '0', zeros);
  __print_emit(sink, body, n);
  if (c->left) __print_pad(sink, ' ', (int)missing);
}

/* Multibyte text on a wide stream: the precision counts characters. */
static void print_multibyte_wide(struct sink *sink, const struct conversion *c, const char *text) {
  size_t n = 0;
  for (int taken = 0; text[n] && (c->precision < 0 || taken < c->precision); taken++) {
    wchar_t decoded;
    int used = __locale_is_utf8 ? __utf8_decode(text + n, strnlen(text + n, 4), &decoded)
                                : (text[n] > 0 ? 1 : -1);
    if (used <= 0) {
      errno = EILSEQ;
      sink->failed = 1;
      return;
    }
    n += (size_t)used;
  }
  __print_field(sink, c, "", 0, text, n, 0);
}

/* A wide character's bytes where this sink goes, or -1. */
static int encode(const struct sink *sink, wchar_t c, char *to) {
  if (!sink->wide && !__locale_is_utf8 && (c < 0 || c > 127)) {
    errno = EILSEQ;
    return -1;
  }
  int n = __utf8_encode(c, to);
  if (n < 0) errno = EILSEQ;
  return n;
}

static void print_wide_string(struct sink *sink, const struct conversion *c, const wchar_t *text) {
  if (!text) text = c->precision >= 0 && c->precision < 6 ? L"" : L"(null)";
  char bytes[8];
  /* Of a narrow stream the precision counts bytes, and no character is written in part. */
  size_t limit = c->precision < 0 ? (size_t)-1 : (size_t)c->precision;
  size_t n = 0;
  size_t end = 0;
  for (; n < limit && text[end]; end++) {
    int more = encode(sink, text[end], bytes);
    if (more < 0) {
      sink->failed = 1;
      return;
    }
    if (sink->wide) more = 1;
    if (n + (size_t)more > limit) break;
    n += (size_t)more;
  }
  int missing = c->width > (int)n ? c->width - (int)n : 0;
  if (!c->left) __print_pad(sink, ' ', missing);
  for (size_t i = 0; i < end; i++) {
    int more = encode(sink, text[i], bytes);
    __print_emit(sink, bytes, (size_t)more);
  }
  if (c->left) __print_pad(sink, ' ', missing);
}

void __print_string(struct sink *sink, const struct conversion *c, const void *given) {
  if (c->length == 'l') {
    print_wide_string(sink, c, given);
    return;
  }
  const char *text = given;
  if (!text) text = c->precision >= 0 && c->precision < 6 ? "" : "(null)";
  if (sink->wide) {
    print_multibyte_wide(sink, c, text);
    return;
  }
  size_t n = c->precision < 0 ? strlen(text) : strnlen(text, (size_t)c->precision);
  __print_field(sink, c, "", 0, text, n, 0);
}

void __print_character(struct sink *sink, const struct conversion *c, int value) {
  char bytes[8];
  int n = 1;
  if (c->length == 'l' || (sink->wide && (unsigned char)value > 127)) {
    n = encode(sink, (wchar_t)value, bytes);
    if (n < 0) {
      sink->failed = 1;
      return;
    }
  } else {
    bytes[0] = (char)value;
  }
  __print_field(sink, c, "", 0, bytes, (size_t)n, 0);
}
