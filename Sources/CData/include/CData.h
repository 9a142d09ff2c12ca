/* Pointer and length of each file of Data/ that the program embeds. The bytes are constant and
   live as long as the process; an unsized extern array would be invisible to Swift. */
#ifndef EDUAI_CDATA_H
#define EDUAI_CDATA_H
#include <stddef.h>


const unsigned char *eduai_data_repair_gbk(size_t *count);
const unsigned char *eduai_data_repair_model(size_t *count);
const unsigned char *eduai_data_repair_readings(size_t *count);
const unsigned char *eduai_data_boilerplate(size_t *count);

const unsigned char *eduai_data_surnames(size_t *count);
const unsigned char *eduai_data_common_characters(size_t *count);
const unsigned char *eduai_data_compatibility_ideographs(size_t *count);
const unsigned char *eduai_data_script_marks(size_t *count);
const unsigned char *eduai_data_script_simplified(size_t *count);
const unsigned char *eduai_data_script_traditional(size_t *count);

#endif
