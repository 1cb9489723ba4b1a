/* A linked list: insert sorted, reverse, remove, free. */
#include <stdio.h>
#include <stdlib.h>

struct node {
  int value;
  struct node *next;
};

static void insert(struct node **head, int value) {
  while (*head && (*head)->value < value) head = &(*head)->next;
  struct node *n = malloc(sizeof *n);
  n->value = value;
  n->next = *head;
  *head = n;
}

static struct node *reverse(struct node *list) {
  struct node *done = NULL;
  while (list) {
    struct node *next = list->next;
    list->next = done;
    done = list;
    list = next;
  }
  return done;
}

static void drop(struct node **head, int value) {
  while (*head) {
    if ((*head)->value == value) {
      struct node *dead = *head;
      *head = dead->next;
      free(dead);
    } else {
      head = &(*head)->next;
    }
  }
}

static void show(const struct node *n) {
  for (; n; n = n->next) printf("%d%s", n->value, n->next ? " -> " : "\n");
}

int main(void) {
  struct node *list = NULL;
  int v[] = {5, 2, 9, 1, 5, 7, 3, 5};
  for (int i = 0; i < 8; i++) insert(&list, v[i]);
  show(list);
  list = reverse(list);
  show(list);
  drop(&list, 5);
  show(list);
  drop(&list, 9);
  drop(&list, 1);
  show(list);
  int n = 0;
  while (list) {
    struct node *next = list->next;
    free(list);
    list = next;
    n++;
  }
  printf("%d\n", n);
  return 0;
}
