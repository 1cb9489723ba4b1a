/* Here-documents (XCU 2.7.4): the lines after the one with <<WORD, up to a line that is WORD. */
#include "shell.h"
#include <string.h>

/* One line without its newline; false at the end of the input. */
static bool read_line(struct text *line, bool joins) {
  bool any = false;
  for (int c = joins ? next_char() : next_raw(); c != END_OF_INPUT; c = joins ? next_char() : next_raw()) {
    any = true;
    if (c == '\n') return true;
    text_add(line, (char)c);
    if (c == '\\' && joins && peek_raw(0) != '\n') {
      int escaped = next_raw();
      if (escaped == END_OF_INPUT) break;
      text_add(line, (char)escaped);
    }
  }
  return any;
}

static void read_one(struct redirect *redirect) {
  struct text body = {trees};
  int first_line = input->line;
  for (;;) {
    struct text line = {0};
    if (!read_line(&line, !redirect->quoted)) break;
    const char *text = text_end(&line);
    while (redirect->strip_tabs && *text == '\t') text++;
    if (strcmp(text, redirect->delimiter) == 0) break;
    text_add_all(&body, text, strlen(text));
    text_add(&body, '\n');
  }
  if (redirect->quoted) {
    redirect->body = arena_take(trees, sizeof *redirect->body);
    redirect->body->kind = PART_TEXT;
    redirect->body->quoted = true;
    redirect->body->text = text_end(&body);
  } else {
    redirect->body = parse_in_quotes(text_end(&body), first_line);
  }
}

void read_here_documents(struct redirect *first) {
  for (; first; first = first->next_waiting) read_one(first);
}
