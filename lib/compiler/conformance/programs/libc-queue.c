/* sys/queue.h: lists, tail queues, single ones and circles. */
#include <stdio.h>
#include <stdlib.h>
#include <sys/queue.h>

struct node {
  int value;
  LIST_ENTRY(node) list;
  TAILQ_ENTRY(node) tail;
  SLIST_ENTRY(node) single;
  STAILQ_ENTRY(node) simple;
  CIRCLEQ_ENTRY(node) circle;
};

LIST_HEAD(lists, node);
TAILQ_HEAD(tails, node);
SLIST_HEAD(singles, node);
STAILQ_HEAD(simples, node);
CIRCLEQ_HEAD(circles, node);

int main(void) {
  struct node nodes[6], *n;
  struct lists list = LIST_HEAD_INITIALIZER(list);
  struct tails tail = TAILQ_HEAD_INITIALIZER(tail);
  struct singles single = SLIST_HEAD_INITIALIZER(single);
  struct simples simple = STAILQ_HEAD_INITIALIZER(simple);
  struct circles circle;
  CIRCLEQ_INIT(&circle);
  for (int i = 0; i < 6; i++) {
    nodes[i].value = i;
    if (i % 2) LIST_INSERT_HEAD(&list, &nodes[i], list);
    if (i < 3) TAILQ_INSERT_TAIL(&tail, &nodes[i], tail);
    else TAILQ_INSERT_HEAD(&tail, &nodes[i], tail);
    SLIST_INSERT_HEAD(&single, &nodes[i], single);
    STAILQ_INSERT_TAIL(&simple, &nodes[i], simple);
    if (i % 2) CIRCLEQ_INSERT_TAIL(&circle, &nodes[i], circle);
    else CIRCLEQ_INSERT_HEAD(&circle, &nodes[i], circle);
  }
  LIST_INSERT_AFTER(&nodes[3], &nodes[0], list);
  LIST_INSERT_BEFORE(&nodes[3], &nodes[2], list);
  LIST_REMOVE(&nodes[5], list);
  LIST_FOREACH(n, &list, list) printf("%d ", n->value);
  putchar('|');
  TAILQ_REMOVE(&tail, &nodes[1], tail);
  TAILQ_INSERT_AFTER(&tail, &nodes[4], &nodes[1], tail);
  TAILQ_FOREACH(n, &tail, tail) printf("%d ", n->value);
  putchar('|');
  TAILQ_FOREACH_REVERSE(n, &tail, tails, tail) printf("%d ", n->value);
  printf("last %d first %d|", TAILQ_LAST(&tail, tails)->value, TAILQ_FIRST(&tail)->value);
  SLIST_REMOVE(&single, &nodes[3], node, single);
  SLIST_REMOVE_HEAD(&single, single);
  SLIST_FOREACH(n, &single, single) printf("%d ", n->value);
  putchar('|');
  STAILQ_REMOVE(&simple, &nodes[5], node, simple);
  STAILQ_REMOVE_HEAD(&simple, simple);
  STAILQ_INSERT_HEAD(&simple, &nodes[5], simple);
  STAILQ_FOREACH(n, &simple, simple) printf("%d ", n->value);
  putchar('|');
  CIRCLEQ_REMOVE(&circle, &nodes[0], circle);
  CIRCLEQ_FOREACH(n, &circle, circle) printf("%d ", n->value);
  printf("| %d %d\n", LIST_EMPTY(&list), SLIST_EMPTY(&single));
  return 0;
}
