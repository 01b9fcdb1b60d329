// Products of activations and what is chosen by them, on vectors. DOT_ROWS × DOT_COLUMNS sums fill
// the set's registers.
#pragma once
#include "vector_philox.h"
#include "vector_sparse.h"

// MARK: Products over samples

/// Sums of one tile, rounded up to the 16 that are reduced together.
#define DOT_SUMS ((DOT_ROWS * DOT_COLUMNS + LANES - 1) / LANES * LANES)

/// The lanes of I × J products of rows of x with rows of y. What lies beyond `samples` in the last
/// vector counts for nothing, whatever it is.
INLINE void dot_lanes(const int I, const int J, const float *const *x, const float *const *y,
                      ptrdiff_t samples, floats *lanes) {
  floats sums[DOT_ROWS][DOT_COLUMNS];
#pragma unroll
  for (int i = 0; i < I; i++)
#pragma unroll
    for (int j = 0; j < J; j++) sums[i][j] = splat(0);
  ptrdiff_t s = 0;
  for (; s + LANES <= samples; s += LANES) {
    floats a[DOT_ROWS];
#pragma unroll
    for (int i = 0; i < I; i++) a[i] = load(x[i] + s);
#pragma unroll
    for (int j = 0; j < J; j++) {
      floats b = load(y[j] + s);
#pragma unroll
      for (int i = 0; i < I; i++) sums[i][j] = fused(a[i], b, sums[i][j]);
    }
  }
  if (s < samples) {
    const ints lane = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};
    ints used = lane < (int32_t)(samples - s);
#pragma unroll
    for (int i = 0; i < I; i++)
#pragma unroll
      for (int j = 0; j < J; j++)
        sums[i][j] = fused(only(used, load(x[i] + s)), only(used, load(y[j] + s)), sums[i][j]);
  }
#pragma unroll
  for (int i = 0; i < I; i++)
#pragma unroll
    for (int j = 0; j < J; j++) lanes[i * J + j] = sums[i][j];
}

/// A tile at the edge takes its last row again in place of those that are not there.
INLINE void row_pointers(const int count, ptrdiff_t first, ptrdiff_t last, const float *panel,
                         ptrdiff_t stride, const float **rows) {
#pragma unroll
  for (int r = 0; r < count; r++)
    rows[r] = panel + (first + r < last ? first + r : last - 1) * stride;
}

/// Adds the sums of a tile, of which `rows` × `columns` exist, to their products.
INLINE void add_tile(ptrdiff_t rows, ptrdiff_t columns, const float *sums, float *products,
                     ptrdiff_t stride) {
#pragma unroll
  for (ptrdiff_t i = 0; i < rows; i++)
#pragma unroll
    for (ptrdiff_t j = 0; j < columns; j++) products[i * stride + j] += sums[i * DOT_COLUMNS + j];
}

/// A stretch: six outputs or so wait in a first-level cache while the inputs pass by.
INLINE void add_stretch(ptrdiff_t rows, ptrdiff_t columns, const float *x, ptrdiff_t x_stride,
                        const float *y, ptrdiff_t y_stride, ptrdiff_t samples, float *products,
                        ptrdiff_t stride) {
  const float *x_rows[DOT_ROWS], *y_rows[DOT_COLUMNS];
  floats lanes[DOT_SUMS];
  float sums[DOT_SUMS];
  for (int c = DOT_ROWS * DOT_COLUMNS; c < DOT_SUMS; c++) lanes[c] = splat(0);
  for (ptrdiff_t j = 0; j < columns; j += DOT_COLUMNS) {
    row_pointers(DOT_COLUMNS, j, columns, y, y_stride, y_rows);
    for (ptrdiff_t i = 0; i < rows; i += DOT_ROWS) {
      row_pointers(DOT_ROWS, i, rows, x, x_stride, x_rows);
      dot_lanes(DOT_ROWS, DOT_COLUMNS, x_rows, y_rows, samples, lanes);
      for (int c = 0; c < DOT_SUMS; c += LANES) store_loose(sums + c, sum_lanes_of_16(lanes + c));
      ptrdiff_t high = rows - i, wide = columns - j;
      float *p = products + i * stride + j;
      if (high >= DOT_ROWS && wide >= DOT_COLUMNS)
        add_tile(DOT_ROWS, DOT_COLUMNS, sums, p, stride);
      else
        add_tile(high < DOT_ROWS ? high : DOT_ROWS, wide < DOT_COLUMNS ? wide : DOT_COLUMNS, sums,
                 p, stride);
    }
  }
}

static void dot_products(ptrdiff_t rows, ptrdiff_t columns, const float *x, ptrdiff_t x_stride,
                         const float *y, ptrdiff_t y_stride, ptrdiff_t samples, float *products,
                         ptrdiff_t products_stride) {
  for (ptrdiff_t s = 0; s < samples; s += KERNEL_STRETCH) {
    ptrdiff_t part = samples - s < KERNEL_STRETCH ? samples - s : KERNEL_STRETCH;
    add_stretch(rows, columns, x + s, x_stride, y + s, y_stride, part, products, products_stride);
  }
}

