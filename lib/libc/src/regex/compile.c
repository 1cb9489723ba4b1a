/* regcomp: POSIX, XBD 9: an expression becomes a program for the matcher in one pass. Where POSIX leaves
   a text undefined it is read as glibc does. */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <forkyard/regex.h>

#define LENGTH_MAX 60000
#define DEPTH_MAX 200

struct parser {
  struct __regex *into;
  const char *start, *at;
  int extended;
  int depth;
  int open_groups;
  int error;
};

static void alternatives(struct parser *p);

static int fail(struct parser *p, int error) {
  if (!p->error) p->error = error;
  return 0;
}

/* Makes room for `n` instructions at `where`; jumps inside of what moves stay right: they are relative. */
static struct regex_instruction *insert(struct parser *p, int where, int n) {
  struct __regex *r = p->into;
  if (r->length + n > LENGTH_MAX) {
    fail(p, REG_ESPACE);
    return NULL;
  }
  if (r->length + n > r->room) {
    int room = r->length + n > 2 * r->room ? r->length + n + 16 : 2 * r->room;
    struct regex_instruction *larger = realloc(r->code, (size_t)room * sizeof *larger);
    if (!larger) {
      fail(p, REG_ESPACE);
      return NULL;
    }
    r->code = larger;
    r->room = room;
  }
  memmove(r->code + where + n, r->code + where, (size_t)(r->length - where) * sizeof *r->code);
  r->length += n;
  return r->code + where;
}

static void put(struct parser *p, int where, enum regex_operation operation, int a, int b) {
  struct regex_instruction *at = insert(p, where, 1);
  if (!at) return;
  at->operation = operation;
  at->a = a;
  at->b = b;
}

static void emit(struct parser *p, enum regex_operation operation, int a) {
  put(p, p->into->length, operation, a, 0);
}

static struct regex_set *new_set(struct parser *p) {
  struct __regex *r = p->into;
  struct regex_set *larger = realloc(r->sets, (size_t)(r->set_count + 1) * sizeof *larger);
  if (!larger) {
    fail(p, REG_ESPACE);
    return NULL;
  }
  r->sets = larger;
  emit(p, REGEX_SET, r->set_count);
  struct regex_set *set = &r->sets[r->set_count++];
  memset(set, 0, sizeof *set);
  return set;
}

static void character(struct parser *p, int c) {
  if ((p->into->flags & REG_ICASE) && isalpha(c)) {
    struct regex_set *set = new_set(p);
    if (set) set->member[tolower(c)] = set->member[toupper(c)] = 1;
  } else {
    emit(p, REGEX_CHARACTER, c);
  }
}

static void class_of(struct parser *p, int letter) {
  struct regex_set *set = new_set(p);
  if (!set) return;
  int inverted = isupper(letter);
  for (int c = 1; c < 256; c++) {
    int in = tolower(letter) == 'w' ? isalnum(c) || c == '_' : isspace(c);
    set->member[c] = (unsigned char)((in != 0) != inverted);
  }
}

/* Where an operator may stand that is written plain in extended and with \ in basic expressions. */
static int at_operator(const struct parser *p, char c) {
  return p->extended ? *p->at == c : p->at[0] == '\\' && p->at[1] == c;
}

static void skip_operator(struct parser *p) {
  p->at += p->extended ? 1 : 2;
}

static void group(struct parser *p) {
  int number = ++p->into->groups;
  if (++p->depth > DEPTH_MAX) {
    fail(p, REG_ESPACE);
    return;
  }
  p->open_groups++;
  emit(p, REGEX_SAVE, 2 * number);
  alternatives(p);
  emit(p, REGEX_SAVE, 2 * number + 1);
  p->open_groups--;
  p->depth--;
  if (!at_operator(p, ')')) fail(p, REG_EPAREN);
  else skip_operator(p);
}

static void escaped(struct parser *p) {
  int c = (unsigned char)p->at[1];
  p->at += 2;
  switch (c) {
    case '\0':
      fail(p, REG_EESCAPE);
      return;
    case 'w':
    case 'W':
    case 's':
    case 'S':
      class_of(p, c);
      return;
    case 'b':
      emit(p, REGEX_WORD_EDGE, 0);
      return;
    case 'B':
      emit(p, REGEX_NO_WORD_EDGE, 0);
      return;
    case '<':
      emit(p, REGEX_WORD_START, 0);
      return;
    case '>':
      emit(p, REGEX_WORD_END, 0);
      return;
    case '`':
      emit(p, REGEX_TEXT_START, 0);
      return;
    case '\'':
      emit(p, REGEX_TEXT_END, 0);
      return;
    default:
      break;
  }
  if (c >= '1' && c <= '9') {
    if (c - '0' > p->into->groups) {
      fail(p, REG_ESUBREG);
      return;
    }
    p->into->refers = 1;
    emit(p, REGEX_SAME, c - '0');
  } else {
    character(p, c);
  }
}

