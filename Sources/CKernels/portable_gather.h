// Samples into panels, one number at a time.
#pragma once
#include "portable_basics.h"

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
