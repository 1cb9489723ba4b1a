/* search.h: hash table, tree, linked list. */
#define _GNU_SOURCE
#include <errno.h>
#include <search.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int by_text(const void *a, const void *b) {
  return strcmp(a, b);
}

static void in_order(const void *node, VISIT which, int depth) {
  (void)depth;
  if (which == postorder || which == leaf) printf("%s ", *(char *const *)node);
}

static int dropped;

static void drop(void *key) {
  (void)key;
  dropped++;
}

struct item {
  struct item *next, *previous;
  int value;
};

int main(void) {
  static char *const words[] = {"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"};
  hcreate(12);
  for (long i = 0; i < 10; i++) {
    ENTRY e = {words[i], (void *)i};
    printf("%d", hsearch(e, ENTER) != NULL);
  }
  for (int i = 0; i < 10; i++) {
    ENTRY e = {words[i], NULL};
    ENTRY *found = hsearch(e, FIND);
    printf(" %ld", found ? (long)found->data : -1);
  }
  ENTRY e = {"eleven", NULL};
  printf(" %d\n", hsearch(e, FIND) == NULL);
  hdestroy();
  void *root = NULL;
  for (int i = 0; i < 10; i++) printf("%d", *(char **)tsearch(words[i], &root, by_text) == words[i]);
  printf(" %d\n", *(char **)tsearch("one", &root, by_text) == words[0]);
  twalk(root, in_order);
  printf("\n%d %d\n", tfind("six", &root, by_text) != NULL, tfind("zero", &root, by_text) == NULL);
  printf("%d %d %d\n", tdelete("three", &root, by_text) != NULL, tdelete("zzz", &root, by_text) == NULL, tdelete("one", &root, by_text) != NULL);
  twalk(root, in_order);
  tdestroy(root, drop);
  printf("\n%d\n", dropped);
  struct item items[4] = {{.value = 0}, {.value = 1}, {.value = 2}, {.value = 3}};
  insque(&items[0], NULL);
  insque(&items[1], &items[0]);
  insque(&items[2], &items[0]);
  insque(&items[3], &items[1]);
  remque(&items[1]);
  for (struct item *i = &items[0]; i; i = i->next) printf("%d ", i->value);
  putchar('\n');
  return 0;
}
