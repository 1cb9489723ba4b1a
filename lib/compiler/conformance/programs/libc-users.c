/* Users and groups by name and number. */
#include <grp.h>
#include <pwd.h>
#include <stdio.h>
#include <string.h>

int main(void) {
  struct passwd *root = getpwuid(0);
  printf("%s %u %u %s\n", root->pw_name, root->pw_uid, root->pw_gid, root->pw_dir);
  printf("%u\n", getpwnam("root")->pw_uid);
  printf("%d %d\n", getpwnam("nobody-of-that-name") == NULL, getpwuid(54321) == NULL);
  struct group *group = getgrgid(0);
  printf("%s %u %d\n", group->gr_name, group->gr_gid, group->gr_mem != NULL);
  printf("%u %d\n", getgrnam("root")->gr_gid, getgrnam("no-such-group") == NULL);
  struct passwd entry, *result;
  char buffer[1024];
  printf("%d", getpwnam_r("root", &entry, buffer, sizeof buffer, &result));
  printf(" %d %s\n", result == &entry, entry.pw_name);
  printf("%d", getpwnam_r("nobody-of-that-name", &entry, buffer, sizeof buffer, &result));
  printf(" %d\n", result == NULL);
  int found = 0;
  setpwent();
  while ((root = getpwent()) != NULL)
    if (strcmp(root->pw_name, "root") == 0) found++;
  endpwent();
  printf("%d\n", found);
  return 0;
}
