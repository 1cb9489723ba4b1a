/* regexec: POSIX: the leftmost match, and of those the longest. Without back references each pair of
   instruction and place is tried once at most, so the time is linear in the text; with them the steps
   are limited, and REG_ESPACE says that they were too many. */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <forkyard/regex.h>
#include <forkyard/utf8.h>

#define STEPS_MAX 3000000L

/* What to try when the present way fails: another instruction, or first a slot's earlier value. */
struct retry {
  int pc;
  int slot;
  regoff_t place;
};

struct matcher {
  const struct __regex *regex;
  const char *text;
  regoff_t length;
  int flags;
  regoff_t *slots, *best;
  struct retry *stack;
  size_t depth, room;
  /* A bit for each instruction and place; NULL with back references. */
  unsigned char *tried;
  long steps;
  int failed;
};

static void push(struct matcher *m, int pc, int slot, regoff_t place) {
  if (m->depth == m->room) {
    size_t room = m->room ? 2 * m->room : 64;
    struct retry *larger = realloc(m->stack, room * sizeof *larger);
    if (!larger) {
      m->failed = 1;
      return;
    }
    m->stack = larger;
    m->room = room;
  }
  struct retry *top = &m->stack[m->depth++];
  top->pc = pc;
  top->slot = slot;
  top->place = place;
}

static int is_word(const struct matcher *m, regoff_t at) {
  if (at < 0 || at >= m->length) return 0;
  int c = (unsigned char)m->text[at];
  return isalnum(c) || c == '_';
}

static int line_start(const struct matcher *m, regoff_t at) {
  if (at == 0) return !(m->flags & REG_NOTBOL);
  return (m->regex->flags & REG_NEWLINE) && m->text[at - 1] == '\n';
}

static int line_end(const struct matcher *m, regoff_t at) {
  if (at == m->length) return !(m->flags & REG_NOTEOL);
  return (m->regex->flags & REG_NEWLINE) && m->text[at] == '\n';
}

static int holds(const struct matcher *m, enum regex_operation operation, regoff_t at) {
  int before = is_word(m, at - 1), after = is_word(m, at);
  switch (operation) {
    case REGEX_LINE_START:
      return line_start(m, at);
    case REGEX_LINE_END:
      return line_end(m, at);
    case REGEX_TEXT_START:
      return at == 0;
    case REGEX_TEXT_END:
      return at == m->length;
    case REGEX_WORD_EDGE:
      return before != after;
    case REGEX_NO_WORD_EDGE:
      return before == after;
    case REGEX_WORD_START:
      return !before && after;
    default:
      return before && !after;
  }
}

/* Bytes that `.` takes: a whole character; 0: none. */
static int any(const struct matcher *m, regoff_t at) {
  if (at >= m->length || (m->text[at] == '\n' && (m->regex->flags & REG_NEWLINE))) return 0;
  wchar_t c;
  if (!__locale_is_utf8 || m->text[at] > 0) return 1;
  int used = __utf8_decode(m->text + at, (size_t)(m->length - at), &c);
  return used > 0 ? used : 0;
}

/* Bytes of group `number`'s text if they stand at `at`, too; else -1. */
static int same(const struct matcher *m, int number, regoff_t at) {
  regoff_t start = m->slots[2 * number], end = m->slots[2 * number + 1];
  if (start < 0 || end < start || end - start > m->length - at) return -1;
  size_t n = (size_t)(end - start);
  int differ = m->regex->flags & REG_ICASE ? strncasecmp(m->text + start, m->text + at, n)
                                           : memcmp(m->text + start, m->text + at, n);
  return differ ? -1 : (int)n;
}

static int first_time(struct matcher *m, int pc, regoff_t at) {
  if (!m->tried) {
    if (++m->steps > STEPS_MAX) m->failed = 1;
    return !m->failed;
  }
  size_t bit = (size_t)pc * (size_t)(m->length + 1) + (size_t)at;
  if (m->tried[bit >> 3] & (1 << (bit & 7))) return 0;
  m->tried[bit >> 3] |= (unsigned char)(1 << (bit & 7));
  return 1;
}

