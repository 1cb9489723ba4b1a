/* Words as they are written (XCU 2.2, 2.6): quoting, ${ }, $( ), $(( )) and backquotes become parts. */
#include "shell.h"
#include <stdlib.h>
#include <string.h>

/* Parts in the order that they are read; plain characters gather in `text` until something else comes. */
struct builder {
  struct part *first;
  struct part **end;
  struct text text;
  bool text_quoted, text_open;
};

static struct part *add_part(struct builder *to, enum part_kind kind, bool quoted) {
  struct part *part = arena_take(trees, sizeof *part);
  part->kind = kind;
  part->quoted = quoted;
  part->line = input ? input->line : 0;
  if (!to->end) to->end = &to->first;
  *to->end = part;
  to->end = &part->next;
  return part;
}

static void end_text(struct builder *to) {
  if (!to->text_open) return;
  struct part *part = add_part(to, PART_TEXT, to->text_quoted);
  part->text = text_end(&to->text);
  memset(&to->text, 0, sizeof to->text);
  to->text_open = false;
}

static void begin_text(struct builder *to, bool quoted) {
  if (to->text_open && to->text_quoted == quoted) return;
  end_text(to);
  to->text.arena = trees;
  to->text_open = true;
  to->text_quoted = quoted;
}

static void add_char(struct builder *to, int c, bool quoted) {
  begin_text(to, quoted);
  text_add(&to->text, (char)c);
}

bool name_char(int c, bool first) {
  return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (!first && c >= '0' && c <= '9');
}

size_t name_length(const char *text) {
  size_t n = 0;
  while (name_char((unsigned char)text[n], n == 0)) n++;
  return n;
}

bool starts_word(int c) {
  return c != END_OF_INPUT && c != '\0' && !strchr(" \t\n;&|()<>", c);
}

static void read_quoted_into(struct builder *to, int end);
static void read_dollar(struct builder *to, bool quoted);
static void read_backquoted(struct builder *to, bool quoted);

static void read_single_quoted(struct builder *to) {
  begin_text(to, true);
  for (;;) {
    int c = next_raw();
    if (c == END_OF_INPUT) syntax_error("Unterminated quoted string");
    if (c == '\'') return;
    add_char(to, c, true);
  }
}

static void read_escaped(struct builder *to) {
  next_raw();
  int c = next_raw();
  add_char(to, c == END_OF_INPUT ? '\\' : c, true);
}

/* One piece of a word outside of double quotes. */
static void read_piece(struct builder *to) {
  int c = peek_char();
  switch (c) {
    case '\'':
      next_char();
      read_single_quoted(to);
      break;
    case '"':
      next_char();
      read_quoted_into(to, '"');
      break;
    case '\\':
      read_escaped(to);
      break;
    case '$':
      read_dollar(to, false);
      break;
    case '`':
      read_backquoted(to, false);
      break;
    default:
      add_char(to, next_char(), false);
  }
}

/* To the closing quote, or to the end of a here-document's text. */
static void read_quoted_into(struct builder *to, int end) {
  struct part **before = to->end;
  for (;;) {
    int c = peek_char();
    if (c == end) {
      next_char();
      break;
    }
    if (c == END_OF_INPUT) syntax_error("Unterminated quoted string");
    if (c == '\\') {
      next_raw();
      int escaped = peek_raw(0);
      bool special = escaped == '$' || escaped == '`' || escaped == '\\' || escaped == '"' || escaped == '}';
      if (end == END_OF_INPUT && escaped == '"') special = false;
      if (escaped == '}' && end != '}') special = false;
      if (!special) add_char(to, '\\', true);
      if (escaped != END_OF_INPUT) add_char(to, next_raw(), true);
    } else if (c == '$') {
      read_dollar(to, true);
    } else if (c == '`') {
      read_backquoted(to, true);
    } else if (c == '"' && end == '}') {
      /* "${x:-"y"}": the inner quotes go */
      next_char();
      read_quoted_into(to, '"');
    } else {
      add_char(to, next_char(), true);
    }
  }
  if (before == to->end && end == '"') begin_text(to, true);
}

/* The word of ${x-word}, up to its brace. */
static struct part *read_operand(bool quoted) {
  struct builder parts = {0};
  if (quoted) {
    read_quoted_into(&parts, '}');
  } else {
    if (peek_char() == '~') {
      next_char();
      add_part(&parts, PART_TILDE, false)->text = "";
    }
    while (peek_char() != '}') {
      if (peek_char() == END_OF_INPUT) syntax_error("Missing '}'");
      read_piece(&parts);
    }
    next_char();
  }
  end_text(&parts);
  return parts.first;
}

static const char *read_parameter_name(bool braces) {
  struct text name = {trees};
  int c = peek_char();
  if (name_char(c, true)) {
    while (name_char(peek_char(), false)) text_add(&name, (char)next_char());
  } else if (c >= '0' && c <= '9') {
    do text_add(&name, (char)next_char());
    while (braces && peek_char() >= '0' && peek_char() <= '9');
  } else if (c != END_OF_INPUT && c != '\0' && strchr("@*#?-$!", c)) {
    text_add(&name, (char)next_char());
  } else {
    return NULL;
  }
  return text_end(&name);
}

static enum parameter_operation read_operation(struct part *part) {
  if (peek_char() == ':') {
    next_char();
    part->or_null = true;
  }
  int c = next_char();
  switch (c) {
    case '-':
      return USE_DEFAULT;
    case '=':
      return ASSIGN_DEFAULT;
    case '?':
      return FAIL_IF_UNSET;
    case '+':
      return USE_ALTERNATIVE;
    case '%':
    case '#':
      if (part->or_null) break;
      if (peek_char() == c) {
        next_char();
        return c == '%' ? TRIM_LONG_SUFFIX : TRIM_LONG_PREFIX;
      }
      return c == '%' ? TRIM_SUFFIX : TRIM_PREFIX;
    default:
      break;
  }
  bad_substitution();
}

