#pragma once
#include "CReadline.h"

/// Has Tab ask the handlers that `*handlers` points to at the time.
void creadline_prepare_completion(const creadline_handlers *const *handlers);
