#include <stdio.h>
#include <stdlib.h>
#include <string.h>
struct entry { char *key; int count; struct entry *next; };
static struct entry *table[31];
static unsigned hash(const char *s) { unsigned h = 5381; while (*s) h = h * 33 ^ (unsigned char)*s++; return h; }
static struct entry *find(const char *key) {
  struct entry **at = &table[hash(key) % 31];
  for (struct entry *e = *at; e; e = e->next) if (!strcmp(e->key, key)) return e;
  struct entry *e = malloc(sizeof *e);
  *e = (struct entry){strdup(key), 0, *at};
  return *at = e;
}
int main(void) {
  char text[] = "the cat and the dog and the bird saw the cat";
  for (char *w = strtok(text, " "); w; w = strtok(NULL, " ")) find(w)->count++;
  const char *ask[] = {"the", "cat", "and", "bird", "cow"};
  for (int i = 0; i < 5; i++) printf("%s %d\n", ask[i], find(ask[i])->count);
  unsigned used = 0; for (int i = 0; i < 31; i++) used += table[i] != NULL;
  printf("%u %u\n", used, hash("process"));
  return 0;
}
