@testable import Pages

extension PageCase {
  /// Pages of offices, newspapers and accounts: papers with tables and signatures, verse, notices of one
  /// paragraph.
  static let offices: [PageCase] = [
    PageCase(
      name: "ministry's notice with a table of its data above and two dates", format: .html,
      page: """
        <html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><meta name="SiteName" content="中华人民共和国教育部政府门户网站"><meta name="ArticleTitle" content="教育部办公厅关于做好2026年高等职业学校学生岗位实习工作的通知"><meta name="PubDate" content="2025-11-12 10:05:00"><meta name="ContentSource" content="教育部"><title>教育部办公厅关于做好2026年高等职业学校学生岗位实习工作的通知 - 中华人民共和国教育部政府门户网站</title>
        </head>
        <body>
        <table width="1000"><tr><td><a href=/>首页</a></td><td><a>机构</a></td><td><a>新闻</a></td><td><a>公开</a></td><td><a>服务</a></td></tr>
        </table>
        <table width="1000"><tr><td>当前位置：<a>首页</a> &gt; <a>公开</a></td></tr>
        <tr><td><table><tr><td>信息名称：</td><td>教育部办公厅关于做好2026年高等职业学校学生岗位实习工作的通知</td></tr>
        <tr><td>信息索引：</td><td>360A07-07-2025-0031-1</td><td>生成日期：</td><td>2025-11-06</td></tr>
        <tr><td>发文字号：</td><td>教职成厅函〔2025〕21号</td><td>信息类别：</td><td>职业教育与成人教育</td></tr>
        </table>
        </td></tr>
        <tr><td><table><tr><td align=center><h1>教育部办公厅关于做好2026年高等职业学校学生岗位实习工作的通知</h1>
        <p align=center>教职成厅函〔2025〕21号</p>
        </td></tr>
        <tr><td><div class="TRS_Editor"><p>各省、自治区、直辖市教育厅（教委），新疆生产建设兵团教育局，部属各高等学校：</p>
        <p>　　为贯彻落实全国职业教育大会精神，规范高等职业学校实习管理，现就做好2026年学生岗位实习工作通知如下。</p>
        <p>　　一、总体要求</p>
        <p>　　坚持立德树人，遵循职业教育规律，把岗位实习作为实践教学的重要环节。</p>
        <p>　　二、主要任务</p>
        <p>　　（一）严格实习组织。学校应当选择合法经营、管理规范的单位作为实习基地。</p>
        <p>　　（二）保障学生权益。学生顶岗实习期间的报酬原则上不低于本单位相同岗位试用期工资标准的80%。</p>
        <p>　　（三）加强信息公开。</p>
        <p>　　1.每年3月31日前公布实习单位名单；</p>
        <p>　　2.每年9月30日前公布实习质量报告。</p>
        <p>　　三、工作进度</p>
        <table border=1><tr><td><p>序号</p>
        </td><td><p>事项</p>
        </td><td><p>完成时限</p>
        </td><td><p>牵头单位</p>
        </td></tr>
        <tr><td><p>1</p>
        </td><td><p>报送实施方案</p>
        </td><td><p>2026年1月15日</p>
        </td><td><p>职业教育与成人教育司</p>
        </td></tr>
        <tr><td><p>2</p>
        </td><td><p>开展专项检查</p>
        </td><td><p>2026年5月底前</p>
        </td><td><p>督导局</p>
        </td></tr>
        <tr><td><p>3</p>
        </td><td><p>总结经验做法</p>
        </td><td><p>2026年11月30日</p>
        </td><td><p>职业教育与成人教育司</p>
        </td></tr>
        </table>
        <p>　　附件：1.岗位实习三方协议（示范文本）</p>
        <p>　　　　　2.实习单位基本情况表</p>
        <p align=right>教育部办公厅</p>
        <p align=right>2025年11月6日</p>
        </div>
        </td></tr>
        </table>
        </td></tr>
        <tr><td>附件下载：<a href="1.docx">附件1.岗位实习三方协议（示范文本）.docx</a> <a href="2.docx">附件2.实习单位基本情况表.docx</a></td></tr>
        <tr><td>（责任编辑：秦川）</td></tr>
        </table>
        <table><tr><td>版权所有：中华人民共和国教育部 中文域名：教育部.政务</td></tr>
        <tr><td>京ICP备10028400号-1 京公网安备11010202007625号 网站标识码：bm05000001</td></tr>
        </table>
        </body></html>
        """,
      title: "教育部办公厅关于做好2026年高等职业学校学生岗位实习工作的通知",
      published: "2025-11-12T10:05:00+08:00",
      source: "教育部",
      body: [
        "教职成厅函〔2025〕21号",
        "各省、自治区、直辖市教育厅（教委），新疆生产建设兵团教育局，部属各高等学校：",
        "为贯彻落实全国职业教育大会精神，规范高等职业学校实习管理，现就做好2026年学生岗位实习工作通知如下。",
        "一、总体要求",
        "坚持立德树人，遵循职业教育规律，把岗位实习作为实践教学的重要环节。",
        "二、主要任务",
        "（一）严格实习组织。学校应当选择合法经营、管理规范的单位作为实习基地。",
        "（二）保障学生权益。学生顶岗实习期间的报酬原则上不低于本单位相同岗位试用期工资标准的80%。",
        "（三）加强信息公开。",
        "1.每年3月31日前公布实习单位名单；",
        "2.每年9月30日前公布实习质量报告。",
        "三、工作进度",
        "序号\t事项\t完成时限\t牵头单位",
        "1\t报送实施方案\t2026年1月15日\t职业教育与成人教育司",
        "2\t开展专项检查\t2026年5月底前\t督导局",
        "3\t总结经验做法\t2026年11月30日\t职业教育与成人教育司",
        "附件：1.岗位实习三方协议（示范文本）",
        "2.实习单位基本情况表",
        "教育部办公厅",
        "2025年11月6日",
      ]),
    PageCase(
      name: "price table in an article of one sentence, signed below", format: .html,
      page: """
        <html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"><title>10月第三周主副食品价格监测情况-宁泽市发展和改革委员会</title>
        </head>
        <body><div class="head"><a>网站首页</a><a>信息公开</a><a>价格监测</a></div>
        <div>您的位置: <a>首页</a> >> <a>价格监测</a> >> 正文</div>
        <h2>10月第三周主副食品价格监测情况</h2><div>信息来源：宁泽市发展和改革委员会　发布日期：2025-10-21　浏览次数：<span>57</span>　【字体：大 中 小】</div>
        <div id="zoom">　　10月第三周，全市重点监测的五类主副食品价格三升二降。<br/>
        <table><tr><td>品种</td><td>规格</td><td>本周均价</td><td>环比</td></tr>
        <tr><td>大米</td><td>一级粳米</td><td>2.86元/500克</td><td>0.3%</td></tr>
        <tr><td>猪肉</td><td>精瘦肉</td><td>15.20元/500克</td><td>-1.9%</td></tr>
        <tr><td>鸡蛋</td><td>新鲜完整</td><td>5.05元/500克</td><td>1.2%</td></tr>
        <tr><td>大白菜</td><td>新鲜</td><td>1.45元/500克</td><td>-4.6%</td></tr>
        </table>
        <br/>
        　　注：均价为全市三十个监测点算术平均值。<br/>
        <div align="right">市发展和改革委员会价格监测中心<br/>
        2025年10月20日</div>
        </div>
        <div>【打印本页】 【关闭窗口】</div>
        <div>宁泽市发展和改革委员会主办　技术支持：宁泽网络公司</div>
        </body></html>
        """,
      title: "10月第三周主副食品价格监测情况",
      published: "2025-10-21",
      source: "宁泽市发展和改革委员会",
      body: [
        "10月第三周，全市重点监测的五类主副食品价格三升二降。",
        "品种\t规格\t本周均价\t环比",
        "大米\t一级粳米\t2.86元/500克\t0.3%",
        "猪肉\t精瘦肉\t15.20元/500克\t-1.9%",
        "鸡蛋\t新鲜完整\t5.05元/500克\t1.2%",
        "大白菜\t新鲜\t1.45元/500克\t-4.6%",
        "注：均价为全市三十个监测点算术平均值。",
        "市发展和改革委员会价格监测中心",
        "2025年10月20日",
      ]),
    PageCase(
      name: "account whose parts are numbered, with the place it posts from", format: .html,
      page: """
        <html><head><meta charset="utf-8"><meta property="og:title" content="科研经费“包干制”，我们这样改" /><meta property="og:site_name" content="微信公众平台"/><meta property="og:article:author" content="宋晓雯"/><title></title>
        </head>
        <body id="activity-detail"><div class="rich_media"><h1 class="rich_media_title" id="activity-name">科研经费“包干制”，我们这样改</h1>
        <div id="meta_content"><span class="rich_media_meta_text">宋晓雯</span> <a id="js_name">江海大学科研处</a> <em id="publish_time">2025年11月15日 18:08</em> <span>江苏</span></div>
        <div class="rich_media_content" id="js_content" style="visibility: hidden;"><p>点击蓝字，关注我们</p>
        <section><p><span style="font-size:15px">01</span></p>
        </section>
        <p><br>
        </p>
        <section><p><span style="font-size:15px">为什么要改？</span></p>
        </section>
        <p><br>
        </p>
        <section><p><span style="font-size:15px">过去，科研人员报销一张差旅发票，平均要跑四个部门，签七个字。</span></p>
        </section>
        <p><br>
        </p>
        <section><p><span style="font-size:15px">“不是不愿意做研究，是不愿意贴发票。”一位青年教师在座谈会上这样说。</span></p>
        </section>
        <p><br>
        </p>
        <section><p><span style="font-size:15px">02</span></p>
        </section>
        <p><br>
        </p>
        <section><p><span style="font-size:15px">改了什么？</span></p>
        </section>
        <p><br>
        </p>
        <section><p><span style="font-size:15px">今年7月起，我校试行科研经费“包干制”，首批纳入42个项目，总经费1.36亿元。</span></p>
        </section>
        <p><br>
        </p>
        <section><p><span style="font-size:15px">◆ 取消预算科目编制；</span></p>
        </section>
        <p><br>
        </p>
        <section><p><span style="font-size:15px">◆ 劳务费不设比例限制；</span></p>
        </section>
        <p><br>
        </p>
        <section><p><span style="font-size:15px">◆ 报销周期由21天缩短到5个工作日。</span></p>
        </section>
        <p><br>
        </p>
        <section><p><span style="font-size:15px">03</span></p>
        </section>
        <p><br>
        </p>
        <section><p><span style="font-size:15px">效果如何？</span></p>
        </section>
        <p><br>
        </p>
        <section><p><span style="font-size:15px">截至10月底，项目组满意度达到96.5%，人均节省填表时间11.4小时。</span></p>
        </section>
        <p><br>
        </p>
        <section><p><span style="font-size:15px">科研处处长梁思远表示，下一步将把试点范围扩大到全部纵向项目。</span></p>
        </section>
        <p><br>
        </p>
        <p>- END -</p>
        <p>来源 | 江海大学科研处</p>
        <p>图文 | 宋晓雯</p>
        <p>编辑 | 陆遥</p>
        <p>审核 | 梁思远</p>
        <p>点个“在看”，让更多人知道</p>
        </div>
        <div><a>阅读原文</a> 阅读 3521 <span>赞</span> <span>在看</span></div>
        <div>微信扫一扫<br>
        关注该公众号</div>
        <div>预览时标签不可点</div>
        <div>继续滑动看下一个</div>
        </div>
        </body></html>
        """,
      title: "科研经费“包干制”，我们这样改",
      published: "2025-11-15T18:08+08:00",
      source: "江海大学科研处",
      authors: ["宋晓雯"],
      body: [
        "01",
        "为什么要改？",
        "过去，科研人员报销一张差旅发票，平均要跑四个部门，签七个字。",
        "“不是不愿意做研究，是不愿意贴发票。”一位青年教师在座谈会上这样说。",
        "02",
        "改了什么？",
        "今年7月起，我校试行科研经费“包干制”，首批纳入42个项目，总经费1.36亿元。",
        "◆ 取消预算科目编制；",
        "◆ 劳务费不设比例限制；",
        "◆ 报销周期由21天缩短到5个工作日。",
        "03",
        "效果如何？",
        "截至10月底，项目组满意度达到96.5%，人均节省填表时间11.4小时。",
        "科研处处长梁思远表示，下一步将把试点范围扩大到全部纵向项目。",
      ]),
    PageCase(
      name: "notice of one paragraph below its company's name", format: .text,
      page: """
        东湖水务集团
        首页 企业概况 新闻中心 用水服务 党建园地
        停水公告
        关于主城区部分片区停水的公告
        时间：2025-10-23 09:15:00 点击：882次
        因主城区供水主管道改造，定于10月25日22时至10月26日6时，对人民路、建设巷、东湖小区片区实施停水，请广大用户提前做好储水准备，由此带来的不便，敬请谅解。咨询电话：0733-96390。
        东湖水务集团有限公司
        2025年10月23日
        上一条：关于水质检测结果的公示
        下一条：关于开展水表更换工作的通知
        版权所有：东湖水务集团有限公司 湘ICP备14005566号
        """,
      title: "关于主城区部分片区停水的公告",
      published: "2025-10-23T09:15:00+08:00",
      source: "东湖水务集团",
      body: [
        "因主城区供水主管道改造，定于10月25日22时至10月26日6时，对人民路、建设巷、东湖小区片区实施停水，请广大用户提前做好储水准备，由此带来的不便，敬请谅解。咨询电话：0733-96390。",
        "东湖水务集团有限公司",
        "2025年10月23日",
      ]),
    PageCase(
      name: "Taiwan ministry's dump with the contact above the text", format: .text,
      page: """
        跳到主要內容區塊
        :::
        網站導覽
        回首頁
        English
        雙語詞彙
        字級： 小 中 大
        教育部全球資訊網
        認識教育部
        公告資訊
        即時新聞
        法令規章
        ::: 首頁 / 公告資訊 / 即時新聞
        教育部推動數位教學增能計畫 助2萬3,000名教師提升數位素養
        發布日期：114-09-25
        發布單位：資訊及科技教育司
        聯絡人：王柏翰
        電話：(02)7712-9000
        電子信箱：example@mail.moe.gov.tw
        為協助中小學教師運用數位工具，教育部自114學年度起推動「數位教學增能計畫」，首年補助1,250所學校、約2萬3,000名教師參與。
        教育部資訊及科技教育司司長廖宜臻指出，計畫分為三階段，由各縣市數位學習推動辦公室辦理工作坊，並提供入校陪伴。
        教育部表示，偏遠地區學校優先核定，每校最高補助新臺幣15萬元；離島學校另補助交通費。
        教育部說明，申請期間自即日起至10月31日止，詳情請參閱計畫網站。
        附件下載
        計畫簡章.pdf
        點閱數：1,024
        回上一頁
        分享
        facebook
        line
        隱私權及資訊安全政策
        政府網站資料開放宣告
        教育部 100217 臺北市中正區中山南路5號 電話：(02)7736-6666
        """,
      title: "教育部推動數位教學增能計畫 助2萬3,000名教師提升數位素養",
      published: "2025-09-25",
      source: "資訊及科技教育司",
      region: .tw,
      body: [
        "為協助中小學教師運用數位工具，教育部自114學年度起推動「數位教學增能計畫」，首年補助1,250所學校、約2萬3,000名教師參與。",
        "教育部資訊及科技教育司司長廖宜臻指出，計畫分為三階段，由各縣市數位學習推動辦公室辦理工作坊，並提供入校陪伴。",
        "教育部表示，偏遠地區學校優先核定，每校最高補助新臺幣15萬元；離島學校另補助交通費。",
        "教育部說明，申請期間自即日起至10月31日止，詳情請參閱計畫網站。",
      ]),
    PageCase(
      name: "verse on a newspaper's page behind links to other sheets", format: .text,
      page: """
        文学副刊 - 青岭日报数字报
        青岭日报
        2025年08月29日 星期五
        往期回顾
        第07版：副刊
        上一版 下一版
        上一篇 下一篇 放大 缩小 默认
        山里的小学
        □ 杜若溪
        山里的灯
        在雾还没有散尽的时候亮起来
        一盏，两盏
        像谁把星子别在了屋檐下
        孩子们沿着石阶走

        书包里装着昨夜的雨
        老师站在坡上
        等一个迟到的名字
        钟声敲过三遍
        雾就退到河对岸去了
        本版导航
        第01版：要闻
        第02版：综合
        第07版：副刊
        青岭日报社 版权所有 未经许可不得复制镜像
        黔ICP备09000222号
        """,
      title: "山里的小学",
      published: "2025-08-29",
      source: "青岭日报",
      authors: ["杜若溪"],
      body: [
        "□ 杜若溪",
        "山里的灯",
        "在雾还没有散尽的时候亮起来",
        "一盏，两盏",
        "像谁把星子别在了屋檐下",
        "孩子们沿着石阶走",
        "书包里装着昨夜的雨",
        "老师站在坡上",
        "等一个迟到的名字",
        "钟声敲过三遍",
        "雾就退到河对岸去了",
      ]),
    PageCase(
      name: "newspaper's mobile page with captions, credits, abstracts, comments", format: .text,
      page: """
        打开App，阅读体验更佳
        江南晚报
        +关注
        深度丨清河的水，是怎么变清的
        江南晚报 2025-11-02 06:30
        发布于江苏
        江南晚报官方账号
        江南晚报记者 邵一鸣 通讯员 陆伟
        深秋的清河，芦花正白。在上游的三道湾，67岁的护河员老宋扛着竹竿，又开始了一天的巡查。
        “以前这水，牛都不喝。”老宋说。2019年，沿河十一家小造纸厂全部关停，河道清淤三十七公里。
        ▲三道湾湿地，芦花盛开。 江南晚报记者 邵一鸣/摄
        治水，难在久久为功。县里把河段分成四十二截，每截都有名有姓，水质一月一测，结果张榜公布。
        去年，清河国控断面水质首次达到Ⅱ类。省生态环境厅水处处长贺建平评价：“清河的经验，在于把账算到了人头。”
        采访结束时，一群白鹭从芦苇荡里飞起。老宋抬头看了看，笑着说：“它们现在不走了。”
        编辑：顾青
        校对：薛敏
        审核：钱立新
        大家都在搜
        相关推荐
        太湖蓝藻今年为何少了？专家这样解释
        江南晚报 3小时前 评论 12
        今年以来，太湖蓝藻平均密度同比下降两成，打捞量减少三十万吨，专家认为主要得益于上游控源截污。
        一条小河的十年账本
        水韵江苏 昨天 评论 4
        评论 18
        发表评论
        风过无痕
        老家就在清河边，小时候还在里面摸过鱼，后来臭得不行，现在终于又能带孩子去玩了。
        回复 赞 26
        打开App查看全部评论
        """,
      title: "深度丨清河的水，是怎么变清的",
      published: "2025-11-02T06:30+08:00",
      source: "江南晚报",
      authors: ["邵一鸣", "陆伟"],
      body: [
        "江南晚报记者 邵一鸣 通讯员 陆伟",
        "深秋的清河，芦花正白。在上游的三道湾，67岁的护河员老宋扛着竹竿，又开始了一天的巡查。",
        "“以前这水，牛都不喝。”老宋说。2019年，沿河十一家小造纸厂全部关停，河道清淤三十七公里。",
        "治水，难在久久为功。县里把河段分成四十二截，每截都有名有姓，水质一月一测，结果张榜公布。",
        "去年，清河国控断面水质首次达到Ⅱ类。省生态环境厅水处处长贺建平评价：“清河的经验，在于把账算到了人头。”",
        "采访结束时，一群白鹭从芦苇荡里飞起。老宋抬头看了看，笑着说：“它们现在不走了。”",
      ]),
  ]
}
