/* lfind, lsearch, insque, remque: POSIX. */
#include <search.h>
#include <string.h>

void *lfind(const void *key, const void *base, size_t *count, size_t bytes,
            int (*compare)(const void *, const void *)) {
  const char *at = base;
  for (size_t i = 0; i < *count; i++, at += bytes)
    if (compare(key, at) == 0) return (void *)at;
  return NULL;
}

void *lsearch(const void *key, void *base, size_t *count, size_t bytes,
              int (*compare)(const void *, const void *)) {
  void *found = lfind(key, base, count, bytes, compare);
  if (found) return found;
  return memcpy((char *)base + bytes * (*count)++, key, bytes);
}

void insque(void *given, void *before) {
  struct qelem *element = given, *previous = before;
  element->q_back = previous;
  element->q_forw = previous ? previous->q_forw : NULL;
  if (!previous) return;
  if (previous->q_forw) previous->q_forw->q_back = element;
  previous->q_forw = element;
}

void remque(void *given) {
  struct qelem *element = given;
  if (element->q_forw) element->q_forw->q_back = element->q_back;
  if (element->q_back) element->q_back->q_forw = element->q_forw;
}
