#include "CXML.h"

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlversion.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

/* libxml2 looks through all open elements at an end tag without a start: with the depth bounded,
   a page of a million nested tags costs linear time. */
#define MAXIMUM_DEPTH 400

/* Numbers of names by the parser's own pointers: it keeps one copy of each name. */
#define CACHED_NAMES 64
struct name_cache {
  const char *name[CACHED_NAMES];
  uint16_t index[CACHED_NAMES];
};

struct eduai_html {
  struct name_cache elements, attributes;
  eduai_html_event *events;
  size_t event_count, event_capacity;
  unsigned char *bytes;
  size_t byte_count, byte_capacity;
  htmlParserCtxtPtr parser;
  int raw; /* inside a script or style whose text nobody reads */
  int pre; /* depth of elements that keep their white space */
  int failed; /* memory ran out: what was read so far stands */
};

const char *eduai_xml_version(void) { return LIBXML_DOTTED_VERSION; }

static const char *const element_names[] = {
#define NAME(n) #n,
    EDUAI_HTML_ELEMENTS(NAME)
#undef NAME
};

/* Binary search over the sorted names; 0 for a name that is not among them. */
static uint16_t element_index(const char *name) {
  size_t low = 0, high = sizeof element_names / sizeof *element_names;
  while (low < high) {
    size_t middle = (low + high) / 2;
    /* The first letter decides most steps. */
    int order = (unsigned char)name[0] - (unsigned char)element_names[middle][0];
    if (order == 0) order = strcmp(name, element_names[middle]);
    if (order == 0) return (uint16_t)(middle + 1);
    if (order < 0) high = middle; else low = middle + 1;
  }
  return EDUAI_ELEMENT_OTHER;
}

static uint16_t attribute_index(const char *name) {
  static const struct { const char *name; uint16_t index; } known[] = {
      {"aria-hidden", EDUAI_ATTRIBUTE_aria_hidden}, {"class", EDUAI_ATTRIBUTE_class},
      {"content", EDUAI_ATTRIBUTE_content},         {"datetime", EDUAI_ATTRIBUTE_datetime},
      {"hidden", EDUAI_ATTRIBUTE_hidden},           {"href", EDUAI_ATTRIBUTE_href},
      {"id", EDUAI_ATTRIBUTE_id},                   {"itemprop", EDUAI_ATTRIBUTE_itemprop},
      {"name", EDUAI_ATTRIBUTE_name},               {"property", EDUAI_ATTRIBUTE_property},
      {"role", EDUAI_ATTRIBUTE_role},               {"style", EDUAI_ATTRIBUTE_style},
      {"type", EDUAI_ATTRIBUTE_type}};
  for (size_t i = 0; i < sizeof known / sizeof *known; i++)
    if (name[0] == known[i].name[0] && strcmp(name, known[i].name) == 0) return known[i].index;
  return EDUAI_ATTRIBUTE_OTHER;
}

/* The number of a name as `find` tells it, by pointer where it came before. */
static uint16_t cached(struct name_cache *cache, const char *name, uint16_t (*find)(const char *)) {
  size_t slot = ((uintptr_t)name >> 3 ^ (uintptr_t)name >> 9) % CACHED_NAMES;
  if (cache->name[slot] != name) {
    cache->name[slot] = name;
    cache->index[slot] = find(name);
  }
  return cache->index[slot];
}

static void fail(eduai_html *page) {
  page->failed = 1;
  if (page->parser) xmlStopParser(page->parser);
}

/* Room for `count` more bytes; 0 where there is none. */
static int reserve_bytes(eduai_html *page, size_t count) {
  if (page->failed) return 0;
  size_t needed = page->byte_count + count;
  if (needed > UINT32_MAX) return fail(page), 0;
  if (needed <= page->byte_capacity) return 1;
  size_t capacity = page->byte_capacity * 2 > needed ? page->byte_capacity * 2 : needed + 4096;
  unsigned char *grown = realloc(page->bytes, capacity);
  if (!grown) return fail(page), 0;
  page->bytes = grown;
  page->byte_capacity = capacity;
  return 1;
}

static eduai_html_event *add_event(eduai_html *page, uint16_t kind, uint16_t name) {
  if (page->failed) return NULL;
  if (page->event_count == page->event_capacity) {
    size_t capacity = page->event_capacity ? page->event_capacity * 2 : 4096;
    eduai_html_event *grown = realloc(page->events, capacity * sizeof *grown);
    if (!grown) return fail(page), NULL;
    page->events = grown;
    page->event_capacity = capacity;
  }
  eduai_html_event *event = &page->events[page->event_count++];
  int line = page->parser && page->parser->input ? page->parser->input->line : 1;
  *event = (eduai_html_event){
      kind, name, line > 0 ? (uint32_t)line : 1, (uint32_t)page->byte_count, 0};
  return event;
}

static int keeps_space(uint16_t element) {
  return element == EDUAI_ELEMENT_pre || element == EDUAI_ELEMENT_textarea;
}

