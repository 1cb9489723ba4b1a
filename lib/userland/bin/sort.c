/* sort(1): -n -g -h -r -u -f -b -d -s -c -C -m, -k KEY[,KEY], -t, -o. Bytes are compared, as in the C locale. */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "complain.h"
#include "line-input.h"

enum { KEYS_MAX = 16 };

struct order {
  int numeric, general, human, reverse, fold, blanks, dictionary;
};
struct key {
  int first_field, first_char, last_field, last_char; /* from 1; last_field 0: to the end */
  struct order order;
  int own_order;
};
static struct order global;
static struct key keys[KEYS_MAX];
static int key_count, unique, stable, check;
static char separator;
static char **lines;
static size_t line_count, room;

/* Where a field begins: after its separator, or with the blanks before it. */
static const char *field_start(const char *line, int field) {
  const char *at = line;
  for (int k = 1; k < field && *at; k++) {
    if (separator) {
      while (*at && *at != separator) at++;
      if (*at) at++;
    } else {
      while (isblank((unsigned char)*at)) at++;
      while (*at && !isblank((unsigned char)*at)) at++;
    }
  }
  return at;
}

static const char *field_end(const char *at) {
  if (separator) return at + strcspn(at, (char[]){separator, '\0'});
  while (isblank((unsigned char)*at)) at++;
  while (*at && !isblank((unsigned char)*at)) at++;
  return at;
}

static const char *advance(const char *at, int n) {
  while (n-- > 0 && *at) at++;
  return at;
}

static void find_key(const char *line, const struct key *key, const char **from, const char **to) {
  const char *start = field_start(line, key->first_field);
  if (key->order.blanks || global.blanks)
    while (isblank((unsigned char)*start)) start++;
  *from = advance(start, key->first_char - 1);
  if (key->last_field == 0) {
    *to = *from + strlen(*from);
  } else {
    const char *last = field_start(line, key->last_field);
    *to = key->last_char == 0 ? field_end(last) : advance(last, key->last_char);
  }
  if (*to < *from) *to = *from;
}

static double human_factor(const char *at) {
  while (isblank((unsigned char)*at)) at++;
  if (*at == '-') at++;
  while (isdigit((unsigned char)*at) || *at == '.') at++;
  static const char units[] = "KMGTPE";
  const char *found = *at == 'k' ? units : *at ? strchr(units, *at) : NULL;
  double factor = 1;
  for (const char *unit = units; found && unit <= found; unit++) factor *= 1024;
  return factor;
}

/* Numbers of any length: sign, then integer digits, then the fraction. */
static int compare_numbers(const char *a, const char *b) {
  while (isblank((unsigned char)*a)) a++;
  while (isblank((unsigned char)*b)) b++;
  double x = 0, y = 0;
  if (*a == '-' || *a == '.' || isdigit((unsigned char)*a)) x = strtod(a, NULL);
  if (*b == '-' || *b == '.' || isdigit((unsigned char)*b)) y = strtod(b, NULL);
  return x < y ? -1 : x > y;
}

static int ignored(char c, const struct order *order) {
  return order->dictionary && !isalnum((unsigned char)c) && !isblank((unsigned char)c);
}

static int compare_text(const char *a, size_t n, const char *b, size_t m, const struct order *order) {
  if (!order->fold && !order->dictionary) {
    int result = memcmp(a, b, n < m ? n : m);
    return result ? result : n < m ? -1 : n > m;
  }
  size_t i = 0, j = 0;
  for (;; i++, j++) {
    while (i < n && ignored(a[i], order)) i++;
    while (j < m && ignored(b[j], order)) j++;
    if (i >= n || j >= m) return i < n ? 1 : j < m ? -1 : 0;
    int x = (unsigned char)a[i], y = (unsigned char)b[j];
    if (order->fold) x = toupper(x), y = toupper(y);
    if (x != y) return x - y;
  }
}

static int compare_key(const char *a, const char *a_end, const char *b, const char *b_end, const struct order *order) {
  if (order->numeric || order->general || order->human) {
    char x[128], y[128];
    snprintf(x, sizeof x, "%.*s", (int)(a_end - a), a);
    snprintf(y, sizeof y, "%.*s", (int)(b_end - b), b);
    if (!order->human) return compare_numbers(x, y);
    double p = strtod(x, NULL) * human_factor(x), q = strtod(y, NULL) * human_factor(y);
    return p < q ? -1 : p > q;
  }
  return compare_text(a, (size_t)(a_end - a), b, (size_t)(b_end - b), order);
}

