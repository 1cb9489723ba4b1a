#include <stdio.h>
#include <string.h>
#include <errno.h>
#include <pthread.h>
static pthread_rwlock_t l = PTHREAD_RWLOCK_INITIALIZER;
static int table[10], bad;
static void *reader(void *a) {
  for (int i = 0; i < 30; i++) {
    pthread_rwlock_rdlock(&l);
    for (int k = 1; k < 10; k++) if (table[k] != table[0]) bad = 1;
    pthread_rwlock_unlock(&l);
  }
  return 0;
}

static void *writer(void *a) {
  for (int i = 0; i < 10; i++) {
    pthread_rwlock_wrlock(&l);
    for (int k = 0; k < 10; k++) table[k]++;
    pthread_rwlock_unlock(&l);
  }
  return 0;
}

int main(void) {
  pthread_t t[5];
  for (int i = 0; i < 5; i++) pthread_create(&t[i], 0, i % 2 ? writer : reader, 0);
  for (int i = 0; i < 5; i++) pthread_join(t[i], 0);
  printf("%d %d bad %d\n", table[0], table[9], bad);
  pthread_rwlock_rdlock(&l);
  printf("try read %s, try write %s\n", strerror(pthread_rwlock_tryrdlock(&l)),
      strerror(pthread_rwlock_trywrlock(&l)));
  pthread_rwlock_unlock(&l);
  pthread_rwlock_unlock(&l);
  printf("%s\n", strerror(pthread_rwlock_trywrlock(&l)));
  pthread_rwlock_unlock(&l);
  return 0;
}
