/* The grammar of XCU 2.10, one function a production. */
#include "shell.h"
#include <stdlib.h>
#include <string.h>

bool defined_function;
bool end_of_commands;

static struct node *parse_and_or(void);
static struct node *parse_list(void);

static struct node *new_node(enum node_kind kind) {
  struct node *node = arena_take(trees, sizeof *node);
  node->kind = kind;
  node->line = peek_token()->line;
  return node;
}

static struct node *joined(enum node_kind kind, struct node *left, struct node *right) {
  struct node *node = arena_take(trees, sizeof *node);
  node->kind = kind;
  node->line = left->line;
  node->left = left;
  node->right = right;
  return node;
}

static const char *source_between(size_t start, size_t end) {
  return end > start ? arena_copy(trees, input->bytes + start, end - start) : "";
}

static bool at_word(const char *text) {
  const struct token *token = peek_token();
  if (token->kind != TOKEN_WORD) return false;
  const char *literal = literal_of(token->word);
  return literal && strcmp(literal, text) == 0;
}

static bool take_word(const char *text) {
  if (!at_word(text)) return false;
  next_token();
  return true;
}

static void need_word(const char *text, const char *quoted) {
  if (!take_word(text)) unexpected_token(quoted);
}

static void skip_newlines(void) {
  while (take_token(TOKEN_NEWLINE)) continue;
}

/* Words that end a list where a command could begin. */
static bool at_list_end(void) {
  static const char *const ends[] = {"then", "else", "elif", "fi", "do", "done", "esac", "}"};
  for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
    if (at_word(ends[i])) return true;
  return false;
}

static struct redirect *parse_redirect(void) {
  struct token token = next_token();
  struct redirect *redirect = arena_take(trees, sizeof *redirect);
  redirect->kind = token.redirection;
  redirect->fd = token.fd;
  redirect->strip_tabs = token.strip_tabs;
  if (peek_token()->kind != TOKEN_WORD) unexpected_token(NULL);
  size_t start = peek_token()->start;
  redirect->target = next_token().word;
  if (redirect->kind == REDIRECT_HERE) {
    /* The delimiter isn't expanded; that it has quotes anywhere says that the text isn't either. */
    struct text delimiter = {trees};
    for (const struct part *part = redirect->target->parts; part; part = part->next) {
      redirect->quoted |= part->quoted;
      if (part->kind == PART_TEXT) text_add_all(&delimiter, part->text, strlen(part->text));
    }
    redirect->delimiter = redirect->target->parts && redirect->target->parts->kind != PART_TEXT
                              ? source_between(start, token_end)
                              : text_end(&delimiter);
    await_here_document(redirect);
  }
  return redirect;
}

static struct redirect **parse_redirects(struct redirect **end) {
  while (peek_token()->kind == TOKEN_REDIRECTION) {
    *end = parse_redirect();
    end = &(*end)->next;
  }
  return end;
}

static bool is_assignment(const struct word *word) {
  const struct part *part = word->parts;
  if (!part || part->kind != PART_TEXT || part->quoted) return false;
  size_t n = name_length(part->text);
  return n > 0 && part->text[n] == '=';
}

static struct node *parse_function(struct node *node, const char *name) {
  if (!take_token(TOKEN_CLOSE)) unexpected_token("\")\"");
  if (strpbrk(name, "=*?[/")) syntax_error("Bad function name");
  skip_newlines();
  node->kind = NODE_FUNCTION;
  node->name = name;
  defined_function = true;
  node->left = parse_and_or();
  return node;
}

static struct node *parse_simple(void) {
  struct node *node = new_node(NODE_SIMPLE);
  struct word **assignments = &node->assignments;
  struct word **words = &node->words;
  struct redirect **redirects = &node->redirects;
  for (;;) {
    redirects = parse_redirects(redirects);
    if (peek_token()->kind != TOKEN_WORD) break;
    struct word *word = next_token().word;
    if (!node->words && is_assignment(word)) {
      *assignments = word;
      assignments = &word->next;
      continue;
    }
    bool first = !node->words;
    *words = word;
    words = &word->next;
    const char *name = literal_of(word);
    if (first && name && !node->assignments && !node->redirects && take_token(TOKEN_OPEN))
      return parse_function(node, name);
  }
  if (!node->words && !node->assignments && !node->redirects) unexpected_token(NULL);
  return node;
}

