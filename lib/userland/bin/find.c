/* find(1): paths, then -name -iname -path -type -empty -size -newer -maxdepth -mindepth, -print -print0
   -delete -prune -exec (with ; or +), joined by -a -o ! ( ). Leaves out: -regex, -perm, times, users. */
#include <dirent.h>
#include <errno.h>
#include <fnmatch.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#include "complain.h"
#include "file-tree.h"

struct test {
  enum { AND, OR, NOT, NAME, PATH, TYPE, EMPTY, SIZE, NEWER, PRINT, PRINT0, DELETE, PRUNE, EXEC, EXEC_ALL, ALWAYS } kind;
  struct test *left, *right;
  const char *text;
  int flags; /* of fnmatch; of -size: how to compare, below, equal, above */
  long size, unit;
  struct timespec than;
  char **command; /* of -exec; null-terminated */
  char **found; /* of -exec ... +: what is to be handed over at the end */
  int found_count;
};

static char **words;
static struct test *at_end[16];
static int at_end_count, acts, depth_first, least, most = -1, status;
static int pruned;

static struct test *new_test(int kind) {
  struct test *test = more_memory(NULL, sizeof *test);
  *test = (struct test){.kind = kind};
  return test;
}

static char *argument_of(const char *name) {
  if (*words == NULL) give_up(1, "missing argument to `%s'", name);
  return *words++;
}

static struct test *any(void);

static void read_size(struct test *test, const char *text) {
  char *end;
  const char *number = text + (*text == '+' || *text == '-');
  test->flags = *text == '+' ? 1 : *text == '-' ? -1 : 0;
  test->size = strtol(number, &end, 10);
  test->unit = *end == 'c' ? 1 : *end == 'k' ? 1024 : *end == 'M' ? 1048576 : *end == 'w' ? 2 : 512;
  if (end == number || (*end != '\0' && end[1] != '\0'))
    give_up(1, "Invalid argument `%s' to -size", text);
}

static void read_command(struct test *test) {
  test->command = words;
  for (; *words != NULL; words++) {
    int all = strcmp(*words, "+") == 0 && words > test->command && strcmp(words[-1], "{}") == 0;
    if (strcmp(*words, ";") != 0 && !all) continue;
    if (all) {
      test->kind = EXEC_ALL;
      words[-1] = NULL;
      if (at_end_count == 16) give_up(1, "too many -exec");
      at_end[at_end_count++] = test;
    }
    *words++ = NULL;
    return;
  }
  give_up(1, "missing argument to `-exec'");
}

static struct test *primary(void) {
  const char *name = *words++;
  struct test *test = new_test(ALWAYS);
  if (strcmp(name, "-name") == 0 || strcmp(name, "-iname") == 0) {
    test->kind = NAME;
    test->flags = name[1] == 'i' ? FNM_CASEFOLD : 0;
    test->text = argument_of(name);
  } else if (strcmp(name, "-path") == 0) {
    test->kind = PATH;
    test->text = argument_of(name);
  } else if (strcmp(name, "-type") == 0) {
    test->kind = TYPE;
    test->text = argument_of(name);
    if (strlen(test->text) != 1 || strchr("fdlpsbc", *test->text) == NULL)
      give_up(1, "Unknown argument to -type: %c", *test->text);
  } else if (strcmp(name, "-empty") == 0)
    test->kind = EMPTY;
  else if (strcmp(name, "-size") == 0) {
    test->kind = SIZE;
    read_size(test, argument_of(name));
  } else if (strcmp(name, "-newer") == 0) {
    struct stat other;
    const char *path = argument_of(name);
    if (stat(path, &other) < 0) {
      fprintf(stderr, "%s: '%s': %s\n", program_name, path, strerror(errno));
      exit(1);
    }
    test->kind = NEWER;
    test->than = other.st_mtim;
  } else if (strcmp(name, "-maxdepth") == 0)
    most = atoi(argument_of(name));
  else if (strcmp(name, "-mindepth") == 0)
    least = atoi(argument_of(name));
  else if (strcmp(name, "-depth") == 0)
    depth_first = 1;
  else if (strcmp(name, "-print") == 0)
    test->kind = PRINT;
  else if (strcmp(name, "-print0") == 0)
    test->kind = PRINT0;
  else if (strcmp(name, "-prune") == 0)
    test->kind = PRUNE;
  else if (strcmp(name, "-delete") == 0) {
    test->kind = DELETE;
    depth_first = 1;
  } else if (strcmp(name, "-exec") == 0) {
    test->kind = EXEC;
    read_command(test);
  } else if (strcmp(name, "-true") != 0)
    give_up(1, "unknown predicate `%s'", name);
  acts |= test->kind == PRINT || test->kind == PRINT0 || test->kind == DELETE ||
          test->kind == EXEC || test->kind == EXEC_ALL;
  return test;
}