/// One input neuron's connections `begin ..< end`, several at a time.
INLINE void row_products(ptrdiff_t begin, ptrdiff_t end, const int32_t *columns, const float *x,
                         const float *y, ptrdiff_t y_stride, ptrdiff_t samples, float *products) {
  const float *y_rows[DOT_COLUMNS];
  floats lanes[DOT_COLUMNS];
  for (ptrdiff_t k = begin; k < end; k += DOT_COLUMNS) {
    ptrdiff_t count = end - k < DOT_COLUMNS ? end - k : DOT_COLUMNS;
    for (int c = 0; c < DOT_COLUMNS; c++)
      y_rows[c] = y + columns[k + (c < count ? c : count - 1)] * y_stride;
    dot_lanes(1, DOT_COLUMNS, &x, y_rows, samples, lanes);
    for (ptrdiff_t c = 0; c < count; c++) products[k + c] += sum_lanes(lanes[c]);
  }
}

/// Floats of the outputs' panel that rows go through together: they stay in a second-level cache.
#define OUTPUTS_AT_ONCE (1 << 18)

/// The least connections of a row, on average, that are worth being gone through on their own.
#define CONNECTIONS_AT_ONCE 8

static void sparse_products(ptrdiff_t first, ptrdiff_t last, const ptrdiff_t *offsets,
                            const int32_t *columns, ptrdiff_t width, const float *x,
                            ptrdiff_t x_stride, const float *y, ptrdiff_t y_stride,
                            ptrdiff_t samples, float *products) {
  if (first >= last) return;
  ptrdiff_t degree = (offsets[last] - offsets[first]) / (last - first) + 1;
  ptrdiff_t least = width / degree * CONNECTIONS_AT_ONCE + 1;
  for (ptrdiff_t s = 0; s < samples; s += KERNEL_STRETCH) {
    ptrdiff_t part = samples - s < KERNEL_STRETCH ? samples - s : KERNEL_STRETCH;
    ptrdiff_t at_once = OUTPUTS_AT_ONCE / part > least ? OUTPUTS_AT_ONCE / part : least;
    for (ptrdiff_t j = 0; j < width; j += at_once)
      for (ptrdiff_t i = first; i < last; i++) {
        ptrdiff_t begin = first_from(j, columns, offsets[i], offsets[i + 1]);
        ptrdiff_t end = first_from(j + at_once, columns, begin, offsets[i + 1]);
        row_products(begin, end, columns, x + i * x_stride + s, y + s, y_stride, part, products);
      }
  }
}

static void row_squares(ptrdiff_t first, ptrdiff_t last, const float *panel, ptrdiff_t stride,
                        ptrdiff_t samples, float *squares) {
  for (ptrdiff_t n = first; n < last; n++)
    for (ptrdiff_t s = 0; s < samples; s += KERNEL_STRETCH) {
      ptrdiff_t part = samples - s < KERNEL_STRETCH ? samples - s : KERNEL_STRETCH;
      const float *row = panel + n * stride + s;
      floats lanes;
      dot_lanes(1, 1, &row, &row, part, &lanes);
      squares[n] += sum_lanes(lanes);
    }
}

// MARK: Cells

/// |p|·scale·scales_j: not a number or 0 where a norm is none.
INLINE floats similarities(const float *products, const float *scales, float scale,
                           ptrdiff_t count) {
  floats p = count == LANES ? load_loose(products) : load_first(products, count);
  floats r = count == LANES ? load_loose(scales) : load_first(scales, count);
  return magnitude(p) * scale * r;
}

/// One bit a lane, of the first `count`.
INLINE uint32_t bits_of(ints mask, ptrdiff_t count) {
  flags lanes = __builtin_convertvector(mask, flags);
  uint16_t bits;
  memcpy(&bits, &lanes, sizeof bits);
  return bits & ((1u << count) - 1);
}

static ptrdiff_t similar_cells(ptrdiff_t count, const float *products, float scale,
                               const float *scales, float threshold, int32_t *picked) {
  ptrdiff_t found = 0;
  for (ptrdiff_t j = 0; j < count; j += LANES) {
    ptrdiff_t part = count - j < LANES ? count - j : LANES;
    floats c = similarities(products + j, scales + j, scale, part);
    for (uint32_t bits = bits_of(c >= threshold, part); bits; bits &= bits - 1)
      picked[found++] = (int32_t)(j + __builtin_ctz(bits));
  }
  return found;
}

static ptrdiff_t drawn_cells(ptrdiff_t first, ptrdiff_t count, const float *products, float scale,
                             const float *scales, float reach, kernel_draw address,
                             int32_t *picked, uint32_t *drawn) {
  const words lane = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};
  ptrdiff_t found = 0;
  for (ptrdiff_t j = 0; j < count; j += 4 * LANES) {
    words block[4] = {(uint32_t)((first + j) / 4) + lane, (words)(address.row),
                      (words)(address.epoch), (words)(address.word)};
    philox(block, address.key[0], address.key[1]);
    for (ptrdiff_t v = 0; v < 4 && j + v * LANES < count; v++) {
      ptrdiff_t at = j + v * LANES, part = count - at < LANES ? count - at : LANES;
      floats c = similarities(products + at, scales + at, scale, part);
      floats u = __builtin_convertvector((ints)(block[v] >> 8), floats) * 0x1p-24f;
      ints in_reach = (u <= c * reach) & (c >= 0x1p-126f);
      for (uint32_t bits = bits_of(in_reach, part); bits; bits &= bits - 1) {
        int l = __builtin_ctz(bits);
        picked[found] = (int32_t)(at + l);
        drawn[found++] = block[v][l];
      }
    }
  }
  return found;
}
