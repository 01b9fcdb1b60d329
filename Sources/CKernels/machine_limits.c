// The limits of the machine under each instruction set: what registers and loads reach when nothing
// else is in the way.
#include "machine_limits.h"

#include "kernel_table.h"

#pragma clang fp contract(off)
#pragma clang diagnostic ignored "-Wpsabi"

enum { ROW = 128, READERS = 8 };

#define FUSED(a, b, c) __builtin_elementwise_fma(a, b, c)
#define IN_TWO(a, b, c) ((a) * (b) + (c))

/// The three measures of a set with vectors of WIDTH floats, CHAINS of which its registers hold beside
/// the two factors.
#define LIMITS(SET, WIDTH, CHAINS, MULTIPLY_ADD)                                                 \
  typedef float vector_##SET __attribute__((ext_vector_type(WIDTH), may_alias));                 \
                                                                                                 \
  static float total_##SET(const vector_##SET *sums, int count) {                                \
    float total = 0;                                                                             \
    for (int c = 0; c < count; c++)                                                              \
      for (int l = 0; l < WIDTH; l++) total += sums[c][l];                                       \
    return total;                                                                                \
  }                                                                                              \
                                                                                                 \
  static float multiply_add_##SET(ptrdiff_t rounds) {                                            \
    vector_##SET sums[CHAINS], factor = (vector_##SET)(0.999f), term = (vector_##SET)(0.001f);   \
    _Pragma("unroll") for (int c = 0; c < CHAINS; c++) sums[c] = (vector_##SET)((float)c);       \
    for (ptrdiff_t r = 0; r < rounds; r++) {                                                     \
      _Pragma("unroll") for (int c = 0; c < CHAINS; c++) sums[c] =                               \
          MULTIPLY_ADD(sums[c], factor, term);                                                   \
    }                                                                                            \
    return total_##SET(sums, CHAINS);                                                            \
  }                                                                                              \
                                                                                                 \
  static float read_##SET(const float *memory, ptrdiff_t count, ptrdiff_t times) {               \
    vector_##SET sums[READERS] = {0};                                                            \
    for (ptrdiff_t t = 0; t < times; t++)                                                        \
      for (ptrdiff_t f = 0; f < count; f += READERS * WIDTH) {                                   \
        const vector_##SET *from = (const vector_##SET *)(memory + f);                           \
        _Pragma("unroll") for (int c = 0; c < READERS; c++) sums[c] += from[c];                  \
      }                                                                                          \
    return total_##SET(sums, READERS);                                                           \
  }                                                                                              \
                                                                                                 \
  static float read_rows_##SET(const float *memory, const int32_t *rows, ptrdiff_t count,        \
                               ptrdiff_t times) {                                                \
    vector_##SET sums[READERS] = {0};                                                            \
    for (ptrdiff_t t = 0; t < times; t++)                                                        \
      for (ptrdiff_t k = 0; k < count; k++) {                                                    \
        const vector_##SET *from = (const vector_##SET *)(memory + (ptrdiff_t)rows[k] * ROW);    \
        _Pragma("unroll") for (int v = 0; v < ROW / (WIDTH); v++) sums[v % READERS] += from[v];  \
      }                                                                                          \
    return total_##SET(sums, READERS);                                                           \
  }                                                                                              \
                                                                                                 \
  static const machine_limits limits_##SET = {                                                   \
      #SET,           2 * (CHAINS) * (WIDTH), multiply_add_##SET,                                \
      read_##SET,     read_rows_##SET,                                                           \
  };

// Without a fused multiply–add and, on x86-64, with vectors of 4: what plain C may use anywhere.
LIMITS(portable, 4, 12, IN_TWO)

const machine_limits *machine_limits_portable(void) { return &limits_portable; }

#if defined(__x86_64__)

#pragma clang attribute push(__attribute__((target("avx2,fma"))), apply_to = function)
LIMITS(avx2, 8, 12, FUSED)
#pragma clang attribute pop

#pragma clang attribute push(__attribute__((target("avx512f,avx512bw,avx512dq,avx512vl,avx2,fma"))), apply_to = function)
LIMITS(avx512, 16, 24, FUSED)
#pragma clang attribute pop

const machine_limits *machine_limits_avx2(void) {
  return kernel_table_avx2() ? &limits_avx2 : 0;
}

const machine_limits *machine_limits_avx512(void) {
  return kernel_table_avx512() ? &limits_avx512 : 0;
}

#else
const machine_limits *machine_limits_avx2(void) { return 0; }
const machine_limits *machine_limits_avx512(void) { return 0; }
#endif

#if defined(__aarch64__)
LIMITS(neon, 4, 24, FUSED)
const machine_limits *machine_limits_neon(void) { return &limits_neon; }
#else
const machine_limits *machine_limits_neon(void) { return 0; }
#endif