static int compare_keys(const char *a, const char *b) {
  if (key_count == 0) {
    const char *x = a, *y = b;
    if (global.blanks) {
      while (isblank((unsigned char)*x)) x++;
      while (isblank((unsigned char)*y)) y++;
    }
    int result = compare_key(x, x + strlen(x), y, y + strlen(y), &global);
    return global.reverse ? -result : result;
  }
  for (int k = 0; k < key_count; k++) {
    const struct order *order = keys[k].own_order ? &keys[k].order : &global;
    const char *a_from, *a_to, *b_from, *b_to;
    find_key(a, &keys[k], &a_from, &a_to);
    find_key(b, &keys[k], &b_from, &b_to);
    int result = compare_key(a_from, a_to, b_from, b_to, order);
    if (result != 0) return order->reverse ? -result : result;
  }
  return 0;
}

/* Equal keys are ordered by the whole line, unless that was asked not to be. */
static int compare(const void *p, const void *q) {
  const char *a = *(char *const *)p, *b = *(char *const *)q;
  int result = compare_keys(a, b);
  if (result != 0 || stable || unique) return result;
  result = strcmp(a, b);
  return global.reverse ? -result : result;
}

static void set_order(struct order *order, char letter, const char *option) {
  switch (letter) {
    case 'n':
      order->numeric = 1;
      break;
    case 'g':
      order->general = 1;
      break;
    case 'h':
      order->human = 1;
      break;
    case 'r':
      order->reverse = 1;
      break;
    case 'f':
      order->fold = 1;
      break;
    case 'b':
      order->blanks = 1;
      break;
    case 'd':
      order->dictionary = 1;
      break;
    default:
      give_up(2, "stray character in field spec: invalid field specification '%s'", option);
  }
}

/* F[.C][letters][,F[.C][letters]] */
static void read_key(const char *text) {
  if (key_count == KEYS_MAX) give_up(2, "too many keys");
  struct key *key = &keys[key_count++];
  memset(key, 0, sizeof *key);
  const char *at = text;
  for (int part = 0; part < 2; part++) {
    char *end;
    long field = strtol(at, &end, 10), character = part == 0 ? 1 : 0;
    if (end == at) give_up(2, "invalid number at field start: invalid count at start of '%s'", at);
    if (field < 1) give_up(2, "-: invalid field specification '%s': field number is zero", text);
    at = end;
    if (*at == '.') {
      character = strtol(at + 1, &end, 10);
      at = end;
    }
    for (; *at && *at != ','; at++) {
      set_order(&key->order, *at, text);
      key->own_order = 1;
    }
    if (part == 0) {
      key->first_field = (int)field;
      key->first_char = (int)character;
    } else {
      key->last_field = (int)field;
      key->last_char = (int)character;
    }
    if (*at != ',') break;
    at++;
  }
}

static void read_lines(FILE *file, const char *name) {
  (void)name;
  char *line;
  for (ssize_t n; (n = next_line(file, &line)) > 0;) {
    if (line[n - 1] == '\n') line[n - 1] = '\0';
    if (line_count == room) lines = more_memory(lines, (room = 2 * room + 64) * sizeof *lines);
    lines[line_count++] = strdup(line);
  }
}

static int is_sorted(const char *name) {
  for (size_t i = 1; i < line_count; i++) {
    int result = compare(&lines[i - 1], &lines[i]);
    if (result < 0 || (result == 0 && !unique)) continue;
    if (check == 'c') complain("%s:%lu: disorder: %s", name, i + 1, lines[i]);
    return 0;
  }
  return 1;
}

int main(int argc, char *argv[]) {
  begin_program(argv);
  const char *output = NULL;
  int option;
  while ((option = getopt(argc, argv, "nghrfbdusmcCk:t:o:")) != -1) {
    switch (option) {
      case 'k':
        read_key(optarg);
        break;
      case 't':
        if (optarg[0] == '\0') give_up(2, "empty tab");
        if (optarg[1] != '\0' && strcmp(optarg, "\\0") != 0) give_up(2, "multi-character tab '%s'", optarg);
        separator = optarg[0];
        break;
      case 'o':
        output = optarg;
        break;
      case 'u':
        unique = 1;
        break;
      case 's':
        stable = 1;
        break;
      case 'c':
      case 'C':
        check = option;
        break;
      case 'm':
        break;
      case '?':
        bad_option(2);
      default:
        set_order(&global, (char)option, "");
    }
  }
  input_failure = "cannot read: %s";
  each_input(argv + optind, read_lines);
  if (failures > 0) {
    return 2;
  }
  if (check) return is_sorted(optind < argc ? argv[optind] : "-") ? 0 : 1;
  qsort(lines, line_count, sizeof *lines, compare);
  if (output && !freopen(output, "w", stdout)) give_up(2, "open failed: %s", output);
  for (size_t i = 0; i < line_count; i++)
    if (!unique || i == 0 || compare_keys(lines[i - 1], lines[i]) != 0) puts(lines[i]);
  return finish_output() ? 2 : 0;
}
