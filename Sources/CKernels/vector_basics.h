// What the vector kernels are made of. Included, under the target attribute of an instruction set,
// by that set's file alone: everything here is inlined into it.
#pragma once
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#define LANES 16
#define INLINE static inline __attribute__((always_inline))

/// 16 samples, aligned as panels are.
typedef float floats __attribute__((ext_vector_type(16), may_alias));
/// The same at any address.
typedef float loose_floats __attribute__((ext_vector_type(16), may_alias, aligned(4)));
typedef int32_t ints __attribute__((ext_vector_type(16), may_alias));
typedef int32_t loose_ints __attribute__((ext_vector_type(16), may_alias, aligned(4)));
typedef uint32_t words __attribute__((ext_vector_type(16), may_alias));
typedef uint64_t long_words __attribute__((ext_vector_type(8), may_alias));
/// One bit a lane.
typedef _Bool flags __attribute__((ext_vector_type(16)));

INLINE floats load(const float *p) { return *(const floats *)p; }
INLINE void store(float *p, floats x) { *(floats *)p = x; }
INLINE floats load_loose(const float *p) { return *(const loose_floats *)p; }
INLINE void store_loose(float *p, floats x) { *(loose_floats *)p = x; }
INLINE floats splat(float x) { return (floats)(x); }

/// a·b + c, rounded once.
INLINE floats fused(floats a, floats b, floats c) { return __builtin_elementwise_fma(a, b, c); }

/// a where the mask's lane is all ones, b where it is all zeros.
INLINE floats choose(ints mask, floats a, floats b) {
  return (floats)((mask & (ints)a) | (~mask & (ints)b));
}

/// x where the mask's lane is all ones, else 0.
INLINE floats only(ints mask, floats x) { return (floats)(mask & (ints)x); }

INLINE floats magnitude(floats x) { return (floats)((ints)x & 0x7FFFFFFF); }

/// The first `count` lanes, the others 0.
INLINE floats load_first(const float *p, ptrdiff_t count) {
  floats x = splat(0);
  memcpy(&x, p, (size_t)count * sizeof *p);
  return x;
}

INLINE void store_first(float *p, floats x, ptrdiff_t count) {
  memcpy(p, &x, (size_t)count * sizeof *p);
}

/// The sum of the lanes: l with l + 8, then l + 4, l + 2, l + 1.
INLINE float sum_lanes(floats x) {
  floats y = x + __builtin_shufflevector(x, x, 8, 9, 10, 11, 12, 13, 14, 15, 0, 1, 2, 3, 4, 5, 6, 7);
  y += __builtin_shufflevector(y, y, 4, 5, 6, 7, 0, 1, 2, 3, 8, 9, 10, 11, 12, 13, 14, 15);
  y += __builtin_shufflevector(y, y, 2, 3, 0, 1, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
  return y[0] + y[1];
}

/// The lane sums of 16 vectors at once, in their order; each sum in the order of `sum_lanes`.
INLINE floats sum_lanes_of_16(const floats *x) {
  floats by_8[8], by_4[4], by_2[2];
#pragma unroll
  for (int i = 0; i < 8; i++)
    by_8[i] = __builtin_shufflevector(x[i], x[i + 8], 0, 1, 2, 3, 4, 5, 6, 7, 16, 17, 18, 19, 20, 21,
                                      22, 23) +
              __builtin_shufflevector(x[i], x[i + 8], 8, 9, 10, 11, 12, 13, 14, 15, 24, 25, 26, 27,
                                      28, 29, 30, 31);
#pragma unroll
  for (int i = 0; i < 4; i++)
    by_4[i] = __builtin_shufflevector(by_8[i], by_8[i + 4], 0, 1, 2, 3, 16, 17, 18, 19, 8, 9, 10, 11,
                                      24, 25, 26, 27) +
              __builtin_shufflevector(by_8[i], by_8[i + 4], 4, 5, 6, 7, 20, 21, 22, 23, 12, 13, 14,
                                      15, 28, 29, 30, 31);
#pragma unroll
  for (int i = 0; i < 2; i++)
    by_2[i] = __builtin_shufflevector(by_4[i], by_4[i + 2], 0, 1, 16, 17, 4, 5, 20, 21, 8, 9, 24, 25,
                                      12, 13, 28, 29) +
              __builtin_shufflevector(by_4[i], by_4[i + 2], 2, 3, 18, 19, 6, 7, 22, 23, 10, 11, 26,
                                      27, 14, 15, 30, 31);
  return __builtin_shufflevector(by_2[0], by_2[1], 0, 16, 2, 18, 4, 20, 6, 22, 8, 24, 10, 26, 12, 28,
                                 14, 30) +
         __builtin_shufflevector(by_2[0], by_2[1], 1, 17, 3, 19, 5, 21, 7, 23, 9, 25, 11, 27, 13, 29,
                                 15, 31);
}

/// v ← μv − η(g + λw), w ← w + v; returns the new w.
INLINE floats stepped(floats w, floats *v, floats g, kernel_step step) {
  floats pull = fused(splat(step.decay), w, g);
  *v = fused(splat(-step.rate), pull, step.momentum * *v);
  return w + *v;
}

/// exp x, to about one unit in the last place; x is held within −87 … 88, not a number stays so.
/// Cephes' polynomial after x = n·ln 2 + r.
INLINE floats exponential(floats x) {
  x = choose(x < -87.0f, splat(-87.0f), x);
  x = choose(x > 88.0f, splat(88.0f), x);
  // Adding 1.5·2²³ rounds to a whole number and leaves it in the low bits.
  floats shifted = fused(x, splat(1.44269504f), splat(12582912.0f));
  floats n = shifted - 12582912.0f;
  floats r = fused(n, splat(-0.693359375f), x);
  r = fused(n, splat(2.12194440e-4f), r);
  floats p = fused(splat(1.9875691500e-4f), r, splat(1.3981999507e-3f));
  p = fused(p, r, splat(8.3334519073e-3f));
  p = fused(p, r, splat(4.1665795894e-2f));
  p = fused(p, r, splat(1.6666665459e-1f));
  p = fused(p, r, splat(5.0000001201e-1f));
  p = fused(p * r, r, r) + 1.0f;
  ints exponent = ((ints)shifted - 0x4B400000 + 127) << 23;
  return p * (floats)exponent;
}
