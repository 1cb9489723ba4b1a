/* queue(7): lists and queues that live in their elements' own fields. After the BSD macros' names. */
#ifndef _SYS_QUEUE_H
#define _SYS_QUEUE_H

/* Singly linked: SLIST */
#define SLIST_HEAD(name, type) struct name { struct type *slh_first; }
#define SLIST_HEAD_INITIALIZER(head) { NULL }
#define SLIST_ENTRY(type) struct { struct type *sle_next; }
#define SLIST_FIRST(head) ((head)->slh_first)
#define SLIST_EMPTY(head) ((head)->slh_first == NULL)
#define SLIST_NEXT(elm, field) ((elm)->field.sle_next)
#define SLIST_INIT(head) do { SLIST_FIRST(head) = NULL; } while (0)
#define SLIST_FOREACH(var, head, field) \
  for ((var) = SLIST_FIRST(head); (var); (var) = SLIST_NEXT(var, field))
#define SLIST_INSERT_HEAD(head, elm, field) do { \
  SLIST_NEXT(elm, field) = SLIST_FIRST(head); \
  SLIST_FIRST(head) = (elm); \
} while (0)
#define SLIST_INSERT_AFTER(at, elm, field) do { \
  SLIST_NEXT(elm, field) = SLIST_NEXT(at, field); \
  SLIST_NEXT(at, field) = (elm); \
} while (0)
#define SLIST_REMOVE_HEAD(head, field) do { \
  SLIST_FIRST(head) = SLIST_NEXT(SLIST_FIRST(head), field); \
} while (0)
#define SLIST_REMOVE(head, elm, type, field) do { \
  struct type **__link = &SLIST_FIRST(head); \
  while (*__link != (elm)) __link = &SLIST_NEXT(*__link, field); \
  *__link = SLIST_NEXT(elm, field); \
} while (0)

/* Singly linked with a tail: STAILQ, and SIMPLEQ by its other name */
#define STAILQ_HEAD(name, type) struct name { struct type *stqh_first; struct type **stqh_last; }
#define STAILQ_HEAD_INITIALIZER(head) { NULL, &(head).stqh_first }
#define STAILQ_ENTRY(type) struct { struct type *stqe_next; }
#define STAILQ_FIRST(head) ((head)->stqh_first)
#define STAILQ_EMPTY(head) ((head)->stqh_first == NULL)
#define STAILQ_NEXT(elm, field) ((elm)->field.stqe_next)
#define STAILQ_INIT(head) do { \
  STAILQ_FIRST(head) = NULL; \
  (head)->stqh_last = &STAILQ_FIRST(head); \
} while (0)
#define STAILQ_FOREACH(var, head, field) \
  for ((var) = STAILQ_FIRST(head); (var); (var) = STAILQ_NEXT(var, field))
#define STAILQ_INSERT_HEAD(head, elm, field) do { \
  if ((STAILQ_NEXT(elm, field) = STAILQ_FIRST(head)) == NULL) \
    (head)->stqh_last = &STAILQ_NEXT(elm, field); \
  STAILQ_FIRST(head) = (elm); \
} while (0)
#define STAILQ_INSERT_TAIL(head, elm, field) do { \
  STAILQ_NEXT(elm, field) = NULL; \
  *(head)->stqh_last = (elm); \
  (head)->stqh_last = &STAILQ_NEXT(elm, field); \
} while (0)
#define STAILQ_INSERT_AFTER(head, at, elm, field) do { \
  if ((STAILQ_NEXT(elm, field) = STAILQ_NEXT(at, field)) == NULL) \
    (head)->stqh_last = &STAILQ_NEXT(elm, field); \
  STAILQ_NEXT(at, field) = (elm); \
} while (0)
#define STAILQ_REMOVE_HEAD(head, field) do { \
  if ((STAILQ_FIRST(head) = STAILQ_NEXT(STAILQ_FIRST(head), field)) == NULL) \
    (head)->stqh_last = &STAILQ_FIRST(head); \
} while (0)
#define STAILQ_REMOVE(head, elm, type, field) do { \
  struct type **__link = &STAILQ_FIRST(head); \
  while (*__link != (elm)) __link = &STAILQ_NEXT(*__link, field); \
  if ((*__link = STAILQ_NEXT(elm, field)) == NULL) (head)->stqh_last = __link; \
} while (0)
#define STAILQ_CONCAT(head, other) do { \
  if (!STAILQ_EMPTY(other)) { \
    *(head)->stqh_last = STAILQ_FIRST(other); \
    (head)->stqh_last = (other)->stqh_last; \
    STAILQ_INIT(other); \
  } \
} while (0)
#define SIMPLEQ_HEAD STAILQ_HEAD
#define SIMPLEQ_HEAD_INITIALIZER STAILQ_HEAD_INITIALIZER
#define SIMPLEQ_ENTRY STAILQ_ENTRY
#define SIMPLEQ_FIRST STAILQ_FIRST
#define SIMPLEQ_EMPTY STAILQ_EMPTY
#define SIMPLEQ_NEXT STAILQ_NEXT
#define SIMPLEQ_INIT STAILQ_INIT
#define SIMPLEQ_FOREACH STAILQ_FOREACH
#define SIMPLEQ_INSERT_HEAD STAILQ_INSERT_HEAD
#define SIMPLEQ_INSERT_TAIL STAILQ_INSERT_TAIL
#define SIMPLEQ_INSERT_AFTER STAILQ_INSERT_AFTER
#define SIMPLEQ_REMOVE_HEAD STAILQ_REMOVE_HEAD
#define SIMPLEQ_REMOVE STAILQ_REMOVE

