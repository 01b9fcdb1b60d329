// NEON: 32 registers of 4 floats, four to a vector. Part of every arm64 processor.
#include "kernel_table.h"

#if defined(__aarch64__)
#include <math.h>
#include <string.h>

#define FORWARD_TILE 4
#define BACKWARD_TILE 2
#define UPDATE_GROUP 2
#define DENSE_TILE 1
#define DOT_ROWS 2
#define DOT_COLUMNS 2
#pragma clang fp contract(off)
#pragma clang diagnostic ignored "-Wpsabi"
#pragma clang attribute push(__attribute__((target("neon"))), apply_to = function)
#include "vector_table.h"
#pragma clang attribute pop

const kernel_table *kernel_table_neon(void) {
  static const kernel_table table = VECTOR_TABLE("neon", byte_products);
  return &table;
}

#else
const kernel_table *kernel_table_neon(void) { return 0; }
#endif
