/* A hash table with chains: words counted. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define BUCKETS 31

struct entry {
  char *word;
  int count;
  struct entry *next;
};

static struct entry *table[BUCKETS];

static unsigned hash(const char *s) {
  unsigned h = 2166136261u;
  while (*s) h = (h ^ (unsigned char)*s++) * 16777619u;
  return h;
}

static struct entry *find(const char *word) {
  struct entry **e = &table[hash(word) % BUCKETS];
  for (; *e; e = &(*e)->next)
    if (strcmp((*e)->word, word) == 0) return *e;
  *e = calloc(1, sizeof **e);
  (*e)->word = strdup(word);
  return *e;
}

static int compare(const void *a, const void *b) {
  const struct entry *x = *(struct entry *const *)a, *y = *(struct entry *const *)b;
  return y->count - x->count ? y->count - x->count : strcmp(x->word, y->word);
}

int main(void) {
  char text[] = "the cat and the dog and the bird saw the cat near the dog house and left";
  for (char *w = strtok(text, " "); w; w = strtok(NULL, " ")) find(w)->count++;
  struct entry *all[100];
  int n = 0;
  for (int i = 0; i < BUCKETS; i++)
    for (struct entry *e = table[i]; e; e = e->next) all[n++] = e;
  qsort(all, n, sizeof *all, compare);
  for (int i = 0; i < n; i++) printf("%s %d\n", all[i]->word, all[i]->count);
  for (int i = 0; i < n; i++) {
    free(all[i]->word);
    free(all[i]);
  }
  return n;
}
