#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include "thread_pool.h"

#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "subnormals.h"

/// How often a waiting thread looks before it parks: about a hundred microseconds, longer than what
/// lies between two layers of a training step.
enum { LOOKS = 8192 };

/// A thread's share of the parts of a call, in one word: its end (32 bits) and its next part (32).
/// Whoever adds 1 and finds a part before the end owns that part, and with it the call: a call ends
/// only when all of its parts are done. So a thread that comes late may try its luck with the share
/// of any call; it finds nothing, or work that is still to do.
typedef _Atomic(uint64_t) share;

static uint32_t next_of(uint64_t share) { return (uint32_t)share; }
static uint32_t end_of(uint64_t share) { return (uint32_t)(share >> 32); }

/// Shares are written by all threads; each on a line of its own.
typedef struct {
  _Alignas(64) share parts;
} padded_share;

struct thread_pool {
  pthread_t *threads;
  padded_share *shares;  // the caller's first
  ptrdiff_t workers;
  int looks;  // 0 where there are more threads than processors: who looks keeps others from work
  pthread_mutex_t lock;
  pthread_cond_t wake, done;
  // The current call. Written by the caller while no part is open, published by the shares.
  void (*body)(void *, ptrdiff_t);
  void *context;
  _Alignas(64) _Atomic(unsigned) call;
  _Atomic(ptrdiff_t) parked;
  _Alignas(64) _Atomic(ptrdiff_t) open;  // parts of the current call that are not done
  _Atomic(bool) awaited;                  // whether the caller has parked until they are
  atomic_flag busy;
  _Atomic(bool) ending;
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

/// Does what is left of a share.
static void take_share(thread_pool *pool, share *parts) {
  for (;;) {
    // Reading first keeps a thread that finds nothing from writing to another's line.
    uint64_t seen = atomic_load_explicit(parts, memory_order_relaxed);
    if (next_of(seen) >= end_of(seen)) return;
    uint64_t taken = atomic_fetch_add_explicit(parts, 1, memory_order_acquire);
    if (next_of(taken) >= end_of(taken)) return;
    pool->body(pool->context, (ptrdiff_t)next_of(taken));
    if (atomic_fetch_sub(&pool->open, 1) > 1 || !atomic_load(&pool->awaited)) continue;
    pthread_mutex_lock(&pool->lock);
    pthread_cond_signal(&pool->done);
    pthread_mutex_unlock(&pool->lock);
  }
}

/// A thread's own share, whose rows are likely in its cache, then what others have not begun.
static void take_parts(thread_pool *pool, ptrdiff_t thread) {
  inside = true;
  for (ptrdiff_t i = 0; i <= pool->workers; i++)
    take_share(pool, &pool->shares[(thread + i) % (pool->workers + 1)].parts);
  inside = false;
}

/// Waits for a call other than `seen` and returns it.
static unsigned await_call(thread_pool *pool, unsigned seen) {
  for (int look = 0; look < pool->looks; look++) {
    unsigned call = atomic_load_explicit(&pool->call, memory_order_acquire);
    if (call != seen) return call;
    relax();
  }
  pthread_mutex_lock(&pool->lock);
  atomic_fetch_add(&pool->parked, 1);
  while (atomic_load(&pool->call) == seen) pthread_cond_wait(&pool->wake, &pool->lock);
  atomic_fetch_sub(&pool->parked, 1);
  pthread_mutex_unlock(&pool->lock);
  return atomic_load_explicit(&pool->call, memory_order_acquire);
}

typedef struct {
  thread_pool *pool;
  ptrdiff_t thread;
} worker;

static void *work(void *argument) {
  worker own = *(worker *)argument;
  free(argument);
  subnormals_flush();
  unsigned seen = 0;
  for (;;) {
    seen = await_call(own.pool, seen);
    if (atomic_load(&own.pool->ending)) return NULL;
    take_parts(own.pool, own.thread);
  }
}

/// Publishes a new call number and wakes whoever has parked.
static void announce(thread_pool *pool) {
  atomic_fetch_add(&pool->call, 1);
  if (atomic_load(&pool->parked) == 0) return;
  pthread_mutex_lock(&pool->lock);
  pthread_cond_broadcast(&pool->wake);
  pthread_mutex_unlock(&pool->lock);
}

/// Waits for the parts that others have begun; parks where one of them is held up.
static void await_parts(thread_pool *pool) {
  for (int look = 0; look < pool->looks; look++) {
    if (atomic_load_explicit(&pool->open, memory_order_acquire) == 0) return;
    relax();
  }
  if (atomic_load_explicit(&pool->open, memory_order_acquire) == 0) return;
  pthread_mutex_lock(&pool->lock);
  atomic_store(&pool->awaited, true);
  while (atomic_load(&pool->open) > 0) pthread_cond_wait(&pool->done, &pool->lock);
  atomic_store(&pool->awaited, false);
  pthread_mutex_unlock(&pool->lock);
}

static void run_call(thread_pool *pool, ptrdiff_t parts, void (*body)(void *, ptrdiff_t),
                     void *context) {
  pool->body = body;
  pool->context = context;
  atomic_store_explicit(&pool->open, parts, memory_order_relaxed);
  ptrdiff_t threads = pool->workers + 1;
  for (ptrdiff_t i = 0; i < threads; i++) {
    uint64_t first = (uint64_t)(parts * i / threads), end = (uint64_t)(parts * (i + 1) / threads);
    atomic_store_explicit(&pool->shares[i].parts, end << 32 | first, memory_order_release);
  }
  announce(pool);
  take_parts(pool, 0);
  await_parts(pool);
}

void thread_pool_run(thread_pool *pool, ptrdiff_t parts, void (*body)(void *, ptrdiff_t),
                     void *context) {
  uint64_t mode = subnormals_flush();
  if (pool->workers == 0 || parts <= 1 || parts > INT32_MAX || inside ||
      atomic_flag_test_and_set(&pool->busy)) {
    for (ptrdiff_t part = 0; part < parts; part++) body(context, part);
  } else {
    run_call(pool, parts, body, context);
    atomic_flag_clear(&pool->busy);
  }
  subnormals_restore(mode);
}

/// Starts one more thread; false where the system refuses.
static bool add_worker(thread_pool *pool) {
  worker *own = malloc(sizeof *own);
  if (own == NULL) return false;
  *own = (worker){pool, pool->workers + 1};
  if (pthread_create(&pool->threads[pool->workers], NULL, work, own) != 0) {
    free(own);
    return false;
  }
  pool->workers++;
  return true;
}

thread_pool *thread_pool_create(ptrdiff_t threads) {
  thread_pool *pool = aligned_alloc(64, (sizeof *pool + 63) / 64 * 64);
  if (pool == NULL) return NULL;
  memset(pool, 0, sizeof *pool);
  pthread_mutex_init(&pool->lock, NULL);
  pthread_cond_init(&pool->wake, NULL);
  pthread_cond_init(&pool->done, NULL);
  atomic_flag_clear(&pool->busy);
  pool->looks = threads <= processor_count() ? LOOKS : 0;
  if (threads <= 1) return pool;
  pool->threads = calloc((size_t)(threads - 1), sizeof *pool->threads);
  pool->shares = aligned_alloc(64, (size_t)threads * sizeof *pool->shares);
  if (pool->threads == NULL || pool->shares == NULL) return pool;
  for (ptrdiff_t i = 0; i < threads; i++) atomic_init(&pool->shares[i].parts, 0);
  while (pool->workers < threads - 1 && add_worker(pool)) {
  }
  return pool;
}

void thread_pool_destroy(thread_pool *pool) {
  atomic_store(&pool->ending, true);
  announce(pool);
  for (ptrdiff_t worker = 0; worker < pool->workers; worker++)
    pthread_join(pool->threads[worker], NULL);
  pthread_cond_destroy(&pool->wake);
  pthread_cond_destroy(&pool->done);
  pthread_mutex_destroy(&pool->lock);
  free(pool->shares);
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
