// Sparse layers, on vectors. FORWARD_TILE and BACKWARD_TILE say how many vectors of the batch the
// set's registers hold.
#pragma once
#include "vector_basics.h"

/// How many connections ahead weights are fetched, and rows where a batch is so narrow that each
/// connection is little more than one access to memory.
#define AHEAD 32

/// Vectors of the batch that all outputs go through before the next ones.
#define BATCH_TILE 8

// MARK: Forward

/// One output neuron over T vectors of the batch: T sums held in registers.
INLINE void forward_tile(const int T, const int fetch, ptrdiff_t begin, ptrdiff_t end,
                         ptrdiff_t end_of_all, const int32_t *rows, const int32_t *positions,
                         const float *values, float bias, const float *input, ptrdiff_t stride,
                         float *output) {
  floats sums[FORWARD_TILE];
#pragma unroll
  for (int t = 0; t < T; t++) sums[t] = splat(bias);
  for (ptrdiff_t k = begin; k < end; k++) {
    if (k + AHEAD < end_of_all) {
      if (fetch) __builtin_prefetch(input + rows[k + AHEAD] * stride);
      __builtin_prefetch(values + positions[k + AHEAD]);
    }
    const float *x = input + rows[k] * stride;
    floats w = splat(values[positions[k]]);
#pragma unroll
    for (int t = 0; t < T; t++) sums[t] = fused(w, load(x + t * LANES), sums[t]);
  }
#pragma unroll
  for (int t = 0; t < T; t++) store(output + t * LANES, sums[t]);
}

#define FORWARD_CASE(T, FETCH)                                                               \
  case T:                                                                                    \
    forward_tile(T, FETCH, begin, end, end_of_all, rows, positions, values, b, input + from, \
                 input_stride, y + from);                                                    \
    break;

static void sparse_forward(ptrdiff_t first, ptrdiff_t last, const ptrdiff_t *offsets,
                           const int32_t *rows, const int32_t *positions, const float *values,
                           const float *bias, const float *input, ptrdiff_t input_stride,
                           float *output, ptrdiff_t output_stride, ptrdiff_t vectors) {
  ptrdiff_t end_of_all = offsets[last];
  for (ptrdiff_t t = 0; t < vectors; t += BATCH_TILE) {
    ptrdiff_t tile_end = t + BATCH_TILE < vectors ? t + BATCH_TILE : vectors;
    for (ptrdiff_t j = first; j < last; j++) {
      ptrdiff_t begin = offsets[j], end = offsets[j + 1];
      float b = bias ? bias[j] : 0, *y = output + j * output_stride;
      for (ptrdiff_t u = t; u < tile_end; u += FORWARD_TILE) {
        ptrdiff_t from = u * LANES;
        switch (tile_end - u) {
          FORWARD_CASE(1, vectors == 1)
          FORWARD_CASE(2, 0)
          FORWARD_CASE(3, 0)
#if FORWARD_TILE == 8
          FORWARD_CASE(4, 0)
          FORWARD_CASE(5, 0)
          FORWARD_CASE(6, 0)
          FORWARD_CASE(7, 0)
#endif
          default:
            forward_tile(FORWARD_TILE, 0, begin, end, end_of_all, rows, positions, values, b,
                         input + from, input_stride, y + from);
        }
      }
    }
  }
}

/// The first connection of begin ..< end to an output that is not before `column`.
INLINE ptrdiff_t first_from(ptrdiff_t column, const int32_t *columns, ptrdiff_t begin,
                            ptrdiff_t end) {
  while (begin < end) {
    ptrdiff_t middle = begin + (end - begin) / 2;
    if (columns[middle] < column) begin = middle + 1;
    else end = middle;
  }
  return begin;
}

