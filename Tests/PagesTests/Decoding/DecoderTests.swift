import Foundation
import HanText
import Testing

@testable import Pages

@Suite("Decoding")
struct DecoderTests {
  /// Own sentences, in both scripts.
  private static let simplified = """
    新湖市科技局五月六日召开座谈会，讨论人工智能人才的培养和引进。会议由副局长林书远主持。
    去年全市共有四十二家企业参加培训，学员超过三千人，其中女性占百分之三十八。
    “我们希望学校和企业一起把课程做好。”他在会上说，“这件事情不能等。”
    与会代表认为，基层单位缺少设备，也缺少能够长期留下来的教师；有关部门应当加大投入。
    """
  private static let traditional = """
    新湖市科技局五月六日召開座談會，討論人工智慧人才的培養和引進。會議由副局長林書遠主持。
    去年全市共有四十二家企業參加培訓，學員超過三千人，其中女性占百分之三十八。
    「我們希望學校和企業一起把課程做好。」他在會上說，「這件事情不能等。」
    與會代表認為，基層單位缺少設備，也缺少能夠長期留下來的教師；有關部門應當加大投入。
    """

  /// The seven encodings, with the name each is found by.
  private static let encodings: [(charset: String, mark: [UInt8], name: String)] = [
    ("UTF-8", [], "UTF-8"), ("UTF-8", [0xEF, 0xBB, 0xBF], "UTF-8"), ("UTF-16LE", [], "UTF-16LE"),
    ("UTF-16BE", [], "UTF-16BE"), ("UTF-16LE", [0xFF, 0xFE], "UTF-16LE"),
    ("GB18030", [], "GB18030"), ("BIG5-HKSCS", [], "Big5-HKSCS"),
  ]

  /// Encodes by Foundation, which is not what decodes.
  private static func encode(_ text: String, _ charset: String) -> [UInt8]? {
    let encoding: String.Encoding
    switch charset {
    case "UTF-8": encoding = .utf8
    case "UTF-16LE": encoding = .utf16LittleEndian
    case "UTF-16BE": encoding = .utf16BigEndian
    default: return iconv(text, charset)
    }
    return text.data(using: encoding).map { Array($0) }
  }

  /// Encodes by the system's `iconv`.
  private static func iconv(_ text: String, _ charset: String) -> [UInt8]? {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/iconv")
    process.arguments = ["-f", "UTF-8", "-t", charset]
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    guard (try? process.run()) != nil else { return nil }
    input.fileHandleForWriting.write(Data(text.utf8))
    try? input.fileHandleForWriting.close()
    let data = try? output.fileHandleForReading.readToEnd()
    process.waitUntilExit()
    return process.terminationStatus == 0 ? data.map { Array($0) } : nil
  }