static int next_is(const char *a, const char *b) {
  return *words != NULL && (strcmp(*words, a) == 0 || strcmp(*words, b) == 0);
}

static struct test *factor(void) {
  if (*words == NULL) give_up(1, "expected an expression after '%s'", words[-1]);
  if (next_is("!", "-not")) {
    words++;
    struct test *test = new_test(NOT);
    test->left = factor();
    return test;
  }
  if (!next_is("(", "(")) return primary();
  words++;
  struct test *test = any();
  if (!next_is(")", ")"))
    give_up(1, "invalid expression; expected to find a ')' but didn't see one. Perhaps you need an "
               "extra predicate after '%s'", words[-1]);
  words++;
  return test;
}

static struct test *join(int kind, struct test *left, struct test *right) {
  struct test *test = new_test(kind);
  test->left = left;
  test->right = right;
  return test;
}

static struct test *all(void) {
  struct test *left = factor();
  while (*words != NULL && !next_is("-o", "-or") && !next_is(")", ")")) {
    if (next_is("-a", "-and")) words++;
    left = join(AND, left, factor());
  }
  return left;
}

static struct test *any(void) {
  struct test *left = all();
  while (next_is("-o", "-or")) {
    words++;
    left = join(OR, left, all());
  }
  return left;
}

static int run(char **command) {
  pid_t child = fork();
  if (child < 0) give_up(1, "cannot fork: %s", strerror(errno));
  if (child == 0) {
    execvp(command[0], command);
    complain_errno("'%s'", command[0]);
    _exit(1);
  }
  int ended;
  waitpid(child, &ended, 0);
  return ended == 0;
}

/* The command with every {} replaced. */
static int execute(struct test *test, const char *path) {
  int count = 0;
  while (test->command[count] != NULL) count++;
  char **command = more_memory(NULL, (count + 1) * sizeof *command);
  for (int k = 0; k < count; k++) {
    command[k] = more_memory(NULL, strlen(test->command[k]) * (strlen(path) + 1) + 1);
    char *to = command[k];
    for (const char *from = test->command[k]; *from != '\0';)
      if (from[0] == '{' && from[1] == '}') {
        to = stpcpy(to, path);
        from += 2;
      } else
        *to++ = *from++;
    *to = '\0';
  }
  command[count] = NULL;
  fflush(stdout);
  int succeeded = run(command);
  for (int k = 0; k < count; k++) free(command[k]);
  free(command);
  return succeeded;
}

static void execute_all(struct test *test) {
  int count = 0;
  if (test->found_count == 0) return;
  while (test->command[count] != NULL) count++;
  char **command = more_memory(NULL, (count + test->found_count + 1) * sizeof *command);
  memcpy(command, test->command, count * sizeof *command);
  memcpy(command + count, test->found, test->found_count * sizeof *command);
  command[count + test->found_count] = NULL;
  fflush(stdout);
  if (!run(command)) status = 1;
}