/* In a basic expression ^ and $ are anchors only at the ends of an alternative. */
static int is_start_anchor(const struct parser *p, int first) {
  return p->extended || first;
}

static int is_end_anchor(const struct parser *p) {
  if (p->extended) return 1;
  const char *next = p->at + 1;
  return *next == '\0' || (next[0] == '\\' && (next[1] == ')' || next[1] == '|'));
}

/* One thing that may be repeated; 0: it may not. */
static int atom(struct parser *p, int first) {
  int c = (unsigned char)*p->at;
  if (at_operator(p, '(')) {
    skip_operator(p);
    group(p);
    return 1;
  }
  switch (c) {
    case '[': {
      p->at++;
      struct regex_set set;
      int error = __regex_set(&p->at, &set, p->into->flags);
      if (error) return fail(p, error);
      struct regex_set *kept = new_set(p);
      if (kept) *kept = set;
      return 1;
    }
    case '.':
      p->at++;
      emit(p, REGEX_ANY, 0);
      return 1;
    case '^':
      if (!is_start_anchor(p, first)) break;
      p->at++;
      emit(p, REGEX_LINE_START, 0);
      return 0;
    case '$':
      if (!is_end_anchor(p)) break;
      p->at++;
      emit(p, REGEX_LINE_END, 0);
      return 0;
    case '\\':
      escaped(p);
      return 1;
    default:
      break;
  }
  p->at++;
  character(p, c);
  return 1;
}

/* "{m,n}" from behind the brace; n is -1 for no limit. */
static int interval(struct parser *p, int *low, int *high) {
  *low = 0;
  const char *digits = p->at;
  while (isdigit((unsigned char)*p->at) && *low <= RE_DUP_MAX) *low = *low * 10 + (*p->at++ - '0');
  int any = p->at > digits;
  *high = *low;
  if (*p->at == ',') {
    p->at++;
    *high = -1;
    if (isdigit((unsigned char)*p->at)) {
      *high = 0;
      while (isdigit((unsigned char)*p->at) && *high <= RE_DUP_MAX)
        *high = *high * 10 + (*p->at++ - '0');
    }
    any = 1;
  }
  if (!strstr(p->at, p->extended ? "}" : "\\}")) return fail(p, REG_EBRACE);
  if (!any || !at_operator(p, '}') || (*high >= 0 && *high < *low)) return fail(p, REG_BADBR);
  if (*low > RE_DUP_MAX || *high > RE_DUP_MAX) return fail(p, REG_ESPACE);
  skip_operator(p);
  return 1;
}

/* One more copy of the code [start, start + length). */
static void copy(struct parser *p, int start, int length) {
  if (!insert(p, p->into->length, length)) return;
  struct regex_instruction *code = p->into->code;
  memcpy(code + p->into->length - length, code + start, (size_t)length * sizeof *code);
}

static void optional(struct parser *p, int start) {
  put(p, start, REGEX_SPLIT, 1, p->into->length - start + 1);
}

/* Once or more: after a round that moved on, perhaps another. */
static void loop(struct parser *p, int start) {
  int slot = p->into->slots++;
  put(p, start, REGEX_SAVE, -1 - slot, 0);
  int length = p->into->length - start;
  emit(p, REGEX_SPLIT, 1);
  if (p->error) return;
  p->into->code[p->into->length - 1].b = 2;
  put(p, p->into->length, REGEX_LOOP, -1 - slot, -length - 1);
}

