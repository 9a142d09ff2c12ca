/* Embeds the files of Data/ with C23 #embed (clang 19 or later; the Swift 6 toolchain has it).
   One block a file, sorted by name; see include/CData.h. */
#include "CData.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char repair_gbk[] = {
#embed "../../Data/repair-gbk.bin"
};
const unsigned char *eduai_data_repair_gbk(size_t *count) {
  *count = sizeof repair_gbk;
  return repair_gbk;
}

static const unsigned char repair_model[] = {
#embed "../../Data/repair-model.bin"
};
const unsigned char *eduai_data_repair_model(size_t *count) {
  *count = sizeof repair_model;
  return repair_model;
}

static const unsigned char repair_readings[] = {
#embed "../../Data/repair-readings.bin"
};
const unsigned char *eduai_data_repair_readings(size_t *count) {
  *count = sizeof repair_readings;
  return repair_readings;
}

static const unsigned char boilerplate[] = {
#embed "../../Data/boilerplate.tsv"
};
const unsigned char *eduai_data_boilerplate(size_t *count) {
  *count = sizeof boilerplate;
  return boilerplate;
}

static const unsigned char wall_parts[] = {
#embed "../../Data/wall-parts.tsv"
};
const unsigned char *eduai_data_wall_parts(size_t *count) {
  *count = sizeof wall_parts;
  return wall_parts;
}

/* Aligned as the processor's cache lines, which the lines of weights in it are. */
_Alignas(64) static const unsigned char names_model[] = {
#embed "../../Data/names.model"
};
const unsigned char *eduai_data_names_model(size_t *count) {
  *count = sizeof names_model;
  return names_model;
}

static const unsigned char surnames[] = {
#embed "../../Data/surnames.tsv"
};
const unsigned char *eduai_data_surnames(size_t *count) {
  *count = sizeof surnames;
  return surnames;
}

static const unsigned char common_characters[] = {
#embed "../../Data/common-characters.tsv"
};
const unsigned char *eduai_data_common_characters(size_t *count) {
  *count = sizeof common_characters;
  return common_characters;
}

static const unsigned char compatibility_ideographs[] = {
#embed "../../Data/compatibility-ideographs.tsv"
};
const unsigned char *eduai_data_compatibility_ideographs(size_t *count) {
  *count = sizeof compatibility_ideographs;
  return compatibility_ideographs;
}

static const unsigned char script_marks[] = {
#embed "../../Data/script-marks.tsv"
};
const unsigned char *eduai_data_script_marks(size_t *count) {
  *count = sizeof script_marks;
  return script_marks;
}

static const unsigned char script_simplified[] = {
#embed "../../Data/script-simplified.tsv"
};
const unsigned char *eduai_data_script_simplified(size_t *count) {
  *count = sizeof script_simplified;
  return script_simplified;
}

static const unsigned char script_traditional[] = {
#embed "../../Data/script-traditional.tsv"
};
const unsigned char *eduai_data_script_traditional(size_t *count) {
  *count = sizeof script_traditional;
  return script_traditional;
}

static const unsigned char bodies[] = {
#embed "../../Data/bodies.tsv"
};
const unsigned char *eduai_data_bodies(size_t *count) {
  *count = sizeof bodies;
  return bodies;
}

static const unsigned char boundary_words[] = {
#embed "../../Data/boundary-words.tsv"
};
const unsigned char *eduai_data_boundary_words(size_t *count) {
  *count = sizeof boundary_words;
  return boundary_words;
}

static const unsigned char institution_heads[] = {
#embed "../../Data/institution-heads.tsv"
};
const unsigned char *eduai_data_institution_heads(size_t *count) {
  *count = sizeof institution_heads;
  return institution_heads;
}

static const unsigned char laws[] = {
#embed "../../Data/laws.tsv"
};
const unsigned char *eduai_data_laws(size_t *count) {
  *count = sizeof laws;
  return laws;
}

static const unsigned char not_names[] = {
#embed "../../Data/not-names.tsv"
};
const unsigned char *eduai_data_not_names(size_t *count) {
  *count = sizeof not_names;
  return not_names;
}

static const unsigned char name_parts[] = {
#embed "../../Data/name-parts.tsv"
};
const unsigned char *eduai_data_name_parts(size_t *count) {
  *count = sizeof name_parts;
  return name_parts;
}

