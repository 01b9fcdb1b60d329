#pragma once
#include "kernel_table.h"
#include "subnormals.h"
#include "thread_pool.h"
