#pragma once
#include <stdint.h>

/// Has this thread take subnormal numbers for zero and flush subnormal results (they slow sparse
/// layers up to eightfold). Returns the mode before, for `subnormals_restore`.
uint64_t subnormals_flush(void);

/// Puts this thread's floating-point mode back.
void subnormals_restore(uint64_t mode);
