// AVX2 and FMA: 16 registers of 8 floats, two to a vector.
#include "kernel_table.h"

#if defined(__x86_64__)
#include <math.h>
#include <string.h>

#define FORWARD_TILE 4
#define BACKWARD_TILE 2
#define UPDATE_GROUP 2
#define DENSE_TILE 1
#define DOT_ROWS 2
#define DOT_COLUMNS 3
#pragma clang fp contract(off)
#pragma clang diagnostic ignored "-Wpsabi"
#pragma clang attribute push(__attribute__((target("avx2,fma"))), apply_to = function)
#include "vector_table.h"
#pragma clang attribute pop

const kernel_table *kernel_table_avx2(void) {
  static const kernel_table table = VECTOR_TABLE("avx2", byte_products);
  __builtin_cpu_init();
  if (!__builtin_cpu_supports("avx2") || !__builtin_cpu_supports("fma")) return 0;
  return &table;
}

#else
const kernel_table *kernel_table_avx2(void) { return 0; }
#endif
