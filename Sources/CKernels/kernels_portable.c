// The portable set: plain scalar C, one sample at a time, on any machine. It is the reference that
// the vector sets are tested against, so it is written for being read, and shares no code with them.
#include <math.h>
#include <stdbool.h>

#include "kernel_table.h"
#include "philox.h"

#pragma clang fp contract(off)

enum { LANES = 16 };

/// The sum of 16 lanes in the order that every set keeps.
static float sum_lanes(const float *lanes) {
  float sum[LANES];
  for (int l = 0; l < LANES; l++) sum[l] = lanes[l];
  for (int half = 8; half > 0; half /= 2)
    for (int l = 0; l < half; l++) sum[l] += sum[l + half];
  return sum[0];
}

static void step_one(float *value, float *velocity, float gradient, kernel_step step) {
  float pull = gradient + step.decay * *value;
  *velocity = step.momentum * *velocity - step.rate * pull;
  *value += *velocity;
}

// MARK: Sparse layers

static void sparse_forward(ptrdiff_t first, ptrdiff_t last, const ptrdiff_t *offsets,
                           const int32_t *rows, const int32_t *positions, const float *values,
                           const float *bias, const float *input, ptrdiff_t input_stride,
                           float *output, ptrdiff_t output_stride, ptrdiff_t vectors) {
  for (ptrdiff_t j = first; j < last; j++) {
    float *y = output + j * output_stride;
    for (ptrdiff_t s = 0; s < vectors * LANES; s++) y[s] = bias ? bias[j] : 0;
    for (ptrdiff_t k = offsets[j]; k < offsets[j + 1]; k++) {
      const float *x = input + rows[k] * input_stride;
      float w = values[positions[k]];
      for (ptrdiff_t s = 0; s < vectors * LANES; s++) y[s] += w * x[s];
    }
  }
}

static void sparse_scatter(ptrdiff_t first, ptrdiff_t last, ptrdiff_t rows,
                           const ptrdiff_t *offsets, const int32_t *columns, const float *values,
                           const float *bias, const float *input, ptrdiff_t input_stride,
                           float *output, ptrdiff_t output_stride, ptrdiff_t vectors) {
  for (ptrdiff_t j = first; j < last; j++)
    for (ptrdiff_t s = 0; s < vectors * LANES; s++)
      output[j * output_stride + s] = bias ? bias[j] : 0;
  for (ptrdiff_t i = 0; i < rows; i++)
    for (ptrdiff_t k = offsets[i]; k < offsets[i + 1]; k++) {
      if (columns[k] < first || columns[k] >= last) continue;
      float *y = output + columns[k] * output_stride;
      for (ptrdiff_t s = 0; s < vectors * LANES; s++) y[s] += values[k] * input[i * input_stride + s];
    }
}

static void dense_forward(ptrdiff_t first, ptrdiff_t last, ptrdiff_t rows, ptrdiff_t columns,
                          const float *values, const float *bias, const float *input,
                          ptrdiff_t input_stride, float *output, ptrdiff_t output_stride,
                          ptrdiff_t vectors) {
  for (ptrdiff_t j = first; j < last; j++) {
    float *y = output + j * output_stride;
    for (ptrdiff_t s = 0; s < vectors * LANES; s++) y[s] = bias ? bias[j] : 0;
    for (ptrdiff_t i = 0; i < rows; i++) {
      const float *x = input + i * input_stride;
      float w = values[i * columns + j];
      for (ptrdiff_t s = 0; s < vectors * LANES; s++) y[s] += w * x[s];
    }
  }
}

static void dense_input_gradient(ptrdiff_t first, ptrdiff_t last, ptrdiff_t columns,
                                 const float *values, const float *output_gradient,
                                 ptrdiff_t output_stride, float *input_gradient,
                                 ptrdiff_t gradient_stride, ptrdiff_t vectors) {
  for (ptrdiff_t i = first; i < last; i++) {
    float *dx = input_gradient + i * gradient_stride;
    for (ptrdiff_t s = 0; s < vectors * LANES; s++) dx[s] = 0;
    for (ptrdiff_t j = 0; j < columns; j++)
      for (ptrdiff_t s = 0; s < vectors * LANES; s++)
        dx[s] += values[i * columns + j] * output_gradient[j * output_stride + s];
  }
}

