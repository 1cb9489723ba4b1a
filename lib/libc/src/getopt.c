/* getopt and getopt_long: getopt(3) as glibc has it. Arguments that are no options are moved behind
   those that are, unless POSIXLY_CORRECT or a leading '+' says to stop at the first. */
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

char *optarg;
int optind = 1, opterr = 1, optopt;

enum order { STOP_AT_FIRST, MOVE_BEHIND, RETURN_AS_1 };

/* Within argv[optind - 1] or argv[optind]: the next short option of a cluster. */
static char *cluster;
/* Arguments that were skipped: argv[skipped_from, skipped_to). */
static int skipped_from, skipped_to;
static int begun;
static enum order order;

static void reverse(char **argv, int from, int to) {
  for (to--; from < to; from++, to--) {
    char *held = argv[from];
    argv[from] = argv[to];
    argv[to] = held;
  }
}

/* Puts the options read since the last skipped arguments before those. */
static void exchange(char **argv) {
  int options = optind - skipped_to;
  reverse(argv, skipped_from, skipped_to);
  reverse(argv, skipped_to, optind);
  reverse(argv, skipped_from, optind);
  skipped_from += options;
  skipped_to = optind;
}

static void begin(const char *options) {
  if (optind == 0) optind = 1;
  skipped_from = skipped_to = optind;
  cluster = NULL;
  begun = 1;
  order = *options == '-'                              ? RETURN_AS_1
          : *options == '+' || getenv("POSIXLY_CORRECT") ? STOP_AT_FIRST
                                                         : MOVE_BEHIND;
}

static int is_operand(const char *argument) {
  return argument[0] != '-' || argument[1] == '\0';
}

struct request {
  int argc;
  char **argv;
  const char *options;
  const struct option *longs;
  int *index;
  int only;
  int print;
  /* A leading ':' of the options: a missing argument is ':', not '?'. */
  int silent;
};

static int missing(const struct request *r) {
  return r->silent ? ':' : '?';
}

/* A long option that matches `name`: exactly, or as the only one that begins so. */
static const struct option *find_long(const struct request *r, const char *name, size_t n,
                                      int *ambiguous) {
  const struct option *found = NULL;
  *ambiguous = 0;
  for (const struct option *at = r->longs; at && at->name; at++) {
    if (strncmp(at->name, name, n) != 0) continue;
    if (strlen(at->name) == n) {
      *ambiguous = 0;
      return at;
    }
    if (!found) found = at;
    else if (r->only || found->has_arg != at->has_arg || found->flag != at->flag || found->val != at->val)
      *ambiguous = 1;
  }
  return found;
}

static int unknown_long(const struct request *r, const char *prefix, const char *name, int ambiguous) {
  if (r->print && ambiguous) {
    fprintf(stderr, "%s: option '%s%s' is ambiguous; possibilities:", r->argv[0], prefix, name);
    for (const struct option *at = r->longs; at->name; at++)
      if (strncmp(at->name, name, strcspn(name, "=")) == 0) fprintf(stderr, " '%s%s'", prefix, at->name);
    fputc('\n', stderr);
  } else if (r->print) {
    fprintf(stderr, "%s: unrecognized option '%s%s'\n", r->argv[0], prefix, name);
  }
  cluster = NULL;
  optind++;
  optopt = 0;
  return '?';
}

