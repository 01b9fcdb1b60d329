// Softmax cross-entropy, one sample at a time.
#pragma once
#include "portable_basics.h"

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