static struct node *parse_body(const char *begin, const char *begin_quoted, const char *end, const char *end_quoted) {
  skip_newlines();
  need_word(begin, begin_quoted);
  struct node *body = parse_list();
  need_word(end, end_quoted);
  return body;
}

/* `next` is what has to follow the list. */
static struct node *needed_list(const char *next) {
  struct node *list = parse_list();
  if (!list) unexpected_token(peek_token()->kind == TOKEN_END ? next : NULL);
  return list;
}

static struct node *parse_if(void) {
  struct node *node = new_node(NODE_IF);
  next_token();
  node->left = needed_list("\"then\"");
  need_word("then", "\"then\"");
  node->right = needed_list("\"fi\"");
  if (at_word("elif")) {
    node->otherwise = parse_if();
    return node;
  }
  if (take_word("else")) node->otherwise = needed_list("\"fi\"");
  need_word("fi", "\"fi\"");
  return node;
}

static struct node *parse_loop(enum node_kind kind) {
  struct node *node = new_node(kind);
  next_token();
  node->left = needed_list("\"do\"");
  node->right = parse_body("do", "\"do\"", "done", "\"done\"");
  return node;
}

static struct node *parse_for(void) {
  struct node *node = new_node(NODE_FOR);
  next_token();
  const char *name = peek_token()->kind == TOKEN_WORD ? literal_of(peek_token()->word) : NULL;
  if (!name || name[name_length(name)] != '\0') syntax_error("Bad for loop variable");
  node->name = name;
  next_token();
  skip_newlines();
  if (take_word("in")) {
    node->has_words = true;
    struct word **end = &node->words;
    while (peek_token()->kind == TOKEN_WORD) {
      *end = next_token().word;
      end = &(*end)->next;
    }
    if (!take_token(TOKEN_SEMICOLON) && !take_token(TOKEN_NEWLINE)) unexpected_token(NULL);
  } else {
    take_token(TOKEN_SEMICOLON);
  }
  node->right = parse_body("do", "\"do\"", "done", "\"done\"");
  return node;
}

static struct node *parse_case(void) {
  struct node *node = new_node(NODE_CASE);
  next_token();
  if (peek_token()->kind != TOKEN_WORD) unexpected_token(NULL);
  node->words = next_token().word;
  skip_newlines();
  need_word("in", "\"in\"");
  skip_newlines();
  struct case_item **end = &node->items;
  while (!at_word("esac")) {
    struct case_item *item = arena_take(trees, sizeof *item);
    take_token(TOKEN_OPEN);
    struct word **pattern = &item->patterns;
    do {
      if (peek_token()->kind != TOKEN_WORD) unexpected_token(NULL);
      *pattern = next_token().word;
      pattern = &(*pattern)->next;
    } while (take_token(TOKEN_PIPE));
    if (!take_token(TOKEN_CLOSE)) unexpected_token("\")\"");
    item->body = parse_list();
    *end = item;
    end = &item->next;
    if (!take_token(TOKEN_DOUBLE_SEMICOLON) && !at_word("esac")) unexpected_token("\";;\"");
    skip_newlines();
  }
  next_token();
  return node;
}

static struct node *parse_group(void) {
  struct node *node = new_node(NODE_GROUP);
  next_token();
  node->left = needed_list("\"}\"");
  need_word("}", "\"}\"");
  return node;
}

static struct node *parse_subshell(void) {
  struct node *node = new_node(NODE_SUBSHELL);
  next_token();
  node->left = needed_list("\")\"");
  if (!take_token(TOKEN_CLOSE)) unexpected_token("\")\"");
  return node;
}