static void sparse_scatter(ptrdiff_t first, ptrdiff_t last, ptrdiff_t rows,
                           const ptrdiff_t *offsets, const int32_t *columns, const float *values,
                           const float *bias, const float *input, ptrdiff_t input_stride,
                           float *output, ptrdiff_t output_stride, ptrdiff_t vectors) {
  for (ptrdiff_t j = first; j < last; j++)
    for (ptrdiff_t v = 0; v < vectors; v++)
      store(output + j * output_stride + v * LANES, splat(bias ? bias[j] : 0));
  ptrdiff_t begin = 0, end = 0;
  for (ptrdiff_t i = -1; i < rows; i++) {
    // One row ahead: its outputs are on their way while this row's are added to.
    ptrdiff_t next_begin = end, next_end = end;
    if (i + 1 < rows) {
      next_begin = first_from(first, columns, offsets[i + 1], offsets[i + 2]);
      next_end = first_from(last, columns, next_begin, offsets[i + 2]);
      for (ptrdiff_t k = next_begin; k < next_end; k++)
        __builtin_prefetch(output + columns[k] * output_stride, 1);
    }
    for (ptrdiff_t k = begin; k < end; k++) {
      float *y = output + columns[k] * output_stride;
      for (ptrdiff_t v = 0; v < vectors; v++) {
        floats x = load(input + i * input_stride + v * LANES);
        store(y + v * LANES, fused(splat(values[k]), x, load(y + v * LANES)));
      }
    }
    begin = next_begin;
    end = next_end;
  }
}

// MARK: Backward and update

/// Whom a backward pass concerns: one input neuron's connections, and the gradients of the outputs.
typedef struct {
  const int32_t *columns;
  float *values, *velocity;
  const float *gradient;
  ptrdiff_t stride;
  ptrdiff_t begin, end, end_of_all;
} connections;

/// The step on up to 16 connections, whose gradients stand in lanes still to be summed.
INLINE void step_group(connections of, ptrdiff_t k, ptrdiff_t count, floats *lanes,
                       kernel_step step) {
  if (count == LANES) {
    floats v = load_loose(of.velocity + k);
    floats w = stepped(load_loose(of.values + k), &v, sum_lanes_of_16(lanes), step);
    store_loose(of.velocity + k, v);
    store_loose(of.values + k, w);
  } else {
    for (ptrdiff_t c = count; c < LANES; c++) lanes[c] = splat(0);
    floats v = load_first(of.velocity + k, count);
    floats w = stepped(load_first(of.values + k, count), &v, sum_lanes_of_16(lanes), step);
    store_first(of.velocity + k, v, count);
    store_first(of.values + k, w, count);
  }
}

/// Up to 16 connections over T vectors of the batch: each dy is loaded once and used twice.
INLINE void backward_group(const int T, const int with_dx, const int fetch, const int fresh,
                           connections of, ptrdiff_t k, ptrdiff_t count, ptrdiff_t from,
                           const floats *x, floats *dx, floats *lanes) {
  for (ptrdiff_t c = 0; c < count; c++) {
    if (fetch && k + c + AHEAD < of.end_of_all)
      __builtin_prefetch(of.gradient + of.columns[k + c + AHEAD] * of.stride);
    const float *dy = of.gradient + of.columns[k + c] * of.stride + from;
    floats w = splat(of.values[k + c]);
    floats g = fresh ? splat(0) : lanes[c];
#pragma unroll
    for (int t = 0; t < T; t++) {
      floats d = load(dy + t * LANES);
      if (with_dx) dx[t] = fused(w, d, dx[t]);
      g = fused(x[t], d, g);
    }
    lanes[c] = g;
  }
}

/// One input neuron, its T vectors of x and dx in registers throughout.
INLINE void backward_row(const int T, const int with_dx, const int fetch, connections of,
                         const float *input, float *input_gradient, kernel_step step) {
  floats x[BACKWARD_TILE], dx[BACKWARD_TILE], lanes[LANES];
#pragma unroll
  for (int t = 0; t < T; t++) {
    x[t] = load(input + t * LANES);
    dx[t] = splat(0);
  }
  for (ptrdiff_t k = of.begin; k < of.end; k += LANES) {
    ptrdiff_t count = of.end - k < LANES ? of.end - k : LANES;
    backward_group(T, with_dx, fetch, 1, of, k, count, 0, x, dx, lanes);
    step_group(of, k, count, lanes, step);
  }
#pragma unroll
  for (int t = 0; t < T; t++)
    if (with_dx) store(input_gradient + t * LANES, dx[t]);
}

