/* Opaque shim over libxml2's HTML parser. */
#ifndef EDUAI_CXML_H
#define EDUAI_CXML_H
/* The version of libxml2 this was built with, for example "2.9.14". */
const char *eduai_xml_version(void);
#endif
