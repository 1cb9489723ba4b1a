/* export, readonly, unset, local, set, shift, getopts. */
#include "shell.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void show_variables(const char *prefix, bool exported, bool read_only) {
  int count;
  struct variable **list = sorted_variables(&count);
  for (int i = 0; i < count; i++) {
    if ((exported && !list[i]->exported) || (read_only && !list[i]->read_only)) continue;
    if (!list[i]->value && prefix[0] == '\0') continue;
    printf("%s%s", prefix, list[i]->name);
    if (list[i]->value) {
      putchar('=');
      print_quoted(list[i]->value);
    }
    putchar('\n');
  }
}

/* A copy of the name in NAME or NAME=value; fails if it is none. */
static char *name_in(const char *argument) {
  size_t n = name_length(argument);
  if (n == 0 || (argument[n] != '\0' && argument[n] != '=')) 
    fail(2, "%.*s: bad variable name", (int)strcspn(argument, "="), argument);
  return arena_copy(&scratch, argument, n);
}

int builtin_export(int argc, char **argv) {
  bool exports = strcmp(argv[0], "export") == 0;
  int first = argc > 1 && (strcmp(argv[1], "-p") == 0 || strcmp(argv[1], "--") == 0) ? 2 : 1;
  if (first >= argc) {
    show_variables(exports ? "export " : "readonly ", exports, !exports);
    return 0;
  }
  for (int i = first; i < argc; i++) {
    const char *name = name_in(argv[i]);
    if (strchr(argv[i], '=')) assign(argv[i], false);
    if (exports) mark_exported(name);
    else mark_read_only(name);
  }
  return 0;
}

int builtin_unset(int argc, char **argv) {
  bool functions = false;
  int i = 1;
  for (; i < argc && argv[i][0] == '-'; i++) {
    if (strcmp(argv[i], "-f") == 0) functions = true;
    else if (strcmp(argv[i], "-v") == 0) functions = false;
    else return bad_usage(argv[i]);
  }
  for (; i < argc; i++) {
    if (functions) undefine_function(argv[i]);
    else unset_variable(name_in(argv[i]));
  }
  return 0;
}

int builtin_local(int argc, char **argv) {
  if (!function_variables) {
    complain("not in a function");
    return 2;
  }
  for (int i = 1; i < argc; i++) {
    save_variable(function_variables, name_in(argv[i]));
    if (strchr(argv[i], '=')) assign(argv[i], false);
  }
  return 0;
}

/* `set -o name`, `set -o`, `set +o`; gives how many arguments it used, -1 for a wrong one. */
static int set_long_option(char *const *argv, bool on) {
  if (!argv[1]) {
    show_options(!on);
    return 0;
  }
  return set_named_option(argv[1], on) ? 1 : -1;
}

int builtin_set(int argc, char **argv) {
  if (argc == 1) {
    show_variables("", false, false);
    return 0;
  }
  int i = 1;
  for (; i < argc && (argv[i][0] == '-' || argv[i][0] == '+') && argv[i][1] != '\0'; i++) {
    bool on = argv[i][0] == '-';
    if (strcmp(argv[i], "--") == 0) {
      set_parameters(argv + i + 1, argc - i - 1);
      return 0;
    }
    for (const char *letter = argv[i] + 1; *letter; letter++) {
      if (*letter == 'o') {
        int used = set_long_option(argv + i, on);
        if (used < 0) fail(2, "Illegal option -o %s", argv[i + 1]);
        i += used;
        break;
      }
      if (!set_option(*letter, on)) fail(2, "Illegal option %c%c", on ? '-' : '+', *letter);
    }
  }
  if (i < argc) set_parameters(argv + i, argc - i);
  return 0;
}

int builtin_shift(int argc, char **argv) {
  int n = 1;
  if (argc > 1) {
    char *end;
    n = (int)strtol(argv[1], &end, 10);
    if (*end != '\0' || n < 0 || argv[1][0] == '\0') fail(2, "Illegal number: %s", argv[1]);
  }
  if (n > parameter_count) fail(2, "can't shift that many");
  set_parameters(parameters + n, parameter_count - n);
  return 0;
}

/* getopts optstring name [argument...]: $OPTIND is the next argument, `inside` the place in a group of letters. */
int builtin_getopts(int argc, char **argv) {
  static int inside = 1;
  static int known_index = 1;
  if (argc < 3) {
    complain("Usage: getopts optstring var [arg]");
    return 2;
  }
  const char *letters = argv[1], *name = argv[2];
  char **arguments = argc > 3 ? argv + 3 : parameters;
  int count = argc > 3 ? argc - 3 : parameter_count;
  const char *index_text = value_of("OPTIND");
  int index = index_text ? atoi(index_text) : 1;
  if (index != known_index) inside = 1;
  bool quiet = letters[0] == ':';
  char value[2] = "?";
  int status = 0;
  const char *argument = index >= 1 && index <= count ? arguments[index - 1] : NULL;
  if (!argument || argument[0] != '-' || argument[1] == '\0' || strcmp(argument, "--") == 0) {
    if (argument && strcmp(argument, "--") == 0) index++;
    inside = 1;
    status = 1;
    unset_variable("OPTARG");
  } else {
    char letter = argument[inside++];
    const char *found = letter == ':' ? NULL : strchr(letters, letter);
    bool last = argument[inside] == '\0';
    char option[2] = {letter, '\0'};
    if (last) {
      index++;
      inside = 1;
    }
    unset_variable("OPTARG");
    if (!found) {
      if (quiet) set_variable("OPTARG", option);
      else fprintf(stderr, "Illegal option -%c\n", letter);
    } else if (found[1] != ':') {
      value[0] = letter;
    } else if (!last || index <= count) {
      value[0] = letter;
      set_variable("OPTARG", last ? arguments[index - 1] : argument + inside);
      index++;
      inside = 1;
    } else if (quiet) {
      value[0] = ':';
      set_variable("OPTARG", option);
    } else {
      fprintf(stderr, "No arg for -%c option\n", letter);
    }
  }
  set_number("OPTIND", index);
  known_index = index;
  set_variable(name, value);
  return status;
}
