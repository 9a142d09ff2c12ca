/* Opaque shim over zlib: streaming gunzip. */
#ifndef EDUAI_CZLIB_H
#define EDUAI_CZLIB_H
/* The version of the linked zlib, for example "1.2.13". */
const char *eduai_zlib_version(void);
#endif
