/* Tokens (XCU 2.3): operators and words. A newline is where the waiting here-documents are read. */
#include "shell.h"
#include <stdlib.h>
#include <string.h>

static struct lexer_state lexer;
size_t token_end;

struct lexer_state save_lexer(void) {
  struct lexer_state saved = lexer;
  memset(&lexer, 0, sizeof lexer);
  return saved;
}

void restore_lexer(struct lexer_state state) {
  lexer = state;
}

void await_here_document(struct redirect *redirect) {
  struct redirect **end = &lexer.waiting;
  while (*end) end = &(*end)->next_waiting;
  *end = redirect;
}

static bool follows(int c) {
  if (peek_char() != c) return false;
  next_char();
  return true;
}

static void skip_blanks(void) {
  for (;;) {
    int c = peek_char();
    if (c == ' ' || c == '\t') {
      next_char();
    } else if (c == '#') {
      while (peek_raw(0) != '\n' && peek_raw(0) != END_OF_INPUT) next_raw();
    } else {
      return;
    }
  }
}

static void redirection(enum redirection_kind kind) {
  lexer.token.kind = TOKEN_REDIRECTION;
  lexer.token.redirection = kind;
}

static void less(void) {
  if (follows('<')) {
    redirection(REDIRECT_HERE);
    lexer.token.strip_tabs = follows('-');
  } else {
    redirection(follows('&') ? REDIRECT_SAME_IN : follows('>') ? REDIRECT_BOTH : REDIRECT_IN);
  }
}

static void greater(void) {
  redirection(follows('>')   ? REDIRECT_APPEND
              : follows('&') ? REDIRECT_SAME_OUT
              : follows('|') ? REDIRECT_CLOBBER
                             : REDIRECT_OUT);
}

static void ampersand(void) {
  lexer.token.kind = TOKEN_AMPERSAND;
  if (follows('&')) lexer.token.kind = TOKEN_AND;
  else if (follows('>')) redirection(follows('>') ? REDIRECT_ALL_APPEND : REDIRECT_ALL);
}

/* Digits just before < or > are the descriptor. */
static bool descriptor_ahead(void) {
  size_t n = 0;
  while (peek_raw(n) >= '0' && peek_raw(n) <= '9') n++;
  return n > 0 && n < 5 && (peek_raw(n) == '<' || peek_raw(n) == '>');
}

static void read_token(void) {
  memset(&lexer.token, 0, sizeof lexer.token);
  skip_blanks();
  lexer.token.fd = -1;
  lexer.token.line = input->line;
  lexer.token.start = input->at;
  int c = peek_char();
  if (c >= '0' && c <= '9' && descriptor_ahead()) {
    lexer.token.fd = 0;
    for (; c >= '0' && c <= '9'; c = peek_char()) {
      lexer.token.fd = 10 * lexer.token.fd + (c - '0');
      next_char();
    }
  }
  if (c == END_OF_INPUT) {
    lexer.token.kind = TOKEN_END;
    return;
  }
  if (starts_word(c)) {
    lexer.token.kind = TOKEN_WORD;
    lexer.token.word = read_word();
    return;
  }
  next_char();
  switch (c) {
    case '\n':
      lexer.token.kind = TOKEN_NEWLINE;
      if (lexer.waiting) {
        struct redirect *waiting = lexer.waiting;
        lexer.waiting = NULL;
        read_here_documents(waiting);
      }
      break;
    case ';':
      lexer.token.kind = follows(';') ? TOKEN_DOUBLE_SEMICOLON : TOKEN_SEMICOLON;
      break;
    case '&':
      ampersand();
      break;
    case '|':
      lexer.token.kind = follows('|') ? TOKEN_OR : TOKEN_PIPE;
      break;
    case '(':
      lexer.token.kind = TOKEN_OPEN;
      break;
    case ')':
      lexer.token.kind = TOKEN_CLOSE;
      break;
    case '<':
      less();
      break;
    default:
      greater();
  }
}

struct token *peek_token(void) {
  if (!lexer.peeked) {
    read_token();
    lexer.peeked = true;
  }
  return &lexer.token;
}

struct token next_token(void) {
  struct token token = *peek_token();
  lexer.peeked = false;
  token_end = input->at;
  return token;
}

bool take_token(enum token_kind kind) {
  if (peek_token()->kind != kind) return false;
  next_token();
  return true;
}

void syntax_error(const char *message) {
  current_line = input->line;
  fail(2, "Syntax error: %s", message);
}

void bad_substitution(void) {
  current_line = input->line;
  fail(2, "Bad substitution");
}

static const char *token_text(const struct token *token) {
  static const char *const texts[] = {
      [TOKEN_END] = "end of file", [TOKEN_NEWLINE] = "newline",     [TOKEN_WORD] = "word",
      [TOKEN_SEMICOLON] = "\";\"", [TOKEN_DOUBLE_SEMICOLON] = "\";;\"", [TOKEN_AMPERSAND] = "\"&\"",
      [TOKEN_AND] = "\"&&\"",      [TOKEN_PIPE] = "\"|\"",          [TOKEN_OR] = "\"||\"",
      [TOKEN_OPEN] = "\"(\"",      [TOKEN_CLOSE] = "\")\"",         [TOKEN_REDIRECTION] = "redirection"};
  return texts[token->kind];
}

/* `expected` is null, or the token that would have been right, in its quotes. */
void unexpected_token(const char *expected) {
  const struct token *token = peek_token();
  const char *literal = token->kind == TOKEN_WORD ? literal_of(token->word) : NULL;
  current_line = input->line;
  static const char *const reserved[] = {"!",  "{",  "}",    "case", "do",   "done",  "elif", "else",
                                         "esac", "fi", "for", "if",   "then", "until", "while", NULL};
  struct text message = {0};
  bool is_reserved = false;
  for (int i = 0; literal && reserved[i]; i++) is_reserved |= strcmp(literal, reserved[i]) == 0;
  if (is_reserved) {
    text_add(&message, '"');
    text_add_all(&message, literal, strlen(literal));
    text_add(&message, '"');
  } else {
    text_add_all(&message, token_text(token), strlen(token_text(token)));
  }
  if (expected) fail(2, "Syntax error: %s unexpected (expecting %s)", text_end(&message), expected);
  fail(2, "Syntax error: %s unexpected", text_end(&message));
}
