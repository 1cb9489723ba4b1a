/* grep(1): -E -F -e; -i -v -n -c -l -L -q -s -o -w -x -h -H -r -m -A -B -C. Exit status 0, 1 or 2. */
#include <regex.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>
#include "complain.h"
#include "file-tree.h"
#include "line-input.h"

enum { PATTERNS_MAX = 64 };
static const char *patterns[PATTERNS_MAX];
static regex_t compiled[PATTERNS_MAX];
static int pattern_count;
static int extended, fixed, fold, invert, number, count_only, names_only, names_without, quiet, silent, only_match;
static int words, whole, no_name, with_name, recursive;
static long limit = -1, after, before;
static int any_selected;

static int word_char(int c) {
  return c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static const char *find_fixed(const char *text, const char *pattern) {
  return fold ? strcasestr(text, pattern) : strstr(text, pattern);
}

/* A match of one pattern from `at` on; false if there is none. */
static int find_one(int k, const char *line, const char *at, regmatch_t *match) {
  if (fixed) {
    const char *found = find_fixed(at, patterns[k]);
    if (!found) return 0;
    match->rm_so = found - line;
    match->rm_eo = match->rm_so + (regoff_t)strlen(patterns[k]);
    return 1;
  }
  if (regexec(&compiled[k], at, 1, match, at == line ? 0 : REG_NOTBOL) != 0) return 0;
  match->rm_so += (regoff_t)(at - line);
  match->rm_eo += (regoff_t)(at - line);
  return 1;
}

static int acceptable(const char *line, const regmatch_t *match) {
  if (whole) return match->rm_so == 0 && line[match->rm_eo] == '\0';
  if (!words) return 1;
  return (match->rm_so == 0 || !word_char((unsigned char)line[match->rm_so - 1])) &&
         !word_char((unsigned char)line[match->rm_eo]);
}

/* The leftmost, then longest, match of any pattern. */
static int find_match(const char *line, const char *from, regmatch_t *best) {
  int found = 0;
  for (int k = 0; k < pattern_count; k++) {
    regmatch_t match;
    for (const char *at = from; find_one(k, line, at, &match);) {
      if (acceptable(line, &match)) {
        if (!found || match.rm_so < best->rm_so || (match.rm_so == best->rm_so && match.rm_eo > best->rm_eo)) *best = match;
        found = 1;
        break;
      }
      at = line + match.rm_so + 1;
      if (match.rm_so >= (regoff_t)strlen(line)) break;
    }
  }
  return found;
}

static void print_prefix(const char *name, long line, char mark) {
  if (with_name) printf("%s%c", name, mark);
  if (number) printf("%ld%c", line, mark);
}

static void print_matches(const char *name, const char *text, long line) {
  regmatch_t match;
  for (const char *at = text; find_match(text, at, &match);) {
    if (match.rm_eo > match.rm_so) {
      print_prefix(name, line, ':');
      printf("%.*s\n", (int)(match.rm_eo - match.rm_so), text + match.rm_so);
      at = text + match.rm_eo;
    } else {
      at = text + match.rm_so + 1;
    }
    if (at > text + strlen(text)) break;
  }
}

/* Lines before a match wait here, the newest last. */
static char *waiting[1000];
static long waiting_count;

static void drop_waiting(void) {
  for (long i = 0; i < waiting_count; i++) free(waiting[i]);
  waiting_count = 0;
}

static void keep_waiting(const char *line) {
  if (before == 0) return;
  if (waiting_count == before) {
    free(waiting[0]);
    memmove(waiting, waiting + 1, (size_t)(waiting_count - 1) * sizeof *waiting);
    waiting_count--;
  }
  waiting[waiting_count++] = strdup(line);
}

static void search(FILE *file, const char *given_name) {
  const char *name = strcmp(given_name, "-") == 0 ? "(standard input)" : given_name;
  char *text;
  long line = 0, selected = 0, last_shown = 0, trailing = 0;
  static int groups;
  for (ssize_t n; (limit < 0 || selected < limit || trailing > 0) && (n = next_line(file, &text)) > 0;) {
    if (text[n - 1] == '\n') text[n - 1] = '\0';
    line++;
    regmatch_t match;
    int hit = (limit < 0 || selected < limit) && find_match(text, text, &match) != invert;
    if (!hit) {
      if (trailing > 0 && !count_only && !names_only && !names_without) {
        print_prefix(name, line, '-');
        puts(text);
        last_shown = line;
        trailing--;
      } else {
        keep_waiting(text);
      }
      continue;
    }
    selected++;
    any_selected = 1;
    if (quiet) exit(0);
    if (names_only || names_without) break;
    if (count_only) continue;
    if (only_match) {
      if (!invert) print_matches(name, text, line);
      continue;
    }
    if ((before || after) && groups++ && line - waiting_count > last_shown + 1) puts("--");
    for (long i = 0; i < waiting_count; i++) {
      print_prefix(name, line - waiting_count + i, '-');
      puts(waiting[i]);
    }
    drop_waiting();
    print_prefix(name, line, ':');
    puts(text);
    last_shown = line;
    trailing = after;
  }
  drop_waiting();
  if (count_only) {
    if (with_name) printf("%s:", name);
    printf("%ld\n", selected);
  }
  if ((names_only && selected > 0) || (names_without && selected == 0)) puts(name);
}

static void search_path(const char *path) {
  if (strcmp(path, "-") != 0 && is_folder(path)) {
    if (!recursive) {
      fprintf(stderr, "grep: %s: Is a directory\n", path);
      return;
    }
    int count;
    char **names = names_in(path, &count);
    for (int i = 0; names && i < count; i++) {
      char *inner = path_in(path, names[i]);
      search_path(inner);
      free(inner);
    }
    if (names) free_names(names, count);
    return;
  }
  FILE *file = strcmp(path, "-") == 0 ? stdin : fopen(path, "r");
  if (!file) {
    if (silent) failures++;
    else complain_errno("%s", path);
    return;
  }
  search(file, path);
  close_input(file);
}

/* A pattern, or several, one a line. */
static void add_patterns(char *text) {
  for (char *line = text;;) {
    char *end = strchr(line, '\n');
    if (end) *end = '\0';
    if (pattern_count == PATTERNS_MAX) give_up(2, "too many patterns");
    patterns[pattern_count++] = line;
    if (!end) return;
    line = end + 1;
  }
}

static void compile_patterns(void) {
  for (int k = 0; k < pattern_count && !fixed; k++) {
    int error = regcomp(&compiled[k], patterns[k], (extended ? REG_EXTENDED : 0) | (fold ? REG_ICASE : 0));
    if (error == 0) continue;
    char message[128];
    regerror(error, &compiled[k], message, sizeof message);
    give_up(2, "%s", message);
  }
}

int main(int argc, char *argv[]) {
  begin_program(argv);
  int option;
  while ((option = getopt(argc, argv, "EFGe:ivnclLqsowxhHrRm:A:B:C:")) != -1) {
    switch (option) {
      case 'E': extended = 1; break;
      case 'F': fixed = 1; break;
      case 'G': extended = fixed = 0; break;
      case 'e': add_patterns(optarg); break;
      case 'i': fold = 1; break;
      case 'v': invert = 1; break;
      case 'n': number = 1; break;
      case 'c': count_only = 1; break;
      case 'l': names_only = 1; break;
      case 'L': names_without = 1; break;
      case 'q': quiet = 1; break;
      case 's': silent = 1; break;
      case 'o': only_match = 1; break;
      case 'w': words = 1; break;
      case 'x': whole = 1; break;
      case 'h': no_name = 1; break;
      case 'H': with_name = 1; break;
      case 'r':
      case 'R': recursive = 1; break;
      case 'm': limit = atol(optarg); break;
      case 'A': after = atol(optarg); break;
      case 'B': before = atol(optarg); break;
      case 'C': before = after = atol(optarg); break;
      default:
        fprintf(stderr, "Usage: grep [OPTION]... PATTERNS [FILE]...\n");
        bad_option(2);
    }
  }
  if (before > 1000) before = 1000;
  if (pattern_count == 0 && optind < argc) add_patterns(argv[optind++]);
  if (pattern_count == 0) {
    fprintf(stderr, "Usage: grep [OPTION]... PATTERNS [FILE]...\n");
    bad_option(2);
  }
  compile_patterns();
  if (!no_name && (argc - optind > 1 || recursive)) with_name = 1;
  if (optind == argc) {
    if (recursive) {
      int count;
      char **names = names_in(".", &count);
      for (int i = 0; names && i < count; i++) search_path(names[i]);
    } else {
      search(stdin, "-");
    }
  }
  for (int i = optind; i < argc; i++) search_path(argv[i]);
  if (fflush(stdout) != 0) complain_errno("write error");
  return failures > 0 && !(quiet && any_selected) ? 2 : !any_selected;
}
