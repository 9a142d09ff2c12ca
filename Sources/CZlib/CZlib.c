#include "CZlib.h"
#include <zlib.h>

const char *eduai_zlib_version(void) { return zlibVersion(); }
