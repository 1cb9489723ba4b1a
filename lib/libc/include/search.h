/* POSIX search.h: hash table, binary tree, linear search, linked list; GNU's hsearch_r and tdestroy */
#ifndef _SEARCH_H
#define _SEARCH_H
#include <stddef.h>
typedef struct entry {
  char *key;
  void *data;
} ENTRY;
typedef enum { FIND, ENTER } ACTION;
typedef enum { preorder, postorder, endorder, leaf } VISIT;
struct hsearch_data {
  ENTRY *table;
  unsigned int size;
  unsigned int filled;
};
int hcreate(size_t count);
void hdestroy(void);
ENTRY *hsearch(ENTRY item, ACTION action);
int hcreate_r(size_t count, struct hsearch_data *table);
void hdestroy_r(struct hsearch_data *table);
int hsearch_r(ENTRY item, ACTION action, ENTRY **found, struct hsearch_data *table);
void *tsearch(const void *key, void **root, int (*compare)(const void *, const void *));
void *tfind(const void *key, void *const *root, int (*compare)(const void *, const void *));
void *tdelete(const void *restrict key, void **restrict root,
              int (*compare)(const void *, const void *));
void twalk(const void *root, void (*visit)(const void *node, VISIT which, int depth));
void tdestroy(void *root, void (*destroy)(void *key));
void *lfind(const void *key, const void *base, size_t *count, size_t bytes,
            int (*compare)(const void *, const void *));
void *lsearch(const void *key, void *base, size_t *count, size_t bytes,
              int (*compare)(const void *, const void *));
struct qelem {
  struct qelem *q_forw;
  struct qelem *q_back;
  char q_data[1];
};
void insque(void *element, void *previous);
void remque(void *element);
#endif
