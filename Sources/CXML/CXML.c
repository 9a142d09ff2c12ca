#include "CXML.h"
#include <libxml/xmlversion.h>

const char *eduai_xml_version(void) { return LIBXML_DOTTED_VERSION; }
