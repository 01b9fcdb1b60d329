// What removal and growth look through, one by one.
#pragma once
#include "portable_basics.h"

static ptrdiff_t open_numbers(ptrdiff_t count, const float *numbers, uint32_t used, uint32_t above,
                              uint32_t first, uint32_t second, uint32_t *open) {
  ptrdiff_t found = 0;
  for (ptrdiff_t n = 0; n < count; n++) {
    uint32_t bits;
    memcpy(&bits, &numbers[n], sizeof bits);
    bits &= used;
    if (bits >> above == first || bits >> above == second) open[found++] = bits;
  }
  return found;
}

static void empty_columns(ptrdiff_t count, const int32_t *before, ptrdiff_t cells,
                          int32_t *columns) {
  ptrdiff_t passed = 0;
  for (ptrdiff_t c = 0; c < cells; c++) {
    while (passed < count && before[passed] <= columns[c]) passed++;
    columns[c] += (int32_t)passed;
  }
}