static float dot(const float *a, const float *b, ptrdiff_t vectors) {
  float lanes[LANES] = {0};
  for (ptrdiff_t v = 0; v < vectors; v++)
    for (int l = 0; l < LANES; l++) lanes[l] += a[v * LANES + l] * b[v * LANES + l];
  return sum_lanes(lanes);
}

static void sparse_update(ptrdiff_t first, ptrdiff_t last, const ptrdiff_t *offsets,
                          const int32_t *columns, float *values, float *velocity,
                          const float *input, ptrdiff_t input_stride, const float *output_gradient,
                          ptrdiff_t output_stride, ptrdiff_t vectors, kernel_step step) {
  for (ptrdiff_t i = first; i < last; i++) {
    const float *x = input + i * input_stride;
    for (ptrdiff_t k = offsets[i]; k < offsets[i + 1]; k++) {
      float g = dot(x, output_gradient + columns[k] * output_stride, vectors);
      step_one(&values[k], &velocity[k], g, step);
    }
  }
}

/// dx of one input neuron, whose connections are begin ..< end.
static void gather_gradient(ptrdiff_t begin, ptrdiff_t end, const int32_t *columns,
                            const float *values, const float *output_gradient,
                            ptrdiff_t output_stride, float *dx, ptrdiff_t vectors) {
  for (ptrdiff_t s = 0; s < vectors * LANES; s++) dx[s] = 0;
  for (ptrdiff_t k = begin; k < end; k++) {
    const float *dy = output_gradient + columns[k] * output_stride;
    for (ptrdiff_t s = 0; s < vectors * LANES; s++) dx[s] += values[k] * dy[s];
  }
}

static void sparse_backward(ptrdiff_t first, ptrdiff_t last, const ptrdiff_t *offsets,
                            const int32_t *columns, float *values, float *velocity,
                            const float *input, ptrdiff_t input_stride,
                            const float *output_gradient, ptrdiff_t output_stride,
                            float *input_gradient, ptrdiff_t gradient_stride, ptrdiff_t vectors,
                            kernel_step step) {
  for (ptrdiff_t i = first; i < last; i++) {
    gather_gradient(offsets[i], offsets[i + 1], columns, values, output_gradient, output_stride,
                    input_gradient + i * gradient_stride, vectors);
    sparse_update(i, i + 1, offsets, columns, values, velocity, input, input_stride,
                  output_gradient, output_stride, vectors, step);
  }
}

static void sparse_gradient(ptrdiff_t first, ptrdiff_t last, const ptrdiff_t *offsets,
                            const int32_t *columns, const float *values, const float *input,
                            ptrdiff_t input_stride, const float *output_gradient,
                            ptrdiff_t output_stride, float *input_gradient,
                            ptrdiff_t gradient_stride, ptrdiff_t vectors, float *sums, int add) {
  for (ptrdiff_t i = first; i < last; i++) {
    if (input_gradient)
      gather_gradient(offsets[i], offsets[i + 1], columns, values, output_gradient, output_stride,
                      input_gradient + i * gradient_stride, vectors);
    for (ptrdiff_t k = offsets[i]; k < offsets[i + 1]; k++) {
      float g = dot(input + i * input_stride, output_gradient + columns[k] * output_stride, vectors);
      sums[k] = add ? sums[k] + g : g;
    }
  }
}

