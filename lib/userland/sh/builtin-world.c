/* Builtins about the world outside of the shell: cd, pwd, read, echo, printf, test, kill, umask, ulimit. */
#include "shell.h"
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include "printf-command.h"
#include "signal-names.h"
#include "test-expression.h"

/* The path without "." and "..", textually (cd -L). */
static char *tidied(const char *path) {
  struct text tidy = {0};
  for (const char *at = path; *at;) {
    while (*at == '/') at++;
    size_t n = strcspn(at, "/");
    if (n == 2 && at[0] == '.' && at[1] == '.') {
      while (tidy.length > 0 && tidy.bytes[--tidy.length] != '/') continue;
    } else if (n > 0 && !(n == 1 && at[0] == '.')) {
      text_add(&tidy, '/');
      text_add_all(&tidy, at, n);
    }
    at += n;
  }
  if (tidy.length == 0) text_add(&tidy, '/');
  return text_end(&tidy);
}

static char *below(const char *folder, const char *path) {
  struct text whole = {0};
  text_add_all(&whole, folder, strlen(folder));
  if (whole.length > 0 && whole.bytes[whole.length - 1] != '/') text_add(&whole, '/');
  text_add_all(&whole, path, strlen(path));
  return text_end(&whole);
}

/* A folder that $CDPATH finds for a relative path; null if none does. */
static char *by_search_path(const char *path) {
  if (path[0] == '/' || path[0] == '.') return NULL;
  const char *folders = value_of("CDPATH");
  while (folders && *folders) {
    size_t n = strcspn(folders, ":");
    char *found = n == 0 ? NULL : below(arena_copy(&scratch, folders, n), path);
    struct stat about;
    if (found && stat(found, &about) == 0 && S_ISDIR(about.st_mode)) return found;
    folders = folders[n] == ':' ? folders + n + 1 : NULL;
  }
  return NULL;
}

int builtin_cd(int argc, char **argv) {
  bool physical = false;
  int i = 1;
  for (; i < argc && argv[i][0] == '-' && argv[i][1] != '\0'; i++) {
    if (strcmp(argv[i], "-P") == 0) physical = true;
    else if (strcmp(argv[i], "-L") == 0) physical = false;
    else if (strcmp(argv[i], "--") == 0) {
      i++;
      break;
    } else return bad_usage(argv[i]);
  }
  const char *path = i < argc ? argv[i] : value_of("HOME");
  bool shows = false;
  if (!path) {
    complain("HOME not set");
    return 2;
  }
  if (strcmp(path, "-") == 0) {
    path = value_of("OLDPWD");
    if (!path) {
      complain("OLDPWD not set");
      return 2;
    }
    shows = true;
  }
  if (*path == '\0') path = ".";
  char *found = by_search_path(path);
  if (found) {
    path = found;
    shows = true;
  }
  const char *here = value_of("PWD");
  char *target = path[0] == '/' || !here ? tidied(path) : tidied(below(here, path));
  if (chdir(physical || !here ? path : target) < 0) {
    complain("can't cd to %s", path);
    return 2;
  }
  char folder[4096];
  if (physical && getcwd(folder, sizeof folder)) target = arena_copy(&scratch, folder, strlen(folder));
  if (here) set_variable("OLDPWD", here);
  mark_exported("OLDPWD");
  set_variable("PWD", target);
  mark_exported("PWD");
  if (shows) puts(target);
  return 0;
}

int builtin_pwd(int argc, char **argv) {
  const char *known = value_of("PWD");
  char folder[4096];
  bool physical = argc > 1 && strcmp(argv[1], "-P") == 0;
  struct stat a, b;
  if (!physical && known && known[0] == '/' && stat(known, &a) == 0 && stat(".", &b) == 0 && a.st_ino == b.st_ino) {
    puts(known);
    return 0;
  }
  if (!getcwd(folder, sizeof folder)) {
    complain("%s", strerror(errno));
    return 1;
  }
  puts(folder);
  return 0;
}

