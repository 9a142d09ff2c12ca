import Testing

@testable import Entities

/// Posts of several people at once: elected, listed, named behind their title, left together.
@Suite struct PostListTests {
  @Test(arguments: [
    // Honours between the name and the verb, and a clause that goes on in the same body.
    (
      "政府委任宋明远资深大律师为房屋委员会主席，并再度委任林志远医生、高文远及方子明为委员。",
      [
        "宋明远 主席 房屋委员会", "林志远 委员 房屋委员会", "高文远 委员 房屋委员会",
        "方子明 委员 房屋委员会",
      ]
    ),
    // The body that elects, before its meeting or beside it.
    ("东江大学昨天举行董事会，推选何知远为新任董事长。", ["何知远 董事长 东江大学"]),
    (
      "经中国教育学会批准，南京教育基金会第六届理事会选举何知远为理事长，林志远为副理事长。",
      ["何知远 理事长 南京教育基金会", "林志远 副理事长 南京教育基金会"]
    ),
    (
      "江山银行股份有限公司召开股东大会，选举何知远、林志远为第九届董事会非独立董事，高文远为独立董事。",
      [
        "何知远 非独立董事 江山银行股份有限公司", "林志远 非独立董事 江山银行股份有限公司",
        "高文远 独立董事 江山银行股份有限公司",
      ]
    ),
    (
      "江山建材有限公司职工代表大会选举何知远为职工代表监事。",
      ["何知远 职工代表监事 江山建材有限公司"]
    ),
    // One verb for a list, a count or a reason between.
    (
      "何知远、林志远、高文远三名同志因工作调动，不再担任江山市人民法院审判员职务。",
      [
        "何知远 审判员 江山市人民法院 (former)", "林志远 审判员 江山市人民法院 (former)",
        "高文远 审判员 江山市人民法院 (former)",
      ]
    ),
    ("何知远、林志远均为南京大学教授。", ["何知远 教授 南京大学", "林志远 教授 南京大学"]),
    (
      "南京大学教授何知远、东海大学教授林志远受聘为河海大学顾问。",
      [
        "何知远 教授 南京大学", "何知远 顾问 河海大学", "林志远 教授 东海大学", "林志远 顾问 河海大学",
      ]
    ),
    (
      "江山建材有限公司董事何知远、林志远先后辞职。",
      ["何知远 董事 江山建材有限公司 (former)", "林志远 董事 江山建材有限公司 (former)"]
    ),
    // The title before its holders.
    ("江山建材有限公司去年成立，唯一董事为二十九岁的何知远。", ["何知远 董事 江山建材有限公司"]),
    (
      "江山建材有限公司的财务总监为林文远，执行董事为甘立平先生（主席）及黄美玲女士。",
      [
        "林文远 财务总监 江山建材有限公司", "甘立平 执行董事 江山建材有限公司",
        "黄美玲 执行董事 江山建材有限公司",
      ]
    ),
    (
      "南京教育基金会副主席何知远出任主席。新一届三位副主席依次为林志远、高文远、方子明。",
      [
        "何知远 副主席 南京教育基金会", "何知远 主席 南京教育基金会", "林志远 副主席 南京教育基金会",
        "高文远 副主席 南京教育基金会", "方子明 副主席 南京教育基金会",
      ]
    ),
    // The post that the sentence named before 由.
    (
      "商务部经济发展署署长一职悬空三个月，昨天核定由副署长何知远升任。",
      ["何知远 副署长 商务部经济发展署", "何知远 署长 商务部经济发展署"]
    ),
    (
      "江山建材有限公司公告，总经理林志远请辞，由副总经理何知远暂代。",
      [
        "林志远 总经理 江山建材有限公司 (former)", "何知远 副总经理 江山建材有限公司",
        "何知远 总经理 江山建材有限公司",
      ]
    ),
  ])
  func givesEach(_ text: String, _ posts: [String]) {
    #expect(Recognised(text, tagger: LinearTagger.builtIn).posts == posts)
  }

