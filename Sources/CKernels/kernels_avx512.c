// AVX-512: 32 registers of 16 floats, one vector each.
#include "kernel_table.h"

#if defined(__x86_64__)
#include <math.h>
#include <string.h>

#define FORWARD_TILE 8
#define BACKWARD_TILE 8
#define UPDATE_GROUP 4
#define DENSE_TILE 4
#define DOT_ROWS 4
#define DOT_COLUMNS 6
#pragma clang fp contract(off)
#pragma clang diagnostic ignored "-Wpsabi"
#pragma clang attribute push(__attribute__((target("avx512f,avx512bw,avx512dq,avx512vl,avx2,fma"))), apply_to = function)
#include "vector_table.h"
#pragma clang attribute pop
#pragma clang attribute push(__attribute__((target("avx512f,avx512bw,avx512dq,avx512vl,avx512vnni,avx2,fma"))), apply_to = function)
#include "vnni_products.h"
#pragma clang attribute pop

const kernel_table *kernel_table_avx512(void) {
  static const kernel_table table = VECTOR_TABLE("avx512", byte_products);
  static const kernel_table table_for_bytes = VECTOR_TABLE("avx512", vnni_byte_products);
  __builtin_cpu_init();
  int runs = __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
             __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl");
  if (!runs) return 0;
  return __builtin_cpu_supports("avx512vnni") ? &table_for_bytes : &table;
}

int kernel_table_multiplies_bytes(const kernel_table *table) {
  return table->byte_products == vnni_byte_products;
}

#else
const kernel_table *kernel_table_avx512(void) { return 0; }
int kernel_table_multiplies_bytes(const kernel_table *table) { return 0; }
#endif
