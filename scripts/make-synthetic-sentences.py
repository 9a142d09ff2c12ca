#!/usr/bin/env python3
"""make-synthetic-sentences.py > sentences.jsonl

Writes annotated sentences of the kind that public data lack: policy and education news of three regions, with
appositions (institution, post, person), lists of people and bodies, quotations, place chains, departments, new
companies, Taiwan and Hong Kong bodies, compound surnames, transliterated names, and words that look like names but
are none. Templates and word parts stand in this file, names of places, bodies and posts in Data/*.tsv; the choice is
made by a generator of our own, so every run gives the same bytes. Labels: person, institution, place, role.
"""
import json
import os
import re
import sys

HERE = os.path.dirname(os.path.abspath(__file__))


class Generator:
    """SplitMix64."""

    def __init__(self, seed):
        self.state = seed

    def below(self, n):
        self.state = (self.state + 0x9E3779B97F4A7C15) & (2**64 - 1)
        z = self.state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & (2**64 - 1)
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & (2**64 - 1)
        return (z ^ (z >> 31)) % n

    def pick(self, items):
        return items[self.below(len(items))]


g = Generator(20)


def table(name, keep=lambda row: True):
    rows = []
    with open(os.path.join(HERE, "..", "Data", name), encoding="utf-8") as lines:
        for line in lines:
            row = line.rstrip("\n").split("\t")
            if not line.startswith("#") and row[0] and keep(row):
                rows.append(row)
    return rows


