/* sed(1): -n -e -E -f; addresses N, $, /re/, pairs of them, !; { } p d s y q = n a i c. Leaves out: the
   hold space, labels and branches, files that are written, editing in place. */
#include <regex.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "complain.h"
#include "line-input.h"
#include "sed.h"

enum { GROUPS = 10 };

static int quiet;

/* The input: all files as one, with one line read ahead, so that the last is known. */
static char **files;
static FILE *file;
static char *ahead;
static size_t ahead_bytes;
static int status;

static void read_ahead(void) {
  char *line;
  ahead = NULL;
  for (;;) {
    while (file == NULL) {
      if (*files == NULL) return;
      const char *name = *files++;
      file = strcmp(name, "-") == 0 ? stdin : fopen(name, "r");
      if (file == NULL) {
        complain_errno("can't read %s", name);
        status = NO_INPUT;
      }
    }
    ssize_t n = next_line(file, &line);
    if (n > 0) {
      ahead_bytes = (size_t)n;
      ahead = more_memory(NULL, ahead_bytes + 1);
      memcpy(ahead, line, ahead_bytes + 1);
      return;
    }
    if (file != stdin) fclose(file);
    file = NULL;
  }
}

static char *space; /* the pattern space */
static int ends_line; /* its line had a newline */
static long number;
static regex_t *used;
static char *appended;

static int next(void) {
  if (ahead == NULL) return 0;
  free(space);
  space = ahead;
  ends_line = space[ahead_bytes - 1] == '\n';
  if (ends_line) space[ahead_bytes - 1] = '\0';
  number++;
  read_ahead();
  return 1;
}

static void show(void) {
  fputs(space, stdout);
  if (ends_line) putchar('\n');
}

static void add(char **text, const char *more, size_t n) {
  size_t had = *text == NULL ? 0 : strlen(*text);
  *text = more_memory(*text, had + n + 1);
  memcpy(*text + had, more, n);
  (*text)[had + n] = '\0';
}

static void finish_cycle(int prints) {
  if (prints && !quiet) show();
  if (appended != NULL) {
    if (!ends_line && prints && !quiet) putchar('\n');
    fputs(appended, stdout);
  }
  free(appended);
  appended = NULL;
}

static int search(regex_t *pattern, const char *text, regmatch_t *found, int execution) {
  if (pattern == NULL) pattern = used;
  if (pattern == NULL) give_up(WRONG_SCRIPT, "no previous regular expression");
  used = pattern;
  return regexec(pattern, text, GROUPS, found, execution) == 0;
}

static int is_at(struct address *address) {
  regmatch_t found[GROUPS];
  switch (address->kind) {
    case LINE:
      return number == address->line;
    case LAST:
      return ahead == NULL;
    case PATTERN:
      return search(address->pattern, space, found, 0);
    default:
      return 1;
  }
}

static int selected(struct command *command) {
  if (command->second.kind == NONE) return is_at(&command->first);
  struct address *end = &command->second;
  if (command->in_range) {
    int over = end->kind == LINE ? number >= end->line : is_at(end);
    command->in_range = !over;
    return end->kind != LINE || number <= end->line;
  }
  if (!is_at(&command->first)) return 0;
  command->in_range = end->kind == LINE ? end->line > number : end->kind != LAST || ahead != NULL;
  return 1;
}

static void put_replacement(char **to, const char *text, const char *from, regmatch_t *found) {
  for (; *text != '\0'; text++) {
    int group = *text == '&' ? 0 : -1;
    if (*text == '\\' && text[1] != '\0') {
      text++;
      if (*text >= '0' && *text <= '9')
        group = *text - '0';
      else if (*text == 'n') {
        add(to, "\n", 1);
        continue;
      }
    }
    if (group < 0)
      add(to, text, 1);
    else if (found[group].rm_so >= 0)
      add(to, from + found[group].rm_so, (size_t)(found[group].rm_eo - found[group].rm_so));
  }
}

