/* Opaque shim over ICU: no ICU header is visible here, because ICU's function names carry its
   version through macros, which Swift cannot see, and Foundation brings clashing ICU headers. */
#ifndef EDUAI_CICU_H
#define EDUAI_CICU_H
/* The version of the linked ICU, for example "72.1". */
const char *eduai_icu_version(void);
#endif
