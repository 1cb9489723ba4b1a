#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <ctype.h>
struct node {
  char *word;
  int count;
  struct node *left, *right;
};
static struct node *add(struct node *t, const char *w) {
  int c;
  if (!t) {
    t = malloc(sizeof *t);
    t->word = strdup(w);
    t->count = 1;
    t->left = t->right = NULL;
  } else if ((c = strcmp(w, t->word)) == 0) t->count++;
  else if (c < 0) t->left = add(t->left, w);
  else t->right = add(t->right, w);
  return t;
}

static void print(struct node *t) {
  if (t) {
    print(t->left);
    printf("%4d %s\n", t->count, t->word);
    print(t->right);
  }
}

static void destroy(struct node *t) {
  if (t) {
    destroy(t->left);
    destroy(t->right);
    free(t->word);
    free(t);
  }
}

static int getword(char *w, int lim) {
  int c;
  char *p = w;
  while (isspace(c = getchar())) ;
  if (c != EOF) *p++ = c;
  if (!isalpha(c)) {
    *p = 0;
    return c;
  }
  for (; --lim > 0; p++) if (!isalnum(*p = getchar())) {
    ungetc(*p, stdin);
    break;
  }
  *p = 0;
  return w[0];
}

int main(void) {
  struct node *root = NULL;
  char w[100];
  while (getword(w, sizeof w) != EOF) if (isalpha(w[0])) {
    for (char *p = w; *p; p++) *p = tolower(*p);
    root = add(root, w);
  }
  print(root);
  destroy(root);
  return 0;
}
