#pragma once
#include <stddef.h>
#include <stdint.h>

/// What a processor does at best under one instruction set. The benchmark holds the kernels against
/// these, measured in the same run; nothing else uses them.
typedef struct {
  /// The set's name, as in `kernel_table`.
  const char *name;

  /// Multiplications and additions of one round of `multiply_add`.
  ptrdiff_t flops_per_round;

  /// Independent chains of multiply–add on registers alone, as many as the set's registers hold and
  /// more than the units' latency needs. Returns the sum, so that nothing can be left out.
  float (*multiply_add)(ptrdiff_t rounds);

  /// Reads `count` floats (a multiple of 128, 64-byte aligned) one after another, `times` times.
  float (*read)(const float *memory, ptrdiff_t count, ptrdiff_t times);

  /// Reads rows of 128 floats (64-byte aligned) in the order of `rows`: what a sparse layer does with
  /// a batch of 128.
  float (*read_rows)(const float *memory, const int32_t *rows, ptrdiff_t count, ptrdiff_t times);
} machine_limits;

/// The limits of a set, or NULL where this build or this processor has it not.
const machine_limits *machine_limits_portable(void);
const machine_limits *machine_limits_avx2(void);
const machine_limits *machine_limits_avx512(void);
const machine_limits *machine_limits_neon(void);
