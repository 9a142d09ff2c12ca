/* Opaque shim over libxml2's HTML parser: one call turns a page into flat arrays of events.
   No tree is built, so nothing recurses over the depth of the page. */
#ifndef EDUAI_CXML_H
#define EDUAI_CXML_H
#include <stddef.h>
#include <stdint.h>

/* The version of libxml2 this was built with, for example "2.9.14". */
const char *eduai_xml_version(void);

/* What an event is. */
enum {
  EDUAI_HTML_START = 0, /* start of an element, `name` says which */
  EDUAI_HTML_ATTRIBUTE = 1, /* an attribute of the element started last */
  EDUAI_HTML_TEXT = 2, /* text, entities resolved, runs of ASCII white space made one space */
  EDUAI_HTML_END = 3 /* end of an element; every start has one unless the page is too deep */
};

/* One event. Text and attribute values lie in the page's byte buffer, UTF-8, not terminated. */
typedef struct {
  uint16_t kind;
  uint16_t name; /* index into the element or attribute names below, 0 for all others */
  uint32_t line; /* line of the source, from 1 */
  uint32_t start; /* byte offset into the buffer */
  uint32_t count; /* bytes */
} eduai_html_event;

typedef struct eduai_html eduai_html;

/* Parses `count` bytes of UTF-8 (no NUL among them). Never NULL unless memory runs out.
   Elements nested deeper than 400 are reported without their end events. */
eduai_html *eduai_html_parse(const char *bytes, size_t count);

/* The events in document order and the buffer that their values lie in. */
const eduai_html_event *eduai_html_events(const eduai_html *page, size_t *count);
const unsigned char *eduai_html_bytes(const eduai_html *page, size_t *count);
void eduai_html_free(eduai_html *page);

/* Element names that are told apart, sorted; names are indices from 1 in this order. */
#define EDUAI_HTML_ELEMENTS(X) \
  X(a) X(abbr) X(address) X(article) X(aside) X(b) X(blockquote) X(body) X(br) X(button) \
  X(caption) X(center) X(datalist) X(dd) X(details) X(dialog) X(dir) X(div) X(dl) X(dt) X(em) \
  X(fieldset) X(figcaption) X(figure) X(font) X(footer) X(form) X(frameset) X(h1) X(h2) X(h3) \
  X(h4) X(h5) X(h6) X(head) X(header) X(hr) X(html) X(i) X(iframe) X(img) X(input) X(label) \
  X(li) X(link) X(main) X(map) X(menu) X(meta) X(nav) X(noframes) X(noscript) X(object) X(ol) \
  X(optgroup) X(option) X(p) X(pre) X(rp) X(rt) X(ruby) X(script) X(section) X(select) X(small) \
  X(span) X(strong) X(style) X(sub) X(summary) X(sup) X(svg) X(table) X(tbody) X(td) \
  X(template) X(textarea) X(tfoot) X(th) X(thead) X(time) X(title) X(tr) X(u) X(ul) X(video)
enum {
  EDUAI_ELEMENT_OTHER = 0,
#define EDUAI_ELEMENT(n) EDUAI_ELEMENT_##n,
  EDUAI_HTML_ELEMENTS(EDUAI_ELEMENT)
#undef EDUAI_ELEMENT
};

/* Attributes that are reported; all others are dropped. */
enum {
  EDUAI_ATTRIBUTE_OTHER = 0,
  EDUAI_ATTRIBUTE_aria_hidden,
  EDUAI_ATTRIBUTE_class,
  EDUAI_ATTRIBUTE_content,
  EDUAI_ATTRIBUTE_datetime,
  EDUAI_ATTRIBUTE_hidden,
  EDUAI_ATTRIBUTE_href,
  EDUAI_ATTRIBUTE_id,
  EDUAI_ATTRIBUTE_itemprop,
  EDUAI_ATTRIBUTE_name,
  EDUAI_ATTRIBUTE_property,
  EDUAI_ATTRIBUTE_role,
  EDUAI_ATTRIBUTE_style,
  EDUAI_ATTRIBUTE_type
};
#endif
