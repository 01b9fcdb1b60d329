#pragma once
#include <stddef.h>

/// A persistent pool of threads. Between calls they wait a moment in a loop, then park.
typedef struct thread_pool thread_pool;

/// A pool of `threads` threads, the caller counted; it may hold fewer where the system refuses
/// more. NULL when there is no memory.
thread_pool *thread_pool_create(ptrdiff_t threads);

/// Ends the threads and frees the pool. No call may be running.
void thread_pool_destroy(thread_pool *pool);

/// Calls body(context, part) once for every part of 0 ..< parts, on the caller and the pool's
/// threads, in any order; returns when all are done. Subnormals are flushed meanwhile.
/// Called from inside a body, or while another thread is running the pool, it does all parts on
/// its caller.
void thread_pool_run(thread_pool *pool, ptrdiff_t parts, void (*body)(void *context, ptrdiff_t part),
                     void *context);

/// The processors this process may use, at least 1.
ptrdiff_t processor_count(void);
