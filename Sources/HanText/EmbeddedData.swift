import CData

/// The lexicons and models of `Data/`, embedded in the program (see `CData.c`).
///
/// Each accessor gives the bytes of one file; they live as long as the process and are never
/// copied. A new file gets one line here, one in `CData.h` and one block in `CData.c`.
public enum EmbeddedData {
  /// Code page 936 for the damage repair (`scripts/make-gbk-tables.py`).
  public static var repairGBK: UnsafeRawBufferPointer { bytes { eduai_data_repair_gbk($0) } }
  /// Character model for the damage repair (`scripts/make-repair-model.py`).
  public static var repairModel: UnsafeRawBufferPointer { bytes { eduai_data_repair_model($0) } }
  /// Pinyin readings for the damage repair (`scripts/make-repair-readings.py`).
  public static var repairReadings: UnsafeRawBufferPointer {
    bytes { eduai_data_repair_readings($0) }
  }
  /// Phrases that label what stands beside an article.
  public static var boilerplate: UnsafeRawBufferPointer { bytes { eduai_data_boilerplate($0) } }
  /// Words that tell which region a text was written for.
  public static var regionWords: UnsafeRawBufferPointer { bytes { eduai_data_region_words($0) } }
  /// Words that headings of link lists and comments are put together from.
  public static var wallParts: UnsafeRawBufferPointer { bytes { eduai_data_wall_parts($0) } }

  /// The name tagger's model (`scripts/make-model.sh`).
  public static var namesModel: UnsafeRawBufferPointer { bytes { eduai_data_names_model($0) } }
  /// Surnames, single and compound.
  public static var surnames: UnsafeRawBufferPointer { bytes { eduai_data_surnames($0) } }
  /// Bodies by full name and usual short form.
  public static var bodies: UnsafeRawBufferPointer { bytes { eduai_data_bodies($0) } }
  /// Verbs and function words that bound names.
  public static var boundaryWords: UnsafeRawBufferPointer {
    bytes { eduai_data_boundary_words($0) }
  }
  /// Last words of bodies' names.
  public static var institutionHeads: UnsafeRawBufferPointer {
    bytes { eduai_data_institution_heads($0) }
  }
  /// Common words that look like names.
  public static var notNames: UnsafeRawBufferPointer { bytes { eduai_data_not_names($0) } }
  /// Parts of names of other peoples written without dots.
  public static var nameParts: UnsafeRawBufferPointer { bytes { eduai_data_name_parts($0) } }
  /// Public figures.
  public static var people: UnsafeRawBufferPointer { bytes { eduai_data_people($0) } }
  /// Places of the world, Taiwan, Hong Kong and Macau.
  public static var places: UnsafeRawBufferPointer { bytes { eduai_data_places($0) } }
  /// Mainland provinces, cities and counties.
  public static var placesCN: UnsafeRawBufferPointer { bytes { eduai_data_places_cn($0) } }
  /// Posts, occupations and forms of address.
  public static var roles: UnsafeRawBufferPointer { bytes { eduai_data_roles($0) } }
  /// Characters that render foreign names.
  public static var transliteration: UnsafeRawBufferPointer {
    bytes { eduai_data_transliteration($0) }
  }
  /// Laws cited without marks.
  public static var laws: UnsafeRawBufferPointer { bytes { eduai_data_laws($0) } }
  /// Last words of titles of policies, and words beside titles of works.
  public static var policyHeads: UnsafeRawBufferPointer { bytes { eduai_data_policy_heads($0) } }
  /// Last words of names of streets, parks and sites.
  public static var siteSuffixes: UnsafeRawBufferPointer { bytes { eduai_data_site_suffixes($0) } }

  /// Style of the HTML report.
  public static var reportStyle: UnsafeRawBufferPointer { bytes { eduai_data_report_style($0) } }
  /// Script of the HTML report.
  public static var reportScript: UnsafeRawBufferPointer { bytes { eduai_data_report_script($0) } }

  /// The most frequent characters, in two tiers.
  public static var commonCharacters: UnsafeRawBufferPointer {
    bytes { eduai_data_common_characters($0) }
  }
  /// Compatibility ideographs and radicals with their plain character.
  public static var compatibilityIdeographs: UnsafeRawBufferPointer {
    bytes { eduai_data_compatibility_ideographs($0) }
  }
  /// Characters of one script only.
  public static var scriptMarks: UnsafeRawBufferPointer { bytes { eduai_data_script_marks($0) } }
  /// Traditional to Simplified: characters and the phrases that read them otherwise.
  public static var scriptSimplified: UnsafeRawBufferPointer {
    bytes { eduai_data_script_simplified($0) }
  }
  /// Simplified to Traditional: characters and the phrases that read them otherwise.
  public static var scriptTraditional: UnsafeRawBufferPointer {
    bytes { eduai_data_script_traditional($0) }
  }
  /// Currencies with their ISO 4217 codes.
  public static var currencies: UnsafeRawBufferPointer {
    bytes { eduai_data_currencies($0) }
  }
  /// Words of relative dates and times.
  public static var dateWords: UnsafeRawBufferPointer {
    bytes { eduai_data_date_words($0) }
  }
  /// Words that decide how a numeral is read.
  public static var figureWords: UnsafeRawBufferPointer {
    bytes { eduai_data_figure_words($0) }
  }
  /// Measure words of counted things.
  public static var measureWords: UnsafeRawBufferPointer {
    bytes { eduai_data_measure_words($0) }
  }
  /// Words that find the noun phrase beside a figure.
  public static var phraseWords: UnsafeRawBufferPointer {
    bytes { eduai_data_phrase_words($0) }
  }
  /// Units of measure, time and share.
  public static var units: UnsafeRawBufferPointer {
    bytes { eduai_data_units($0) }
  }

  /// Weights of the model for where and when figures hold (`eduai train --task contexts`).
  public static var contextsModel: UnsafeRawBufferPointer {
    bytes { eduai_data_contexts_model($0) }
  }

  /// Weights of the model for what figures count (`eduai train --task subjects`).
  public static var subjectsModel: UnsafeRawBufferPointer {
    bytes { eduai_data_subjects_model($0) }
  }

  /// Short forms of offices with their full forms.
  public static var officeForms: UnsafeRawBufferPointer { bytes { eduai_data_office_forms($0) } }

  /// One-character names of countries and provinces.
  public static var placeAbbreviations: UnsafeRawBufferPointer {
    bytes { eduai_data_place_abbreviations($0) }
  }

  /// Words with their class and cost.
  public static var words: UnsafeRawBufferPointer { bytes { eduai_data_words($0) } }

  private static func bytes(
    _ file: (UnsafeMutablePointer<Int>) -> UnsafePointer<UInt8>?
  ) -> UnsafeRawBufferPointer {
    var count = 0
    let start = file(&count)
    return UnsafeRawBufferPointer(start: start, count: count)
  }
}
