// Softmax cross-entropy, on vectors of 16 samples.
#pragma once
#include <math.h>

#include "vector_basics.h"

/// The labels of the vector's samples, −1 beyond the batch.
INLINE ints load_labels(const int32_t *labels, ptrdiff_t count) {
  ints own = (ints)(-1);
  memcpy(&own, labels, (size_t)count * sizeof *labels);
  return own;
}

/// The highest score of each sample and its class; the lowest class wins a tie.
INLINE ints highest(const float *scores, ptrdiff_t stride, ptrdiff_t classes, floats *top) {
  ints best = (ints)(0);
  *top = load(scores);
  for (ptrdiff_t c = 1; c < classes; c++) {
    floats score = load(scores + c * stride);
    ints higher = score > *top;
    *top = choose(higher, score, *top);
    best = (higher & (int32_t)c) | (~higher & best);
  }
  return best;
}

static void softmax_loss(ptrdiff_t first, ptrdiff_t last, ptrdiff_t classes, ptrdiff_t batch,
                         const float *scores, ptrdiff_t scores_stride, const int32_t *labels,
                         float *gradient, ptrdiff_t gradient_stride, double *losses,
                         int32_t *correct, int32_t *predictions) {
  const ints lane = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};
  float share = 1.0f / (float)batch;
  for (ptrdiff_t v = first; v < last; v++) {
    ptrdiff_t from = v * LANES, count = batch - from < LANES ? batch - from : LANES;
    ints label = load_labels(labels + from, count), used = lane < (int32_t)count;
    floats top, sum = splat(0), own = splat(0);
    ints best = highest(scores + from, scores_stride, classes, &top);
    for (ptrdiff_t c = 0; c < classes; c++) {
      floats score = load(scores + c * scores_stride + from) - top, e = exponential(score);
      sum += e;
      own = choose(label == (int32_t)c, score, own);
      if (gradient) store(gradient + c * gradient_stride + from, e);
    }
    for (ptrdiff_t c = 0; gradient && c < classes; c++) {
      float *at = gradient + c * gradient_stride + from;
      floats excess = load(at) / sum - only(label == (int32_t)c, splat(1));
      store(at, only(used, excess * share));
    }
    losses[v] = 0;
    correct[v] = 0;
    for (ptrdiff_t s = 0; s < count; s++) {
      losses[v] += log((double)sum[s]) - (double)own[s];
      correct[v] += best[s] == label[s];
      if (predictions) predictions[from + s] = best[s];
    }
  }
}