static void read_braced(struct builder *to, bool quoted) {
  next_char();
  struct part *part = add_part(to, PART_PARAMETER, quoted);
  if (peek_char() == '#' && peek_raw(1) != '}' && !strchr(":-=?+%#", peek_raw(1))) {
    next_char();
    part->operation = LENGTH;
  }
  part->text = read_parameter_name(true);
  if (!part->text) bad_substitution();
  if (peek_char() == '}') {
    next_char();
    return;
  }
  if (part->operation == LENGTH) bad_substitution();
  part->operation = read_operation(part);
  /* A pattern's quotes are its own, also within double quotes. */
  bool pattern = part->operation >= TRIM_SUFFIX;
  part->word = read_operand(quoted && !pattern);
}

/* $(( )): the text between is expanded like a quoted one, then computed. */
static void read_arithmetic(struct builder *to, bool quoted) {
  struct part *part = add_part(to, PART_ARITHMETIC, quoted);
  struct builder parts = {0};
  for (int depth = 0;;) {
    int c = peek_char();
    if (c == END_OF_INPUT) syntax_error("Missing '))'");
    if (c == ')' && depth == 0) {
      next_char();
      if (next_char() != ')') syntax_error("Missing '))'");
      break;
    }
    if (c == '(') depth++;
    if (c == ')') depth--;
    if (c == '$') read_dollar(&parts, true);
    else if (c == '`') read_backquoted(&parts, true);
    else if (c == '"') next_char();
    else add_char(&parts, next_char(), true);
  }
  end_text(&parts);
  part->word = parts.first;
}

static void read_command(struct builder *to, bool quoted) {
  struct part *part = add_part(to, PART_COMMAND, quoted);
  struct lexer_state outer = save_lexer();
  part->command = parse_until(TOKEN_CLOSE);
  next_token();
  restore_lexer(outer);
}

static void read_dollar(struct builder *to, bool quoted) {
  next_char();
  int c = peek_char();
  bool parameter = name_char(c, false) || c == '{' || (c != END_OF_INPUT && c != 0 && strchr("@*#?-$!(", c));
  if (!parameter) {
    add_char(to, '$', quoted);
    return;
  }
  end_text(to);
  if (c == '{') {
    read_braced(to, quoted);
  } else if (c == '(') {
    next_char();
    if (peek_char() == '(') {
      next_char();
      read_arithmetic(to, quoted);
    } else {
      read_command(to, quoted);
    }
  } else {
    struct part *part = add_part(to, PART_PARAMETER, quoted);
    part->text = read_parameter_name(false);
  }
}

/* Inside of backquotes a backslash before $ ` \ goes (and, in double quotes, before "). */
static void read_backquoted(struct builder *to, bool quoted) {
  end_text(to);
  int line = input->line;
  next_char();
  struct text command = {trees};
  for (;;) {
    int c = next_char();
    if (c == END_OF_INPUT) syntax_error("EOF in backquote substitution");
    if (c == '`') break;
    if (c == '\\') {
      int escaped = peek_raw(0);
      if (escaped == '$' || escaped == '`' || escaped == '\\' || (quoted && escaped == '"')) c = next_raw();
    }
    text_add(&command, (char)c);
  }
  struct part *part = add_part(to, PART_COMMAND, quoted);
  part->command = parse_commands(text_end(&command), line);
}

static void read_tilde(struct builder *to) {
  next_char();
  struct text user = {trees};
  while (name_char(peek_char(), false)) text_add(&user, (char)next_char());
  int c = peek_char();
  const char *name = text_end(&user);
  if (c == END_OF_INPUT || c == '/' || c == ':' || !starts_word(c)) {
    add_part(to, PART_TILDE, false)->text = name;
  } else {
    add_char(to, '~', false);
    for (const char *at = name; *at; at++) add_char(to, *at, false);
  }
}

struct word *read_word(void) {
  struct builder parts = {0};
  bool assignment = false; /* after NAME= and each colon behind it a tilde is a home folder */
  if (peek_char() == '~') read_tilde(&parts);
  while (starts_word(peek_char())) {
    int c = peek_char();
    read_piece(&parts);
    if (c == '=' && !assignment && !parts.first && parts.text_open && !parts.text_quoted)
      assignment = name_length(parts.text.bytes) + 1 == parts.text.length;
    if (assignment && (c == '=' || c == ':') && peek_char() == '~') {
      end_text(&parts);
      read_tilde(&parts);
    }
  }
  end_text(&parts);
  struct word *word = arena_take(trees, sizeof *word);
  word->parts = parts.first;
  return word;
}

struct part *read_double_quoted(int end) {
  struct builder parts = {0};
  read_quoted_into(&parts, end);
  end_text(&parts);
  return parts.first;
}

/* A text as if it stood in double quotes: prompts, here-documents. */
struct part *parse_in_quotes(const char *text, int line) {
  struct input place;
  struct lexer_state outer = save_lexer();
  push_text_input(&place, text, line);
  struct part *parts = read_double_quoted(END_OF_INPUT);
  pop_input();
  restore_lexer(outer);
  return parts;
}

/* The word's text if it has no quotes and no expansions, else null: reserved words, names. */
const char *literal_of(const struct word *word) {
  const struct part *part = word->parts;
  return part && !part->next && part->kind == PART_TEXT && !part->quoted ? part->text : NULL;
}