/* A line, byte by byte, so that what follows it is left for others. False at the end of the input. */
static bool read_input_line(struct expansion *line, bool raw) {
  char c;
  for (;;) {
    ssize_t n = read(0, &c, 1);
    if (n < 0 && errno == EINTR) {
      if (interrupted) abandon(130);
      if (trap_waiting) return false;
      continue;
    }
    if (n <= 0) return false;
    if (c == '\n') return true;
    if (c == '\\' && !raw) {
      if (read(0, &c, 1) <= 0) return false;
      if (c != '\n') add_origin(line, &c, 1, FROM_QUOTES);
    } else if (c != '\0') {
      add_origin(line, &c, 1, FROM_EXPANSION);
    }
  }
}

static bool is_blank_at(const struct expansion *line, size_t i, const char *separators, bool hard) {
  char c = line->bytes.bytes[i];
  if (line->origins.bytes[i] != FROM_EXPANSION || !strchr(separators, c)) return false;
  return (c == ' ' || c == '\t' || c == '\n') != hard;
}

/* Each variable gets a field; the last one the rest of the line, without the blanks around it. */
static void assign_fields(struct expansion *line, char **names, int count) {
  const char *separators = value_of("IFS");
  if (!separators) separators = " \t\n";
  size_t n = line->bytes.length, i = 0;
  for (int k = 0; k < count; k++) {
    while (i < n && is_blank_at(line, i, separators, false)) i++;
    size_t start = i, end;
    if (k == count - 1) {
      end = n;
      while (end > start && is_blank_at(line, end - 1, separators, false)) end--;
      /* A last separator that only ends the last field goes, too. */
      size_t hard = 0;
      for (size_t j = start; j < end; j++) hard += is_blank_at(line, j, separators, true);
      if (hard == 1 && end > start && is_blank_at(line, end - 1, separators, true)) end--;
      i = n;
    } else {
      while (i < n && !is_blank_at(line, i, separators, false) && !is_blank_at(line, i, separators, true)) i++;
      end = i;
      while (i < n && is_blank_at(line, i, separators, false)) i++;
      if (i < n && is_blank_at(line, i, separators, true)) i++;
    }
    set_variable(names[k], arena_copy(&scratch, line->bytes.length > 0 ? line->bytes.bytes + start : "", end - start));
  }
}

int builtin_read(int argc, char **argv) {
  bool raw = false;
  const char *prompt = NULL;
  int i = 1;
  for (; i < argc && argv[i][0] == '-'; i++) {
    if (strcmp(argv[i], "-r") == 0) raw = true;
    else if (strcmp(argv[i], "-p") == 0 && i + 1 < argc) prompt = argv[++i];
    else if (strcmp(argv[i], "--") == 0) {
      i++;
      break;
    } else return bad_usage(argv[i]);
  }
  if (i >= argc) {
    complain("arg count");
    return 2;
  }
  for (int k = i; k < argc; k++)
    if (argv[k][name_length(argv[k])] != '\0' || argv[k][0] == '\0') fail(2, "%s: bad variable name", argv[k]);
  if (prompt && isatty(0)) {
    fputs(prompt, stderr);
    fflush(stderr);
  }
  struct expansion line = {0};
  bool whole = read_input_line(&line, raw);
  assign_fields(&line, argv + i, argc - i);
  return whole ? 0 : 1;
}

/* As XSI's: escapes are always interpreted. */
int builtin_echo(int argc, char **argv) {
  int i = 1;
  bool newline = true;
  if (i < argc && strcmp(argv[i], "-n") == 0) {
    newline = false;
    i++;
  }
  for (; i < argc; i++) {
    if (print_escaped(argv[i]) == PRINT_STOP) return 0;
    if (i + 1 < argc) putchar(' ');
  }
  if (newline) putchar('\n');
  return 0;
}

static void say_about(const char *message, const char *subject) {
  if (subject) complain("%s: %s", message, subject);
  else complain("%s", message);
}

static void say_of(const char *message, const char *subject) {
  if (subject) complain("%s: %s", subject, message);
  else complain("%s", message);
}

int builtin_printf(int argc, char **argv) {
  static const struct printf_words words = {"usage: printf format [arg ...]", "expected numeric value",
                                            "not completely converted", "Illegal directive", true};
  return printf_command(argc, argv, &words, say_of);
}

