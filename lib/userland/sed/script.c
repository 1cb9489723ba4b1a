/* Reading a script of sed: addresses, commands and their arguments, with GNU's messages. */
#include <regex.h>
#include <stdlib.h>
#include <string.h>
#include "complain.h"
#include "sed.h"

struct command *commands;
int command_count, pattern_flags;

/* The script: all -e and -f, and where the present one began. */
static const char *at, *begun;
static int expressions;

_Noreturn static void wrong(const char *what) {
  give_up(WRONG_SCRIPT, "-e expression #%d, char %d: %s", expressions, (int)(at - begun), what);
}

static regex_t *compile(const char *text, int ignores_case) {
  if (*text == '\0') return NULL;
  regex_t *compiled = more_memory(NULL, sizeof *compiled);
  int error = regcomp(compiled, text, pattern_flags | (ignores_case ? REG_ICASE : 0));
  if (error != 0) {
    char message[128];
    regerror(error, compiled, message, sizeof message);
    wrong(message);
  }
  return compiled;
}

/* Text up to the delimiter, which \ takes the meaning from; a pattern's \n is a newline. */
static char *delimited(char delimiter, int is_pattern, const char *unterminated) {
  char *text = more_memory(NULL, strlen(at) + 1), *to = text;
  for (; *at != delimiter; at++) {
    if (*at == '\0' || (*at == '\n' && is_pattern)) {
      if (*at == '\n') at++;
      wrong(unterminated);
    }
    if (*at == '\\' && at[1] == delimiter)
      at++;
    else if (*at == '\\' && at[1] == 'n' && is_pattern) {
      at++;
      *to++ = '\n';
      continue;
    } else if (*at == '\\' && at[1] != '\0')
      *to++ = *at++;
    *to++ = *at;
  }
  at++;
  *to = '\0';
  return text;
}

static struct address read_address(void) {
  struct address found = {NONE, 0, NULL};
  if (*at >= '0' && *at <= '9') {
    char *end;
    found.kind = LINE;
    found.line = strtol(at, &end, 10);
    at = end;
  } else if (*at == '$') {
    found.kind = LAST;
    at++;
  } else if (*at == '/' || (*at == '\\' && at[1] != '\0')) {
    if (*at == '\\') at++;
    char delimiter = *at++;
    char *text = delimited(delimiter, 1, "unterminated address regex");
    int ignores_case = *at == 'I';
    at += ignores_case;
    found.kind = PATTERN;
    found.pattern = compile(text, ignores_case);
  }
  return found;
}

static void skip(const char *set) {
  at += strspn(at, set);
}

static void read_substitution(struct command *command) {
  char delimiter = *at;
  if (delimiter == '\0' || delimiter == '\n' || delimiter == '\\')
    wrong("unterminated `s' command");
  at++;
  char *pattern = delimited(delimiter, 1, "unterminated `s' command");
  command->text = delimited(delimiter, 0, "unterminated `s' command");
  int ignores_case = 0;
  for (;; at++) {
    if (*at == 'g')
      command->everywhere = 1;
    else if (*at == 'p')
      command->prints = 1;
    else if (*at == 'i' || *at == 'I')
      ignores_case = 1;
    else if (*at >= '1' && *at <= '9') {
      char *end;
      command->nth = (int)strtol(at, &end, 10);
      at = end - 1;
    } else
      break;
  }
  command->pattern = compile(pattern, ignores_case);
  if (*at != '\0' && strchr(" \t;}\n#", *at) == NULL) {
    at++;
    wrong("unknown option to `s'");
  }
}

static void read_sets(struct command *command) {
  char delimiter = *at;
  if (delimiter == '\0') wrong("unterminated `y' command");
  at++;
  command->text = delimited(delimiter, 1, "unterminated `y' command");
  command->other = delimited(delimiter, 1, "unterminated `y' command");
  if (strlen(command->text) != strlen(command->other))
    wrong("strings for `y' command are different lengths");
}

/* Of a, i, c: the rest of the line, or the line behind "a\". */
static void read_text(struct command *command) {
  skip(" \t");
  if (*at == '\\') {
    at++;
    skip(" \t");
    if (*at == '\n') at++;
  }
  if (*at == '\0') wrong("expected \\ after `a', `c' or `i'");
  char *text = more_memory(NULL, strlen(at) + 2), *to = text;
  for (; *at != '\0' && *at != '\n'; at++) {
    if (*at == '\\' && at[1] != '\0') at++;
    *to++ = *at;
  }
  *to++ = '\n';
  *to = '\0';
  command->text = text;
}

void read_script(const char *script) {
  static int open[64], depth;
  expressions++;
  for (at = begun = script;;) {
    skip(" \t\n;");
    if (*at == '\0') break;
    if (*at == '#') {
      at += strcspn(at, "\n");
      continue;
    }
    commands = more_memory(commands, (command_count + 1) * sizeof *commands);
    struct command *command = &commands[command_count++];
    *command = (struct command){.first = read_address()};
    skip(" \t");
    if (*at == ',') {
      at++;
      skip(" \t");
      command->second = read_address();
      if (command->first.kind == NONE || command->second.kind == NONE)
        wrong("unexpected `,'");
      skip(" \t");
    }
    while (*at == '!' || *at == ' ') command->negated |= *at++ == '!';
    if (*at == '\0') wrong("missing command");
    command->name = *at++;
    switch (command->name) {
      case '{':
        if (depth < 64) open[depth++] = command_count - 1;
        continue;
      case '}':
        if (depth == 0) wrong("unexpected `}'");
        commands[open[--depth]].after = command_count;
        break;
      case 's':
        read_substitution(command);
        break;
      case 'y':
        read_sets(command);
        break;
      case 'a':
      case 'i':
      case 'c':
        read_text(command);
        break;
      case 'q':
        skip(" \t");
        command->nth = (int)strtol(at, (char **)&at, 10);
        break;
      case 'p':
      case 'd':
      case '=':
      case 'n':
        break;
      default: {
        char message[] = "unknown command: `x'";
        message[sizeof message - 3] = command->name;
        wrong(message);
      }
    }
    skip(" \t");
    if (*at != '\0' && strchr(";\n}#", *at) == NULL) {
      at++;
      wrong("extra characters after command");
    }
  }
  if (depth > 0) {
    at = begun;
    wrong("unmatched `{'");
  }
}
