// Sparse layers, on vectors. FORWARD_TILE and BACKWARD_TILE say how many vectors of the batch the
// set's registers hold, UPDATE_GROUP for how many connections at a time a first layer's gradients are
// summed.
#pragma once
#include "vector_basics.h"

/// How many connections ahead what lies far off is fetched: weights of a large matrix, and rows
/// where a batch is so narrow that each connection is little more than one access to memory.
#define AHEAD 32

/// How many connections ahead the rows of a wider batch are fetched in the backward pass, whose
/// long sums keep the processor from looking that far by itself.
#define ROWS_AHEAD 8

/// An output whose weights are spread over more positions than this finds few of them in a cache.
#define FAR_WEIGHTS (1 << 18)

// MARK: Forward

/// The sums of one output neuron over T vectors of the batch; with `far`, what lies ahead is fetched.
INLINE void forward_sums(const int T, const int far, ptrdiff_t begin, ptrdiff_t end,
                         ptrdiff_t end_of_all, const int32_t *rows, const int32_t *positions,
                         const float *values, const float *input, ptrdiff_t stride, floats *sums) {
  for (ptrdiff_t k = begin; k < end; k++) {
    if (far && k + AHEAD < end_of_all) {
      if (T == 1) __builtin_prefetch(input + rows[k + AHEAD] * stride);
      __builtin_prefetch(values + positions[k + AHEAD]);
    }
    const float *x = input + rows[k] * stride;
    floats w = splat(values[positions[k]]);
#pragma unroll
    for (int t = 0; t < T; t++) sums[t] = fused(w, load(x + t * LANES), sums[t]);
  }
}

/// One output neuron over T vectors of the batch: T sums held in registers.
INLINE void forward_tile(const int T, ptrdiff_t begin, ptrdiff_t end, ptrdiff_t end_of_all,
                         const int32_t *rows, const int32_t *positions, const float *values,
                         float bias, const float *input, ptrdiff_t stride, float *output) {
  floats sums[FORWARD_TILE];
#pragma unroll
  for (int t = 0; t < T; t++) sums[t] = splat(bias);
  if (begin < end && positions[end - 1] - positions[begin] > FAR_WEIGHTS)
    forward_sums(T, 1, begin, end, end_of_all, rows, positions, values, input, stride, sums);
  else
    forward_sums(T, 0, begin, end, end_of_all, rows, positions, values, input, stride, sums);
#pragma unroll
  for (int t = 0; t < T; t++) store(output + t * LANES, sums[t]);
}

#define FORWARD_CASE(T)                                                               \
  case T:                                                                             \
    forward_tile(T, begin, end, end_of_all, rows, positions, values, b, input + from, \
                 input_stride, y + from);                                             \
    break;