  @Test(arguments: [
    // The body at the end of the line.
    (
      "董事长何知远、总经理林志远谨启　江山建材有限公司",
      ["何知远 董事长 江山建材有限公司", "林志远 总经理 江山建材有限公司"]
    ),
    (
      "主席：何知远　副主席：林志远　秘书：高文远（南京教育学会）",
      ["何知远 主席 南京教育学会", "林志远 副主席 南京教育学会", "高文远 秘书 南京教育学会"]
    ),
    // The body of the first post.
    (
      "石桥村村委会主任何知远，副主任林志远，委员高文远、方子明。",
      [
        "何知远 主任 石桥村村委会", "林志远 副主任 石桥村村委会", "高文远 委员 石桥村村委会",
        "方子明 委员 石桥村村委会",
      ]
    ),
    (
      "江山市人民法院昨天开庭。合议庭由审判长何知远、审判员林志远和人民陪审员高文远组成。",
      [
        "何知远 审判长 江山市人民法院", "林志远 审判员 江山市人民法院", "高文远 人民陪审员 江山市人民法院",
      ]
    ),
  ])
  func sharesTheBody(_ text: String, _ posts: [String]) {
    #expect(Recognised(text, tagger: LinearTagger.builtIn).posts == posts)
  }

  @Test(arguments: [
    // 为 before one to whom something is done, and 是 before what is said of one.
    ("南京大学开学，校长为何知远颁奖。", []),
    ("南京大学开学，校长是何知远的老同学。", []),
    // Each of another body, or one after the other.
    ("教育部说，大队长分别是何知远、林志远与高文远。", []),
    ("南京大学建校百年，历任校长依次为何知远、林志远。", []),
    // A calling is no office of the body before it, nor is a head of another kind.
    ("南京大学校长何知远，作家林志远到场。", ["何知远 校长 南京大学"]),
    ("南京大学校长何知远，县长林志远到场。", ["何知远 校长 南京大学"]),
    ("商务部副部长何知远任驻德国大使。", ["何知远 副部长 商务部"]),
    // Two bodies in the line.
    ("主席：何知远（南京大学）　秘书：林志远（东海大学）", ["何知远 主席 南京大学", "林志远 秘书 东海大学"]),
    // An authority appoints to bodies of others.
    ("国务院任命何知远为局长。", []),
  ])
  func givesNoMore(_ text: String, _ posts: [String]) {
    #expect(Recognised(text, tagger: LinearTagger.builtIn).posts == posts)
  }

  @Test(arguments: [
    // What stands before the title is where it is held, though no name that the text gives.
    ("中国工商银行行长何知远、某公司财务长林志远到场。", ["何知远 行长 中国工商银行"]),
    ("商务部宣布，驻德国大使何知远退休。", []),
    ("中国常驻联合国代表何知远说。", []),
    // The body itself, by a word of it.
    ("中国教育学会昨天开会，学会会长何知远说。", ["何知远 会长 中国教育学会"]),
    // What a verb gave another, an undertaking, and whose kin someone is.
    (
      "江山建材有限公司改选，林志远连任董事长，独立董事何知远到场。",
      ["林志远 董事长 江山建材有限公司", "何知远 独立董事 江山建材有限公司"]
    ),
    ("教育部教授何知远担任课题顾问。", ["何知远 教授 教育部"]),
    ("教授何知远是江山建材有限公司创办人之子。", []),
  ])
  func leavesOtherBodies(_ text: String, _ posts: [String]) {
    #expect(Recognised(text, tagger: LinearTagger.builtIn).posts == posts)
  }

  @Test(arguments: [
    // What somebody is in charge of belongs to the title, a department to the body.
    ("江山市人民医院顾问医生何知远说。", ["何知远 顾问医生 江山市人民医院"]),
    ("新城巴士有限公司客运总经理何知远说。", ["何知远 客运总经理 新城巴士有限公司"]),
    ("何知远教授出任廉政公署咨询委员会非官守委员。", ["何知远 非官守委员 廉政公署咨询委员会"]),
    ("南京大学金融学教授何知远说。", ["何知远 教授 南京大学"]),
  ])
  func readsFields(_ text: String, _ posts: [String]) {
    #expect(Recognised(text, tagger: LinearTagger.builtIn).posts == posts)
  }
}