/* Repeats what was emitted from `start` on `low` to `high` times. */
static void repeat(struct parser *p, int start, int low, int high) {
  int length = p->into->length - start;
  if (high == 0) {
    p->into->length = start;
    return;
  }
  if (high < 0) {
    for (int i = 1; i < low && !p->error; i++) copy(p, start, length);
    int last = low > 1 ? p->into->length - length : start;
    loop(p, last);
    if (low == 0) optional(p, start);
    return;
  }
  for (int i = 1; i < low && !p->error; i++) copy(p, start, length);
  /* What is left is optional from the right: (x(x(x)?)?)?. */
  int first = low > 0 ? p->into->length : start;
  int more = low > 0 ? high - low : high - 1;
  for (int i = 0; i < more && !p->error; i++) copy(p, start, length);
  int count = low > 0 ? high - low : high;
  for (int i = count - 1; i >= 0 && !p->error; i--) {
    put(p, first + i * length, REGEX_SPLIT, 1, p->into->length - (first + i * length) + 1);
  }
}

/* The operators after an atom. */
static void repetitions(struct parser *p, int start) {
  while (!p->error) {
    if (*p->at == '*') {
      p->at++;
      repeat(p, start, 0, -1);
    } else if (at_operator(p, '+')) {
      skip_operator(p);
      repeat(p, start, 1, -1);
    } else if (at_operator(p, '?')) {
      skip_operator(p);
      repeat(p, start, 0, 1);
    } else if (at_operator(p, '{')) {
      int low, high;
      skip_operator(p);
      if (interval(p, &low, &high)) repeat(p, start, low, high);
    } else {
      return;
    }
  }
}

static int at_end(const struct parser *p) {
  if (*p->at == '\0' || at_operator(p, '|')) return 1;
  /* A parenthesis that closes nothing is a character in an extended expression. */
  return at_operator(p, ')') && (p->open_groups > 0 || !p->extended);
}

static void sequence(struct parser *p) {
  int first = 1;
  while (!p->error && !at_end(p)) {
    int start = p->into->length;
    if (first && *p->at == '*' && !p->extended) {
      p->at++;
      character(p, '*');
      repetitions(p, start);
      first = 0;
      continue;
    }
    if (first && (at_operator(p, '{') || (p->extended && strchr("*+?", *p->at)))) {
      fail(p, REG_BADRPT);
      return;
    }
    int repeatable = atom(p, first);
    if (repeatable && !p->error) repetitions(p, start);
    /* An anchor can't be repeated: what would repeat it stands as at the beginning. */
    first = !repeatable;
  }
}

static void alternatives(struct parser *p) {
  int origin = p->into->length;
  int start = origin;
  sequence(p);
  while (!p->error && at_operator(p, '|')) {
    skip_operator(p);
    /* split: this, or what follows; after this a jump behind all. */
    put(p, start, REGEX_SPLIT, 1, p->into->length - start + 2);
    int jump = p->into->length;
    emit(p, REGEX_JUMP, 0);
    start = p->into->length;
    sequence(p);
    if (p->error) return;
    p->into->code[jump].b = -1;
  }
  /* The jumps that were left open go behind the last alternative. */
  for (int i = origin; i < p->into->length; i++) {
    struct regex_instruction *at = &p->into->code[i];
    if (at->operation == REGEX_JUMP && at->b == -1) {
      at->a = p->into->length - i;
      at->b = 0;
    }
  }
}

/* Slots of loops come behind those of the groups, whose number is known only at the end. */
static void number_slots(struct __regex *r) {
  int base = 2 * (r->groups + 1);
  for (int i = 0; i < r->length; i++) {
    struct regex_instruction *at = &r->code[i];
    if ((at->operation == REGEX_SAVE || at->operation == REGEX_LOOP) && at->a < 0)
      at->a = base + (-1 - at->a);
  }
  r->slots += base;
}

int regcomp(regex_t *restrict expression, const char *restrict pattern, int flags) {
  struct __regex *r = calloc(1, sizeof *r);
  if (!r) return REG_ESPACE;
  expression->__compiled = r;
  expression->re_nsub = 0;
  r->flags = flags;
  struct parser p = {
      .into = r, .start = pattern, .at = pattern, .extended = (flags & REG_EXTENDED) != 0};
  emit(&p, REGEX_SAVE, 0);
  alternatives(&p);
  if (!p.error && at_operator(&p, ')')) fail(&p, REG_EPAREN);
  emit(&p, REGEX_SAVE, 1);
  emit(&p, REGEX_MATCH, 0);
  if (p.error) {
    regfree(expression);
    return p.error;
  }
  number_slots(r);
  expression->re_nsub = (size_t)r->groups;
  return 0;
}

void regfree(regex_t *expression) {
  struct __regex *r = expression->__compiled;
  if (!r) return;
  free(r->code);
  free(r->sets);
  free(r);
  expression->__compiled = NULL;
}
