import Entities

extension Evaluation {
  /// The figures as a table for people.
  public var report: String {
    var lines = [documents == 1 ? "1 document" : "\(documents) documents", ""]
    lines.append("mentions (strict)   precision  recall      F1   gold   name right")
    for type in MentionFields.types {
      lines.append(row(type, mentions[type] ?? Score(), names[type]))
    }
    lines.append(row("all", allMentions, nil))
    lines += ["", "relations"]
    lines.append(row("posts", posts, nil))
    lines.append(row("figure contexts", contexts, nil))
    lines += ["", "clean text"]
    lines.append(row("characters", characters, nil))
    lines += ["", "fields right, of mentions found"]
    for (field, accuracy) in sorted(fields) + sorted(metadata) {
      lines.append(
        padded(field, 20) + percent(accuracy.share) + "  of \(accuracy.compared)")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The figures as one JSON object; shares with four decimals.
  public var json: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("documents", documents)
      json.key("mentions")
      json.object { json in
        for type in MentionFields.types { write(type, mentions[type] ?? Score(), to: &json) }
        write("all", allMentions, to: &json)
      }
      json.key("names")
      write(sorted(names), to: &json)
      json.key("fields")
      write(sorted(fields), to: &json)
      json.key("relations")
      json.object { json in
        write("posts", posts, to: &json)
        write("contexts", contexts, to: &json)
      }
      json.key("metadata")
      write(sorted(metadata), to: &json)
      write("text", characters, to: &json)
      json.key("errors")
      json.array { json in
        for error in errors {
          json.object { json in
            json.member("document", error.document)
            json.member("kind", error.kind.rawValue)
            json.member("what", error.what)
            json.member("detail", error.detail)
          }
        }
      }
    }
    return json.bytes + [0x0A]
  }

  private func sorted(_ table: [String: FieldAccuracy]) -> [(String, FieldAccuracy)] {
    table.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  private func write(_ key: String, _ score: Score, to json: inout JSONWriter) {
    json.key(key)
    json.object { json in
      json.key("precision")
      json.raw(decimal(score.precision, places: 4))
      json.key("recall")
      json.raw(decimal(score.recall, places: 4))
      json.key("f1")
      json.raw(decimal(score.f1, places: 4))
      json.member("hits", score.hits)
      json.member("predicted", score.predicted)
      json.member("gold", score.gold)
    }
  }

  private func write(_ table: [(String, FieldAccuracy)], to json: inout JSONWriter) {
    json.object { json in
      for (key, accuracy) in table {
        json.key(key)
        json.object { json in
          json.key("share")
          json.raw(decimal(accuracy.share, places: 4))
          json.member("right", accuracy.right)
          json.member("compared", accuracy.compared)
        }
      }
    }
  }

  private func row(_ name: String, _ score: Score, _ names: FieldAccuracy?) -> String {
    let shares = [score.precision, score.recall, score.f1].map(percent).joined(separator: "  ")
    var line = padded(name, 20) + shares + leftPadded(String(score.gold), 7)
    if let names { line += "     " + percent(names.share) }
    return line
  }

  private func percent(_ share: Double) -> String {
    leftPadded(decimal(share * 100, places: 1), 6) + " "
  }

  private func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  private func leftPadded(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }

  /// A non-negative share with a fixed number of places, rounded half up.
  private func decimal(_ value: Double, places: Int) -> String {
    let scale = (0..<places).reduce(1) { power, _ in power * 10 }
    let scaled = Int((value * Double(scale)).rounded())
    let fraction = String(scaled % scale)
    return "\(scaled / scale)." + String(repeating: "0", count: places - fraction.count) + fraction
  }
}