static const unsigned char people[] = {
#embed "../../Data/people.tsv"
};
const unsigned char *eduai_data_people(size_t *count) {
  *count = sizeof people;
  return people;
}

static const unsigned char places[] = {
#embed "../../Data/places.tsv"
};
const unsigned char *eduai_data_places(size_t *count) {
  *count = sizeof places;
  return places;
}

static const unsigned char places_cn[] = {
#embed "../../Data/places-cn.tsv"
};
const unsigned char *eduai_data_places_cn(size_t *count) {
  *count = sizeof places_cn;
  return places_cn;
}

static const unsigned char policy_heads[] = {
#embed "../../Data/policy-heads.tsv"
};
const unsigned char *eduai_data_policy_heads(size_t *count) {
  *count = sizeof policy_heads;
  return policy_heads;
}

static const unsigned char roles[] = {
#embed "../../Data/roles.tsv"
};
const unsigned char *eduai_data_roles(size_t *count) {
  *count = sizeof roles;
  return roles;
}

static const unsigned char site_suffixes[] = {
#embed "../../Data/site-suffixes.tsv"
};
const unsigned char *eduai_data_site_suffixes(size_t *count) {
  *count = sizeof site_suffixes;
  return site_suffixes;
}

static const unsigned char transliteration[] = {
#embed "../../Data/transliteration.tsv"
};
const unsigned char *eduai_data_transliteration(size_t *count) {
  *count = sizeof transliteration;
  return transliteration;
}

static const unsigned char currencies[] = {
#embed "../../Data/currencies.tsv"
};
const unsigned char *eduai_data_currencies(size_t *count) {
  *count = sizeof currencies;
  return currencies;
}

static const unsigned char region_words[] = {
#embed "../../Data/region-words.tsv"
};
const unsigned char *eduai_data_region_words(size_t *count) {
  *count = sizeof region_words;
  return region_words;
}

static const unsigned char date_words[] = {
#embed "../../Data/date-words.tsv"
};
const unsigned char *eduai_data_date_words(size_t *count) {
  *count = sizeof date_words;
  return date_words;
}

static const unsigned char figure_words[] = {
#embed "../../Data/figure-words.tsv"
};
const unsigned char *eduai_data_figure_words(size_t *count) {
  *count = sizeof figure_words;
  return figure_words;
}

static const unsigned char measure_words[] = {
#embed "../../Data/measure-words.tsv"
};
const unsigned char *eduai_data_measure_words(size_t *count) {
  *count = sizeof measure_words;
  return measure_words;
}

static const unsigned char phrase_words[] = {
#embed "../../Data/phrase-words.tsv"
};
const unsigned char *eduai_data_phrase_words(size_t *count) {
  *count = sizeof phrase_words;
  return phrase_words;
}

static const unsigned char units[] = {
#embed "../../Data/units.tsv"
};
const unsigned char *eduai_data_units(size_t *count) {
  *count = sizeof units;
  return units;
}

static const unsigned char office_forms[] = {
#embed "../../Data/office-forms.tsv"
};
const unsigned char *eduai_data_office_forms(size_t *count) {
  *count = sizeof office_forms;
  return office_forms;
}

static const unsigned char place_abbreviations[] = {
#embed "../../Data/place-abbreviations.tsv"
};
const unsigned char *eduai_data_place_abbreviations(size_t *count) {
  *count = sizeof place_abbreviations;
  return place_abbreviations;
}

static const unsigned char report_style[] = {
#embed "../../Data/report.css"
};
const unsigned char *eduai_data_report_style(size_t *count) {
  *count = sizeof report_style;
  return report_style;
}

static const unsigned char report_script[] = {
#embed "../../Data/report.js"
};
const unsigned char *eduai_data_report_script(size_t *count) {
  *count = sizeof report_script;
  return report_script;
}

_Alignas(64) static const unsigned char contexts_model[] = {
#embed "../../Data/contexts.model"
};
const unsigned char *eduai_data_contexts_model(size_t *count) {
  *count = sizeof contexts_model;
  return contexts_model;
}

_Alignas(64) static const unsigned char subjects_model[] = {
#embed "../../Data/subjects.model"
};
const unsigned char *eduai_data_subjects_model(size_t *count) {
  *count = sizeof subjects_model;
  return subjects_model;
}

static const unsigned char words[] = {
#embed "../../Data/words.tsv"
};
const unsigned char *eduai_data_words(size_t *count) {
  *count = sizeof words;
  return words;
}
