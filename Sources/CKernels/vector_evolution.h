// What removal and growth look through, on vectors.
#pragma once
#include "vector_similarity.h"

static ptrdiff_t open_numbers(ptrdiff_t count, const float *numbers, uint32_t used, uint32_t above,
                              uint32_t first, uint32_t second, uint32_t *open) {
  ptrdiff_t found = 0;
  for (ptrdiff_t n = 0; n < count; n += LANES) {
    ptrdiff_t part = count - n < LANES ? count - n : LANES;
    words all = (words)(part == LANES ? load_loose(numbers + n) : load_first(numbers + n, part));
    words kept = all & used, digits = kept >> above;
    ints is_open = (ints)(digits == first) | (ints)(digits == second);
    for (uint32_t bits = bits_of(is_open, part); bits; bits &= bits - 1)
      open[found++] = kept[__builtin_ctz(bits)];
  }
  return found;
}

static void empty_columns(ptrdiff_t count, const int32_t *before, ptrdiff_t cells,
                          int32_t *columns) {
  ptrdiff_t passed = 0;
  for (ptrdiff_t c = 0; c < cells; c++) {
    int32_t place = columns[c];
    while (passed + LANES <= count && before[passed + LANES - 1] <= place) passed += LANES;
    ptrdiff_t part = count - passed < LANES ? count - passed : LANES;
    ints numbers = *(const loose_ints *)(before + passed);
    uint32_t bits = bits_of(numbers <= place, part);
    columns[c] = place + (int32_t)(passed + __builtin_popcount(bits));
  }
}
