/* ipcrm(1): -m -q -s by identifier, -M -Q -S by key, -a all; or the old `ipcrm shm|msg|sem id...`. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ipc.h>
#include <sys/msg.h>
#include <sys/sem.h>
#include <sys/shm.h>
#include <unistd.h>
#include "complain.h"

static int remove_id(char kind, int id) {
  if (kind == 'm') return shmctl(id, IPC_RMID, NULL);
  if (kind == 'q') return msgctl(id, IPC_RMID, NULL);
  return semctl(id, 0, IPC_RMID);
}

static int id_of_key(char kind, key_t key) {
  if (kind == 'm') return shmget(key, 0, 0);
  if (kind == 'q') return msgget(key, 0);
  return semget(key, 0, 0);
}

static void told(const char *text, int by_key) {
  const char *what = by_key ? "key" : "id";
  if (errno == EACCES || errno == EPERM) complain("permission denied for %s (%s)", what, text);
  else if (errno == EIDRM) complain("already removed %s (%s)", what, text);
  else complain("invalid %s (%s)", what, text);
}

static void remove_named(char kind, const char *text, int by_key) {
  char *end;
  long number = strtol(text, &end, 0);
  if (*end != '\0' || end == text) {
    complain("failed to parse argument: '%s'", text);
    return;
  }
  if (by_key && number == IPC_PRIVATE) {
    complain("illegal key (%s)", text);
    return;
  }
  int id = by_key ? id_of_key(kind, (key_t)number) : (int)number;
  if (id < 0 || remove_id(kind, id) < 0) told(text, by_key);
}

static void remove_all(char kind, const char *path) {
  FILE *file = fopen(path, "r");
  char line[512];
  for (int first = 1; file && fgets(line, sizeof line, file); first = 0) {
    long key, id;
    if (!first && sscanf(line, "%ld %ld", &key, &id) == 2) remove_id(kind, (int)id);
  }
  if (file) fclose(file);
}

int main(int argc, char *argv[]) {
  begin_program(argv);
  if (argc > 2 && (strcmp(argv[1], "shm") == 0 || strcmp(argv[1], "msg") == 0 || strcmp(argv[1], "sem") == 0)) {
    char kind = strcmp(argv[1], "shm") == 0 ? 'm' : strcmp(argv[1], "msg") == 0 ? 'q' : 's';
    for (int i = 2; i < argc; i++) remove_named(kind, argv[i], 0);
    if (failures == 0) puts("resource(s) deleted");
    return failures > 0;
  }
  int option, any = 0;
  while ((option = getopt(argc, argv, "m:q:s:M:Q:S:a")) != -1) {
    any = 1;
    if (option == '?') bad_option(1);
    if (option == 'a') {
      remove_all('m', "/proc/sysvipc/shm");
      remove_all('q', "/proc/sysvipc/msg");
      remove_all('s', "/proc/sysvipc/sem");
    } else {
      int by_key = option >= 'A' && option <= 'Z';
      remove_named((char)(by_key ? option - 'A' + 'a' : option), optarg, by_key);
    }
  }
  if (!any || optind < argc) {
    complain(any ? "unknown argument: %s" : "not enough arguments", optind < argc ? argv[optind] : "");
    bad_option(1);
  }
  return failures > 0;
}