CN = table("places-cn.tsv", lambda r: r[2] == "full" and len(r[0]) > 2)
PROVINCES = sorted({r[0] for r in table("places-cn.tsv", lambda r: r[1] == "province")})
CITIES = [r[0] for r in CN if r[1] == "city"]
DISTRICTS = [r[0] for r in CN if r[1] == "district"]
SHORT = [r[0] for r in table("places-cn.tsv", lambda r: r[2] == "short")]
WORLD = [r[0] for r in table("places.tsv", lambda r: r[1] in ("country", "city") and len(r[0]) > 1)]
LOCAL = [r[0] for r in table("places.tsv", lambda r: r[2] == "full" and r[1] in ("district", "city"))]
BODIES = [r[0] for r in table("bodies.tsv") if 2 <= len(r[0]) <= 14]
POSTS = [r[0] for r in table("roles.tsv", lambda r: r[1] == "post" and len(r[0]) > 1)]
JOBS = [r[0] for r in table("roles.tsv", lambda r: r[1] == "person" and len(r[0]) > 1)]
SURNAMES = list("王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫雷龙史陶贺顾毛郝龚邵万覃武钱戴严莫孔向常汤康温施洪游简詹翁涂庄柯颜纪连")
COMPOUND = "欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 司徒 令狐 端木 夏侯 长孙 宇文".split()
GIVEN = list("伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红梅建国志文海波丹萍鹏飞龙宇浩然欣怡梓涵子轩雨泽诗琪佳慧嘉俊豪雅婷淑贞美玲怡君家宏信雄冠廷彦承翰书恒若宁思远一鸣晓东春生永福庆元瑞祥振宗启光立群少聪仲良正德安琪晨曦凯旋卓越敬之以宁")
FOREIGN = "阿布 马克 约翰 史密斯 布朗 安德 森 维奇 罗伯特 沃克 汤普森 玛丽亚 冈萨 雷斯 费尔 南德斯 穆罕默德 哈桑 伊万 诺夫 彼得 弗朗西斯 科林 斯塔 克劳斯 施密特 米勒 杰克逊 卡特 琳达 艾米丽 托马斯 加西亚 洛佩兹 奥利维拉 亚历山大 尼古拉 迪米特里 斯蒂芬 理查德".split()
UIGHUR = "阿克尔别克 扎帕罗夫 古丽 买买提 艾力 阿不都 热合曼 努尔 比亚 巴特尔 其其格 乌兰 图雅 扎西 次仁 卓玛 旦增 格桑 才让 多吉".split()
BRANDS = "云启 智谱 星环 深睿 天枢 禾苗 瀚海 极光 蓝鲸 启明 博远 锐思 灵犀 华章 云帆 晨星 元启 数海 芯驰 睿云 远望 中科曙光 鼎桥 绿源 海纳 新芽 万象 学而 思齐 未名 拓思 汇智 云岭 长风 同方 天工 木铎 和创 图灵 无界 光年".split()
FIELDS = "科技 教育科技 信息技术 智能科技 生物医药 新能源 数据 网络科技 文化传媒 机器人 半导体 材料 环保 农业 软件".split()
FORMS = "有限公司 股份有限公司 集团 有限责任公司 公司 集团有限公司 研究院 实验室 基金会".split()
OFFICES = "教育局 科技局 财政局 人力资源和社会保障局 发展和改革委员会 经济和信息化局 市场监督管理局 卫生健康委员会 统计局 农业农村局 文化和旅游局 住房和城乡建设局 公安局 民政局 生态环境局 教育委员会 人民政府 大数据管理局 教育体育局 审计局".split()
PROVINCIAL = "教育厅 科学技术厅 科技厅 财政厅 人力资源和社会保障厅 发展和改革委员会 工业和信息化厅 教育考试院 农业农村厅 人民政府 省委组织部 教育科学研究院 社会科学院 科学院".split()
MINISTRIES = "教育部 科技部 财政部 工业和信息化部 人力资源和社会保障部 国家发展改革委 农业农村部 国务院 国务院办公厅 国家统计局 商务部 国家数据局 中国科学院 中国工程院 中央网信办 国家知识产权局 自然资源部 全国人大常委会 中国科协 共青团中央".split()
DEPARTMENTS = "办公室 高等教育司 基础教育司 职业教育与成人教育司 发展规划司 政策法规司 科技司 人事处 成果转化处 新闻办公室 基础研究司 学生处 教务处 规划科 社会科学司".split()
KINDS = "大学 师范大学 理工大学 职业技术学院 医科大学 农业大学 科技大学 外国语学校 第一中学 实验小学 高级中学 第二中学 工业大学 财经大学 中心小学 幼儿园 开放大学".split()
COLLEGES = "计算机学院 教育学院 材料科学与工程学院 人工智能研究院 物理系 马克思主义学院 外国语学院 经济管理学院 附属中学 公共政策研究中心 电子信息学院 医学院 法学院 国家重点实验室".split()
TAIWAN = "教育部 科技部 行政院 立法院 国科会 经济部 数位发展部 卫生福利部 内政部 劳动部 国家发展委员会 中央研究院 工业技术研究院 台湾大学 清华大学 阳明交通大学 成功大学 国立台湾师范大学 台积电 鸿海 联发科 教育部国教署 国土署 金管会 中央社 国民党 民进党 监察院 交通部 环境部 农业部 文化部 台北市政府 高雄市政府教育局 新北市教育局 台中市政府 国家实验研究院 资策会 中华电信 台湾人工智慧学校".split()
HONGKONG = "教育局 创新科技署 立法会 香港大学 香港中文大学 香港科技大学 香港理工大学 香港城市大学 香港浸会大学 数码港 香港科学园 保安局 财经事务及库务局 劳工及福利局 发展局 医务卫生局 医院管理局 大学教育资助委员会 香港考试及评核局 香港贸易发展局 香港金融管理局 职业训练局 教育统筹委员会 香港生产力促进局 创新科技及工业局 澳门大学 澳门教育及青年发展局 香港电台 民建联 廉政公署".split()
MEDIA = "新华社 人民日报 中国教育报 科技日报 光明日报 中新社 澎湃新闻 央视新闻 新京报 南方都市报 联合报 中国时报 明报 大公报 文汇报 第一财经 解放日报".split()
ASSOCIATIONS = "中国人工智能学会 中国教育学会 中国高等教育学会 全国工商联 中国计算机学会 台湾教师联合会 香港教育工作者联会 中国互联网协会 国际数学联盟 联合国教科文组织 世界卫生组织 经济合作与发展组织 世界银行 欧盟委员会 国际货币基金组织".split()
TOPICS = "人工智能教育 职业教育改革 数字化转型 教师队伍建设 科技成果转化 乡村振兴 义务教育均衡发展 高校毕业生就业 产教融合 基础研究 绿色低碳发展 数据安全 青少年心理健康 校园食品安全 课后服务 新质生产力 民营经济 智能制造 集成电路产业 托育服务 长照服务 半导体人才培育 双语教育 科学普及".split()
EVENTS = "工作会议 新闻发布会 座谈会 开幕式 论坛 签约仪式 研讨会 毕业典礼 推进会 记者会 听证会 启动仪式".split()
SAYS = "说 表示 指出 介绍 认为 强调 透露 坦言 称 告诉记者 补充说 回应称".split()
ACTS = "出席 主持 参加 致辞 作报告 宣读名单 发表演讲 见证签约 回答提问 考察调研".split()
MOTIONS = "印发通知 公布最新数据 启动试点 发布行动计划 召开会议 出台措施 公开征求意见 联合发文 公布名单 举行发布会 提出目标 展开调查".split()
NOISE = [
    "高兴的是，今年的项目进展顺利。", "和平与发展仍是时代主题。", "马上就要开学了，家长们忙着准备。", "方便群众办事是改革的目的。",
    "白云在蓝天下慢慢飘过。", "全国各地都在推进这项工作。", "全省今年新增学位十二万个。", "我国将继续扩大开放。", "本港失业率维持在低位。",
    "该中心负责统筹协调，该校则提供场地。", "公司计划明年上市，学校也参与其中。", "有关部门负责人说，方案正在完善。", "第三方机构对项目进行了评估。",
    "记者从会上了解到，去年共有三千多人受益。", "各高校要落实主体责任，加强督导检查。", "双方将在平台建设、人才培养等方面深化合作。",
    "这款大模型支持多种语言，已经开源。", "课程共分六个单元，每周两课时。", "张灯结彩的街道上人来人往。", "成功的关键在于坚持，严格的管理也很重要。",
    "向前一步，就能看到全新的应用场景。", "马虎不得，关系到千家万户。", "任何单位和个人都可以举报。", "党中央高度重视这项工作。",
    "安全生产责任重于泰山。", "温暖的阳光照进教室。", "常见的问题有三类。", "习惯的养成需要时间。", "时任领导曾多次过问。", "经济运行总体平稳，物价温和上涨。",
    "应届毕业生可以通过网站报名。", "“放管服”改革取得成效。", "《关于加强校园安全的通知》自即日起施行。", "《红楼梦》被列为必读书目。", "该局相关负责人就此作出说明。",
    "与会专家围绕主题展开讨论。", "市民可到社区服务中心办理。", "家长满意度达到九成以上。", "同学们在老师的带领下参观了实验室。", "全市共有七十二所中小学参与试点。",
]