static void narrow_forward(ptrdiff_t first, ptrdiff_t last, ptrdiff_t columns_count, ptrdiff_t rows,
                           const ptrdiff_t *offsets, const int32_t *columns, const float *values,
                           const float *input, ptrdiff_t input_stride, float *sums,
                           ptrdiff_t width) {
  (void)columns_count;
  for (ptrdiff_t i = 0; i < rows; i++)
    for (ptrdiff_t k = offsets[i]; k < offsets[i + 1]; k++) {
      if (columns[k] < first || columns[k] >= last) continue;
      float *y = sums + columns[k] * width;
      for (ptrdiff_t s = 0; s < width; s++) y[s] += values[k] * input[i * input_stride + s];
    }
}

static void narrow_backward(ptrdiff_t first, ptrdiff_t last, const ptrdiff_t *offsets,
                            const int32_t *columns, float *values, float *velocity,
                            const float *input, ptrdiff_t input_stride,
                            const float *output_gradient, float *input_gradient,
                            ptrdiff_t gradient_stride, ptrdiff_t width, kernel_step step) {
  for (ptrdiff_t i = first; i < last; i++) {
    float x[LANES] = {0}, dx[LANES] = {0};
    for (ptrdiff_t s = 0; s < width; s++) x[s] = input[i * input_stride + s];
    for (ptrdiff_t k = offsets[i]; k < offsets[i + 1]; k++) {
      float dy[LANES] = {0};
      for (ptrdiff_t s = 0; s < width; s++) dy[s] = output_gradient[columns[k] * width + s];
      for (ptrdiff_t s = 0; s < width; s++) dx[s] += values[k] * dy[s];
      step_one(&values[k], &velocity[k], dot(x, dy, 1), step);
    }
    for (ptrdiff_t s = 0; input_gradient && s < LANES; s++)
      input_gradient[i * gradient_stride + s] = dx[s];
  }
}

static void momentum_update(ptrdiff_t count, float *values, float *velocity,
                            const float *gradient, kernel_step step) {
  for (ptrdiff_t n = 0; n < count; n++) step_one(&values[n], &velocity[n], gradient[n], step);
}

// MARK: Rows

static float row_sum(const float *row, ptrdiff_t vectors) {
  float lanes[LANES] = {0};
  for (ptrdiff_t s = 0; s < vectors * LANES; s++) lanes[s % LANES] += row[s];
  return sum_lanes(lanes);
}

static void row_sums(ptrdiff_t first, ptrdiff_t last, const float *panel, ptrdiff_t stride,
                     ptrdiff_t vectors, float *sums) {
  for (ptrdiff_t n = first; n < last; n++) sums[n] = row_sum(panel + n * stride, vectors);
}

static void add_bias(ptrdiff_t first, ptrdiff_t last, const float *bias, float *panel,
                     ptrdiff_t stride, ptrdiff_t vectors) {
  for (ptrdiff_t n = first; n < last; n++)
    for (ptrdiff_t s = 0; s < vectors * LANES; s++) panel[n * stride + s] += bias[n];
}

// MARK: Activations

static void slope_forward(ptrdiff_t first, ptrdiff_t last, const float *z, ptrdiff_t z_stride,
                          float *a, ptrdiff_t a_stride, ptrdiff_t vectors, float slope) {
  for (ptrdiff_t n = first; n < last; n++)
    for (ptrdiff_t s = 0; s < vectors * LANES; s++) {
      float x = z[n * z_stride + s];
      a[n * a_stride + s] = x > 0 ? x : slope * x;
    }
}

static void slope_backward(ptrdiff_t first, ptrdiff_t last, const float *z, ptrdiff_t z_stride,
                           float *gradient, ptrdiff_t gradient_stride, ptrdiff_t vectors,
                           float slope, float *bias_gradient) {
  for (ptrdiff_t n = first; n < last; n++)
    for (ptrdiff_t s = 0; s < vectors * LANES; s++)
      if (!(z[n * z_stride + s] > 0)) gradient[n * gradient_stride + s] *= slope;
  row_sums(first, last, gradient, gradient_stride, vectors, bias_gradient);
}

