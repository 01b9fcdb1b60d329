#pragma once
#include <stdint.h>

/// Philox4x32-10 (Salmon, Moraes, Dror & Shaw, "Parallel random numbers: as easy as 1, 2, 3",
/// SC 2011): its four constants, shared by the scalar and the vector form.
#define PHILOX_EVEN 0xD2511F53u
#define PHILOX_ODD 0xCD9E8D57u
#define PHILOX_KEY_0 0x9E3779B9u
#define PHILOX_KEY_1 0xBB67AE85u
enum { PHILOX_ROUNDS = 10 };
