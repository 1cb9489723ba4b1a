/* Expansion of words (XCU 2.6): tilde, parameter, command and arithmetic, left to right. */
#include "shell.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

void add_origin(struct expansion *to, const char *text, size_t n, enum origin origin) {
  text_add_all(&to->bytes, text, n);
  for (size_t i = 0; i < n; i++) text_add(&to->origins, (char)origin);
}

static void expand_tilde(struct expansion *to, const char *user) {
  const char *home = NULL;
  if (*user == '\0') {
    home = value_of("HOME");
  } else if (strcmp(user, "root") == 0) {
    home = "/root";
  } else if (strcmp(user, "student") == 0) {
    home = "/home/student";
  }
  if (home) {
    add_origin(to, home, strlen(home), FROM_QUOTES);
  } else {
    add_origin(to, "~", 1, FROM_QUOTES);
    add_origin(to, user, strlen(user), FROM_QUOTES);
  }
}

static void expand_arithmetic(struct expansion *to, const struct part *part) {
  char digits[24];
  current_line = part->line;
  snprintf(digits, sizeof digits, "%ld", arithmetic(expand_to_text(part->word)));
  add_origin(to, digits, strlen(digits), part->quoted ? FROM_QUOTES : FROM_EXPANSION);
}

/* `text`: what text without quotes is; in the word of ${x:-word} it may be split, in "${x:-word}" it is quoted. */
void expand_parts(struct expansion *to, const struct part *parts, enum origin text) {
  for (const struct part *part = parts; part; part = part->next) {
    switch (part->kind) {
      case PART_TEXT:
        if (part->quoted && part->text[0] == '\0') add_origin(to, "", 1, EMPTY_QUOTES);
        add_origin(to, part->text, strlen(part->text), part->quoted ? FROM_QUOTES : text);
        break;
      case PART_PARAMETER:
        expand_parameter(to, part);
        break;
      case PART_COMMAND:
        substitute_command(to, part);
        break;
      case PART_ARITHMETIC:
        expand_arithmetic(to, part);
        break;
      case PART_TILDE:
        expand_tilde(to, part->text);
        break;
    }
  }
}

/* Characters that a reader of the command's output puts into the expansion: without the last newlines. */
static void read_output(struct expansion *to, int fd, enum origin origin) {
  char buffer[512];
  ssize_t n;
  size_t newlines = 0;
  while ((n = read(fd, buffer, sizeof buffer)) != 0) {
    if (n < 0) {
      if (interrupted) break;
      continue;
    }
    for (ssize_t i = 0; i < n; i++) {
      if (buffer[i] == '\0') continue;
      if (buffer[i] == '\n') {
        newlines++;
        continue;
      }
      for (; newlines > 0; newlines--) add_origin(to, "\n", 1, origin);
      add_origin(to, &buffer[i], 1, origin);
    }
  }
}

void substitute_command(struct expansion *to, const struct part *part) {
  enum origin origin = part->quoted ? FROM_QUOTES : FROM_EXPANSION;
  if (part->quoted) add_origin(to, "", 1, EMPTY_QUOTES);
  int ends[2];
  if (pipe(ends) < 0) fail(2, "Pipe call failed");
  struct job *job = new_job("");
  pid_t child = fork_child();
  if (child == 0) {
    close(ends[0]);
    if (ends[1] != 1) {
      dup2(ends[1], 1);
      close(ends[1]);
    }
    job_control = false;
    leave(part->command ? run(part->command, RUN_LAST) : 0);
  }
  add_process(job, child);
  close(ends[1]);
  read_output(to, ends[0], origin);
  close(ends[0]);
  substitution_status = wait_for_job(job);
}

static void expand_word_into(struct expansion *expansion, const struct part *parts) {
  memset(expansion, 0, sizeof *expansion);
  expand_parts(expansion, parts, FROM_TEXT);
}

void expand_words(struct field_list *to, const struct word *words) {
  for (; words; words = words->next) {
    const char *literal = literal_of(words);
    if (literal && !strpbrk(literal, "*?[\\")) {
      add_field(to, arena_copy(&scratch, literal, strlen(literal)));
      continue;
    }
    struct expansion expansion;
    expand_word_into(&expansion, words->parts);
    split_into_fields(to, &expansion);
  }
}

/* One text: of an assignment, a case word, a redirection. No splitting, no file names. */
char *expand_to_text(const struct part *parts) {
  struct expansion expansion;
  expand_word_into(&expansion, parts);
  struct text text = {0};
  for (size_t i = 0; i < expansion.bytes.length; i++) {
    char origin = expansion.origins.bytes[i];
    if (origin == FIELD_BREAK) text_add(&text, ' ');
    else if (origin != EMPTY_QUOTES) text_add(&text, expansion.bytes.bytes[i]);
  }
  return text_end(&text);
}

/* For fnmatch: what was quoted is escaped. */
char *expand_to_pattern(const struct part *parts) {
  struct expansion expansion;
  expand_word_into(&expansion, parts);
  return pattern_of(&expansion, 0, expansion.bytes.length);
}

char *expand_here_document(const struct part *parts) {
  return expand_to_text(parts);
}
