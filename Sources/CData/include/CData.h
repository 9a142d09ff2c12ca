/* Pointer and length of each file of Data/ that the program embeds. The bytes are constant and
   live as long as the process; an unsized extern array would be invisible to Swift. */
#ifndef EDUAI_CDATA_H
#define EDUAI_CDATA_H
#include <stddef.h>


const unsigned char *eduai_data_repair_gbk(size_t *count);
const unsigned char *eduai_data_repair_model(size_t *count);
const unsigned char *eduai_data_repair_readings(size_t *count);
const unsigned char *eduai_data_boilerplate(size_t *count);
const unsigned char *eduai_data_wall_parts(size_t *count);

const unsigned char *eduai_data_names_model(size_t *count);
const unsigned char *eduai_data_surnames(size_t *count);
const unsigned char *eduai_data_common_characters(size_t *count);
const unsigned char *eduai_data_compatibility_ideographs(size_t *count);
const unsigned char *eduai_data_script_marks(size_t *count);
const unsigned char *eduai_data_script_simplified(size_t *count);
const unsigned char *eduai_data_script_traditional(size_t *count);
const unsigned char *eduai_data_bodies(size_t *count);
const unsigned char *eduai_data_boundary_words(size_t *count);
const unsigned char *eduai_data_institution_heads(size_t *count);
const unsigned char *eduai_data_laws(size_t *count);
const unsigned char *eduai_data_not_names(size_t *count);
const unsigned char *eduai_data_name_parts(size_t *count);
const unsigned char *eduai_data_people(size_t *count);
const unsigned char *eduai_data_places(size_t *count);
const unsigned char *eduai_data_places_cn(size_t *count);
const unsigned char *eduai_data_policy_heads(size_t *count);
const unsigned char *eduai_data_roles(size_t *count);
const unsigned char *eduai_data_site_suffixes(size_t *count);
const unsigned char *eduai_data_transliteration(size_t *count);
const unsigned char *eduai_data_currencies(size_t *count);
const unsigned char *eduai_data_region_words(size_t *count);
const unsigned char *eduai_data_date_words(size_t *count);
const unsigned char *eduai_data_figure_words(size_t *count);
const unsigned char *eduai_data_measure_words(size_t *count);
const unsigned char *eduai_data_phrase_words(size_t *count);
const unsigned char *eduai_data_units(size_t *count);
const unsigned char *eduai_data_office_forms(size_t *count);
const unsigned char *eduai_data_place_abbreviations(size_t *count);
const unsigned char *eduai_data_contexts_model(size_t *count);
const unsigned char *eduai_data_report_script(size_t *count);
const unsigned char *eduai_data_report_style(size_t *count);
const unsigned char *eduai_data_subjects_model(size_t *count);
const unsigned char *eduai_data_words(size_t *count);

#endif