int builtin_test(int argc, char **argv) {
  static const struct test_words words = {"Illegal number", "unexpected operator", "argument expected", "missing ]",
                                          "closing paren expected"};
  return test_command(argc, argv, &words, say_about);
}

static bool signal_job(const char *target, int number) {
  if (target[0] != '%') {
    char *end;
    long pid = strtol(target, &end, 10);
    if (*target == '\0' || *end != '\0') {
      complain("Illegal number: %s", target);
      return false;
    }
    if (kill((pid_t)pid, number) == 0) return true;
    complain("%s", strerror(errno));
    return false;
  }
  struct job *job = find_job(target);
  if (!job) {
    complain("No such job: %s", target);
    return false;
  }
  bool sent = true;
  if (job->own_group) sent = kill(-job->group, number) == 0;
  for (int i = 0; !job->own_group && i < job->count; i++)
    if (job->processes[i].state != JOB_DONE) sent &= kill(job->processes[i].pid, number) == 0;
  if (state_of(job) == JOB_STOPPED && number != SIGCONT && number != SIGSTOP && job->own_group)
    kill(-job->group, SIGCONT);
  return sent;
}

static int list_signals(int argc, char **argv, int first) {
  if (first < argc) {
    for (int i = first; i < argc; i++) {
      bool is_number = argv[i][0] >= '0' && argv[i][0] <= '9';
      int number = is_number ? atoi(argv[i]) : signal_named(argv[i]);
      if (is_number && number > 128) number -= 128;
      if (number < 0 || (is_number && !signal_name(number))) {
        complain("invalid signal number or exit status: %s", argv[i]);
        return 2;
      }
      if (is_number) printf("%s\n", signal_name(number));
      else printf("%d\n", number);
    }
    return 0;
  }
  for (int number = 1; number <= 31; number++) printf("%s%c", name_of_signal(number), number % 8 == 0 || number == 31 ? '\n' : ' ');
  return 0;
}

int builtin_kill(int argc, char **argv) {
  int number = SIGTERM;
  int i = 1;
  if (argc > 1 && argv[1][0] == '-' && argv[1][1] != '\0') {
    const char *option = argv[1];
    i = 2;
    if (strcmp(option, "-l") == 0) return list_signals(argc, argv, 2);
    if (strcmp(option, "-s") == 0 && argc > 2) {
      option = argv[2];
      i = 3;
    } else if (strcmp(option, "--") != 0) {
      option++;
    }
    if (strcmp(option, "--") != 0) number = signal_named(option);
    if (number < 0) {
      complain("invalid signal number or name: %s", option);
      return 2;
    }
    if (i < argc && strcmp(argv[i], "--") == 0) i++;
  }
  if (i >= argc) {
    complain("Usage: kill [-s sigspec | -signum | -sigspec] [pid | job]... or\nkill -l [exitstatus]");
    return 2;
  }
  int status = 0;
  for (; i < argc; i++)
    if (!signal_job(argv[i], number)) status = 1;
  return status;
}

int builtin_umask(int argc, char **argv) {
  mode_t mask = umask(0);
  umask(mask);
  if (argc == 1) {
    printf("%04o\n", (unsigned)mask);
    return 0;
  }
  if (strcmp(argv[1], "-S") == 0) {
    for (int who = 0; who < 3; who++) {
      unsigned bits = ~mask >> (6 - 3 * who);
      printf("%s%c=%s%s%s", who ? "," : "", "ugo"[who], bits & 4 ? "r" : "", bits & 2 ? "w" : "", bits & 1 ? "x" : "");
    }
    putchar('\n');
    return 0;
  }
  char *end;
  unsigned long wanted = strtoul(argv[1], &end, 8);
  if (*end != '\0' || wanted > 0777) {
    complain("Illegal number: %s", argv[1]);
    return 2;
  }
  umask((mode_t)wanted);
  return 0;
}

/* The machine's budgets are its host's, not a process's: everything is unlimited from here. */
int builtin_ulimit(int argc, char **argv) {
  if (argc > 2 || (argc == 2 && argv[1][0] != '-')) {
    complain("error setting limit: Operation not permitted");
    return 2;
  }
  puts("unlimited");
  return 0;
}
