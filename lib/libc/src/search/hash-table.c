/* hsearch: POSIX: open addressing with linear probing in a table that doesn't grow. */
#include <errno.h>
#include <search.h>
#include <stdlib.h>
#include <string.h>

static struct hsearch_data own;

int hcreate_r(size_t count, struct hsearch_data *table) {
  if (table->table) return 0;
  table->size = (unsigned int)(count < 3 ? 3 : count);
  table->filled = 0;
  table->table = calloc(table->size, sizeof(ENTRY));
  return table->table != NULL;
}

void hdestroy_r(struct hsearch_data *table) {
  free(table->table);
  table->table = NULL;
}

static unsigned int hash(const char *key) {
  unsigned int value = 2166136261u;
  for (; *key; key++) value = (value ^ (unsigned char)*key) * 16777619u;
  return value;
}

int hsearch_r(ENTRY item, ACTION action, ENTRY **found, struct hsearch_data *table) {
  *found = NULL;
  unsigned int at = table->size ? hash(item.key) % table->size : 0;
  for (unsigned int tries = 0; tries < table->size; tries++, at = (at + 1) % table->size) {
    ENTRY *entry = &table->table[at];
    if (entry->key && strcmp(entry->key, item.key) != 0) continue;
    if (!entry->key) {
      if (action == FIND) {
        errno = ESRCH;
        return 0;
      }
      *entry = item;
      table->filled++;
    }
    *found = entry;
    return 1;
  }
  errno = action == ENTER ? ENOMEM : ESRCH;
  return 0;
}

int hcreate(size_t count) {
  return hcreate_r(count, &own);
}

void hdestroy(void) {
  hdestroy_r(&own);
}

ENTRY *hsearch(ENTRY item, ACTION action) {
  ENTRY *found;
  hsearch_r(item, action, &found, &own);
  return found;
}
