/* %s, %c and %[ of the scanf family: C11 7.21.6.2; `m` allocates (POSIX). */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <forkyard/scan.h>
#include <forkyard/utf8.h>

/* Where the characters go; with `m` memory that grows. Nowhere when `bytes` and `wide` are null. */
struct destination {
  char *bytes;
  wchar_t *wide;
  size_t n, room;
  int grows, failed;
};

static int is_space(int c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

static int belongs(const struct directive *d, int c) {
  if (d->kind == 's') return !is_space(c);
  if (d->kind == 'c') return 1;
  if (c < 128 || !d->length) return d->member[c & 255];
  /* A character beyond ASCII: whether the set names it. */
  char bytes[4];
  int n = __utf8_encode(c, bytes);
  int named = n > 0 && memmem(d->set, (size_t)(d->set_end - d->set), bytes, (size_t)n) != NULL;
  return named != d->inverted;
}

static void make_room(struct destination *to, size_t more) {
  if (!to->grows || to->n + more <= to->room) return;
  size_t room = (to->n + more) * 2 + 30;
  size_t unit = to->wide ? sizeof(wchar_t) : 1;
  void *old = to->wide ? (void *)to->wide : to->bytes;
  void *larger = realloc(old, room * unit);
  if (!larger) {
    to->failed = 1;
    return;
  }
  if (to->wide) to->wide = larger;
  else to->bytes = larger;
  to->room = room;
}

static void put_byte(struct destination *to, char byte) {
  make_room(to, 2);
  if (to->bytes && !to->failed) to->bytes[to->n] = byte;
  to->n++;
}

static void put_wide(struct destination *to, wchar_t c) {
  make_room(to, 2);
  if (to->wide && !to->failed) to->wide[to->n] = c;
  to->n++;
}

/* The rest of a multibyte character whose first byte was read; -1: none. */
static wchar_t widen(struct source *source, int first) {
  if (first < 128) return first;
  char bytes[4] = {(char)first};
  wchar_t c;
  for (size_t n = 1; __locale_is_utf8; n++) {
    int used = __utf8_decode(bytes, n, &c);
    if (used > 0) return c;
    int next = used == -2 && n < 4 ? __scan_next(source) : EOF;
    if (next == EOF) break;
    bytes[n] = (char)next;
  }
  errno = EILSEQ;
  return -1;
}

static int store(struct source *source, struct destination *to, int wanted_wide, int c) {
  if (wanted_wide) {
    wchar_t wide = source->wide ? c : widen(source, c);
    if (wide < 0) return -1;
    put_wide(to, wide);
  } else if (source->wide) {
    char bytes[4];
    int n = c > 127 && !__locale_is_utf8 ? -1 : __utf8_encode(c, bytes);
    if (n < 0) {
      errno = EILSEQ;
      return -1;
    }
    for (int i = 0; i < n; i++) put_byte(to, bytes[i]);
  } else {
    put_byte(to, (char)c);
  }
  return 0;
}

enum outcome __scan_text(struct source *source, const struct directive *d, void *given) {
  int wanted_wide = d->length == 'l';
  struct destination to = {.grows = d->allocate && given};
  if (to.grows) {
    void *first = malloc(32 * sizeof(wchar_t));
    if (!first) return END_OF_INPUT;
    to.room = 32;
    if (wanted_wide) to.wide = first;
    else to.bytes = first;
  } else if (wanted_wide) {
    to.wide = given;
  } else {
    to.bytes = given;
  }
  int limit = d->width > 0 ? d->width : d->kind == 'c' ? 1 : 0x7fffffff;
  int taken = 0;
  enum outcome outcome = MATCHED;
  for (; taken < limit; taken++) {
    int c = __scan_next(source);
    if (c == EOF) {
      if (taken == 0) outcome = END_OF_INPUT;
      break;
    }
    if (!belongs(d, c)) {
      __scan_back(source, c);
      if (taken == 0) outcome = MISMATCH;
      break;
    }
    if (store(source, &to, wanted_wide, c) < 0) {
      outcome = END_OF_INPUT;
      break;
    }
  }
  if (outcome == MATCHED && d->kind != 'c') {
    if (wanted_wide) put_wide(&to, 0);
    else put_byte(&to, '\0');
  }
  if (to.grows) {
    if (outcome == MATCHED && !to.failed) {
      *(void **)given = wanted_wide ? (void *)to.wide : to.bytes;
    } else {
      free(wanted_wide ? (void *)to.wide : to.bytes);
      if (to.failed) return END_OF_INPUT;
    }
  }
  return outcome;
}