/* Doubly linked: LIST */
#define LIST_HEAD(name, type) struct name { struct type *lh_first; }
#define LIST_HEAD_INITIALIZER(head) { NULL }
#define LIST_ENTRY(type) struct { struct type *le_next; struct type **le_prev; }
#define LIST_FIRST(head) ((head)->lh_first)
#define LIST_EMPTY(head) ((head)->lh_first == NULL)
#define LIST_NEXT(elm, field) ((elm)->field.le_next)
#define LIST_INIT(head) do { LIST_FIRST(head) = NULL; } while (0)
#define LIST_FOREACH(var, head, field) \
  for ((var) = LIST_FIRST(head); (var); (var) = LIST_NEXT(var, field))
#define LIST_INSERT_HEAD(head, elm, field) do { \
  if ((LIST_NEXT(elm, field) = LIST_FIRST(head)) != NULL) \
    LIST_FIRST(head)->field.le_prev = &LIST_NEXT(elm, field); \
  LIST_FIRST(head) = (elm); \
  (elm)->field.le_prev = &LIST_FIRST(head); \
} while (0)
#define LIST_INSERT_AFTER(at, elm, field) do { \
  if ((LIST_NEXT(elm, field) = LIST_NEXT(at, field)) != NULL) \
    LIST_NEXT(at, field)->field.le_prev = &LIST_NEXT(elm, field); \
  LIST_NEXT(at, field) = (elm); \
  (elm)->field.le_prev = &LIST_NEXT(at, field); \
} while (0)
#define LIST_INSERT_BEFORE(at, elm, field) do { \
  (elm)->field.le_prev = (at)->field.le_prev; \
  LIST_NEXT(elm, field) = (at); \
  *(at)->field.le_prev = (elm); \
  (at)->field.le_prev = &LIST_NEXT(elm, field); \
} while (0)
#define LIST_REMOVE(elm, field) do { \
  if (LIST_NEXT(elm, field)) LIST_NEXT(elm, field)->field.le_prev = (elm)->field.le_prev; \
  *(elm)->field.le_prev = LIST_NEXT(elm, field); \
} while (0)

/* Doubly linked with a tail: TAILQ */
#define TAILQ_HEAD(name, type) struct name { struct type *tqh_first; struct type **tqh_last; }
#define TAILQ_HEAD_INITIALIZER(head) { NULL, &(head).tqh_first }
#define TAILQ_ENTRY(type) struct { struct type *tqe_next; struct type **tqe_prev; }
#define TAILQ_FIRST(head) ((head)->tqh_first)
#define TAILQ_EMPTY(head) ((head)->tqh_first == NULL)
#define TAILQ_NEXT(elm, field) ((elm)->field.tqe_next)
#define TAILQ_LAST(head, headname) (*(((struct headname *)((head)->tqh_last))->tqh_last))
#define TAILQ_PREV(elm, headname, field) (*(((struct headname *)((elm)->field.tqe_prev))->tqh_last))
#define TAILQ_INIT(head) do { \
  TAILQ_FIRST(head) = NULL; \
  (head)->tqh_last = &TAILQ_FIRST(head); \
} while (0)
#define TAILQ_FOREACH(var, head, field) \
  for ((var) = TAILQ_FIRST(head); (var); (var) = TAILQ_NEXT(var, field))
#define TAILQ_FOREACH_REVERSE(var, head, headname, field) \
  for ((var) = TAILQ_LAST(head, headname); (var); (var) = TAILQ_PREV(var, headname, field))