static void srelu_forward(ptrdiff_t first, ptrdiff_t last, const float *z, ptrdiff_t z_stride,
                          float *a, ptrdiff_t a_stride, ptrdiff_t vectors, const float *t_left,
                          const float *a_left, const float *t_right, const float *a_right) {
  for (ptrdiff_t n = first; n < last; n++) {
    float left = t_left[n], right = t_left[n] + fabsf(t_right[n]);
    for (ptrdiff_t s = 0; s < vectors * LANES; s++) {
      float x = z[n * z_stride + s], y = x;
      if (x > right) y = right + a_right[n] * (x - right);
      if (x < left) y = left + a_left[n] * (x - left);
      a[n * a_stride + s] = y;
    }
  }
}

static void srelu_backward(ptrdiff_t first, ptrdiff_t last, const float *z, ptrdiff_t z_stride,
                           float *gradient, ptrdiff_t gradient_stride, ptrdiff_t vectors,
                           const float *t_left, const float *a_left, const float *t_right,
                           const float *a_right, float *bias_gradient, float *t_left_gradient,
                           float *a_left_gradient, float *t_right_gradient,
                           float *a_right_gradient) {
  for (ptrdiff_t n = first; n < last; n++) {
    float left = t_left[n], right = t_left[n] + fabsf(t_right[n]);
    float below[LANES] = {0}, below_slope[LANES] = {0};
    float above[LANES] = {0}, above_slope[LANES] = {0};
    for (ptrdiff_t s = 0; s < vectors * LANES; s++) {
      float x = z[n * z_stride + s], *d = &gradient[n * gradient_stride + s];
      if (x < left) {
        below[s % LANES] += *d;
        below_slope[s % LANES] += *d * (x - left);
        *d *= a_left[n];
      } else if (x > right) {
        above[s % LANES] += *d;
        above_slope[s % LANES] += *d * (x - right);
        *d *= a_right[n];
      }
    }
    float by_left = (1 - a_left[n]) * sum_lanes(below);
    float by_right = (1 - a_right[n]) * sum_lanes(above);
    float sign = (t_right[n] > 0) - (t_right[n] < 0);
    t_left_gradient[n] = by_left + by_right;
    t_right_gradient[n] = sign * by_right;
    a_left_gradient[n] = sum_lanes(below_slope);
    a_right_gradient[n] = sum_lanes(above_slope);
    bias_gradient[n] = row_sum(gradient + n * gradient_stride, vectors);
  }
}

static void tanh_forward(ptrdiff_t first, ptrdiff_t last, const float *z, ptrdiff_t z_stride,
                         float *a, ptrdiff_t a_stride, ptrdiff_t vectors) {
  for (ptrdiff_t n = first; n < last; n++)
    for (ptrdiff_t s = 0; s < vectors * LANES; s++)
      a[n * a_stride + s] = tanhf(z[n * z_stride + s]);
}

static void tanh_backward(ptrdiff_t first, ptrdiff_t last, const float *z, ptrdiff_t z_stride,
                          float *gradient, ptrdiff_t gradient_stride, ptrdiff_t vectors,
                          float *bias_gradient) {
  for (ptrdiff_t n = first; n < last; n++)
    for (ptrdiff_t s = 0; s < vectors * LANES; s++) {
      float y = tanhf(z[n * z_stride + s]);
      gradient[n * gradient_stride + s] *= 1 - y * y;
    }
  row_sums(first, last, gradient, gradient_stride, vectors, bias_gradient);
}

static float sigmoid(float z) { return 1 / (1 + expf(-z)); }

static void sigmoid_forward(ptrdiff_t first, ptrdiff_t last, const float *z, ptrdiff_t z_stride,
                            float *a, ptrdiff_t a_stride, ptrdiff_t vectors) {
  for (ptrdiff_t n = first; n < last; n++)
    for (ptrdiff_t s = 0; s < vectors * LANES; s++)
      a[n * a_stride + s] = sigmoid(z[n * z_stride + s]);
}