static void start_element(void *context, const xmlChar *name, const xmlChar **attributes) {
  eduai_html *page = context;
  uint16_t element = cached(&page->elements, (const char *)name, element_index);
  add_event(page, EDUAI_HTML_START, element);
  int is_structured = 0; /* a script that holds JSON-LD */
  for (; attributes && attributes[0]; attributes += 2) {
    uint16_t attribute =
        cached(&page->attributes, (const char *)attributes[0], attribute_index);
    if (attribute == EDUAI_ATTRIBUTE_OTHER) continue;
    const char *value = attributes[1] ? (const char *)attributes[1] : "";
    size_t count = attribute == EDUAI_ATTRIBUTE_href ? 0 : strlen(value);
    if (attribute == EDUAI_ATTRIBUTE_type && strstr(value, "ld+json")) is_structured = 1;
    if (!reserve_bytes(page, count)) return;
    eduai_html_event *event = add_event(page, EDUAI_HTML_ATTRIBUTE, attribute);
    if (!event) return;
    memcpy(page->bytes + page->byte_count, value, count);
    event->count = (uint32_t)count;
    page->byte_count += count;
  }
  if ((element == EDUAI_ELEMENT_script && !is_structured) || element == EDUAI_ELEMENT_style)
    page->raw = 1;
  if (keeps_space(element)) page->pre++;
  /* Too deep: forget the element again, as if it had been closed at once. */
  htmlParserCtxtPtr parser = page->parser;
  if (parser->nameNr > MAXIMUM_DEPTH) {
    parser->nameNr--;
    parser->nameTab[parser->nameNr] = NULL;
    parser->name = parser->nameTab[parser->nameNr - 1];
    if (keeps_space(element)) page->pre--;
    page->raw = 0;
    add_event(page, EDUAI_HTML_END, element);
  }
}

static void end_element(void *context, const xmlChar *name) {
  eduai_html *page = context;
  uint16_t element = cached(&page->elements, (const char *)name, element_index);
  if (element == EDUAI_ELEMENT_script || element == EDUAI_ELEMENT_style) page->raw = 0;
  if (keeps_space(element) && page->pre > 0) page->pre--;
  add_event(page, EDUAI_HTML_END, element);
}

static void characters(void *context, const xmlChar *text, int length) {
  eduai_html *page = context;
  if (page->raw || length <= 0 || !reserve_bytes(page, (size_t)length)) return;
  eduai_html_event *event = page->event_count ? &page->events[page->event_count - 1] : NULL;
  if (!event || event->kind != EDUAI_HTML_TEXT) event = add_event(page, EDUAI_HTML_TEXT, 0);
  if (!event) return;
  unsigned char *out = page->bytes + page->byte_count;
  size_t written = 0;
  if (page->pre) {
    memcpy(out, text, (size_t)length);
    written = (size_t)length;
  } else {
    int after_space = event->count > 0 && out[-1] == ' ';
    for (int i = 0; i < length; i++) {
      unsigned char c = text[i];
      if (c == ' ' || (c >= 9 && c <= 13)) {
        if (!after_space) out[written++] = ' ';
        after_space = 1;
      } else {
        out[written++] = c;
        after_space = 0;
      }
    }
  }
  event->count += (uint32_t)written;
  page->byte_count += written;
}

eduai_html *eduai_html_parse(const char *bytes, size_t count) {
  eduai_html *page = calloc(1, sizeof *page);
  if (!page || count == 0 || count > INT_MAX - 16) return page;
  xmlInitParser();
  htmlParserCtxtPtr parser = htmlCreateMemoryParserCtxt(bytes, (int)count);
  if (!parser) return page;
  htmlCtxtUseOptions(
      parser, HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                  HTML_PARSE_COMPACT | HTML_PARSE_IGNORE_ENC | HTML_PARSE_NODEFDTD |
                  XML_PARSE_HUGE);
  /* The caller decoded the page: whatever it declares, these bytes are UTF-8. */
  xmlSwitchEncoding(parser, XML_CHAR_ENCODING_UTF8);
  xmlSAXHandler handler;
  memset(&handler, 0, sizeof handler);
  handler.startElement = start_element;
  handler.endElement = end_element;
  handler.characters = characters;
  handler.ignorableWhitespace = characters;
  handler.cdataBlock = characters;
  xmlSAXHandlerPtr own = parser->sax;
  parser->sax = &handler;
  parser->userData = page;
  page->parser = parser;
  htmlParseDocument(parser);
  page->parser = NULL;
  parser->sax = own;
  if (parser->myDoc) xmlFreeDoc(parser->myDoc);
  parser->myDoc = NULL;
  htmlFreeParserCtxt(parser);
  return page;
}

const eduai_html_event *eduai_html_events(const eduai_html *page, size_t *count) {
  *count = page->event_count;
  return page->events;
}

const unsigned char *eduai_html_bytes(const eduai_html *page, size_t *count) {
  *count = page->byte_count;
  return page->bytes;
}

void eduai_html_free(eduai_html *page) {
  if (!page) return;
  free(page->events);
  free(page->bytes);
  free(page);
}
