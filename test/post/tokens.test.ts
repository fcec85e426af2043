import { compareStructure, specifiedBy } from "./structure.js";

const lines = specifiedBy(compareStructure);

lines("a hashtag", [
  "{hashtag=小米手机:#小米手机#}",
  "{hashtag=今天 天气 真好:#今天 天气 真好#}出门走走",
  "{hashtag:#米粉节#}{hashtag:#感恩回馈#}{hashtag:#一元秒杀#}",
  "{hashtag=雷军，你好:#雷军，你好#}来了",
  "{hashtag=怎么办？:#怎么办？#}",
  "{hashtag=520:#520#}快乐",
  "{hashtag=1元抢购:#1元抢购#}开始",
  "{hashtag=Redmi K70:#Redmi K70#}开箱",
  "{hashtag=小米14Ultra:#小米14Ultra[超话]#}",
  "{hashtag=穿搭:#穿搭[话题]#} {hashtag=通勤:#通勤[话题]#}",
  "周末{hashtag=露营:#露营} {hashtag=户外:#户外}",
  "today {hashtag=HyperOS:#HyperOS} rocks {hashtag=Xiaomi_15:#Xiaomi_15}",
  "{hashtag=ootd:#ootd}\\n{hashtag=日常:#日常}",
  "参与{hashtag:#晒年货#}赢大奖",
  "{hashtag:#关注@三位好友，赢奖品#}",
  "{hashtag=^o^:#^o^#}",
  "{hashtag:#话题}\\n# 后一行",
]);

lines("no hashtag", [
  "我用C#写代码",
  "C#和F#都会一点，{hashtag:#编程#}更会",
  "排名#1 的是他",
  "#1，#2。",
  "##",
  "# #",
  "这是#，不是话题，#，也不是",
  "编号&#39;里没有",
  "他说&#39;好&#39;了",
  "#没有空格，也没有后一个",
  "{url:https://www.mi.com/#params}",
  "abc#def 不是",
  "#2024 不是",
]);

lines("a mention", [
  "{mention=小米公司:@小米公司}",
  "谢谢{mention:@雷军} {mention:@林斌_Bin}，礼物收到",
  "{mention:@Leo在路上}，{mention:@老王de后花园}：{mention:@茉莉-Molly}、{mention:@z_小新}",
  "{mention:@abc}@",
  "{mention:@张三·李}{mention:@李四}{mention:@王五-}",
  "{mention:@小米小さい}",
  "via{mention:@果壳网}）",
  "你好{mention:@Ａlice}",
  "①{mention:@甲方}：好",
  "{mention:@360手机助手}！",
  "对{mention:@客服小艾}说：在吗",
  "OK{mention:@小张}",
  "{mention:@丶夜雨} {mention:@那些年}、",
]);

lines("no mention", [
  "请联系 service@mi.com 或 hr@oneplus.com.cn",
  "转发并@3位好友",
  "快@两位小伙伴，@三个朋友也行",
  "@1-3位好友即可",
  "并@兩位好友",
  "@好友，@你的好友 都行",
  "@地址：{url:http://t.cn/zRabcde}",
  "@你最想见的人",
  "转发+关注+@ 一位朋友",
  "@，@。@",
  "@她",
]);

lines("a link", [
  "{url:http://t.cn/zRabcde}",
  "地址{url:http://t.cn/zRabcde}戳",
  "戳{url:t.cn/A6abcdef}，快",
  "看{url:https://weibo.com/1234/AbC?type=comment#_rnd1}！",
  "（{url:http://www.mi.com/index.html}）",
  "({url:http://www.mi.com/a_(b)})",
  "{url:https://mi.com}.",
  "{url:https://mi.com/a?x=1&y=2}。然后",
  "{url:HTTP://MI.COM/A}",
  "{url:ftp://files.mi.com/rom.zip}下载",
  "1.0版{url:http://t.cn/zRabcde}{emoticon:[心]}",
  "{url:http://t.cn/zRabcde}{url:http://t.cn/8kabcde}",
  "{url:http://t.cn/zRabcde}iPhone版",
  "{url:https://a.cn/b}{hashtag:#小米#}",
  "{url:https://a.cn/b}{mention:@小米}",
  "{url:https://a.cn/b}{repost=小米://{mention:@小米}:}好",
  "“{url:https://a.cn/b}”",
  "{url:http://sinaurl.cn/hAbCd}投票",
]);

lines("no link", ["mi.com", "www.mi.com/cn", "http://", "t.cn/", "http://。", "at.cn/abc", "3/4", "and/or", "://x"]);

lines("an emoticon", [
  "{emoticon=心:[心]}{emoticon=泪:[泪]}",
  "好的{emoticon:[ok]}{emoticon:[good]}{emoticon:[doge]}",
  "{emoticon=笑cry:[笑cry]}太逗",
  "{emoticon:[偷樂]}{emoticon:[愛你]}",
  "{emoticon=热词系列_知识增加:[热词系列_知识增加]}",
  "{emoticon:[笑哭R]}{emoticon:[蹲后续H]}",
  "{emoticon:[tv_doge]}",
  "{emoticon:[从没见过的]}",
  "{emoticon:[666]}",
]);

lines("no emoticon", [
  "[转载]好文",
  "《[转]养生经》",
  "《关于[星河版]的说明》",
  "参考文献[1]和[12]",
  "[name]您好，[URL]",
  "[这是一句很长的说明文字]",
  "[有 空格]",
  "[]",
  "[[",
  "[链接文字](https",
  "[公告]今天停机",
  "［佐］",
]);

lines("a title", [
  "{title=早安:【早安】}",
  "{title:【手机丢了 怎么办?】}看这里",
  "{title:【{hashtag:#今日话题#}】}来了",
  "{title:【{mention:@央视新闻} 快讯】}",
  "{title:【戳{url:http://t.cn/zRabcde}】}",
  "【未闭合{title:【里面】}",
  "{title:【a】}{title:【b】}",
]);

lines("no title", ["【】", "【 】", "【没有结束", "【换\\n行】", "】【"]);

lines("a repost", [
  "{repost=小米://{mention:@小米}:}好",
  "转{repost=a_b://{mention:@a_b}:}啊{repost=c-d://{mention:@c-d}：}哦",
  "{repost=小米:// {mention:@小米} :}好",
  "{repost=甲甲://{mention:@甲甲}:}{repost=乙乙://{mention:@乙乙}:}{repost=丙丙://{mention:@丙丙}:}",
  "//{mention:@没有冒号} 不算",
  "哈哈//",
  "{mention:@甲甲}{repost=乙乙://{mention:@乙乙}:}好",
  "{repost=甲甲://{mention:@甲甲}:}{emoticon:[哈哈]}{hashtag:#话题#}",
]);

lines("a reply", [
  "{reply=小米:回复{mention:@小米}:}谢谢",
  "{reply=小米:回复 {mention:@小米} ：}谢谢",
  "{reply=小米:回覆{mention:@小米}:}謝謝",
  "{repost=甲甲://{mention:@甲甲}:}{reply=乙乙:回复{mention:@乙乙}:}好",
  "好{reply=乙乙://回复{mention:@乙乙}:}好的",
  "请回复{mention:@小米}，谢谢",
]);
