import Entities
import HanText
import Pages

/// Writes documents as the contract's JSON Lines, one object a line.
public enum RecordJSON {
  /// Appends a record with its mentions and relations, and a line end.
  ///
  /// - Parameter script: the script that text of the article is printed in.
  public static func append(
    _ record: Record, script: ScriptChoice, to output: inout [UInt8]
  ) {
    let view = RecordView(record, script: script)
    var json = JSONWriter()
    json.object { json in
      writeArticle(record.article, text: view.displayed, script: script, to: &json)
      json.key("mentions")
      json.array { json in
        for mention in record.analysis.mentions { write(mention, view: view, to: &json) }
      }
      json.key("relations")
      json.array { json in
        for relation in record.analysis.relations { write(relation, to: &json) }
      }
      writeCarried(record.article, hasMentions: true, to: &json)
    }
    output.append(contentsOf: json.bytes)
    output.append(0x0A)
  }

  /// Appends an article alone, as `eduai clean` prints several of them, and a line end.
  public static func append(
    _ article: Article, script: ScriptChoice, to output: inout [UInt8]
  ) {
    var json = JSONWriter()
    json.object { json in
      writeArticle(
        article, text: ScriptConverter.convert(article.text, to: script), script: script, to: &json)
      writeCarried(article, hasMentions: false, to: &json)
    }
    output.append(contentsOf: json.bytes)
    output.append(0x0A)
  }

  private static func writeArticle(
    _ article: Article, text: Scalars, script: ScriptChoice, to json: inout JSONWriter
  ) {
    json.member("document", article.document)
    json.member("title", article.title.map { ScriptConverter.convert($0, to: script) })
    json.member("published", article.published)
    // What the input says of its own source and authors stands, and is carried through.
    func isCarried(_ key: String) -> Bool { article.carried.contains { $0.key == key } }
    if !isCarried("source") {
      json.member("source", article.source.map { ScriptConverter.convert($0, to: script) })
    }
    if !article.authors.isEmpty, !isCarried("authors") {
      json.key("authors")
      json.array { json in
        for author in article.authors { json.value(ScriptConverter.convert(author, to: script)) }
      }
    }
    json.member("script", article.script.rawValue)
    json.member("encoding", article.encoding)
    if article.undecodable > 0 { json.member("undecodable", article.undecodable) }
    json.member("repairs", article.repairs)
    json.member("removed_lines", article.removedLines)
    json.key("text")
    json.value(text[...])
  }

  /// Writes the members that came with the article; a key that has been written already is left
  /// out, as readers of JSON would take one of the two values, and not all the same one.
  private static func writeCarried(
    _ article: Article, hasMentions: Bool, to json: inout JSONWriter
  ) {
    for (key, value) in article.carried {
      let isWritten =
        switch key {
        case "document", "script", "repairs", "removed_lines", "text": true
        case "title": article.title?.isEmpty == false
        case "published": article.published?.isEmpty == false
        case "encoding": article.encoding != nil
        case "undecodable": article.undecodable > 0
        case "mentions", "relations": hasMentions
        default: false
        }
      if isWritten { continue }
      json.key(key)
      json.raw(value)
    }
  }

  private static func write(_ mention: Mention, view: RecordView, to json: inout JSONWriter) {
    let fields = MentionFields(mention)
    json.object { json in
      json.member("type", fields.type)
      json.member("subtype", fields.subtype)
      json.member("text", view.displayed[mention.span])
      json.member("name", mention.name)
      json.member("start", mention.span.start)
      json.member("end", mention.span.end)
      json.member("role", fields.role)
      json.member("affiliation", fields.affiliation)
      json.member("value", fields.value)
      json.member("value", fields.date)
      json.member("value_max", fields.valueMax)
      json.member("unit", fields.unit)
      json.member("qualifier", fields.qualifier)
      json.member("direction", fields.direction)
      json.member("subject", fields.subject)
      json.member("issuer", fields.issuer)
      json.member("number", fields.number)
    }
  }

  private static func write(_ relation: Relation, to json: inout JSONWriter) {
    json.object { json in
      switch relation {
      case .post(let person, let role, let institution, let isFormer):
        json.member("person", person)
        json.member("role", role)
        json.member("institution", institution)
        if isFormer {
          json.key("former")
          json.raw("true")
        }
      case .context(let figure, let place, let date):
        json.member("figure", figure)
        json.member("place", place)
        json.member("date", date)
      }
    }
  }
}
