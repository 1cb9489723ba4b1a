#include "accounts.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct known {
  unsigned id;
  char name[256];
};

/* name:x:id:... */
static const char *look_up(const char *file, unsigned id, struct known *known) {
  if (known->name[0] != '\0' && known->id == id) return known->name;
  known->id = id;
  snprintf(known->name, sizeof known->name, "%u", id);
  FILE *accounts = fopen(file, "r");
  char line[256];
  while (accounts && fgets(line, sizeof line, accounts)) {
    char *colon = strchr(line, ':');
    char *second = colon ? strchr(colon + 1, ':') : NULL;
    if (!second || strtoul(second + 1, NULL, 10) != id) continue;
    *colon = '\0';
    snprintf(known->name, sizeof known->name, "%s", line);
    break;
  }
  if (accounts) fclose(accounts);
  return known->name;
}

const char *user_name(uid_t user) {
  static struct known known;
  return look_up("/etc/passwd", user, &known);
}

const char *group_name(gid_t group) {
  static struct known known;
  return look_up("/etc/group", group, &known);
}
