// Products over samples, and the cells they choose, one at a time.
#pragma once
#include "portable_basics.h"
#include "portable_random.h"

static float stretch_product(const float *x, const float *y, ptrdiff_t samples) {
  float lanes[LANES] = {0};
  for (ptrdiff_t s = 0; s < samples; s++) lanes[s % LANES] += x[s] * y[s];
  return sum_lanes(lanes);
}

static void add_product(const float *x, const float *y, ptrdiff_t samples, float *product) {
  for (ptrdiff_t s = 0; s < samples; s += KERNEL_STRETCH) {
    ptrdiff_t part = samples - s < KERNEL_STRETCH ? samples - s : KERNEL_STRETCH;
    *product += stretch_product(x + s, y + s, part);
  }
}

static void dot_products(ptrdiff_t rows, ptrdiff_t columns, const float *x, ptrdiff_t x_stride,
                         const float *y, ptrdiff_t y_stride, ptrdiff_t samples, float *products,
                         ptrdiff_t products_stride) {
  for (ptrdiff_t i = 0; i < rows; i++)
    for (ptrdiff_t j = 0; j < columns; j++)
      add_product(x + i * x_stride, y + j * y_stride, samples, &products[i * products_stride + j]);
}

static void sparse_products(ptrdiff_t first, ptrdiff_t last, const ptrdiff_t *offsets,
                            const int32_t *columns, ptrdiff_t width, const float *x,
                            ptrdiff_t x_stride, const float *y, ptrdiff_t y_stride,
                            ptrdiff_t samples, float *products) {
  (void)width;
  for (ptrdiff_t i = first; i < last; i++)
    for (ptrdiff_t k = offsets[i]; k < offsets[i + 1]; k++)
      add_product(x + i * x_stride, y + columns[k] * y_stride, samples, &products[k]);
}

static void row_squares(ptrdiff_t first, ptrdiff_t last, const float *panel, ptrdiff_t stride,
                        ptrdiff_t samples, float *squares) {
  for (ptrdiff_t n = first; n < last; n++)
    add_product(panel + n * stride, panel + n * stride, samples, &squares[n]);
}

static ptrdiff_t similar_cells(ptrdiff_t count, const float *products, float scale,
                               const float *scales, float threshold, int32_t *picked) {
  ptrdiff_t found = 0;
  for (ptrdiff_t j = 0; j < count; j++)
    if (fabsf(products[j]) * scale * scales[j] >= threshold) picked[found++] = (int32_t)j;
  return found;
}

static ptrdiff_t drawn_cells(ptrdiff_t first, ptrdiff_t count, const float *products, float scale,
                             const float *scales, float reach, kernel_draw address,
                             int32_t *picked, uint32_t *drawn) {
  ptrdiff_t found = 0;
  for (ptrdiff_t j = 0; j < count; j++) {
    ptrdiff_t n = first + j;
    uint32_t block[4] = {(uint32_t)(n / 64 * 16 + n % 16), address.row, address.epoch,
                         address.word};
    philox(block, address.key[0], address.key[1]);
    uint32_t word = block[n / 16 % 4];
    float c = fabsf(products[j]) * scale * scales[j];
    if (!((float)(word >> 8) * 0x1p-24f <= c * reach && c >= 0x1p-126f)) continue;
    picked[found] = (int32_t)j;
    drawn[found++] = word;
  }
  return found;
}
