// Activations rounded to bytes, and their products, on vectors.
#pragma once
#include "vector_basics.h"

typedef int8_t small_ints __attribute__((ext_vector_type(16), may_alias, aligned(1)));

/// The numbers of a row from sample s on, 0 beyond `samples`.
INLINE floats load_samples(const float *x, ptrdiff_t s, ptrdiff_t samples) {
  return s + LANES <= samples ? load(x + s) : load_first(x + s, samples - s);
}

/// The largest magnitude of a row; infinite where something is not a number.
INLINE float largest_of(const float *x, ptrdiff_t samples) {
  ints largest = 0;
  for (ptrdiff_t s = 0; s < samples; s += LANES) {
    // The bits of magnitudes are in the order of the magnitudes, those of no numbers come last.
    ints bits = (ints)magnitude(load_samples(x, s, samples));
    largest = __builtin_elementwise_max(largest, bits);
  }
  int32_t bits = __builtin_reduce_max(largest);
  float value;
  memcpy(&value, &bits, sizeof value);
  return value <= __builtin_inff() ? value : __builtin_inff();
}

static void quantize_rows(ptrdiff_t first, ptrdiff_t last, const float *panel, ptrdiff_t stride,
                          ptrdiff_t samples, int8_t *bytes, ptrdiff_t bytes_stride, uint8_t *quads,
                          float *scales, int32_t *sums, float *errors) {
  ptrdiff_t padded = (samples + LANES - 1) / LANES * LANES;
  for (ptrdiff_t n = first; n < last; n++) {
    const float *x = panel + n * stride;
    float largest = largest_of(x, samples);
    int counts = largest >= KERNEL_LEAST_BYTES && largest < KERNEL_MOST_BYTES;
    float scale = counts ? largest / 127 : 0, steps = counts ? 127 / largest : 0;
    int32_t *group = (int32_t *)(quads + n / LANES * LANES * padded) + n % LANES;
    floats error = splat(0);
    ints sum = 0;
    for (ptrdiff_t s = 0; s < padded; s += LANES) {
      floats value = largest < KERNEL_MOST_BYTES ? load_samples(x, s, samples) : splat(0);
      // Adding 1.5·2²³ rounds to a whole number.
      floats whole = (value * steps + 12582912.0f) - 12582912.0f;
      floats rest = fused(splat(-scale), whole, value);
      error = fused(rest, rest, error);
      ints numbers = __builtin_convertvector(whole, ints);
      sum += numbers;
      small_ints row = __builtin_convertvector(numbers, small_ints);
      *(small_ints *)(bytes + n * bytes_stride + s) = row;
      int32_t fours[LANES / 4];
      memcpy(fours, &row, sizeof fours);
#pragma unroll
      for (int q = 0; q < LANES / 4; q++)
        group[(s / 4 + q) * LANES] = fours[q] ^ (int32_t)0x80808080;
    }
    scales[n] = scale;
    sums[n] = __builtin_reduce_add(sum);
    errors[n] += sum_lanes(error);
  }
}

/// Adds the sums over bytes of one row with 16 neurons of the other side, of which `count` exist.
INLINE void add_byte_sums(ints sums, int32_t row_sum, float scale, const float *quad_scales,
                          ptrdiff_t count, float *products) {
  floats scales = count < LANES ? load_first(quad_scales, count) : load_loose(quad_scales);
  floats terms = __builtin_convertvector(sums - 128 * row_sum, floats) * (scale * scales);
  if (count < LANES) store_first(products, load_first(products, count) + terms, count);
  else store_loose(products, load_loose(products) + terms);
}

/// Without instructions for bytes: sixteen of the other side's neurons at a time.
static void byte_products(ptrdiff_t rows, ptrdiff_t columns, const int8_t *bytes,
                          ptrdiff_t bytes_stride, const float *scales, const int32_t *sums,
                          const uint8_t *quads, const float *quad_scales, ptrdiff_t samples,
                          float *products, ptrdiff_t products_stride) {
  ptrdiff_t padded = (samples + LANES - 1) / LANES * LANES;
  for (ptrdiff_t i = 0; i < rows; i++)
    for (ptrdiff_t j = 0; j < columns; j += LANES) {
      const words *group = (const words *)(quads + j * padded);
      ints total = 0;
      for (ptrdiff_t s = 0; s < padded; s += 4)
#pragma unroll
        for (int b = 0; b < 4; b++)
          total += (int32_t)bytes[i * bytes_stride + s + b] * (ints)(group[s / 4] >> (8 * b) & 255);
      add_byte_sums(total, sums[i], scales[i], quad_scales + j, columns - j,
                    products + i * products_stride + j);
    }
}