/* Follows one way as far as it goes; a match longer than the best so far is kept. */
static void follow(struct matcher *m, int pc, regoff_t at) {
  const struct regex_instruction *code = m->regex->code;
  for (;;) {
    const struct regex_instruction *now = &code[pc];
    int bytes;
    switch (now->operation) {
      case REGEX_CHARACTER:
        if (at >= m->length || (unsigned char)m->text[at] != now->a) return;
        at++;
        pc++;
        continue;
      case REGEX_SET:
        if (at >= m->length || !m->regex->sets[now->a].member[(unsigned char)m->text[at]]) return;
        at++;
        pc++;
        continue;
      case REGEX_ANY:
        if ((bytes = any(m, at)) == 0) return;
        at += bytes;
        pc++;
        continue;
      case REGEX_SAME:
        if ((bytes = same(m, now->a, at)) < 0) return;
        at += bytes;
        pc++;
        continue;
      case REGEX_JUMP:
        pc += now->a;
        continue;
      case REGEX_SPLIT:
        if (!first_time(m, pc, at)) return;
        push(m, pc + now->b, -1, at);
        pc += now->a;
        continue;
      case REGEX_SAVE:
        push(m, 0, now->a, m->slots[now->a]);
        m->slots[now->a] = at;
        pc++;
        continue;
      case REGEX_LOOP:
        pc += m->slots[now->a] != at ? now->b : 1;
        continue;
      case REGEX_MATCH:
        if (m->slots[1] > m->best[1])
          memcpy(m->best, m->slots, (size_t)m->regex->slots * sizeof *m->slots);
        return;
      default:
        if (!holds(m, now->operation, at)) return;
        pc++;
    }
  }
}

static int match_at(struct matcher *m, regoff_t start) {
  for (int i = 0; i < m->regex->slots; i++) m->slots[i] = -1;
  m->best[1] = -1;
  m->depth = 0;
  follow(m, 0, start);
  while (m->depth > 0 && !m->failed) {
    struct retry next = m->stack[--m->depth];
    if (next.slot >= 0) m->slots[next.slot] = next.place;
    else if (m->best[1] < m->length) follow(m, next.pc, next.place);
  }
  return m->best[1] >= 0;
}

/* The byte that every match begins with, or -1. */
static int first_byte(const struct __regex *r) {
  int pc = 0;
  while (r->code[pc].operation == REGEX_SAVE) pc++;
  return r->code[pc].operation == REGEX_CHARACTER ? r->code[pc].a : -1;
}

static int search(struct matcher *m) {
  int first = first_byte(m->regex);
  for (regoff_t start = 0; start <= m->length && !m->failed; start++) {
    if (first >= 0) {
      const char *found = memchr(m->text + start, first, (size_t)(m->length - start));
      if (!found) return 0;
      start = (regoff_t)(found - m->text);
    }
    if (match_at(m, start)) return 1;
  }
  return 0;
}

int regexec(const regex_t *restrict expression, const char *restrict text, size_t count,
            regmatch_t *restrict matches, int flags) {
  const struct __regex *r = expression->__compiled;
  regoff_t base = flags & REG_STARTEND ? matches[0].rm_so : 0;
  struct matcher m = {.regex = r, .text = text + base, .flags = flags};
  m.length = flags & REG_STARTEND ? matches[0].rm_eo - base : (regoff_t)strlen(text);
  m.slots = malloc(2 * (size_t)r->slots * sizeof *m.slots);
  if (!m.slots) return REG_ESPACE;
  m.best = m.slots + r->slots;
  if (!r->refers) {
    m.tried = calloc((size_t)r->length * (size_t)(m.length + 1) / 8 + 1, 1);
    m.failed = !m.tried;
  }
  int found = search(&m);
  if (found && !(r->flags & REG_NOSUB)) {
    for (size_t i = 0; i < count; i++) {
      int known = i <= (size_t)r->groups && m.best[2 * i] >= 0 && m.best[2 * i + 1] >= 0;
      matches[i].rm_so = known ? m.best[2 * i] + base : -1;
      matches[i].rm_eo = known ? m.best[2 * i + 1] + base : -1;
    }
  }
  free(m.slots);
  free(m.stack);
  free(m.tried);
  return m.failed ? REG_ESPACE : found ? 0 : REG_NOMATCH;
}
