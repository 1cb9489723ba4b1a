/* xargs(1): -n count, -I text, -0, -r, -t, -d delimiter, -L lines. */
#include <ctype.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>
#include "complain.h"

enum { ARGUMENTS_MAX = 1000 };

static long per_command = ARGUMENTS_MAX, lines_per_command;
static const char *replaced;
static int delimiter = -1, skip_empty, shows;
static char **command;
static int command_count, status;
static int line_ended;

/* The next item, or null; quotes and backslashes as in a shell, unless a delimiter was given. */
static char *next_item(void) {
  char *item = NULL;
  size_t n = 0;
  int any = 0, quote = 0, c;
  line_ended = 0;
  while ((c = getchar()) != EOF) {
    if (delimiter >= 0 ? c == delimiter : !quote && (replaced ? c == '\n' : isspace(c))) {
      if (any || delimiter >= 0) {
        any = 1;
        line_ended = c == '\n';
        break;
      }
      continue;
    }
    if (replaced && !any && isblank(c)) continue;
    any = 1;
    if (delimiter < 0) {
      if (quote && c == '\n') give_up(1, "unmatched %s quote; by default quotes are special to xargs unless you use the -0 option", quote == '"' ? "double" : "single");
      if (c == quote) {
        quote = 0;
        continue;
      }
      if (!quote && (c == '\'' || c == '"')) {
        quote = c;
        continue;
      }
      if (!quote && c == '\\' && (c = getchar()) == EOF) break;
    }
    item = more_memory(item, n + 2);
    item[n++] = (char)c;
  }
  if (!any) return NULL;
  item = more_memory(item, n + 1);
  item[n] = '\0';
  return item;
}

static void run(char **argv) {
  if (shows) {
    for (int i = 0; argv[i]; i++) fprintf(stderr, "%s%s", i ? " " : "", argv[i]);
    fputc('\n', stderr);
  }
  fflush(stdout);
  pid_t child = fork();
  if (child < 0) give_up(1, "cannot fork: %s", strerror(errno));
  if (child == 0) {
    execvp(argv[0], argv);
    int missing = errno == ENOENT;
    complain_errno("%s", argv[0]);
    _exit(missing ? 127 : 126);
  }
  int result;
  waitpid(child, &result, 0);
  if (WIFSIGNALED(result)) give_up(125, "%s: terminated by signal %d", argv[0], WTERMSIG(result));
  int code = WEXITSTATUS(result);
  if (code == 255) give_up(124, "%s: exited with status 255; aborting", argv[0]);
  if (code == 126 || code == 127) exit(code);
  if (code != 0) status = 123;
}

static char *with_item(const char *argument, const char *item) {
  char *result = strdup("");
  for (const char *found; (found = strstr(argument, replaced)); argument = found + strlen(replaced)) {
    result = more_memory(result, strlen(result) + (size_t)(found - argument) + strlen(item) + 1);
    strncat(result, argument, (size_t)(found - argument));
    strcat(result, item);
  }
  result = more_memory(result, strlen(result) + strlen(argument) + 1);
  return strcat(result, argument);
}

static void run_replaced(void) {
  for (char *item; (item = next_item());) {
    char **argv = more_memory(NULL, (unsigned long)(command_count + 1) * sizeof *argv);
    for (int i = 0; i < command_count; i++) argv[i] = with_item(command[i], item);
    argv[command_count] = NULL;
    run(argv);
    for (int i = 0; i < command_count; i++) free(argv[i]);
    free(argv);
    free(item);
  }
}

static void run_groups(void) {
  char **argv = more_memory(NULL, (unsigned long)(command_count + ARGUMENTS_MAX + 1) * sizeof *argv);
  memcpy(argv, command, (size_t)command_count * sizeof *argv);
  int any = 0;
  for (char *item = next_item(); item || (!any && !skip_empty);) {
    int n = command_count;
    for (long lines = 0; item && n - command_count < per_command; ) {
      argv[n++] = item;
      lines += line_ended;
      item = next_item();
      if (lines_per_command && lines >= lines_per_command) break;
    }
    argv[n] = NULL;
    run(argv);
    any = 1;
    while (n > command_count) free(argv[--n]);
  }
  free(argv);
}

int main(int argc, char *argv[]) {
  begin_program(argv);
  int option;
  while ((option = getopt(argc, argv, "+n:I:L:d:0rtP:")) != -1) {
    switch (option) {
      case 'n':
        per_command = atol(optarg);
        if (per_command < 1) give_up(1, "value %s for -n option should be >= 1", optarg);
        if (per_command > ARGUMENTS_MAX) per_command = ARGUMENTS_MAX;
        break;
      case 'L':
        lines_per_command = atol(optarg);
        break;
      case 'I':
        replaced = optarg;
        break;
      case 'd':
        delimiter = strcmp(optarg, "\\n") == 0 ? '\n' : strcmp(optarg, "\\0") == 0 ? 0 : (unsigned char)optarg[0];
        break;
      case '0':
        delimiter = 0;
        break;
      case 'r':
        skip_empty = 1;
        break;
      case 't':
        shows = 1;
        break;
      case 'P':
        break;
      default:
        bad_option(1);
    }
  }
  static char *echo[] = {"echo", NULL};
  command = optind < argc ? argv + optind : echo;
  command_count = optind < argc ? argc - optind : 1;
  if (replaced) run_replaced();
  else run_groups();
  return status;
}