def given():
    return g.pick(GIVEN) if g.below(4) == 0 else g.pick(GIVEN) + g.pick(GIVEN)


def person():
    k = g.below(20)
    if k == 0:
        return g.pick(COMPOUND) + given()
    if k == 1:
        return "".join(g.pick(FOREIGN) for _ in range(1 + g.below(2)))
    if k == 2:
        return "".join(g.pick(FOREIGN) for _ in range(1 + g.below(2))) + "·" + "".join(g.pick(FOREIGN) for _ in range(1 + g.below(2)))
    if k == 3:
        return g.pick(UIGHUR) + ("·" if g.below(2) else "") + g.pick(UIGHUR)
    return g.pick(SURNAMES) + given()


def place():
    k = g.below(8)
    if k == 0:
        return g.pick(CITIES) + g.pick(DISTRICTS)
    if k == 1:
        return g.pick(PROVINCES) + g.pick(CITIES)
    if k == 2:
        return g.pick(CITIES)
    if k == 3:
        return g.pick(DISTRICTS)
    if k == 4:
        return g.pick(WORLD)
    if k == 5:
        return g.pick(LOCAL)
    if k == 6:
        return g.pick(SHORT)
    return g.pick(PROVINCES)


def company():
    where = g.pick(["", "", g.pick(SHORT), g.pick(SHORT)])
    return where + g.pick(BRANDS) + g.pick(FIELDS) + g.pick(FORMS) if g.below(3) else g.pick(BRANDS) + g.pick(FIELDS)


def school():
    k = g.below(4)
    name = g.pick(SHORT) + g.pick(KINDS) if k else g.pick(CITIES) + g.pick(DISTRICTS) + g.pick(KINDS)
    return name + g.pick(COLLEGES) if g.below(3) == 0 else name


def institution():
    k = g.below(16)
    if k < 2:
        return g.pick(CITIES) + (g.pick(DISTRICTS) if g.below(3) == 0 else "") + g.pick(OFFICES)
    if k == 2:
        return g.pick(DISTRICTS) + g.pick(OFFICES)
    if k == 3:
        return g.pick(PROVINCES) + g.pick(PROVINCIAL) + (g.pick(DEPARTMENTS) if g.below(3) == 0 else "")
    if k == 4:
        return g.pick(MINISTRIES)
    if k == 5:
        return g.pick(MINISTRIES) + g.pick(DEPARTMENTS)
    if k < 8:
        return company()
    if k < 10:
        return school()
    if k == 10:
        return g.pick(TAIWAN)
    if k == 11:
        return g.pick(HONGKONG)
    if k == 12:
        return g.pick(ASSOCIATIONS)
    if k == 13:
        return g.pick(MEDIA)
    return g.pick(BODIES)


def post():
    return g.pick(POSTS)


