@testable import Pages

extension PageCase {
  /// Taiwan, Hong Kong, and mirror sites.
  static let regional: [PageCase] = [
    PageCase(
      name: "Taiwan agency", format: .html,
      page: """
        <html><head><title>松河市推數位學堂 長者學用平板 | 生活 | 島聲社</title>
        <meta property="og:title" content="松河市推數位學堂 長者學用平板 | 生活 | 島聲社"><meta property="og:site_name" content="島聲社"></head><body>
        <header><nav><a href="/">即時</a><a href="/p">政治</a><a href="/l">生活</a></nav></header>
        <div class="breadcrumb"><a href="/">首頁</a> / <a href="/l">生活</a></div>
        <article><h1>松河市推數位學堂 長者學用平板</h1><div class="updatetime">2024/3/5 15:33（3/5 16:01 更新）</div>
        <div class="paragraph"><p>（島聲社記者林美華台北5日電）松河市政府今天宣布，將在12個里設置數位學堂，教長者使用平板，經費新台幣1200萬元。</p>
        <p>市長表示，透過在地志工帶領，長者可以學會掛號、視訊和查公車。</p><p>第一期課程4月開課，每班20人。（編輯：陳大安）1130305</p></div></article>
        <div>不同於直接下載新聞，歡迎下載島聲社「一手新聞」APP，每日新聞不漏接！</div><div>本網站之文字、圖片及影音，非經授權，不得轉載、公開播送或公開傳輸及利用。</div>
        <section class="moreArticle"><h2>延伸閱讀</h2><p><a href="/x">山區小學通網路 學童首度視訊上課</a></p></section>
        <footer>關於我們 隱私權政策 © 2024 島聲社</footer></body></html>
        """,
      title: "松河市推數位學堂 長者學用平板", published: "2024-03-05T15:33+08:00", source: "島聲社",
      authors: ["林美華"], region: .tw,
      body: [
        "（島聲社記者林美華台北5日電）松河市政府今天宣布，將在12個里設置數位學堂，教長者使用平板，經費新台幣1200萬元。",
        "市長表示，透過在地志工帶領，長者可以學會掛號、視訊和查公車。",
        "第一期課程4月開課，每班20人。",
      ]),
    PageCase(
      name: "Taiwan paper as a dump", format: .text,
      page: """
        島民報
        首頁
        焦點
        政治
        生活
        首頁 > 生活 > 新聞
        國中生寫程式解決班級抽籤
        2024-03-06 09:12 島民報／ 記者張家豪／新竹即時報導
        分享
        新竹一所國中的三名學生寫出抽籤程式，老師不必再用紙條。
        指導老師說，學生從選修課開始學寫程式，一學期完成六個專案。
        縣府表示，今年編列3兆元以外的特別預算，補助偏鄉購置電腦。
        程式設計
        國中
        延伸閱讀
        手機禁令上路 家長看法兩極
        多名家長受訪時指出，學校應先說明管理方式，再決定是否全面禁止學生攜帶手機到校。
        贊助廣告
        看更多
        """,
      title: "國中生寫程式解決班級抽籤", published: "2024-03-06T09:12+08:00", source: "島民報", authors: ["張家豪"],
      region: .tw,
      body: [
        "新竹一所國中的三名學生寫出抽籤程式，老師不必再用紙條。", "指導老師說，學生從選修課開始學寫程式，一學期完成六個專案。",
        "縣府表示，今年編列3兆元以外的特別預算，補助偏鄉購置電腦。",
      ]),
    PageCase(
      name: "Taiwan paper with promotion inside", format: .html,
      page: """
        <html><head><title>偏鄉小學辦夜間課輔 志工陪讀 - 生活 - 島民時報電子報</title><meta property="article:published_time" content="2024-03-07T10:20:00+08:00"></head><body>
        <div class="ltnheader"><a href="/">即時</a><a href="/b">熱門</a><a href="/p">政治</a></div>
        <div class="whitecon"><h1>偏鄉小學辦夜間課輔 志工陪讀</h1><span class="time">2024/03/07 10:20</span>
        <p>〔記者陳心怡／花蓮報導〕花蓮一所國小開辦夜間課輔，二十名志工輪流陪讀。</p>
        <p class="before_ir">請繼續往下閱讀...</p><p>校長指出，家長多半在外地工作，孩子放學後沒有人照顧，課輔到晚上八點。</p>
        <p>不用抽 不用搶 現在用APP看新聞 保證天天中獎　 點我下載APP　 按我看活動辦法</p></div>
        <div class="related"><h3>相關新聞</h3><a href="1">老師騎車家訪二十年</a></div></body></html>
        """,
      title: "偏鄉小學辦夜間課輔 志工陪讀", published: "2024-03-07T10:20:00+08:00", source: "島民時報電子報",
      authors: ["陳心怡"], region: .tw,
      body: [
        "〔記者陳心怡／花蓮報導〕花蓮一所國小開辦夜間課輔，二十名志工輪流陪讀。", "校長指出，家長多半在外地工作，孩子放學後沒有人照顧，課輔到晚上八點。",
      ]),
    PageCase(
      name: "Hong Kong broadcaster", format: .html,
      page: """
        <html><head><title>教育局撥款1.2億港元資助學校購置器材 - 海港電台</title></head><body>
        <ul class="nav"><li><a href="/">主頁</a></li><li><a href="/l">本地</a></li><li><a href="/w">國際</a></li></ul>
        <h2 class="itemTitle">教育局撥款1.2億港元資助學校購置器材</h2>
        <div class="createddate">2024-03-05 HKT 15:33</div>
        <div class="itemBody">教育局表示，將撥款1.2億港元資助中小學購置實驗器材，每間學校最多可獲30萬元。<br /><br />局長在立法會回應議員提問時說，計劃由九月開始，預計惠及約五百間學校。</div>
        <div class="share">分享 | <a href="#">列印</a></div>
        <h3>相關新聞</h3><ul><li><a href="/1">大學增收本地生 2024-03-04 HKT 18:20</a></li></ul>
        <div id="footer">海港電台 版權所有 不得轉載</div></body></html>
        """,
      title: "教育局撥款1.2億港元資助學校購置器材", published: "2024-03-05T15:33+08:00", source: "海港電台",
      region: .hk,
      body: [
        "教育局表示，將撥款1.2億港元資助中小學購置實驗器材，每間學校最多可獲30萬元。", "局長在立法會回應議員提問時說，計劃由九月開始，預計惠及約五百間學校。",
      ]),
    PageCase(
      name: "spam mirror as a dump", format: .text,
      page: """
        在线观看亚洲日韩,免费无码大片,精品视频久久,国产在线播放

        首頁  ?  教育  ?  地方新聞

        鄉村學校建起氣象站

        2025-03-26 14:25:14

        來源:江灣新聞網

          江灣新聞網3月26日電 題:鄉村學校建起氣象站

          作者 馬小田

          每天早上七點,青石村小學的六年級學生都要記錄溫度和雨量。這座氣象站是學生和縣氣象局一起建的。

          縣氣象局工程師說,學生的數據已經用在當地的預報里,誤差比過去小。

          今年,縣里計劃再建五座,投入人民幣80萬元。(完)

          • 相關閱讀
          • 山里來了大學生老師

              江灣新聞網3月25日電 (記者 吳海)春季學期開始,十二名大學生來到山里的學校,他們要在這里教一個學期的課...

            時間:03-27
          • 一座橋改變一條路

              青石村的橋通車了,孩子們上學的路從兩個小時變成二十分鐘,村民說,這是幾代人的心愿...

            時間:03-27
        免責聲明:本網對文中陳述、觀點保持中立,不對所包含內容的準確性提供任何保證,請讀者僅作參考。
        """,
      title: "鄉村學校建起氣象站", published: "2025-03-26T14:25:14+08:00", source: "江灣新聞網", authors: ["馬小田"],
      body: [
        "江灣新聞網3月26日電 題:鄉村學校建起氣象站", "作者 馬小田", "每天早上七點,青石村小學的六年級學生都要記錄溫度和雨量。這座氣象站是學生和縣氣象局一起建的。",
        "縣氣象局工程師說,學生的數據已經用在當地的預報里,誤差比過去小。", "今年,縣里計劃再建五座,投入人民幣80萬元。(完)",
      ]),
  ]
}
