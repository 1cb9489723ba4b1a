/* Where commands come from: a text (sh -c, eval, a backquoted command) or a file, read as it is needed. */
#include "shell.h"
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { READ_BYTES = 1024 };

struct input *input;
bool continued;

void push_text_input(struct input *place, const char *text, int line) {
  memset(place, 0, sizeof *place);
  place->fd = -1;
  place->bytes = own_text(text);
  place->length = strlen(text);
  place->line = line;
  place->ended = true;
  place->outer = input;
  input = place;
}

void push_file_input(struct input *place, int fd, bool prompts) {
  memset(place, 0, sizeof *place);
  place->fd = fd;
  place->line = 1;
  place->prompts = prompts;
  place->outer = input;
  input = place;
}

void pop_input(void) {
  free(input->bytes);
  if (input->fd > 2) close(input->fd);
  input = input->outer;
}

static void show_prompt(void) {
  const char *name = continued ? "PS2" : "PS1";
  const char *prompt = value_of(name);
  if (!prompt) return;
  struct part *parts = parse_in_quotes(prompt, 0);
  fputs(expand_to_text(parts), stderr);
  fflush(stderr);
}

/* More bytes after those that are there; false at the end. */
static bool read_more(void) {
  if (input->ended) return false;
  if (input->room - input->length < READ_BYTES) {
    input->room = input->room * 2 + READ_BYTES;
    input->bytes = own_memory(input->bytes, input->room);
  }
  if (input->prompts) show_prompt();
  continued = true;
  ssize_t n;
  while ((n = read(input->fd, input->bytes + input->length, READ_BYTES)) < 0 && errno == EINTR) {
    run_traps();
    if (interrupted) abandon(130);
  }
  if (n <= 0) {
    input->ended = true;
    return false;
  }
  if (options.verbose) {
    fwrite(input->bytes + input->length, 1, (size_t)n, stderr);
    fflush(stderr);
  }
  input->length += (size_t)n;
  return true;
}

/* A character of the input `ahead` of the next one. Doesn't look past a newline: it may not be typed yet. */
int peek_raw(size_t ahead) {
  while (input->at + ahead >= input->length)
    if (!read_more()) return END_OF_INPUT;
  return (unsigned char)input->bytes[input->at + ahead];
}

int next_raw(void) {
  int c = peek_raw(0);
  if (c == END_OF_INPUT) return c;
  input->at++;
  if (c == '\n') input->line++;
  return c;
}

/* As the raw ones, but a backslash before a newline joins two lines (XCU 2.2.1). */
int peek_char(void) {
  while (peek_raw(0) == '\\' && peek_raw(1) == '\n') {
    next_raw();
    next_raw();
  }
  return peek_raw(0);
}

int next_char(void) {
  peek_char();
  return next_raw();
}

/* Between commands: what was read of a file needs not be kept. */
void forget_read_input(void) {
  if (input->fd < 0 || input->at == 0) return;
  memmove(input->bytes, input->bytes + input->at, input->length - input->at);
  input->length -= input->at;
  input->at = 0;
}