static void sigmoid_backward(ptrdiff_t first, ptrdiff_t last, const float *z, ptrdiff_t z_stride,
                             float *gradient, ptrdiff_t gradient_stride, ptrdiff_t vectors,
                             float *bias_gradient) {
  for (ptrdiff_t n = first; n < last; n++)
    for (ptrdiff_t s = 0; s < vectors * LANES; s++) {
      float y = sigmoid(z[n * z_stride + s]);
      gradient[n * gradient_stride + s] *= y * (1 - y);
    }
  row_sums(first, last, gradient, gradient_stride, vectors, bias_gradient);
}

// MARK: Dropout

static void philox(uint32_t counter[4], uint32_t key_0, uint32_t key_1) {
  for (int round = 0; round < PHILOX_ROUNDS; round++) {
    uint64_t even = (uint64_t)PHILOX_EVEN * counter[0], odd = (uint64_t)PHILOX_ODD * counter[2];
    uint32_t next_0 = (uint32_t)(odd >> 32) ^ counter[1] ^ key_0;
    uint32_t next_2 = (uint32_t)(even >> 32) ^ counter[3] ^ key_1;
    counter[0] = next_0;
    counter[1] = (uint32_t)odd;
    counter[2] = next_2;
    counter[3] = (uint32_t)even;
    key_0 += PHILOX_KEY_0;
    key_1 += PHILOX_KEY_1;
  }
}

static void dropout_draw(ptrdiff_t first, ptrdiff_t last, uint16_t *mask, ptrdiff_t mask_stride,
                         ptrdiff_t vectors, kernel_dropout address, uint32_t threshold) {
  uint32_t words[LANES][4];
  ptrdiff_t drawn = -1;
  for (ptrdiff_t f = first * vectors; f < last * vectors; f++) {
    if (f / 8 != drawn) {
      drawn = f / 8;
      for (uint32_t l = 0; l < LANES; l++) {
        uint32_t *counter = words[l];
        counter[0] = (uint32_t)drawn;
        counter[1] = address.batch * LANES + l;
        counter[2] = address.epoch;
        counter[3] = address.word;
        philox(counter, address.key[0], address.key[1]);
      }
    }
    uint16_t bits = 0;
    for (int l = 0; l < LANES; l++) {
      uint32_t drawn_bits = words[l][f % 8 / 2] >> (f % 2 * 16) & 0xFFFF;
      bits |= (uint16_t)((drawn_bits < threshold) << l);
    }
    mask[f / vectors * mask_stride + f % vectors] = bits;
  }
}

static void dropout_apply(ptrdiff_t first, ptrdiff_t last, const uint16_t *mask,
                          ptrdiff_t mask_stride, float *panel, ptrdiff_t stride,
                          ptrdiff_t vectors, float scale) {
  for (ptrdiff_t n = first; n < last; n++)
    for (ptrdiff_t s = 0; s < vectors * LANES; s++) {
      bool kept = mask[n * mask_stride + s / LANES] >> (s % LANES) & 1;
      float *x = &panel[n * stride + s];
      *x = kept ? *x * scale : 0;
    }
}

// MARK: Random words

static void random_words(uint64_t first, ptrdiff_t blocks, const uint32_t key[2],
                         const uint32_t address[2], uint32_t *words) {
  for (ptrdiff_t n = 0; n < blocks; n++) {
    uint64_t number = first + (uint64_t)n;
    uint32_t *block = words + 4 * n;
    block[0] = (uint32_t)number;
    block[1] = (uint32_t)(number >> 32);
    block[2] = address[0];
    block[3] = address[1];
    philox(block, key[0], key[1]);
  }
}

// MARK: Loss