MAKERS = {"P": ("person", person), "I": ("institution", institution), "L": ("place", place), "R": ("role", post),
          "J": ("role", lambda: g.pick(JOBS)), "C": ("institution", company), "S": ("institution", school),
          "M": ("institution", lambda: g.pick(MEDIA)), "U": ("person", lambda: g.pick(SURNAMES)),
          "t": (None, lambda: g.pick(TOPICS)), "e": (None, lambda: g.pick(EVENTS)), "s": (None, lambda: g.pick(SAYS)),
          "a": (None, lambda: g.pick(ACTS)), "m": (None, lambda: g.pick(MOTIONS)), "d": (None, lambda: "%d月%d日" % (1 + g.below(12), 1 + g.below(28))),
          "n": (None, lambda: str(2 + g.below(900))), "N": (None, lambda: g.pick(NOISE))}
# A letter in braces is replaced by what its maker gives; everything else stands as it is.
TEMPLATES = """
{I}{R}{P}{s}，{t}是今年的重点。
{I}{R}{P}在{e}上{s}：“{t}要抓好落实。”
{d}，{I}在{L}{m}。
{d}，{I}{m}，{R}{P}{a}。
{P}：{t}如何推进？
“{t}不能急。”{I}{R}{P}{s}。
“{t}很重要，”{P}{s}，“我们会继续努力。”
{P}任{I}{R}，{P}不再担任{I}{R}职务。
{P}、{P}、{P}分别任{I}{R}、{R}、{R}。
{I}{R}{P}、{I}{R}{P}、{I}{R}{P}等{a}。
{I}、{I}、{I}联合{m}。
{I}等{n}部门{m}。
{M}{L}{d}电（记者{P}）{I}{m}。
{M}{L}{d}电 {I}{R}{P}{d}{s}，{t}取得进展。
本报{L}{d}讯（记者{P} 通讯员{P}）近日，{I}{m}。
（{M}记者{P}、{P}{L}报道）
{M}记者{P}
记者 {P} {P}
{P}是{L}人，现任{I}{R}。
{P}出生于{L}，毕业于{S}，曾任{I}{R}、{I}{R}。
{L}人{P}在{L}创办了{C}。
{C}创始人{P}{s}，公司计划在{L}设立研发中心。
{C}与{S}在{L}签署合作协议。
{S}{J}{P}{s}，{t}需要各方参与。
{S}校长{P}向{n}名学生颁奖。
来自{S}的{J}{P}和{S}的{J}{P}获奖。
{U}{R}{s}，{t}仍在路上。
{U}先生和{U}女士都住在{L}。
{I}负责人介绍，{L}已建成{n}个站点。
在{L}，{t}已经惠及{n}人。
从{L}到{L}，{t}全面展开。
{L}、{L}、{L}等地{m}。
{L}是首批试点地区，{L}位列第二。
{I}发言人{P}{d}在{L}的{e}上{a}。
{I}前{R}{P}{s}，{t}值得期待。
原{I}{R}{P}当选{I}{R}。
{I}党委书记、{R}{P}{a}。
{I}（以下简称“{B}”）{m}。
据{M}报道，{C}已在{L}上市。
据{I}统计，{L}共有{n}所学校参与{t}。
{I}官网显示，{P}已任{R}。
受{I}委托，{S}承担{t}研究。
在{P}看来，{t}才刚刚开始。
{P}{s}，{t}离不开{I}的支持。
{P}教授团队与{C}合作研发。
{R}{P}主持{e}，{R}{P}{a}。
主持人：{I}{R}{P}
出席{e}的有{P}、{P}、{P}、{P}。
{L}政府{m}，{I}负责落实。
图为{I}{R}{P}。
{I}{d}公布，{P}获任{R}，任期三年。
{P}（{I}{R}）：{t}应当先行先试。
（作者{P}系{S}{J}）
{I}与{L}{I}合作推进{t}。
{N}
{N}
{N}{I}{m}。
{P}的团队来自{S}，{N}
{N}{P}{s}。
""".strip().split("\n")


def sentence(template):
    text, entities = "", []
    for part in re.split(r"(\{.\})", template):
        if not re.fullmatch(r"\{.\}", part):
            text += part
            continue
        if part[1] == "B":
            kind, value = "institution", g.pick(SHORT) + g.pick("教局 科技 中心 学院 委".split())
        else:
            kind, make = MAKERS[part[1]]
            value = make()
        if kind:
            entities.append({"type": kind, "start": len(text), "end": len(text) + len(value)})
        text += value
    return text, entities


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 6000
    for number in range(count):
        text, entities = sentence(g.pick(TEMPLATES))
        print(json.dumps({"id": "synthetic-%05d" % (number + 1), "text": text, "entities": entities}, ensure_ascii=False))


main()
