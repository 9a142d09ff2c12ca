import CXML

/// What an element means for the flow of blocks; by the HTML standard's content categories.
struct HTMLElement {
  /// The element's number in `CXML.h`.
  let name: UInt16

  /// Whether it begins and ends a block.
  var isBlock: Bool { HTMLElement.isBlock[name] }
  /// Whether nothing in it is text of the page.
  var isSkipped: Bool { HTMLElement.isSkipped[name] }
  /// Whether it groups blocks: two paragraphs of one article have the same container.
  var isContainer: Bool { HTMLElement.isContainer[name] }
  /// Level of a heading, 0 for any other element.
  var headingLevel: Int {
    let first = UInt16(EDUAI_ELEMENT_h1)
    return name >= first && name < first + 6 ? Int(name - first) + 1 : 0
  }

  init(_ name: UInt16) { self.name = name }

  func `is`(_ element: Int) -> Bool { name == UInt16(element) }

  private struct Table: Sendable {
    var bits = [Bool](repeating: false, count: 128)
    init(_ elements: [Int]) { for e in elements { bits[e] = true } }
    subscript(name: UInt16) -> Bool { Int(name) < bits.count && bits[Int(name)] }
  }

  private static let isBlock = Table(
    [
      EDUAI_ELEMENT_address, EDUAI_ELEMENT_article, EDUAI_ELEMENT_aside, EDUAI_ELEMENT_blockquote,
      EDUAI_ELEMENT_body, EDUAI_ELEMENT_caption, EDUAI_ELEMENT_center, EDUAI_ELEMENT_dd,
      EDUAI_ELEMENT_details, EDUAI_ELEMENT_dialog, EDUAI_ELEMENT_dir, EDUAI_ELEMENT_div,
      EDUAI_ELEMENT_dl, EDUAI_ELEMENT_dt, EDUAI_ELEMENT_fieldset, EDUAI_ELEMENT_figcaption,
      EDUAI_ELEMENT_figure, EDUAI_ELEMENT_footer, EDUAI_ELEMENT_form, EDUAI_ELEMENT_h1,
      EDUAI_ELEMENT_h2, EDUAI_ELEMENT_h3, EDUAI_ELEMENT_h4, EDUAI_ELEMENT_h5, EDUAI_ELEMENT_h6,
      EDUAI_ELEMENT_header, EDUAI_ELEMENT_hr, EDUAI_ELEMENT_li, EDUAI_ELEMENT_main,
      EDUAI_ELEMENT_menu, EDUAI_ELEMENT_nav, EDUAI_ELEMENT_ol, EDUAI_ELEMENT_p, EDUAI_ELEMENT_pre,
      EDUAI_ELEMENT_section, EDUAI_ELEMENT_summary, EDUAI_ELEMENT_table, EDUAI_ELEMENT_tbody,
      EDUAI_ELEMENT_td, EDUAI_ELEMENT_tfoot, EDUAI_ELEMENT_th, EDUAI_ELEMENT_thead,
      EDUAI_ELEMENT_tr, EDUAI_ELEMENT_ul,
    ].map { Int($0) })

  private static let isSkipped = Table(
    [
      EDUAI_ELEMENT_button, EDUAI_ELEMENT_datalist, EDUAI_ELEMENT_head, EDUAI_ELEMENT_iframe,
      EDUAI_ELEMENT_noframes, EDUAI_ELEMENT_noscript, EDUAI_ELEMENT_object,
      EDUAI_ELEMENT_optgroup, EDUAI_ELEMENT_option, EDUAI_ELEMENT_rp, EDUAI_ELEMENT_rt,
      EDUAI_ELEMENT_script, EDUAI_ELEMENT_select, EDUAI_ELEMENT_style, EDUAI_ELEMENT_svg,
      EDUAI_ELEMENT_template, EDUAI_ELEMENT_textarea, EDUAI_ELEMENT_title, EDUAI_ELEMENT_video,
    ].map { Int($0) })

  private static let isContainer = Table(
    [
      EDUAI_ELEMENT_article, EDUAI_ELEMENT_aside, EDUAI_ELEMENT_body, EDUAI_ELEMENT_div,
      EDUAI_ELEMENT_footer, EDUAI_ELEMENT_form, EDUAI_ELEMENT_header, EDUAI_ELEMENT_main,
      EDUAI_ELEMENT_nav, EDUAI_ELEMENT_section, EDUAI_ELEMENT_table, EDUAI_ELEMENT_td,
      EDUAI_ELEMENT_ul, EDUAI_ELEMENT_ol, EDUAI_ELEMENT_dl,
    ].map { Int($0) })
}