static char letter_of(mode_t mode) {
  return S_ISDIR(mode) ? 'd' : S_ISLNK(mode) ? 'l' : S_ISFIFO(mode) ? 'p' : S_ISSOCK(mode) ? 's'
       : S_ISCHR(mode) ? 'c' : S_ISBLK(mode) ? 'b' : 'f';
}

static int is_empty(const char *path, const struct stat *at) {
  if (!S_ISDIR(at->st_mode)) return S_ISREG(at->st_mode) && at->st_size == 0;
  int count = 0;
  char **names = names_in(path, &count);
  if (names == NULL) return 0;
  free_names(names, count);
  return count == 0;
}

static int holds(struct test *test, const char *path, const struct stat *at) {
  switch (test->kind) {
    case AND:
      return holds(test->left, path, at) && holds(test->right, path, at);
    case OR:
      return holds(test->left, path, at) || holds(test->right, path, at);
    case NOT:
      return !holds(test->left, path, at);
    case NAME:
      return fnmatch(test->text, last_part(path), test->flags) == 0;
    case PATH:
      return fnmatch(test->text, path, 0) == 0;
    case TYPE:
      return letter_of(at->st_mode) == *test->text;
    case EMPTY:
      return is_empty(path, at);
    case SIZE: {
      long size = (at->st_size + test->unit - 1) / test->unit;
      return test->flags == 0 ? size == test->size
                              : test->flags > 0 ? size > test->size : size < test->size;
    }
    case NEWER:
      return at->st_mtim.tv_sec > test->than.tv_sec ||
             (at->st_mtim.tv_sec == test->than.tv_sec && at->st_mtim.tv_nsec > test->than.tv_nsec);
    case PRINT:
      puts(path);
      return 1;
    case PRINT0:
      fputs(path, stdout);
      putchar('\0');
      return 1;
    case DELETE:
      if ((S_ISDIR(at->st_mode) ? rmdir(path) : unlink(path)) == 0) return 1;
      complain_errno("cannot delete '%s'", path);
      return 0;
    case PRUNE:
      pruned = 1;
      return 1;
    case EXEC:
      return execute(test, path);
    case EXEC_ALL:
      test->found = more_memory(test->found, (test->found_count + 1) * sizeof *test->found);
      test->found[test->found_count++] = strdup(path);
      return 1;
    default:
      return 1;
  }
}

static void visit(struct test *test, const char *path, int depth) {
  struct stat at;
  if (lstat(path, &at) < 0) {
    complain_errno("'%s'", path);
    return;
  }
  pruned = 0;
  if (!depth_first && depth >= least) holds(test, path, &at);
  if (S_ISDIR(at.st_mode) && (most < 0 || depth < most) && (!pruned || depth_first)) {
    int count = 0;
    char **names = names_in(path, &count);
    if (names == NULL)
      complain_errno("'%s'", path);
    else
      for (int k = 0; k < count; k++) {
        char *inner = path_in(path, names[k]);
        visit(test, inner, depth + 1);
        free(inner);
      }
    if (names != NULL) free_names(names, count);
  }
  if (depth_first && depth >= least) holds(test, path, &at);
}

static int begins_expression(const char *word) {
  return word[0] == '-' || strcmp(word, "(") == 0 || strcmp(word, "!") == 0;
}

int main(int argc, char *argv[]) {
  begin_program(argv);
  int first = 1;
  while (first < argc && !begins_expression(argv[first])) first++;
  words = argv + first;
  struct test *test = *words == NULL ? new_test(ALWAYS) : any();
  if (*words != NULL) give_up(1, "invalid expression; you have too many ')'");
  if (!acts) test = join(AND, test, new_test(PRINT));
  if (first == 1) visit(test, ".", 0);
  for (int k = 1; k < first; k++) visit(test, argv[k], 0);
  for (int k = 0; k < at_end_count; k++) execute_all(at_end[k]);
  int failed = finish_output();
  return failed != 0 ? failed : status;
}