#define TAILQ_INSERT_HEAD(head, elm, field) do { \
  if ((TAILQ_NEXT(elm, field) = TAILQ_FIRST(head)) != NULL) \
    TAILQ_FIRST(head)->field.tqe_prev = &TAILQ_NEXT(elm, field); \
  else (head)->tqh_last = &TAILQ_NEXT(elm, field); \
  TAILQ_FIRST(head) = (elm); \
  (elm)->field.tqe_prev = &TAILQ_FIRST(head); \
} while (0)
#define TAILQ_INSERT_TAIL(head, elm, field) do { \
  TAILQ_NEXT(elm, field) = NULL; \
  (elm)->field.tqe_prev = (head)->tqh_last; \
  *(head)->tqh_last = (elm); \
  (head)->tqh_last = &TAILQ_NEXT(elm, field); \
} while (0)
#define TAILQ_INSERT_AFTER(head, at, elm, field) do { \
  if ((TAILQ_NEXT(elm, field) = TAILQ_NEXT(at, field)) != NULL) \
    TAILQ_NEXT(elm, field)->field.tqe_prev = &TAILQ_NEXT(elm, field); \
  else (head)->tqh_last = &TAILQ_NEXT(elm, field); \
  TAILQ_NEXT(at, field) = (elm); \
  (elm)->field.tqe_prev = &TAILQ_NEXT(at, field); \
} while (0)
#define TAILQ_INSERT_BEFORE(at, elm, field) do { \
  (elm)->field.tqe_prev = (at)->field.tqe_prev; \
  TAILQ_NEXT(elm, field) = (at); \
  *(at)->field.tqe_prev = (elm); \
  (at)->field.tqe_prev = &TAILQ_NEXT(elm, field); \
} while (0)
#define TAILQ_REMOVE(head, elm, field) do { \
  if (TAILQ_NEXT(elm, field)) TAILQ_NEXT(elm, field)->field.tqe_prev = (elm)->field.tqe_prev; \
  else (head)->tqh_last = (elm)->field.tqe_prev; \
  *(elm)->field.tqe_prev = TAILQ_NEXT(elm, field); \
} while (0)
#define TAILQ_CONCAT(head, other, field) do { \
  if (!TAILQ_EMPTY(other)) { \
    *(head)->tqh_last = TAILQ_FIRST(other); \
    TAILQ_FIRST(other)->field.tqe_prev = (head)->tqh_last; \
    (head)->tqh_last = (other)->tqh_last; \
    TAILQ_INIT(other); \
  } \
} while (0)

/* Circular: CIRCLEQ */
#define CIRCLEQ_HEAD(name, type) struct name { struct type *cqh_first; struct type *cqh_last; }
#define CIRCLEQ_ENTRY(type) struct { struct type *cqe_next; struct type *cqe_prev; }
#define CIRCLEQ_FIRST(head) ((head)->cqh_first)
#define CIRCLEQ_LAST(head) ((head)->cqh_last)
#define CIRCLEQ_EMPTY(head) ((void *)(head)->cqh_first == (void *)(head))
#define CIRCLEQ_NEXT(elm, field) ((elm)->field.cqe_next)
#define CIRCLEQ_PREV(elm, field) ((elm)->field.cqe_prev)
#define CIRCLEQ_INIT(head) do { \
  (head)->cqh_first = (void *)(head); \
  (head)->cqh_last = (void *)(head); \
} while (0)
#define CIRCLEQ_FOREACH(var, head, field) \
  for ((var) = CIRCLEQ_FIRST(head); (void *)(var) != (void *)(head); (var) = CIRCLEQ_NEXT(var, field))
#define CIRCLEQ_INSERT_HEAD(head, elm, field) do { \
  (elm)->field.cqe_next = (head)->cqh_first; \
  (elm)->field.cqe_prev = (void *)(head); \
  if (CIRCLEQ_EMPTY(head)) (head)->cqh_last = (elm); \
  else (head)->cqh_first->field.cqe_prev = (elm); \
  (head)->cqh_first = (elm); \
} while (0)
#define CIRCLEQ_INSERT_TAIL(head, elm, field) do { \
  (elm)->field.cqe_next = (void *)(head); \
  (elm)->field.cqe_prev = (head)->cqh_last; \
  if (CIRCLEQ_EMPTY(head)) (head)->cqh_first = (elm); \
  else (head)->cqh_last->field.cqe_next = (elm); \
  (head)->cqh_last = (elm); \
} while (0)
#define CIRCLEQ_REMOVE(head, elm, field) do { \
  if ((void *)(elm)->field.cqe_next == (void *)(head)) (head)->cqh_last = (elm)->field.cqe_prev; \
  else (elm)->field.cqe_next->field.cqe_prev = (elm)->field.cqe_prev; \
  if ((void *)(elm)->field.cqe_prev == (void *)(head)) (head)->cqh_first = (elm)->field.cqe_next; \
  else (elm)->field.cqe_prev->field.cqe_next = (elm)->field.cqe_next; \
} while (0)
#endif