  @Test("seven encodings, long and short, whole and cut at any byte")
  func sevenEncodings() throws {
    var wrong: [String] = []
    var tried = 0
    for (charset, mark, name) in Self.encodings {
      for whole in [Self.simplified, Self.traditional] {
        if charset.hasPrefix("BIG5"), whole == Self.simplified { continue }
        for text in [whole] + whole.split(separator: "\n").map(String.init) {
          let bytes = mark + (try #require(Self.encode(text, charset)))
          for end in min(24, bytes.count)...bytes.count {
            tried += 1
            let found = try? Decoder.decode(Array(bytes[..<end]), format: .text)
            if found?.encoding != name {
              wrong.append("\(charset) cut at \(end): \(text.prefix(8))")
            }
            if end == bytes.count {
              #expect(found.map { String(scalars: $0.text) } == text)
              #expect(found?.undecodable == 0)
            }
          }
        }
      }
    }
    #expect(tried > 7000)
    #expect(wrong.count * 1000 <= tried, "\(wrong.prefix(20))")
  }

  @Test("the beginning cut off")
  func cutBeginning() throws {
    for charset in ["UTF-8", "GB18030", "UTF-16LE"] {
      let bytes = try #require(Self.encode(Self.simplified, charset))
      for start in 1...6 {
        let found = try Decoder.decode(Array(bytes[start...]), format: .text)
        #expect(found.encoding == charset)
        #expect(String(scalars: found.text).hasSuffix("有关部门应当加大投入。"))
      }
    }
  }

  @Test("a wrong declaration loses against well-formed UTF-8, and against plain sense")
  func declarations() throws {
    let page = "<html><head><meta charset=\"%\"><title>题</title></head><p>\(Self.simplified)</p>"
    for (declared, charset, expected) in [
      ("gb2312", "UTF-8", "UTF-8"), ("big5", "UTF-8", "UTF-8"), ("utf-8", "GB18030", "GB18030"),
      ("gb2312", "GB18030", "GB18030"), ("iso-8859-1", "GB18030", "GB18030"),
      ("nonsense", "GB18030", "GB18030"),
    ] {
      let bytes = try #require(Self.encode(page.replacing("%", with: declared), charset))
      let found = try Decoder.decode(bytes, format: .html)
      #expect(found.encoding == expected, "declared \(declared), is \(charset)")
      #expect(found.undecodable == 0)
    }
  }

  @Test(
    "declarations are found however they are written",
    arguments: [
      ("<meta charset=gbk>", "GB18030"), ("<META CHARSET = 'Big5' />", "Big5-HKSCS"),
      (
        "<meta http-equiv=\"Content-Type\" content=\"text/html; charset=gb2312\">", "GB18030"
      ),
      ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>", "UTF-8"),
      ("<script charset=\"gbk\">", nil), ("charset=gbk", nil), ("<meta charset=>", nil),
      ("<meta name=charset content=x>", nil), ("<meta charset=utf-16le>", nil),
    ] as [(String, String?)])
  func declared(head: String, expected: String?) {
    #expect(DeclaredCharset.find(in: Array(head.utf8)) == expected)
  }

  @Test(
    "labels",
    arguments: [
      ("GB2312", "GB18030"), (" gbk ", "GB18030"), ("big5", "Big5-HKSCS"), ("utf8", "UTF-8"),
      ("UTF-16", "UTF-16LE"), ("latin1", "windows-1252"), ("shift_jis", "Shift_JIS"),
      ("", nil), ("klingon", nil), ("a b", nil), ("国标", nil),
    ] as [(String, String?)])
  func labels(label: String, expected: String?) {
    #expect(EncodingLabel.encoding(for: label) == expected)
  }

  @Test("forced encodings win, unknown ones are refused")
  func forced() throws {
    let bytes: [UInt8] = [0xD6, 0xD0]
    #expect(try String(scalars: Decoder.decode(bytes, forced: "gbk", format: .text).text) == "中")
    let utf8 = try Decoder.decode(bytes, forced: "utf-8", format: .text)
    #expect(utf8.undecodable == 2)
    #expect(utf8.text == [0xFFFD, 0xFFFD])
    #expect(throws: DecodingFailure.unknownEncoding("x-none")) {
      try Decoder.decode(bytes, forced: "x-none", format: .text)
    }
    // A mark of the forced encoding is no text.
    let marked = try Decoder.decode([0xEF, 0xBB, 0xBF, 0x61], forced: "utf-8", format: .text)
    #expect(marked.text == [0x61])
  }

  @Test("bytes that mean nothing are counted and kept as U+FFFD")
  func invalid() throws {
    var bytes = Array(Self.simplified.utf8)
    bytes[30] = 0xFF
    bytes.append(0xE4)
    let found = try Decoder.decode(bytes, format: .text)
    #expect(found.encoding == "UTF-8")
    #expect(found.undecodable == found.text.count { $0 == 0xFFFD })
    #expect(found.undecodable >= 2)
  }

  @Test("a stray NUL does not make a text binary; it is counted")
  func strayNUL() throws {
    let found = try Decoder.decode(Array((Self.simplified + "\0" + "尾").utf8), format: .text)
    #expect(String(scalars: found.text) == Self.simplified + "\u{FFFD}尾")
    #expect(found.undecodable == 1)
  }

  @Test(
    "files that hold no text are refused",
    arguments: [
      Array("%PDF-1.7\n".utf8), [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A],
      [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0], Array("text".utf8) + [0, 1, 2, 3, 0, 0, 7, 200, 201],
    ] as [[UInt8]])
  func binary(bytes: [UInt8]) {
    #expect(throws: DecodingFailure.self) { try Decoder.decode(bytes, format: .text) }
  }

  @Test(
    "ASCII, nothing, one character, other languages",
    arguments: [
      ([], "UTF-8"), (Array("plain ascii".utf8), "UTF-8"), (Array("中".utf8), "UTF-8"),
      (Array("é".utf8), "UTF-8"), (Array("Café à l’été".utf8), "UTF-8"),
      ([0xC1, 0xAA, 0xCD, 0xA8], "GB18030"), (Array("h\0i\0!\0".utf8), "UTF-16LE"),
    ] as [([UInt8], String)])
  func small(bytes: [UInt8], encoding: String) throws {
    let found = try Decoder.decode(bytes, format: .text)
    #expect(found.encoding == encoding)
    #expect(found.undecodable == 0)
  }

  @Test("random bytes give text or a refusal, never a crash")
  func random() {
    var state: UInt64 = 9
    for _ in 0..<400 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let bytes = (0..<Int(state >> 56)).map { i -> UInt8 in
        state = state &* 6_364_136_223_846_793_005 &+ UInt64(i)
        return UInt8(truncatingIfNeeded: state >> 33)
      }
      for format in PageFormat.allCases {
        for forced in [nil, "gb18030", "utf-16be", "big5", "utf-8", "iso-2022-jp", "utf-7"] {
          _ = try? Decoder.decode(bytes, forced: forced, format: format)
        }
      }
    }
  }
}
