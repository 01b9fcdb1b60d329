#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include "thread_pool.h"

#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdlib.h>
#include <unistd.h>

#include "subnormals.h"

/// How often a waiting thread looks before it parks: some tens of microseconds, about the time
/// between two layers of a training step.
enum { LOOKS = 600 };

struct thread_pool {
  pthread_t *threads;
  ptrdiff_t workers;
  int looks;  // 0 where there are more threads than processors: who looks keeps others from work
  pthread_mutex_t lock;
  pthread_cond_t wake, done;
  // The current call. Written by the caller while no worker is active, published by `call`.
  void (*body)(void *, ptrdiff_t);
  void *context;
  ptrdiff_t parts;
  _Atomic(ptrdiff_t) next;
  _Atomic(ptrdiff_t) active;  // workers that have not finished the current call
  _Atomic(unsigned) call;
  atomic_flag busy;
  bool ending;
};

/// True while this thread runs a body: a call from inside one does not wait for itself.
static _Thread_local bool inside = false;

static void relax(void) {
#if defined(__x86_64__)
  __builtin_ia32_pause();
#elif defined(__aarch64__)
  __asm__ volatile("yield");
#endif
}

static void take_parts(thread_pool *pool) {
  inside = true;
  for (;;) {
    ptrdiff_t part = atomic_fetch_add_explicit(&pool->next, 1, memory_order_relaxed);
    if (part >= pool->parts) break;
    pool->body(pool->context, part);
  }
  inside = false;
}

/// Waits for a call other than `seen`; false when the pool ends.
static bool await_call(thread_pool *pool, unsigned seen) {
  for (int look = 0; look < pool->looks; look++) {
    if (atomic_load_explicit(&pool->call, memory_order_acquire) != seen) return !pool->ending;
    relax();
  }
  pthread_mutex_lock(&pool->lock);
  while (atomic_load_explicit(&pool->call, memory_order_acquire) == seen)
    pthread_cond_wait(&pool->wake, &pool->lock);
  pthread_mutex_unlock(&pool->lock);
  return !pool->ending;
}

static void *work(void *argument) {
  thread_pool *pool = argument;
  subnormals_flush();
  unsigned seen = 0;
  while (await_call(pool, seen)) {
    seen++;
    take_parts(pool);
    if (atomic_fetch_sub_explicit(&pool->active, 1, memory_order_acq_rel) == 1) {
      pthread_mutex_lock(&pool->lock);
      pthread_cond_signal(&pool->done);
      pthread_mutex_unlock(&pool->lock);
    }
  }
  return NULL;
}

/// Publishes a new call number and wakes whoever has parked.
static void announce(thread_pool *pool) {
  pthread_mutex_lock(&pool->lock);
  atomic_fetch_add_explicit(&pool->call, 1, memory_order_release);
  pthread_cond_broadcast(&pool->wake);
  pthread_mutex_unlock(&pool->lock);
}

static void await_workers(thread_pool *pool) {
  for (int look = 0; look < pool->looks; look++) {
    if (atomic_load_explicit(&pool->active, memory_order_acquire) == 0) return;
    relax();
  }
  pthread_mutex_lock(&pool->lock);
  while (atomic_load_explicit(&pool->active, memory_order_acquire) != 0)
    pthread_cond_wait(&pool->done, &pool->lock);
  pthread_mutex_unlock(&pool->lock);
}

static void run_alone(ptrdiff_t parts, void (*body)(void *, ptrdiff_t), void *context) {
  for (ptrdiff_t part = 0; part < parts; part++) body(context, part);
}

void thread_pool_run(thread_pool *pool, ptrdiff_t parts, void (*body)(void *, ptrdiff_t),
                     void *context) {
  uint64_t mode = subnormals_flush();
  if (pool->workers == 0 || parts <= 1 || inside || atomic_flag_test_and_set(&pool->busy)) {
    run_alone(parts, body, context);
  } else {
    pool->body = body;
    pool->context = context;
    pool->parts = parts;
    atomic_store_explicit(&pool->next, 0, memory_order_relaxed);
    atomic_store_explicit(&pool->active, pool->workers, memory_order_relaxed);
    announce(pool);
    take_parts(pool);
    await_workers(pool);
    atomic_flag_clear(&pool->busy);
  }
  subnormals_restore(mode);
}

thread_pool *thread_pool_create(ptrdiff_t threads) {
  thread_pool *pool = calloc(1, sizeof *pool);
  if (pool == NULL) return NULL;
  pthread_mutex_init(&pool->lock, NULL);
  pthread_cond_init(&pool->wake, NULL);
  pthread_cond_init(&pool->done, NULL);
  atomic_flag_clear(&pool->busy);
  pool->looks = threads <= processor_count() ? LOOKS : 0;
  if (threads <= 1) return pool;
  pool->threads = calloc((size_t)(threads - 1), sizeof *pool->threads);
  if (pool->threads == NULL) return pool;
  while (pool->workers < threads - 1) {
    if (pthread_create(&pool->threads[pool->workers], NULL, work, pool) != 0) break;
    pool->workers++;
  }
  return pool;
}

void thread_pool_destroy(thread_pool *pool) {
  pool->ending = true;
  announce(pool);
  for (ptrdiff_t worker = 0; worker < pool->workers; worker++)
    pthread_join(pool->threads[worker], NULL);
  pthread_cond_destroy(&pool->wake);
  pthread_cond_destroy(&pool->done);
  pthread_mutex_destroy(&pool->lock);
  free(pool->threads);
  free(pool);
}

ptrdiff_t processor_count(void) {
#if defined(__linux__)
  cpu_set_t set;
  if (sched_getaffinity(0, sizeof set, &set) == 0) {
    int count = CPU_COUNT(&set);
    if (count > 0) return count;
  }
#endif
  long count = sysconf(_SC_NPROCESSORS_ONLN);
  return count > 0 ? count : 1;
}
