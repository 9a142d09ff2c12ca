import HanText

/// Classes of scalars that the tagger's features look at, and the folding of scalars that it
/// need not tell apart.
package struct CharacterClasses: Sendable {
  /// What a scalar is to the tagger.
  package enum Class: UInt8, Sendable {
    case edge, han, digit, latin, numeral, comma, stop, open, close, dot, space, other
    case surname, transliteration, surnameOrTransliteration, calendar
  }

  private let table: [UInt8]

  /// The one table.
  package static let shared = CharacterClasses()

  private init() {
    var table = [UInt8](repeating: Class.other.rawValue, count: 0x10000)
    func set(_ range: ClosedRange<Int>, _ value: Class) {
      for c in range { table[c] = value.rawValue }
    }
    func set(_ text: StaticString, _ value: Class) {
      for scalar in text.description.unicodeScalars where scalar.value < 0x10000 {
        table[Int(scalar.value)] = value.rawValue
      }
    }
    set(0x3400...0x4DBF, .han)
    set(0x4E00...0x9FFF, .han)
    set(0xF900...0xFAFF, .han)
    set(0x30...0x39, .digit)
    set(0xFF10...0xFF19, .digit)
    set(0x41...0x5A, .latin)
    set(0x61...0x7A, .latin)
    set(0xC0...0x24F, .latin)
    set(0xFF21...0xFF3A, .latin)
    set(0xFF41...0xFF5A, .latin)
    set(Self.surnames, .surname)
    for scalar in Self.transliterations.description.unicodeScalars {
      let both = table[Int(scalar.value)] == Class.surname.rawValue
      let value: Class = both ? .surnameOrTransliteration : .transliteration
      table[Int(scalar.value)] = value.rawValue
    }
    set("一二三四五六七八九十百千万亿两〇零", .numeral)
    set("年月日时分秒周", .calendar)
    set("，、,；;：:", .comma)
    set("。！？!?…\n\r", .stop)
    set("（(【[〔《〈“‘「『\"'", .open)
    set("）)】]〕》〉”’」』", .close)
    set("·•・‧∙．.—-－", .dot)
    set(" \t\u{3000}\u{A0}", .space)
    self.table = table
  }

  /// Class of a scalar.
  package func classOf(_ c: UInt32) -> UInt8 {
    if c < 0x10000 { return table[Int(c)] }
    return c < 0x40000 && c >= 0x20000 ? Class.han.rawValue : Class.other.rawValue
  }

  /// The scalar that features are made of: digits are all one, ASCII letters lower case,
  /// full-width ASCII half width, the variants of the dot in foreign names one.
  package static func fold(_ scalar: UInt32) -> UInt32 {
    var c = scalar
    if c &- 0xFF01 < 0x5E { c = c &- 0xFEE0 }
    if c >= 0x2000 {
      return c == 0x2022 || c == 0x30FB || c == 0x2027 || c == 0x2219 ? 0xB7 : c
    }
    if c &- 0x30 < 10 { return 0x30 }
    return c &- 0x41 < 26 ? c | 0x20 : c
  }

  /// Surnames of one character in present use, most frequent first.
  private static let surnames: StaticString = """
    王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈\
    钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫雷龙史陶贺毛段郝顾龚邵万覃武钱戴严莫孔向常汤康易乔\
    赖文施洪辛柯庄温牛樊葛邢安齐伍庞颜倪聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮纪梅童凌毕单裴霍涂\
    成苗谷曲盛冉翁蓝骆路游靳辛管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党\
    宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬和师桑隋商刁荆郎甄丛戈查仇荀池栾银闻储强鞠明沙羊惠归那敖\
    丘巩冀支季居苑郁牧匡劳印花巴国植楼於覃练楚鄢粟初茅敬揭计虞危晋湛满雍伊候乌云原仲封昝禹宓匡邝郜麻\
    习阎佘亓仝阚
    """

  /// Characters that transliterations of foreign names prefer.
  private static let transliterations: StaticString = """
    阿埃艾爱安奥巴白贝比彼宾波勃博布查达戴丹德狄迪蒂丁杜多厄恩尔法凡菲费芬夫弗福盖冈高戈格根古哈海汉赫亨华霍\
    基吉加简杰金卡凯坎考柯科克肯库拉莱兰朗劳勒雷里利莉丽林琳留卢鲁路伦罗洛马玛迈曼梅门蒙米密姆摩莫默姆木\
    穆纳娜奈南内尼涅纽努诺欧帕庞佩彭皮珀普齐奇恰乔切钦让热日茹萨塞桑瑟沙莎尚舍什胜圣施史舒斯司丝苏索塔泰坦汤\
    唐特提图托瓦万威韦维魏温文沃乌伍西希锡夏谢辛休修雪雅亚延扬耶叶伊依因英尤于约赞扎詹珍兹佐
    """
}