static struct node *parse_compound(void) {
  if (peek_token()->kind == TOKEN_OPEN) return parse_subshell();
  if (at_word("if")) return parse_if();
  if (at_word("while")) return parse_loop(NODE_WHILE);
  if (at_word("until")) return parse_loop(NODE_UNTIL);
  if (at_word("for")) return parse_for();
  if (at_word("case")) return parse_case();
  if (at_word("{")) return parse_group();
  return NULL;
}

static struct node *parse_command(void) {
  struct node *compound = parse_compound();
  if (compound) {
    parse_redirects(&compound->redirects);
    return compound;
  }
  if (at_list_end()) unexpected_token(NULL);
  return parse_simple();
}

static struct node *parse_pipeline(void) {
  size_t start = peek_token()->start;
  bool negated = false;
  while (take_word("!")) negated = !negated;
  struct node *first = parse_command();
  struct node *pipeline = first;
  if (peek_token()->kind == TOKEN_PIPE) {
    pipeline = joined(NODE_PIPELINE, first, NULL);
    pipeline->elements = first;
    struct node *last = first;
    while (take_token(TOKEN_PIPE)) {
      skip_newlines();
      last->next = parse_command();
      last = last->next;
    }
  }
  pipeline->source = source_between(start, token_end);
  return negated ? joined(NODE_NOT, pipeline, NULL) : pipeline;
}

static struct node *parse_and_or(void) {
  struct node *left = parse_pipeline();
  for (;;) {
    bool both = peek_token()->kind == TOKEN_AND;
    if (!both && peek_token()->kind != TOKEN_OR) return left;
    next_token();
    skip_newlines();
    left = joined(both ? NODE_AND : NODE_OR, left, parse_pipeline());
  }
}

/* and_or with its separator; *ended: no separator followed, so the list is over. */
static struct node *parse_item(bool *ended) {
  size_t start = peek_token()->start;
  struct node *node = parse_and_or();
  size_t end = token_end;
  *ended = false;
  if (take_token(TOKEN_AMPERSAND)) {
    node = joined(NODE_BACKGROUND, node, NULL);
    node->source = source_between(start, end);
  } else if (!take_token(TOKEN_SEMICOLON)) {
    *ended = true;
  }
  return node;
}

/* Commands up to a word that ends the construct; null if there are none. */
static struct node *parse_list(void) {
  struct node *list = NULL;
  for (;;) {
    skip_newlines();
    enum token_kind kind = peek_token()->kind;
    if (kind == TOKEN_END || kind == TOKEN_CLOSE || kind == TOKEN_DOUBLE_SEMICOLON || at_list_end()) return list;
    bool ended;
    struct node *item = parse_item(&ended);
    list = list ? joined(NODE_SEQUENCE, list, item) : item;
    if (ended && peek_token()->kind != TOKEN_NEWLINE) return list;
  }
}

struct node *parse_until(enum token_kind end) {
  struct node *list = parse_list();
  if (peek_token()->kind != end) unexpected_token(end == TOKEN_CLOSE ? "\")\"" : NULL);
  return list;
}

/* The commands of one line: what the shell reads before it executes. Null at an empty line, or the end. */
struct node *parse_command_line(void) {
  struct node *list = NULL;
  for (;;) {
    if (take_token(TOKEN_NEWLINE)) return list;
    end_of_commands = peek_token()->kind == TOKEN_END;
    if (end_of_commands) return list;
    bool ended;
    struct node *item = parse_item(&ended);
    list = list ? joined(NODE_SEQUENCE, list, item) : item;
    if (ended && peek_token()->kind != TOKEN_NEWLINE && peek_token()->kind != TOKEN_END) unexpected_token(NULL);
  }
}

struct node *parse_commands(const char *text, int line) {
  struct input place;
  struct lexer_state outer = save_lexer();
  push_text_input(&place, text, line);
  struct node *list = parse_until(TOKEN_END);
  pop_input();
  restore_lexer(outer);
  return list;
}
