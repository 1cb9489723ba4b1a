/* regcomp: POSIX, XBD 9: an expression becomes a program for the matcher (program.c) in one pass. Where
   POSIX leaves a text undefined it is read as glibc does. */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <forkyard/regex-program.h>

#define DEPTH_MAX 200

struct parser {
  struct regex_program program;
  const char *start, *at;
  int extended;
  int depth;
  int open_groups;
};

static void alternatives(struct parser *p);

static int fail(struct parser *p, int error) {
  return __regex_fail(&p->program, error);
}

static void emit(struct parser *p, enum regex_operation operation, int a) {
  __regex_emit(&p->program, operation, a);
}

static struct regex_set *new_set(struct parser *p) {
  return __regex_new_set(&p->program);
}

static void repeat(struct parser *p, int start, int low, int high) {
  __regex_repeat(&p->program, start, low, high);
}

static void character(struct parser *p, int c) {
  if ((p->program.into->flags & REG_ICASE) && isalpha(c)) {
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
  int number = ++p->program.into->groups;
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
    if (c - '0' > p->program.into->groups) {
      fail(p, REG_ESUBREG);
      return;
    }
    p->program.into->refers = 1;
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
      int error = __regex_set(&p->at, &set, p->program.into->flags);
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

/* The operators after an atom. */
static void repetitions(struct parser *p, int start) {
  while (!p->program.error) {
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
  while (!p->program.error && !at_end(p)) {
    int start = p->program.into->length;
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
    if (repeatable && !p->program.error) repetitions(p, start);
    /* An anchor can't be repeated: what would repeat it stands as at the beginning. */
    first = !repeatable;
  }
}

static void alternatives(struct parser *p) {
  int origin = p->program.into->length;
  int start = origin;
  sequence(p);
  while (!p->program.error && at_operator(p, '|')) {
    skip_operator(p);
    /* split: this, or what follows; after this a jump behind all. */
    __regex_put(&p->program, start, REGEX_SPLIT, 1, p->program.into->length - start + 2);
    int jump = p->program.into->length;
    emit(p, REGEX_JUMP, 0);
    start = p->program.into->length;
    sequence(p);
    if (p->program.error) return;
    p->program.into->code[jump].b = -1;
  }
  /* The jumps that were left open go behind the last alternative. */
  for (int i = origin; i < p->program.into->length; i++) {
    struct regex_instruction *at = &p->program.into->code[i];
    if (at->operation == REGEX_JUMP && at->b == -1) {
      at->a = p->program.into->length - i;
      at->b = 0;
    }
  }
}

int regcomp(regex_t *restrict expression, const char *restrict pattern, int flags) {
  struct __regex *r = calloc(1, sizeof *r);
  if (!r) return REG_ESPACE;
  expression->__compiled = r;
  expression->re_nsub = 0;
  r->flags = flags;
  struct parser p = {
      .program = {.into = r},
      .start = pattern,
      .at = pattern,
      .extended = (flags & REG_EXTENDED) != 0,
  };
  emit(&p, REGEX_SAVE, 0);
  alternatives(&p);
  if (!p.program.error && at_operator(&p, ')')) fail(&p, REG_EPAREN);
  emit(&p, REGEX_SAVE, 1);
  emit(&p, REGEX_MATCH, 0);
  if (p.program.error) {
    regfree(expression);
    return p.program.error;
  }
  __regex_number_slots(r);
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