static void sparse_forward(ptrdiff_t first, ptrdiff_t last, const ptrdiff_t *offsets,
                           const int32_t *rows, const int32_t *positions, const float *values,
                           const float *bias, const float *input, ptrdiff_t input_stride,
                           float *output, ptrdiff_t output_stride, ptrdiff_t vectors) {
  ptrdiff_t end_of_all = offsets[last];
  for (ptrdiff_t j = first; j < last; j++) {
    ptrdiff_t begin = offsets[j], end = offsets[j + 1];
    float b = bias ? bias[j] : 0, *y = output + j * output_stride;
    for (ptrdiff_t u = 0; u < vectors; u += FORWARD_TILE) {
      ptrdiff_t from = u * LANES;
      switch (vectors - u) {
        FORWARD_CASE(1)
        FORWARD_CASE(2)
        FORWARD_CASE(3)
#if FORWARD_TILE == 8
        FORWARD_CASE(4)
        FORWARD_CASE(5)
        FORWARD_CASE(6)
        FORWARD_CASE(7)
#endif
        default:
          forward_tile(FORWARD_TILE, begin, end, end_of_all, rows, positions, values, b,
                       input + from, input_stride, y + from);
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

/// What becomes of a connection's gradient: a step at once, or a number in an array.
enum { TAKES_STEP, STORES_GRADIENT, ADDS_GRADIENT };

/// Whom a backward pass concerns: one input neuron's connections, and the gradients of the outputs.
typedef struct {
  const int32_t *columns;
  float *values, *velocity, *sums;
  const float *gradient;
  ptrdiff_t stride;
  ptrdiff_t begin, end, end_of_all;
  kernel_step step;
} connections;

/// Up to 16 connections whose gradients stand in lanes still to be summed.
INLINE void finish_group(const int ending, connections of, ptrdiff_t k, ptrdiff_t count,
                         floats *lanes) {
  for (ptrdiff_t c = count; c < LANES; c++) lanes[c] = splat(0);
  floats g = sum_lanes_of_16(lanes);
  if (ending == TAKES_STEP) {
    int whole = count == LANES;
    floats v = whole ? load_loose(of.velocity + k) : load_first(of.velocity + k, count);
    floats w = whole ? load_loose(of.values + k) : load_first(of.values + k, count);
    w = stepped(w, &v, g, of.step);
    store_first(of.velocity + k, v, count);
    store_first(of.values + k, w, count);
  } else {
    if (ending == ADDS_GRADIENT) g += load_first(of.sums + k, count);
    store_first(of.sums + k, g, count);
  }
}

/// G connections over T vectors of the batch: each dy is loaded once and used twice.
INLINE void backward_connections(const int G, const int T, const int with_dx, const int fresh,
                                 const int ahead, connections of, ptrdiff_t k, ptrdiff_t from,
                                 const floats *x, floats *dx, floats *lanes) {
  const float *dy[UPDATE_GROUP];
  floats w[UPDATE_GROUP], g[UPDATE_GROUP];
  ptrdiff_t next = k + ahead < of.end_of_all ? k + ahead : of.end_of_all - 1;
  const float *fetched = of.gradient + of.columns[next] * of.stride;
#pragma unroll
  for (int c = 0; c < G; c++) {
    dy[c] = of.gradient + of.columns[k + c] * of.stride + from;
    w[c] = splat(of.values[k + c]);
    g[c] = fresh ? splat(0) : lanes[c];
  }
#pragma unroll
  for (int t = 0; t < T; t++)
#pragma unroll
    for (int c = 0; c < G; c++) {
      if (ahead && c == 0) __builtin_prefetch(fetched + t * LANES);
      floats d = load(dy[c] + t * LANES);
      if (with_dx) dx[t] = fused(w[c], d, dx[t]);
      g[c] = fused(x[t], d, g[c]);
    }
#pragma unroll
  for (int c = 0; c < G; c++) lanes[c] = g[c];
}

/// Which connections wait, their gradients in lanes still to be summed, until 16 can be finished
/// together. They follow each other in memory, whichever input neuron they belong to.
typedef struct {
  ptrdiff_t begin, count;
} waiting_connections;

/// Room for the lanes of those that wait.
#define WAITING_LANES (LANES + UPDATE_GROUP)

INLINE void finish_waiting(const int ending, const int G, waiting_connections *waiting,
                           floats *lanes, connections of) {
  if (waiting->count < LANES) return;
  finish_group(ending, of, waiting->begin, LANES, lanes);
  waiting->begin += LANES;
  waiting->count -= LANES;
#pragma unroll
  for (int c = 0; c < G - 1; c++) lanes[c] = lanes[LANES + c];
}

/// One input neuron, its T vectors of x and dx in registers throughout.
INLINE void backward_row(const int ending, const int T, const int with_dx, connections of,
                         const float *input, float *input_gradient, waiting_connections *waiting,
                         floats *lanes) {
  // Where there is no dx to add to, several connections at a time keep more sums under way.
  const int G = with_dx ? 1 : UPDATE_GROUP;
  floats x[BACKWARD_TILE], dx[BACKWARD_TILE];
#pragma unroll
  for (int t = 0; t < T; t++) {
    x[t] = load(input + t * LANES);
    dx[t] = splat(0);
  }
  const int ahead = T == 1 ? AHEAD : with_dx ? ROWS_AHEAD : 0;
  ptrdiff_t k = of.begin;
  for (; k + G <= of.end; k += G) {
    backward_connections(G, T, with_dx, 1, ahead, of, k, 0, x, dx, lanes + waiting->count);
    waiting->count += G;
    finish_waiting(ending, G, waiting, lanes, of);
  }
  for (; G > 1 && k < of.end; k++) {
    backward_connections(1, T, with_dx, 1, 0, of, k, 0, x, dx, lanes + waiting->count);
    waiting->count++;
    finish_waiting(ending, G, waiting, lanes, of);
  }
#pragma unroll
  for (int t = 0; t < T; t++)
    if (with_dx) store(input_gradient + t * LANES, dx[t]);
}

/// Up to 16 connections over T vectors of a batch that registers cannot hold whole: dx rests in
/// memory between groups.
INLINE void backward_piece(const int T, const int with_dx, connections of, ptrdiff_t k,
                           ptrdiff_t count, ptrdiff_t from, const float *input,
                           float *input_gradient, floats *lanes) {
  floats x[BACKWARD_TILE], dx[BACKWARD_TILE];
#pragma unroll
  for (int t = 0; t < T; t++) {
    x[t] = load(input + from + t * LANES);
    if (with_dx) dx[t] = load(input_gradient + from + t * LANES);
  }
  for (ptrdiff_t c = 0; c < count; c++)
    backward_connections(1, T, with_dx, 0, 0, of, k + c, from, x, dx, lanes + c);
#pragma unroll
  for (int t = 0; t < T; t++)
    if (with_dx) store(input_gradient + from + t * LANES, dx[t]);
}

INLINE void backward_wide_row(const int ending, const int with_dx, connections of,
                              const float *input, float *input_gradient, ptrdiff_t vectors) {
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
    finish_group(ending, of, k, count, lanes);
  }
}

#define BACKWARD_CASE(T)                                       \
  case T:                                                      \
    backward_row(ending, T, with_dx, of, x, dx, &waiting, lanes); \
    break;

INLINE void backward_rows(const int ending, const int with_dx, ptrdiff_t first, ptrdiff_t last,
                          const ptrdiff_t *offsets, connections of, const float *input,
                          ptrdiff_t input_stride, float *input_gradient, ptrdiff_t gradient_stride,
                          ptrdiff_t vectors) {
  floats lanes[WAITING_LANES];
  waiting_connections waiting = {offsets[first], 0};
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
      default: backward_wide_row(ending, with_dx, of, x, dx, vectors);
    }
  }
  if (waiting.count > 0) finish_group(ending, of, waiting.begin, waiting.count, lanes);
}

static void sparse_backward(ptrdiff_t first, ptrdiff_t last, const ptrdiff_t *offsets,
                            const int32_t *columns, float *values, float *velocity,
                            const float *input, ptrdiff_t input_stride,
                            const float *output_gradient, ptrdiff_t output_stride,
                            float *input_gradient, ptrdiff_t gradient_stride, ptrdiff_t vectors,
                            kernel_step step) {
  connections of = {.columns = columns, .values = values, .velocity = velocity,
                    .gradient = output_gradient, .stride = output_stride, .step = step};
  backward_rows(TAKES_STEP, 1, first, last, offsets, of, input, input_stride, input_gradient,
                gradient_stride, vectors);
}

static void sparse_update(ptrdiff_t first, ptrdiff_t last, const ptrdiff_t *offsets,
                          const int32_t *columns, float *values, float *velocity,
                          const float *input, ptrdiff_t input_stride, const float *output_gradient,
                          ptrdiff_t output_stride, ptrdiff_t vectors, kernel_step step) {
  connections of = {.columns = columns, .values = values, .velocity = velocity,
                    .gradient = output_gradient, .stride = output_stride, .step = step};
  backward_rows(TAKES_STEP, 0, first, last, offsets, of, input, input_stride, NULL, 0, vectors);
}

static void sparse_gradient(ptrdiff_t first, ptrdiff_t last, const ptrdiff_t *offsets,
                            const int32_t *columns, const float *values, const float *input,
                            ptrdiff_t input_stride, const float *output_gradient,
                            ptrdiff_t output_stride, float *input_gradient,
                            ptrdiff_t gradient_stride, ptrdiff_t vectors, float *sums, int add) {
  // Nothing is written through `values` but by a step.
  connections of = {.columns = columns, .values = (float *)values, .sums = sums,
                    .gradient = output_gradient, .stride = output_stride};
#define GRADIENT(ENDING, WITH_DX)                                                         \
  backward_rows(ENDING, WITH_DX, first, last, offsets, of, input, input_stride,           \
                input_gradient, gradient_stride, vectors)
  if (input_gradient && add) GRADIENT(ADDS_GRADIENT, 1);
  else if (input_gradient) GRADIENT(STORES_GRADIENT, 1);
  else if (add) GRADIENT(ADDS_GRADIENT, 0);
  else GRADIENT(STORES_GRADIENT, 0);
#undef GRADIENT
}

static void momentum_update(ptrdiff_t count, float *values, float *velocity,
                            const float *gradient, kernel_step step) {
  ptrdiff_t n = 0;
  for (; n + LANES <= count; n += LANES) {
    floats v = load_loose(velocity + n);
    floats w = stepped(load_loose(values + n), &v, load_loose(gradient + n), step);
    store_loose(velocity + n, v);
    store_loose(values + n, w);
  }
  ptrdiff_t rest = count - n;
  if (rest == 0) return;
  floats v = load_first(velocity + n, rest);
  floats w = stepped(load_first(values + n, rest), &v, load_first(gradient + n, rest), step);
  store_first(velocity + n, v, rest);
  store_first(values + n, w, rest);
}
