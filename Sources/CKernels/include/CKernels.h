#pragma once
#include "kernel_table.h"
#include "machine_limits.h"
#include "subnormals.h"
#include "thread_pool.h"
