@testable import Pages

extension PageCase {
  /// Ministries, portals and papers of the mainland.
  static let mainland: [PageCase] = [
    PageCase(
      name: "government notice", format: .html,
      page: """
        <html><head><title>江湾省教育厅关于做好2025年秋季开学工作的通知_通知公告_江湾省教育厅</title>
        <meta name="SiteName" content="江湾省教育厅"><meta name="ArticleTitle" content="江湾省教育厅关于做好2025年秋季开学工作的通知">
        <meta name="PubDate" content="2025-08-18 09:30"><meta name="ContentSource" content="基础教育处"></head><body>
        <div class="top">今天是2025年9月1日 星期一 <a href="/">无障碍浏览</a> | <a href="/">长者模式</a></div>
        <ul class="menu"><li><a href="/1">首页</a></li><li><a href="/2">政务公开</a></li><li><a href="/3">办事服务</a></li><li><a href="/4">互动交流</a></li></ul>
        <div>当前位置：<a href="/">首页</a> > <a href="/2">政务公开</a> > 通知公告</div>
        <table><tr><td>索 引 号：</td><td>JY-2025-0817</td><td>发布机构：</td><td>省教育厅</td></tr></table>
        <h1>江湾省教育厅关于做好2025年秋季开学工作的通知</h1>
        <div class="xxgk">发布时间：2025-08-18 09:30 &nbsp; 来源：基础教育处 &nbsp; 字体：[ <a href="#">大</a> <a href="#">中</a> <a href="#">小</a> ] 浏览次数：1024</div>
        <div class="TRS_Editor"><p>各设区市教育局，各高等学校：</p>
        <p>　　为做好秋季开学工作，保障师生安全，现将有关事项通知如下。</p>
        <p>　　一、落实责任</p><p>　　各地要压实主体责任，建立台账，逐校排查。</p>
        <p>　　二、保障供餐</p><p>　　（一）严格索证索票。</p><p>　　（二）落实陪餐制度。</p>
        <p>　　三、加强值守</p><p>　　开学第一周实行领导带班，重要情况及时报告。</p>
        <p style="text-align:right">江湾省教育厅</p><p style="text-align:right">2025年8月15日</p></div>
        <div>扫一扫在手机打开当前页</div><div><a href="javascript:print()">【打印】</a> <a href="#">【关闭】</a></div>
        <div>上一篇：<a href="/a">关于公布评审结果的公示</a></div>
        <div class="footer">主办单位：江湾省教育厅　网站标识码：0000000001　江ICP备00000001号</div></body></html>
        """,
      title: "江湾省教育厅关于做好2025年秋季开学工作的通知", published: "2025-08-18T09:30+08:00", source: "基础教育处",
      body: [
        "各设区市教育局，各高等学校：", "为做好秋季开学工作，保障师生安全，现将有关事项通知如下。", "一、落实责任", "各地要压实主体责任，建立台账，逐校排查。",
        "二、保障供餐", "（一）严格索证索票。", "（二）落实陪餐制度。", "三、加强值守", "开学第一周实行领导带班，重要情况及时报告。", "江湾省教育厅",
        "2025年8月15日",
      ]),
    PageCase(
      name: "portal with comments longer than the article", format: .html,
      page: """
        <html><head><title>临江市夜校报名首日满额_江湾新闻网</title></head><body>
        <div class="nav"><a href="/">新闻</a><a href="/s">体育</a><a href="/e">娱乐</a></div>
        <div class="post_crumb"><a href="/">首页</a> &gt; <a href="/n">新闻</a> &gt; 正文</div>
        <h1>临江市夜校报名首日满额</h1>
        <div class="post_info">2025-06-01 10:05:02　来源: 江湾晚报　<a href="#">举报</a></div>
        <div class="post_body"><p>临江市夜校昨天开放报名，四十门课程的两千个名额在两小时内报满，主办方表示本月将加开周末班。（记者 周明远）</p></div>
        <div>责任编辑：何小雨_NB1234</div>
        <div id="comment-list"><p>网友评论</p>
        <p>我早上八点就守在电脑前面，结果页面一直打不开，等能打开的时候已经没有名额了，希望能再多开几个班。</p><p>今天10:12 回复 赞(12)</p>
        <p>夜校收费不高，老师也好，我去年上过陶艺课，认识了很多朋友，强烈推荐给大家，今年还想报书法。</p><p>昨天08:01 回复 赞(3)</p>
        <p>建议各个社区都办起来，场地就用学校的教室，晚上反正是空着的，资源不要浪费。</p></div>
        <div class="footer">Copyright © 2025 江湾新闻网 版权所有</div></body></html>
        """,
      title: "临江市夜校报名首日满额", published: "2025-06-01T10:05:02+08:00", source: "江湾晚报",
      authors: ["周明远"],
      body: ["临江市夜校昨天开放报名，四十门课程的两千个名额在两小时内报满，主办方表示本月将加开周末班。（记者 周明远）"]),
    PageCase(
      name: "page that ends twice", format: .html,
      page: """
        <html><head><title>职校生造出巡检机器人-江湾教育在线</title></head><body><div><a href="/">首页</a></div></body></html>
        <div class=title>职校生造出巡检机器人</div><div>时间：2024年11月05日 08:20　作者：秦川　来源：江湾教育报</div>
        <div class=text>　　本报讯　临江职业学院的三名学生用一年时间造出一台巡检机器人。<br><br>　　“它能爬楼梯。”学生韩磊说，机器人已经在两座变电站试用。<br><br>　　学院准备再投入60万元扩建实训室。</div>
        <div>关键词：职业教育</div><div>相关文章：</div><ul><li><a href="1">实训基地揭牌</a></li><li><a href="2">技能大赛开幕</a></li></ul>
        """,
      title: "职校生造出巡检机器人", published: "2024-11-05T08:20+08:00", source: "江湾教育报", authors: ["秦川"],
      body: [
        "本报讯　临江职业学院的三名学生用一年时间造出一台巡检机器人。", "“它能爬楼梯。”学生韩磊说，机器人已经在两座变电站试用。",
        "学院准备再投入60万元扩建实训室。",
      ]),
    PageCase(
      name: "layout of nested tables and a table of figures", format: .html,
      page: """
        <html><head><title>上半年临江市经济运行情况 - 临江市统计局</title></head><body>
        <table width=980><tr><td><a href=1>首页</a></td><td><a href=2>统计数据</a></td><td><a href=3>统计公报</a></td></tr></table>
        <table><tr><td valign=top><table><tr><td><a href=4>月度数据</a></td></tr><tr><td><a href=5>年度数据</a></td></tr></table></td>
        <td><table><tr><td align=center><b>上半年临江市经济运行情况</b></td></tr>
        <tr><td>发布日期：2024-07-20 　点击数：88</td></tr>
        <tr><td>上半年，全市地区生产总值1204.6亿元，同比增长5.2%。<br>分产业看，主要指标如下：
        <table border=1><tr><th>指标</th><th>总量（亿元）</th><th>增长（%）</th></tr>
        <tr><td>第一产业</td><td>80.1</td><td>3.4</td></tr><tr><td>第二产业</td><td>502.3</td><td>6.0</td></tr>
        <tr><td>第三产业</td><td>622.2</td><td>4.9</td></tr></table>
        <br>总的来看，上半年经济运行平稳，积极因素增多。</td></tr></table></td></tr></table>
        <p>【打印本页】【关闭窗口】</p><p>版权所有：临江市统计局　地址：临江市滨河路1号　江ICP备00000002号</p></body></html>
        """,
      title: "上半年临江市经济运行情况", published: "2024-07-20",
      body: [
        "上半年，全市地区生产总值1204.6亿元，同比增长5.2%。", "分产业看，主要指标如下：", "指标\t总量（亿元）\t增长（%）", "第一产业\t80.1\t3.4",
        "第二产业\t502.3\t6.0", "第三产业\t622.2\t4.9", "总的来看，上半年经济运行平稳，积极因素增多。",
      ]),
    PageCase(
      name: "account page hidden by style until scripts run", format: .html,
      page: """
        <html><head><meta property="og:title" content="三步读懂学分银行"><meta name="author" content=""><title></title></head><body>
        <h1 class="rich_media_title">三步读懂学分银行</h1><span>原创</span> <a id="js_name" href="#">学分小站</a> <em id="publish_time"></em>
        <div id="js_content" style="visibility: hidden;"><p><span>学分银行不是银行。</span></p><p><span>它替学习者记账：学一门课，存一笔学分。</span></p>
        <p><br></p><p><span>存够了，可以换证书，也可以免修课程。</span></p></div>
        <div style="display: none;"><p>该内容已被发布者删除，如有疑问请与发布者联系，谢谢您的理解。</p></div>
        <p>微信扫一扫</p><p>关注该公众号</p><script>var ct="1700000000";</script></body></html>
        """,
      title: "三步读懂学分银行", source: "学分小站",
      body: ["学分银行不是银行。", "它替学习者记账：学一门课，存一笔学分。", "存够了，可以换证书，也可以免修课程。"]),
    PageCase(
      name: "dump with scattered date", format: .text,
      page: """
        江湾网首页
        新闻
        财经
        科技
        更多
        教育 > 正文
        县里来了“云老师”
        江湾日报
        2024
        06/18
        18:44
        评论 12
        “以前一个人教三个年级。”青石村小学教师罗琴说。
        今年春天，县里开通“云课堂”，城里的老师通过屏幕给山里的孩子上音乐课和美术课。
        目前，全县46个教学点全部接通，每周开课320节。
        免责声明：本文来自客户端自媒体，不代表本网的观点和立场。
        热点推荐
        老街改造完工，市民周末去哪儿玩？这份攻略请收好
        记者走访发现，多家面馆把早餐时间提前到六点，附近居民说，上班路上就能吃到热汤面。
        ICP备案号：江ICP备00000003号
        """,
      title: "县里来了“云老师”", published: "2024-06-18T18:44+08:00", source: "江湾日报",
      body: [
        "“以前一个人教三个年级。”青石村小学教师罗琴说。", "今年春天，县里开通“云课堂”，城里的老师通过屏幕给山里的孩子上音乐课和美术课。",
        "目前，全县46个教学点全部接通，每周开课320节。",
      ]),
    PageCase(
      name: "dump of verse", format: .text,
      page: """
        江湾文艺网
        首页 | 小说 | 诗歌 | 散文
        当前位置：首页 > 诗歌
        夜校
        作者：叶青
        2023-10-12 07:00 来源：江湾文艺
        灯亮了
        像一粒粒种子
        落进城市的窗

        放下扳手的人
        拿起了笔
        写下第一个字
        是自己的名字

        字号：大 中 小
        责任编辑：苏叶
        上一篇：秋收
        下一篇：渡口
        """,
      title: "夜校", published: "2023-10-12T07:00+08:00", source: "江湾文艺", authors: ["叶青"],
      body: ["灯亮了", "像一粒粒种子", "落进城市的窗", "放下扳手的人", "拿起了笔", "写下第一个字", "是自己的名字"]),
    PageCase(
      name: "dump of a law text", format: .text,
      page: """
        法规库
        首页 > 地方性法规 > 正文
        临江市终身学习促进条例
        发布时间：2022-12-01　来源：临江市人大常委会
        （2022年11月28日临江市第十届人民代表大会常务委员会第九次会议通过）
        目　录
        第一章　总　则
        第二章　保障
        第一章　总　则
        第一条　为了促进终身学习，根据有关法律，结合本市实际，制定本条例。
        第二条　本条例适用于本市行政区域内的终身学习活动。
        第三条　终身学习坚持政府主导、社会参与。
        第二章　保障
        第四条　市、区人民政府应当将终身学习经费列入预算。
        第五条　鼓励学校开放图书馆、体育场。
        第六条　本条例自2023年1月1日起施行。
        打印
        关闭
        相关链接
        临江市人民政府
        """,
      title: "临江市终身学习促进条例", published: "2022-12-01", source: "临江市人大常委会",
      body: [
        "（2022年11月28日临江市第十届人民代表大会常务委员会第九次会议通过）", "目　录", "第一章　总　则", "第二章　保障", "第一章　总　则",
        "第一条　为了促进终身学习，根据有关法律，结合本市实际，制定本条例。", "第二条　本条例适用于本市行政区域内的终身学习活动。", "第三条　终身学习坚持政府主导、社会参与。",
        "第二章　保障", "第四条　市、区人民政府应当将终身学习经费列入预算。", "第五条　鼓励学校开放图书馆、体育场。", "第六条　本条例自2023年1月1日起施行。",
      ]),
    PageCase(
      name: "clean article, nothing to remove", format: .text,
      page: """
        社区学院开设护理课

        报名从下周一开始。
        课程

        1. 居家护理
        2. 急救
        3. 营养

        联系人：王老师
        """,
      title: "社区学院开设护理课", body: ["报名从下周一开始。", "课程", "1. 居家护理", "2. 急救", "3. 营养", "联系人：王老师"]),
    PageCase(
      name: "wrapped dump", format: .text,
      page: """
        社区学院开设护理课

        　　社区学院近日与市第三医院合作开设居家护理课，面向照顾老人的家
        庭成员免费授课。课程共十二讲，每周六上午上课，内容包括翻身、喂食、
        防跌倒和急救。学院院长说，第一期招收六十人，报名当天就满额，第二
        期将增加到一百二十人。
        　　参加课程的居民可以把学时存入学分银行，修满规定学时的人可以申
        请职业技能等级考试，通过之后由人社部门发给证书。
        """,
      title: "社区学院开设护理课",
      body: [
        "社区学院近日与市第三医院合作开设居家护理课，面向照顾老人的家庭成员免费授课。课程共十二讲，每周六上午上课，内容包括翻身、喂食、防跌倒和急救。学院院长说，第一期招收六十人，报名当天就满额，第二期将增加到一百二十人。",
        "参加课程的居民可以把学时存入学分银行，修满规定学时的人可以申请职业技能等级考试，通过之后由人社部门发给证书。",
      ]),
  ]
}