/// T vectors of a batch that registers cannot hold whole: dx rests in memory between groups.
INLINE void backward_piece(const int T, const int with_dx, connections of, ptrdiff_t k,
                           ptrdiff_t count, ptrdiff_t from, const float *input,
                           float *input_gradient, floats *lanes) {
  floats x[BACKWARD_TILE], dx[BACKWARD_TILE];
#pragma unroll
  for (int t = 0; t < T; t++) {
    x[t] = load(input + from + t * LANES);
    if (with_dx) dx[t] = load(input_gradient + from + t * LANES);
  }
  backward_group(T, with_dx, 0, 0, of, k, count, from, x, dx, lanes);
#pragma unroll
  for (int t = 0; t < T; t++)
    if (with_dx) store(input_gradient + from + t * LANES, dx[t]);
}

INLINE void backward_wide_row(const int with_dx, connections of, const float *input,
                              float *input_gradient, ptrdiff_t vectors, kernel_step step) {
  for (ptrdiff_t t = 0; with_dx && t < vectors; t++) store(input_gradient + t * LANES, splat(0));
  for (ptrdiff_t k = of.begin; k < of.end; k += LANES) {
    ptrdiff_t count = of.end - k < LANES ? of.end - k : LANES;
    floats lanes[LANES];
    for (int c = 0; c < LANES; c++) lanes[c] = splat(0);
    ptrdiff_t t = 0;
    for (; t + BACKWARD_TILE <= vectors; t += BACKWARD_TILE)
      backward_piece(BACKWARD_TILE, with_dx, of, k, count, t * LANES, input, input_gradient, lanes);
    for (; t < vectors; t++)
      backward_piece(1, with_dx, of, k, count, t * LANES, input, input_gradient, lanes);
    step_group(of, k, count, lanes, step);
  }
}

#define BACKWARD_CASE(T)                                 \
  case T:                                                \
    backward_row(T, with_dx, (T) == 1, of, x, dx, step); \
    break;

INLINE void backward_rows(const int with_dx, ptrdiff_t first, ptrdiff_t last,
                          const ptrdiff_t *offsets, connections of, const float *input,
                          ptrdiff_t input_stride, float *input_gradient, ptrdiff_t gradient_stride,
                          ptrdiff_t vectors, kernel_step step) {
  of.end_of_all = offsets[last];
  for (ptrdiff_t i = first; i < last; i++) {
    const float *x = input + i * input_stride;
    float *dx = with_dx ? input_gradient + i * gradient_stride : NULL;
    of.begin = offsets[i];
    of.end = offsets[i + 1];
    switch (vectors) {
      BACKWARD_CASE(1)
      BACKWARD_CASE(2)
#if BACKWARD_TILE == 8
      BACKWARD_CASE(3)
      BACKWARD_CASE(4)
      BACKWARD_CASE(5)
      BACKWARD_CASE(6)
      BACKWARD_CASE(7)
      BACKWARD_CASE(8)
#endif
      default: backward_wide_row(with_dx, of, x, dx, vectors, step);
    }
  }
}

static void sparse_backward(ptrdiff_t first, ptrdiff_t last, const ptrdiff_t *offsets,
                            const int32_t *columns, float *values, float *velocity,
                            const float *input, ptrdiff_t input_stride,
                            const float *output_gradient, ptrdiff_t output_stride,
                            float *input_gradient, ptrdiff_t gradient_stride, ptrdiff_t vectors,
                            kernel_step step) {
  connections of = {columns, values, velocity, output_gradient, output_stride, 0, 0, 0};
  backward_rows(1, first, last, offsets, of, input, input_stride, input_gradient, gradient_stride,
                vectors, step);
}

static void sparse_update(ptrdiff_t first, ptrdiff_t last, const ptrdiff_t *offsets,
                          const int32_t *columns, float *values, float *velocity,
                          const float *input, ptrdiff_t input_stride, const float *output_gradient,
                          ptrdiff_t output_stride, ptrdiff_t vectors, kernel_step step) {
  connections of = {columns, values, velocity, output_gradient, output_stride, 0, 0, 0};
  backward_rows(0, first, last, offsets, of, input, input_stride, NULL, 0, vectors, step);
}

static void momentum_update(ptrdiff_t count, float *values, float *velocity,
                            const float *gradient, kernel_step step) {
  for (ptrdiff_t n = 0; n < count; n += LANES) {
    ptrdiff_t part = count - n < LANES ? count - n : LANES;
    floats v = load_first(velocity + n, part);
    floats w = stepped(load_first(values + n, part), &v, load_first(gradient + n, part), step);
    store_first(velocity + n, v, part);
    store_first(values + n, w, part);
  }
}