static void softmax_loss(ptrdiff_t first, ptrdiff_t last, ptrdiff_t classes, ptrdiff_t batch,
                         const float *scores, ptrdiff_t scores_stride, const int32_t *labels,
                         float *gradient, ptrdiff_t gradient_stride, double *losses,
                         int32_t *correct, int32_t *predictions) {
  for (ptrdiff_t v = first; v < last; v++) {
    losses[v] = 0;
    correct[v] = 0;
  }
  for (ptrdiff_t s = first * LANES; s < last * LANES; s++) {
    if (s >= batch) {
      for (ptrdiff_t c = 0; gradient && c < classes; c++) gradient[c * gradient_stride + s] = 0;
      continue;
    }
    ptrdiff_t best = 0;
    for (ptrdiff_t c = 1; c < classes; c++)
      if (scores[c * scores_stride + s] > scores[best * scores_stride + s]) best = c;
    float top = scores[best * scores_stride + s], sum = 0;
    for (ptrdiff_t c = 0; c < classes; c++) sum += expf(scores[c * scores_stride + s] - top);
    float own = scores[labels[s] * scores_stride + s] - top;
    losses[s / LANES] += log((double)sum) - own;
    correct[s / LANES] += best == labels[s];
    if (predictions) predictions[s] = (int32_t)best;
    for (ptrdiff_t c = 0; gradient && c < classes; c++) {
      float p = expf(scores[c * scores_stride + s] - top) / sum;
      gradient[c * gradient_stride + s] = (p - (c == labels[s])) / batch;
    }
  }
}

// MARK: Samples

static void gather(ptrdiff_t first, ptrdiff_t last, const float *samples, ptrdiff_t width,
                   const ptrdiff_t *indices, ptrdiff_t batch, float *panel, ptrdiff_t stride) {
  ptrdiff_t padded = (batch + LANES - 1) / LANES * LANES;
  for (ptrdiff_t n = first; n < last; n++)
    for (ptrdiff_t s = 0; s < padded; s++)
      panel[n * stride + s] = s < batch ? samples[indices[s] * width + n] : 0;
}

static void gather_bytes(ptrdiff_t first, ptrdiff_t last, const uint8_t *samples, ptrdiff_t width,
                         const double *center, const double *factor, const ptrdiff_t *indices,
                         ptrdiff_t batch, float *panel, ptrdiff_t stride) {
  ptrdiff_t padded = (batch + LANES - 1) / LANES * LANES;
  for (ptrdiff_t n = first; n < last; n++)
    for (ptrdiff_t s = 0; s < padded; s++) {
      double x = s < batch ? (samples[indices[s] * width + n] - center[n]) * factor[n] : 0;
      panel[n * stride + s] = (float)x;
    }
}

// MARK: Similarity

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

const kernel_table *kernel_table_portable(void) {
  static const kernel_table table = {
      .name = "portable",
      .sparse_forward = sparse_forward,
      .sparse_scatter = sparse_scatter,
      .sparse_backward = sparse_backward,
      .sparse_update = sparse_update,
      .sparse_gradient = sparse_gradient,
      .narrow_forward = narrow_forward,
      .narrow_backward = narrow_backward,
      .dense_forward = dense_forward,
      .dense_input_gradient = dense_input_gradient,
      .momentum_update = momentum_update,
      .row_sums = row_sums,
      .add_bias = add_bias,
      .slope_forward = slope_forward,
      .slope_backward = slope_backward,
      .srelu_forward = srelu_forward,
      .srelu_backward = srelu_backward,
      .tanh_forward = tanh_forward,
      .tanh_backward = tanh_backward,
      .sigmoid_forward = sigmoid_forward,
      .sigmoid_backward = sigmoid_backward,
      .dropout_draw = dropout_draw,
      .dropout_apply = dropout_apply,
      .random_words = random_words,
      .softmax_loss = softmax_loss,
      .gather = gather,
      .gather_bytes = gather_bytes,
      .dot_products = dot_products,
      .sparse_products = sparse_products,
      .row_squares = row_squares,
      .similar_cells = similar_cells,
      .drawn_cells = drawn_cells,
  };
  return &table;
}
