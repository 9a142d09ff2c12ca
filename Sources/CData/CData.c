/* Embeds the files of Data/ with C23 #embed (clang 19 or later; the Swift 6 toolchain has it).
   One block a file, sorted by name; see include/CData.h. */
#include "CData.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char surnames[] = {
#embed "../../Data/surnames.tsv"
};
const unsigned char *eduai_data_surnames(size_t *count) {
  *count = sizeof surnames;
  return surnames;
}