/* argv[optind] is a long option, its name behind the prefix; -1: it is not (getopt_long_only). */
static int long_option(const struct request *r, const char *prefix, char *name) {
  size_t n = strcspn(name, "=");
  int ambiguous;
  const struct option *found = find_long(r, name, n, &ambiguous);
  if (!found || ambiguous) {
    if (!ambiguous && r->only && prefix[1] == '\0' && strchr(r->options, *name)) return -1;
    return unknown_long(r, prefix, name, ambiguous);
  }
  cluster = NULL;
  optind++;
  if (name[n] == '=') {
    if (found->has_arg == no_argument) {
      if (r->print)
        fprintf(stderr, "%s: option '%s%s' doesn't allow an argument\n", r->argv[0], prefix, found->name);
      optopt = found->val;
      return '?';
    }
    optarg = name + n + 1;
  } else if (found->has_arg == required_argument) {
    if (optind >= r->argc) {
      if (r->print)
        fprintf(stderr, "%s: option '%s%s' requires an argument\n", r->argv[0], prefix, found->name);
      optopt = found->val;
      return missing(r);
    }
    optarg = r->argv[optind++];
  }
  if (r->index) *r->index = (int)(found - r->longs);
  if (!found->flag) return found->val;
  *found->flag = found->val;
  return 0;
}

static int short_option(const struct request *r) {
  char c = *cluster++;
  const char *known = c == ':' || c == ';' ? NULL : strchr(r->options, c);
  if (*cluster == '\0') optind++;
  if (!known) {
    if (r->print) fprintf(stderr, "%s: invalid option -- '%c'\n", r->argv[0], c);
    optopt = (unsigned char)c;
    return '?';
  }
  if (known[1] != ':') return (unsigned char)c;
  char *rest = cluster;
  cluster = NULL;
  if (*rest) {
    optarg = rest;
    optind++;
  } else if (known[2] == ':') {
    optarg = NULL;
  } else if (optind == r->argc) {
    if (r->print) fprintf(stderr, "%s: option requires an argument -- '%c'\n", r->argv[0], c);
    optopt = (unsigned char)c;
    return missing(r);
  } else {
    optarg = r->argv[optind++];
  }
  return (unsigned char)c;
}

static int next_option(struct request *r) {
  if (r->argc < 1) return -1;
  optarg = NULL;
  if (optind == 0 || !begun) begin(r->options);
  if (*r->options == '-' || *r->options == '+') r->options++;
  r->silent = *r->options == ':';
  r->print = opterr && !r->silent;
  if (!cluster || *cluster == '\0') {
    if (skipped_to > optind) skipped_to = optind;
    if (skipped_from > optind) skipped_from = optind;
    if (order == MOVE_BEHIND) {
      if (skipped_from != skipped_to && skipped_to != optind) exchange(r->argv);
      else if (skipped_to != optind) skipped_from = optind;
      while (optind < r->argc && is_operand(r->argv[optind])) optind++;
      skipped_to = optind;
    }
    if (optind < r->argc && strcmp(r->argv[optind], "--") == 0) {
      optind++;
      if (skipped_from != skipped_to && skipped_to != optind) exchange(r->argv);
      else if (skipped_from == skipped_to) skipped_from = optind;
      skipped_to = optind = r->argc;
    }
    if (optind >= r->argc) {
      if (skipped_from != skipped_to) optind = skipped_from;
      return -1;
    }
    char *argument = r->argv[optind];
    if (is_operand(argument)) {
      if (order == STOP_AT_FIRST) return -1;
      optarg = argument;
      optind++;
      return 1;
    }
    if (r->longs && argument[1] == '-') return long_option(r, "--", argument + 2);
    if (r->longs && r->only && (argument[2] || !strchr(r->options, argument[1]))) {
      int result = long_option(r, "-", argument + 1);
      if (result != -1) return result;
    }
    cluster = argument + 1;
  }
  return short_option(r);
}

int getopt(int argc, char *const argv[], const char *options) {
  struct request r = {.argc = argc, .argv = (char **)argv, .options = options};
  return next_option(&r);
}

int getopt_long(int argc, char *const argv[], const char *options, const struct option *longs,
                int *index) {
  struct request r = {argc, (char **)argv, options, longs, index, 0, 0, 0};
  return next_option(&r);
}

int getopt_long_only(int argc, char *const argv[], const char *options, const struct option *longs,
                     int *index) {
  struct request r = {argc, (char **)argv, options, longs, index, 1, 0, 0};
  return next_option(&r);
}
