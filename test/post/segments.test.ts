import { compareSegments, specifiedBy } from "./structure.js";

const lines = specifiedBy(compareSegments);

lines("tokens that stand by themselves", [
  "{hashtag:#小米#}{title:【新品】}{sentence:今晚发布！}{emoticon:[心]}",
  "{hashtag:#小米#}{hashtag:#红米#}{sentence:今晚发布。}{url:http://t.cn/zRabcde}",
  "{hashtag:#小米#} {sentence:今晚发布！}{hashtag:#红米#} {mention:@雷军}",
  "{sentence:今晚发布～}{hashtag:#红米#}",
  "{sentence:今天好开心} {hashtag:#穿搭} {hashtag:#日常} {hashtag:#ootd}",
  "{emoticon:[话筒]}{sentence:注意了！}",
  "{mention:@甲甲} {mention:@乙乙} {sentence:快来看}",
  "{sentence:第一行}\\n{hashtag:#话题#}\\n{sentence:第三行}",
  "{url:https://a.cn/b}\\n{sentence:看看}",
  "{emoticon:[泪]}{emoticon:[泪]}{emoticon:[泪]}",
  "{hashtag:#小米#}",
  "{hashtag:#小米#}，{sentence:你好}",
]);

lines("tokens that belong to a sentence", [
  "{sentence:#小米#是一家公司。}",
  "{sentence:#小米#的新品来了}",
  "{sentence:参与#晒年货#赢大奖}",
  "{sentence:@小米公司 发布了新品。}",
  "{sentence:这就是爱[心]}",
  "{sentence:我[泪]真的[泪]不行了}",
  "{sentence:下载地址：http://t.cn/zRabcde}",
  "{sentence:感谢@甲甲 @乙乙}",
  "{sentence:来自 #小米社区#}",
]);

lines("items", [
  "{sentence:优点：}{item:1.快}；{item:2.稳}。{sentence:买它！}",
  "{item:一、外观：}{item:1.轻}；{item:2.薄}。{item:二、性能}",
  "{item:1.快}，{item:2.稳}，{item:3.省}，{sentence:你选哪个？}",
  "{item:①}{title:【快】}{item:不卡}{item:②}{title:【稳】}{item:不死机}",
  "{item:1.@甲甲}；{item:2.@乙乙}",
  "{item:1.快[赞]}；{item:2.稳[赞]}",
]);

lines("reposts and replies", [
  "{sentence:好}{repost://@甲甲:}{sentence:不好}{repost://@乙乙:}{sentence:真的不好。}{emoticon:[泪]}",
  "{reply:回复@甲甲:}{sentence:谢谢}",
  "{repost://@甲甲:}{reply:回复@乙乙:}{sentence:哈哈}",
  "{repost://@甲甲:}{repost://@乙乙:}",
]);

lines("nothing to translate", ["", " ", "\\n\\n", "！！！", "……", "😀😀", "，。"]);