static void substitute(struct command *command) {
  regmatch_t found[GROUPS];
  char *result = NULL, *from = space;
  int times = 0, changed = 0, nth = command->nth == 0 ? 1 : command->nth, after_match = 0;
  add(&result, "", 0);
  while (search(command->pattern, from, found, from == space ? 0 : REG_NOTBOL)) {
    int empty = found[0].rm_so == found[0].rm_eo;
    add(&result, from, (size_t)found[0].rm_so);
    /* Nothing behind a match is no match of its own. */
    int counts = !(empty && found[0].rm_so == 0 && after_match);
    times += counts;
    if (counts && (times == nth || (command->everywhere && times > nth))) {
      put_replacement(&result, command->text, from, found);
      changed = 1;
    } else
      add(&result, from + found[0].rm_so, (size_t)(found[0].rm_eo - found[0].rm_so));
    from += found[0].rm_eo;
    after_match = !empty;
    if (empty) {
      if (*from == '\0') break;
      add(&result, from++, 1);
    }
    if (changed && !command->everywhere) break;
    if (*from == '\0' && !empty) break;
  }
  add(&result, from, strlen(from));
  free(space);
  space = result;
  if (changed && command->prints) show();
}

static void translate(struct command *command) {
  for (char *c = space; *c != '\0'; c++) {
    char *found = strchr(command->text, *c);
    if (found != NULL) *c = command->other[found - command->text];
  }
}

/* One cycle: all commands on the pattern space. */
static void run(void) {
  for (int k = 0; k < command_count; k++) {
    struct command *command = &commands[k];
    if (selected(command) == command->negated) {
      if (command->name == '{') k = command->after - 1;
      continue;
    }
    switch (command->name) {
      case 'p':
        show();
        break;
      case 's':
        substitute(command);
        break;
      case 'y':
        translate(command);
        break;
      case '=':
        printf("%ld\n", number);
        break;
      case 'a':
        add(&appended, command->text, strlen(command->text));
        break;
      case 'i':
        fputs(command->text, stdout);
        break;
      case 'c':
        if (!command->in_range || command->negated) fputs(command->text, stdout);
        finish_cycle(0);
        return;
      case 'd':
        finish_cycle(0);
        return;
      case 'n':
        if (ahead == NULL) {
          finish_cycle(1);
          return;
        }
        finish_cycle(1);
        next();
        break;
      case 'q':
        finish_cycle(1);
        fflush(stdout);
        exit(command->nth);
    }
  }
  finish_cycle(1);
}

static char *whole_file(const char *name) {
  FILE *script = strcmp(name, "-") == 0 ? stdin : fopen(name, "r");
  char *text = NULL, *line;
  if (script == NULL) {
    complain_errno("couldn't open file %s", name);
    exit(WRONG_SCRIPT);
  }
  add(&text, "", 0);
  while (next_line(script, &line) > 0) add(&text, line, strlen(line));
  return text;
}

int main(int argc, char *argv[]) {
  begin_program(argv);
  static char *everything[] = {"-", NULL};
  static char *scripts[64];
  int option, given = 0;
  while ((option = getopt(argc, argv, "ne:Erf:s")) != -1) {
    if (option == '?') bad_option(WRONG_SCRIPT);
    if (option == 'n') quiet = 1;
    if (option == 'E' || option == 'r') pattern_flags = REG_EXTENDED;
    if (given == 64) give_up(WRONG_SCRIPT, "too many scripts");
    if (option == 'e') scripts[given++] = optarg;
    if (option == 'f') scripts[given++] = whole_file(optarg);
  }
  if (given == 0) {
    if (optind == argc) bad_option(WRONG_SCRIPT);
    scripts[given++] = argv[optind++];
  }
  for (int k = 0; k < given; k++) read_script(scripts[k]);
  files = optind < argc ? argv + optind : everything;
  read_ahead();
  while (next()) run();
  int failed = finish_output() != 0;
  return status != 0 ? status : failed ? 4 : 0;
}
