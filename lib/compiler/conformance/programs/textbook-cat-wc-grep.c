#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <ctype.h>
#include <regex.h>
static void wc(const char *s) {
  int l = 0, w = 0, c = 0, in = 0;
  for (; *s; s++) {
    c++;
    l += *s == '\n';
    if (isspace((unsigned char)*s)) in = 0;
    else if (!in) in = 1, w++;
  }
  printf("%7d %7d %7d\n", l, w, c);
}

int main(void) {
  char *line = NULL, all[1000] = "";
  size_t cap = 0;
  ssize_t n;
  int no = 0;
  regex_t re;
  regcomp(&re, "^[a-z]+([0-9]+)", REG_EXTENDED | REG_ICASE);
  while ((n = getline(&line, &cap, stdin)) != -1) {
    no++;
    strcat(all, line);
    line[strcspn(line, "\n")] = 0;
    if (strstr(line, "the")) printf("%d:%s\n", no, line);
    regmatch_t m[2];
    if (regexec(&re, line, 2, m, 0) == 0) printf("   number %.*s\n", (int)(m[1].rm_eo - m[1].rm_so),
        line + m[1].rm_so);
    char *save, *copy = strdup(line);
    int f = 0;
    for (char *t = strtok_r(copy, ",; ", &save); t; t = strtok_r(NULL, ",; ", &save)) f++;
    free(copy);
    printf("   fields %d\n", f);
  }
  wc(all);
  regfree(&re);
  free(line);
  return 0;
}
